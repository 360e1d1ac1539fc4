import gzip
import json
import os
import zipfile

import pytest

from analysis.articles import Item, Problem
from analysis.errors import SourceError
from analysis.sources import Sources, read_items


def items_of(found):
    return [item for item in found if isinstance(item, Item)]


def problems_of(found):
    return [(problem.source_path, problem.item, problem.problem) for problem in found if isinstance(problem, Problem)]


def write(path, text, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def test_folders_are_searched_through_in_the_order_of_names(tmp_path):
    write(tmp_path / "b.txt", "Second.")
    write(tmp_path / "a" / "deep" / "x.txt", "First.")

    assert [item.source_path for item in items_of(read_items([tmp_path]))] == ["a/deep/x.txt", "b.txt"]


def test_hidden_files_and_bundles_are_no_input(tmp_path):
    write(tmp_path / ".DS_Store", "x")
    write(tmp_path / ".git" / "a.txt", "x")
    write(tmp_path / "bundle" / "manifest.json", "{}")
    write(tmp_path / "bundle" / "tables-1" / "a.txt", "x")

    assert list(read_items([tmp_path])) == []


def test_a_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="no such file or folder"):
        list(read_items([tmp_path / "nothing"]))


def test_a_format_that_is_not_read_is_a_problem(tmp_path):
    write(tmp_path / "a.exe", "x")

    assert problems_of(read_items([tmp_path])) == [("a.exe", "", "not a format that is read")]


def test_a_broken_link_is_a_problem(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    assert problems_of(read_items([tmp_path])) == [("a.txt", "", "broken link")]


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path)

    assert problems_of(read_items([tmp_path])) == [("loop", "", "a link to a folder")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_a_problem(tmp_path):
    write(tmp_path / "a.txt", "x").chmod(0)

    assert problems_of(read_items([tmp_path])) == [("a.txt", "", "cannot be read")]


class TestPlainText:
    def test_a_file_is_an_article(self, tmp_path):
        [item] = read_items([write(tmp_path / "a.txt", "One.\nTwo.")])

        assert (item.source_path, item.text, item.headline, item.taken) == ("a.txt", "One.\nTwo.", None, {})

    def test_a_header_gives_the_fields_and_its_lines_are_taken(self, tmp_path):
        text = "Title: A\nSource: B\nDATE: 2016-05-04\nauthor: C\nUrl: https://d.example\n\nBody."
        [item] = read_items([write(tmp_path / "a.txt", text)])

        assert (item.headline, item.outlet, item.published, item.byline, item.url) == (
            "A",
            "B",
            "2016-05-04",
            "C",
            "https://d.example",
        )
        assert item.text == text
        assert item.taken == {0: "headline", 1: "outlet", 2: "date line", 3: "byline", 4: "url"}

    @pytest.mark.parametrize(
        "text", ["Title: A\nBody goes on here.", "Body.\nTitle: A\n\nMore.", "\nTitle: A\n\nBody."]
    )
    def test_what_is_not_a_header_ended_by_a_blank_line_is_text(self, tmp_path, text):
        [item] = read_items([write(tmp_path / "a.txt", text)])

        assert item.headline is None
        assert item.taken == {}

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_a_header_may_have_any_line_ends(self, tmp_path, end):
        [item] = read_items([write(tmp_path / "a.txt", end.join(["Title: A", "", "Body."]))])

        assert item.headline == "A"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
    def test_the_encoding_is_found(self, tmp_path, encoding):
        text = "Der Bürgermeister von Köln müßte größere Straßen für die Bürger bauen, sagte er am Freitag. " * 5
        [item] = read_items([write(tmp_path / "a.txt", text, encoding)])

        assert item.text == text

    @pytest.mark.parametrize("text", ["", " \n\t\n"])
    def test_an_empty_file_is_a_problem(self, tmp_path, text):
        assert problems_of(read_items([write(tmp_path / "a.txt", text)])) == [("a.txt", "", "empty")]

    def test_a_file_over_the_limit_is_a_problem(self, tmp_path):
        path = write(tmp_path / "a.txt", "x" * 101)

        assert problems_of(read_items([path], Sources(item_bytes=100))) == [("a.txt", "", "too large")]


class TestJsonLines:
    def read(self, tmp_path, *lines, limits=None):
        return list(read_items([write(tmp_path / "a.jsonl", "\n".join(lines))], limits))

    def test_a_line_is_an_article(self, tmp_path):
        row = {
            "id": 7,
            "title": "A",
            "text": "Body.",
            "source": "B",
            "published": "2016-05-04",
            "author": "C",
            "url": "D",
        }
        [item] = self.read(tmp_path, json.dumps(row))

        assert (item.given_id, item.headline, item.text, item.outlet, item.published, item.byline, item.url) == (
            "7",
            "A",
            "Body.",
            "B",
            "2016-05-04",
            "C",
            "D",
        )

    @pytest.mark.parametrize(
        ("row", "field", "value"),
        [
            ({"TEXT": "Body."}, "text", "Body."),
            ({"content": "Late.", "body": "Early."}, "text", "Early."),
            ({"text": "x", "source": {"id": None, "name": "B"}}, "outlet", "B"),
            ({"text": "x", "authors": ["C", "D"]}, "byline", "C, D"),
            ({"text": "x", "title": None}, "headline", None),
            ({"text": "x", "title": ""}, "headline", ""),
            ({"text": "x"}, "headline", None),
            ({"text": "x", "date": 1462357800}, "published", "1462357800"),
        ],
    )
    def test_fields_go_by_many_names_and_shapes(self, tmp_path, row, field, value):
        [item] = self.read(tmp_path, json.dumps(row))

        assert getattr(item, field) == value

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            ("{not json", "not JSON"),
            ("[1]", "not a JSON object"),
            ('"text"', "not a JSON object"),
            ("[" * 100_000, "not JSON"),
            ('{"text": ""}', "no text"),
            ('{"headline": "A"}', "no text"),
            ('{"text": null}', "no text"),
        ],
    )
    def test_a_bad_line_is_a_problem_and_the_others_are_read(self, tmp_path, line, problem):
        found = self.read(tmp_path, '{"text": "One."}', line, "", '{"text": "Two."}')

        assert [item.text for item in items_of(found)] == ["One.", "Two."]
        assert problems_of(found) == [("a.jsonl", "line 2", problem)]

    def test_a_line_over_the_limit_is_a_problem_and_the_others_are_read(self, tmp_path):
        found = self.read(tmp_path, json.dumps({"text": "x" * 500}), '{"text": "Two."}', limits=Sources(item_bytes=100))

        assert [item.place for item in items_of(found)] == ["line 2"]
        assert problems_of(found) == [("a.jsonl", "line 1", "too large")]


class TestTables:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_the_delimiter_is_found(self, tmp_path, delimiter):
        rows = [["Title", "Body"], ["A", "One."], ["B", "Two."]]
        path = write(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows))

        assert [(item.headline, item.text, item.place) for item in read_items([path])] == [
            ("A", "One.", "row 2"),
            ("B", "Two.", "row 3"),
        ]

    def test_cells_may_hold_line_ends_and_quotes(self, tmp_path):
        [item] = read_items([write(tmp_path / "a.csv", 'text\n"One, ""two"".\nThree."\n')])

        assert item.text == 'One, "two".\nThree.'

    def test_a_short_row_lacks_its_last_fields(self, tmp_path):
        [item] = read_items([write(tmp_path / "a.csv", "text,title\nBody.\n")])

        assert item.headline is None

    def test_the_first_of_two_columns_of_one_name_wins(self, tmp_path):
        [item] = read_items([write(tmp_path / "a.csv", "text,text\nOne.,Two.\n")])

        assert item.text == "One."

    def test_a_table_without_a_text_column_says_what_it_has(self, tmp_path):
        [problem] = read_items([write(tmp_path / "a.csv", "name,story\nA,B\n")])

        assert problem.problem == "no column with the text"
        assert "'name', 'story'" in problem.detail


class TestArchives:
    def archive(self, tmp_path, **members):
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
        return path

    def test_members_are_read_in_the_order_of_names(self, tmp_path):
        path = self.archive(tmp_path, **{"b.txt": "Two.", "a/x.txt": "One.", ".hidden": "x", "__MACOSX/a.txt": "x"})

        assert [(item.source_path, item.text) for item in read_items([path])] == [
            ("a.zip/a/x.txt", "One."),
            ("a.zip/b.txt", "Two."),
        ]

    @pytest.mark.parametrize(
        ("name", "problem"),
        [
            ("../a.txt", "refused: its name leads out of the archive"),
            ("/etc/a.txt", "refused: its name leads out of the archive"),
            ("..\\a.txt", "refused: its name leads out of the archive"),
            ("C:\\a.txt", "refused: its name leads out of the archive"),
            ("inner.zip", "not a readable archive"),
            ("a.exe", "not a format that is read"),
        ],
    )
    def test_what_cannot_be_taken_is_refused_by_name(self, tmp_path, name, problem):
        path = self.archive(tmp_path, **{name: "x", "z.txt": "Good."})
        found = list(read_items([path]))

        assert [problem for *_, problem in problems_of(found)] == [problem]
        assert [item.text for item in items_of(found)] == ["Good."]

    def test_members_beyond_the_limit_are_problems(self, tmp_path):
        path = self.archive(tmp_path, **{"a.txt": "x" * 80, "b.txt": "x" * 80})

        assert problems_of(read_items([path], Sources(archive_bytes=100))) == [
            ("a.zip/b.txt", "", "archive too large"),
        ]

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", gzip.compress(b"x", mtime=0)])
    def test_a_damaged_archive_is_a_problem(self, tmp_path, content):
        path = tmp_path / "a.zip"
        path.write_bytes(content)

        assert problems_of(read_items([path])) == [("a.zip", "", "not a readable archive")]

    def test_a_truncated_member_is_a_problem(self, tmp_path):
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", os.urandom(5000).hex())
        data = bytearray(path.read_bytes())
        data[200:1000] = bytes(800)
        path.write_bytes(data)

        assert problems_of(read_items([path])) == [("a.zip/a.txt", "", "torn off or damaged")]

    def test_a_member_with_a_wrong_checksum_is_a_problem(self, tmp_path):
        path = self.archive(tmp_path, **{"a.txt": "The body.", "z.txt": "Good."})
        path.write_bytes(path.read_bytes().replace(b"The body.", b"The bodx."))
        found = list(read_items([path]))

        assert problems_of(found) == [("a.zip/a.txt", "", "cannot be read")]
        assert [item.text for item in items_of(found)] == ["Good."]
