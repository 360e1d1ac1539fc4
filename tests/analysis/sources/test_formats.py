"""What holds for every format that is read."""

import gzip
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.articles import Item, Problem
from analysis.sources import ENDINGS, READERS, read_items
from tests.analysis.sources.making import TEXT, items_of, one_of_each, problems_of, read, write

EACH = one_of_each()


def test_every_ending_has_its_example():
    assert set(EACH) == set(READERS)
    assert set(ENDINGS) == {*READERS, ".gz", ".zip"}


@pytest.mark.parametrize("ending", EACH)
class TestEachFormat:
    def test_it_becomes_an_article(self, tmp_path, ending):
        [item] = read(tmp_path / f"a{ending}", EACH[ending])

        assert TEXT in item.text
        assert item.source_path == f"a{ending}"

    def test_it_may_be_packed_by_gzip(self, tmp_path, ending):
        [item] = read(tmp_path / f"a{ending}.gz", gzip.compress(EACH[ending]))

        assert TEXT in item.text
        assert item.source_path == f"a{ending}.gz"

    def test_it_may_be_in_an_archive(self, tmp_path, ending):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(f"a{ending.upper()}", EACH[ending])
        [item] = read(tmp_path / "all.zip", packed.getvalue())

        assert TEXT in item.text
        assert item.source_path == f"all.zip/a{ending.upper()}"

    @pytest.mark.parametrize("content", [b"", gzip.compress(b"")], ids=["plain", "gzip"])
    def test_an_empty_file_is_a_problem(self, tmp_path, ending, content):
        name = f"a{ending}.gz" if content else f"a{ending}"

        assert problems_of(read(tmp_path / name, content)) == [(name, "", "empty")]

    def test_one_without_text_is_a_problem(self, tmp_path, ending):
        found = read(tmp_path / f"a{ending}", b" \n \n")

        assert items_of(found) == []
        assert len(problems_of(found)) == 1

    @pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
    def test_half_a_file_is_an_article_or_a_problem(self, tmp_path, ending, share):
        content = EACH[ending]

        assert read(tmp_path / f"a{ending}", content[: int(share * len(content))])

    def test_half_a_packed_file_is_a_problem(self, tmp_path, ending):
        packed = gzip.compress(EACH[ending])
        found = read(tmp_path / f"a{ending}.gz", packed[: len(packed) // 2])

        assert items_of(found) == []
        assert [problem for *_, problem in problems_of(found)] == ["torn off or damaged"]


@pytest.mark.parametrize("named", [".txt", ".md", ".csv", ".json", ".pdf", ".docx", ".xlsx", ".rtf", ".html"])
@pytest.mark.parametrize("is_a", [".pdf", ".docx", ".xlsx", ".rtf", ".html"])
def test_a_file_under_a_wrong_name_is_read_as_what_it_is(tmp_path, named, is_a):
    [item] = read(tmp_path / f"a{named}", EACH[is_a])

    assert TEXT in item.text


@pytest.mark.parametrize("named", [".pdf", ".docx", ".xlsx", ".rtf", ".html", ".md", ".txt.gz"])
def test_plain_text_under_a_wrong_name_is_read_as_text(tmp_path, named):
    [item] = read(tmp_path / f"a{named}", TEXT)

    assert item.text == TEXT


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "encrypted, or an old Office format"),
        (b"PK\x03\x04" + bytes(100), "an archive under another name"),
        (gzip.compress(b"x", mtime=0), "packed by gzip under another name"),
        (bytes(range(1, 9)) * 100, "not text"),
    ],
)
def test_what_is_no_text_is_named(tmp_path, content, problem):
    assert problems_of(read(tmp_path / "a.txt", content)) == [("a.txt", "", problem)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ending=st.sampled_from([*READERS, ".zip", ".txt.gz", ".csv.gz", ".pdf.gz", ".exe", ""]),
    content=st.one_of(
        st.binary(min_size=1, max_size=300),
        st.text(min_size=1, max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.tuples(st.sampled_from(list(EACH.values())), st.integers(0, 4000), st.binary(max_size=8)).map(
            lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + len(parts[2]) :]
        ),
        st.tuples(
            st.sampled_from([b"%PDF-1.4", b"{\\rtf1", b"PK\x03\x04word/", b"PK\x03\x04xl/", b"<html>", b"[{", b'"']),
            st.binary(max_size=200),
        ).map(b"".join),
    ),
)
def test_any_bytes_under_any_name_become_items_or_problems(tmp_path, ending, content):
    found = list(read_items([write(tmp_path / f"a{ending}", content)]))

    assert found
    assert all(isinstance(one, Item | Problem) for one in found)
    assert all(item.text.strip() for item in items_of(found))
