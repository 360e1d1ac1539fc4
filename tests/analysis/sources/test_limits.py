"""Limits: what is over one is listed, and nothing larger is ever held."""

import gzip
import io
import stat
import tracemalloc
import zipfile
import zlib

import pytest

from analysis.sources import Sources, read_items
from tests.analysis.sources.making import TEXT, docx, items_of, pdf, problems_of, read, rtf, xlsx

LINE_BYTES = 200_000_000
HELD_BYTES = 150_000_000


def packed(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.fixture(scope="module")
def long_line(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "line"
    with path.open("wb") as file:
        for _ in range(LINE_BYTES // 1_000_000 + 1):
            file.write(b"rain and " * 111_111 + b"!")
    return path


@pytest.mark.parametrize("ending", [".txt", ".md", ".jsonl", ".csv", ".tsv", ".json", ".html", ".rtf", ".pdf", ".docx"])
def test_a_line_of_200_million_bytes_is_a_problem_and_never_held(tmp_path, long_line, ending):
    path = tmp_path / f"a{ending}"
    path.symlink_to(long_line)
    tracemalloc.start()
    try:
        found = list(read_items([path]))
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert items_of(found) == []
    assert [problem for *_, problem in problems_of(found)] in (["too large"], ["file too large"])
    assert held < HELD_BYTES


def test_the_rows_around_one_over_the_limit_are_read(tmp_path):
    found = read(tmp_path / "a.csv", f"text\nOne.\n{'x' * 200}\nThree.\n", Sources(item_bytes=100))

    assert [item.text for item in items_of(found)] == ["One.", "Three."]
    assert problems_of(found) == [("a.csv", "line 3", "too large")]


def test_a_mark_of_quotation_without_its_partner_takes_no_more_than_the_limit(tmp_path):
    rows = "".join(f"This is row {number}.\n" for number in range(40))
    found = read(tmp_path / "a.csv", f'text\nOne.\n"Two.\n{rows}', Sources(item_bytes=100))
    [problem] = [one for one in found if one not in items_of(found)]

    assert items_of(found)[0].text == "One."
    assert items_of(found)[-1].text == "This is row 39."
    assert problem.problem == "too large"
    assert "a mark of quotation may be missing" in problem.detail


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'[{"text": "%s"}]' % (b"x" * 300)),
        ("a.pdf", pdf([[TEXT]])),
        ("a.rtf", rtf(TEXT * 5)),
        ("a.docx", docx([TEXT])),
        ("a.xlsx", xlsx(Sheet=[["text"], [TEXT]])),
        ("a.json.gz", gzip.compress(b'[{"text": "%s"}]' % (b"x" * 300), mtime=0)),
    ],
)
def test_a_file_that_must_be_held_whole_has_a_limit_of_its_own(tmp_path, name, content):
    assert problems_of(read(tmp_path / name, content, Sources(whole_file_bytes=200))) == [(name, "", "file too large")]


def test_an_office_file_is_judged_by_what_it_becomes(tmp_path):
    content = xlsx(Sheet=[["text"], *([TEXT] for _ in range(5_000))])

    assert len(content) < 100_000
    found = read(tmp_path / "a.xlsx", content, Sources(whole_file_bytes=100_000))
    assert problems_of(found) == [("a.xlsx", "", "file too large")]


def test_a_file_over_the_limit_of_files_gives_what_comes_before(tmp_path):
    rows = b'{"text": "It rained."}\n' * 100_000
    found = read(tmp_path / "a.jsonl", rows, Sources(file_bytes=1_500_000))

    assert len(items_of(found)) > 1_000
    assert problems_of(found) == [("a.jsonl", "", "file too large")]


def test_items_over_their_number_are_named_by_file(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    found = list(read_items([tmp_path], Sources(items=3)))

    assert len(items_of(found)) == 3
    assert problems_of(found) == [
        ("b.jsonl", "line 2 and all after it", "too many items"),
        ("c.jsonl", "line 1 and all after it", "too many items"),
    ]


class TestArchives:
    def test_archives_in_archives_are_read_as_deep_as_the_limit(self, tmp_path):
        deep = packed(**{"d.txt": TEXT})
        for name in ("c.zip", "b.zip", "a.zip"):
            deep = packed(**{name: deep, f"beside-{name}.txt": TEXT})
        found = read(tmp_path / "all.zip", deep)

        assert [item.source_path for item in items_of(found)] == [
            "all.zip/a.zip/b.zip/beside-c.zip.txt",
            "all.zip/a.zip/beside-b.zip.txt",
            "all.zip/beside-a.zip.txt",
        ]
        assert problems_of(found) == [("all.zip/a.zip/b.zip/c.zip", "", "an archive too deep in archives")]

    def test_the_limit_of_bytes_is_for_all_that_is_inside(self, tmp_path):
        content = packed(**{"a.zip": packed(**{"a.txt": "x" * 3_000, "b.txt": "x" * 3_000}), "b.txt": TEXT})
        found = read(tmp_path / "all.zip", content, Sources(archive_bytes=4_000))

        assert [item.source_path for item in items_of(found)] == ["all.zip/a.zip/a.txt"]
        assert problems_of(found) == [
            ("all.zip/a.zip/b.txt", "", "archive too large"),
            ("all.zip/b.txt", "", "archive too large"),
        ]

    @pytest.mark.parametrize("name", ["a.txt", "a.zip", "a.csv"])
    def test_a_bomb_is_refused_by_name(self, tmp_path, name):
        found = read(tmp_path / "all.zip", packed(**{name: bytes(20_000_000), "z.txt": TEXT}))

        assert problems_of(found) == [(f"all.zip/{name}", "", "refused: an archive bomb")]
        assert [item.source_path for item in items_of(found)] == ["all.zip/z.txt"]

    @pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.json.gz"])
    def test_a_packed_bomb_is_refused(self, tmp_path, name):
        compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
        content = b"".join(compressor.compress(b" " * 1_000_000) for _ in range(100)) + compressor.flush()
        found = read(tmp_path / name, content, Sources(item_bytes=50_000_000))

        assert problems_of(found) == [(name, "", "refused: an archive bomb")]

    def test_a_link_is_refused_by_name(self, tmp_path):
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(link, "/etc/passwd")

        assert problems_of(read_items([path])) == [("all.zip/passwords.txt", "", "refused: a link in an archive")]

    def test_an_encrypted_member_is_a_problem(self, tmp_path):
        content = bytearray(packed(**{"a.txt": TEXT}))
        for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(signature) + offset] |= 1

        assert problems_of(read(tmp_path / "all.zip", bytes(content))) == [("all.zip/a.txt", "", "encrypted")]

    def test_an_archive_without_files_is_a_problem(self, tmp_path):
        assert problems_of(read(tmp_path / "all.zip", packed())) == [("all.zip", "", "empty")]

    def test_half_an_archive_is_a_problem(self, tmp_path):
        content = packed(**{"a.txt": TEXT, "b.txt": TEXT})

        assert problems_of(read(tmp_path / "all.zip", content[:-30])) == [("all.zip", "", "not a readable archive")]
