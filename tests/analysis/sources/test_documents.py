"""HTML, PDF, Word and RTF: the text taken from them, and what is said where there is none."""

import socket

import pytest

from analysis.sources.page_text import text_of_page
from tests.analysis.sources.making import (
    PAGE,
    TEXT,
    docx,
    encrypted_pdf,
    items_of,
    pdf,
    problems_of,
    read,
    rtf,
    scanned_pdf,
)


class TestHtml:
    def test_text_and_metadata_are_found(self, tmp_path):
        [item] = read(tmp_path / "a.html", PAGE)

        assert (item.headline, item.outlet, item.published, item.byline, item.url) == (
            "Harbour closed",
            "The Harbour Gazette",
            "2016-05-04T10:30:00Z",
            "Ada Brant",
            "https://harbour-gazette.example/closed",
        )
        assert TEXT in item.text
        assert "track" not in item.text

    def test_the_text_begins_with_that_of_trafilatura_and_what_it_left_out_is_taken(self, tmp_path):
        import trafilatura

        [item] = read(tmp_path / "a.html", PAGE)
        main_text, _, outside = item.text.partition("\n\n")

        assert main_text == trafilatura.extract(PAGE, include_comments=False)
        assert outside.split("\n") == ["Home", "Sport", "Copyright 2016"]
        lines = item.text.split("\n")
        assert {lines[number]: reason for number, reason in item.taken.items()} == dict.fromkeys(
            outside.split("\n"), "outside the main text"
        )

    def test_a_date_that_only_stands_in_the_text_is_not_taken(self, tmp_path):
        page = PAGE.replace('<meta property="article:published_time" content="2016-05-04T10:30:00Z"/>', "")
        [item] = read(tmp_path / "a.html", page.replace("Nobody", "Since 12 March 2009 nobody"))

        assert item.published is None

    def test_nothing_is_fetched(self, tmp_path, monkeypatch):
        def refuse(*_):
            raise AssertionError("a connection was opened")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        page = PAGE.replace("<article>", '<article><img src="http://a.example/b.png"/><iframe src="http://a.example"/>')

        assert items_of(read(tmp_path / "a.html", page))

    def test_a_page_of_little_text_is_read_whole(self, tmp_path):
        [item] = read(tmp_path / "a.html", "<p>Rain.</p><p>Snow.</p>")

        assert item.text.split() == ["Rain.", "Snow."]

    @pytest.mark.parametrize(
        "page", ["<html></html>", "<html><body><script>x()</script></body></html>", "<>", "<!-- x -->"]
    )
    def test_a_page_without_text_is_a_problem(self, tmp_path, page):
        found = read(tmp_path / "a.html", page)

        assert items_of(found) == [] or items_of(found)[0].text.strip()
        assert len(found) == 1

    def test_a_page_nested_deep_is_an_article_or_a_problem(self, tmp_path):
        assert len(read(tmp_path / "a.html", "<div>" * 50_000 + TEXT)) == 1

    def test_blocks_are_lines(self):
        page = (
            "<h1>A</h1><p>One <b>bold</b>\n word.<br>Two.</p><!-- no --><ul><li>x</li><li>y</li></ul><style>z</style>"
        )

        assert text_of_page(page).split("\n\n") != []
        assert [line for line in text_of_page(page).split("\n") if line] == ["A", "One bold word.", "Two.", "x", "y"]


class TestPdf:
    def test_broken_lines_are_joined_and_divided_words_made_whole(self, tmp_path):
        lines = [
            "Dockers at the north pier voted on Tuesday to stop work for two days, after",
            "talks about night shifts ended without an agree-",
            "ment. The port said that it was still ready to talk.",
        ]
        [item] = read(tmp_path / "a.pdf", pdf([lines]))

        assert item.text == (
            "Dockers at the north pier voted on Tuesday to stop work for two days, after "
            "talks about night shifts ended without an agreement. The port said that it was still ready to talk."
        )

    @pytest.mark.parametrize(
        ("title", "headline"), [("Harbour closed", "Harbour closed"), ("Microsoft Word - x.doc", None), ("", None)]
    )
    def test_its_title_is_believed_where_it_stands_in_the_text(self, tmp_path, title, headline):
        [item] = read(tmp_path / "a.pdf", pdf([["Harbour closed", TEXT]], title))

        assert item.headline == headline

    def test_an_encrypted_one_is_a_problem(self, tmp_path):
        assert problems_of(read(tmp_path / "a.pdf", encrypted_pdf("secret"))) == [("a.pdf", "", "encrypted")]

    def test_one_that_only_forbids_changes_is_read(self, tmp_path):
        [item] = read(tmp_path / "a.pdf", encrypted_pdf("", "secret"))

        assert item.text == TEXT

    def test_a_scan_is_a_problem_that_says_so(self, tmp_path):
        [problem] = read(tmp_path / "a.pdf", scanned_pdf(3))

        assert problem.problem == "a PDF without text"
        assert problem.detail.startswith("its 3 pages are pictures, as of a scan")

    def test_pages_without_text_are_noticed(self, tmp_path):
        [item] = read(tmp_path / "a.pdf", pdf([[TEXT], [], []]))

        assert [tuple(notice) for notice in item.notices] == [("pages without text", "2 of 3: a scan, or damaged")]

    def test_a_broken_page_takes_no_other_along(self, tmp_path):
        content = pdf([[TEXT], [TEXT]])
        place = content.rindex(b"BT /F1")
        [item] = read(tmp_path / "a.pdf", content[:place] + b"((((((" + content[place + 6 :])

        assert item.text.startswith(TEXT)

    @pytest.mark.parametrize("content", [b"%PDF-1.4", b"%PDF-1.4\n" + bytes(500), pdf([[TEXT]])[:200]])
    def test_a_damaged_one_is_a_problem(self, tmp_path, content):
        assert len(problems_of(read(tmp_path / "a.pdf", content))) == 1


class TestWord:
    def test_paragraphs_and_rows_of_tables_are_lines_in_their_order(self, tmp_path):
        [item] = read(tmp_path / "a.docx", docx(["One.", [["a", "b"], ["c", "d"]], "", "Two."]))

        assert item.text.split("\n") == ["One.", "a\tb", "c\td", "", "Two."]

    def test_one_without_text_is_a_problem(self, tmp_path):
        assert problems_of(read(tmp_path / "a.docx", docx(["", " "]))) == [("a.docx", "", "empty")]

    def test_a_damaged_one_is_a_problem(self, tmp_path):
        content = docx([TEXT])

        assert problems_of(read(tmp_path / "a.docx", content[:-200])) == [("a.docx", "", "damaged")]


class TestRichText:
    def test_paragraphs_are_lines(self, tmp_path):
        [item] = read(tmp_path / "a.rtf", rtf("Größe “x” – 日本", "Two {curly} \\ words."))

        assert item.text.strip().split("\n") == ["Größe “x” – 日本", "Two {curly} \\ words."]

    def test_its_code_page_is_used(self, tmp_path):
        content = b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e5\\'e7\\'e8\\'e4\\'e5\\'ed\\'f2\\par}"
        [item] = read(tmp_path / "a.rtf", content)

        assert item.text.strip() == "Президент"

    def test_pictures_do_not_end_the_text(self, tmp_path):
        picture = b"{\\pict\\pngblip\\bin12 }}}}}}}}}}}}}"
        content = b"{\\rtf1\\ansi One.\\par " + picture + b" Two.\\par}"
        [item] = read(tmp_path / "a.rtf", content)

        assert item.text.split() == ["One.", "Two."]

    def test_one_without_text_is_a_problem(self, tmp_path):
        assert problems_of(read(tmp_path / "a.rtf", rtf())) == [("a.rtf", "", "empty")]


class TestMarkdown:
    def test_front_matter_gives_the_fields(self, tmp_path):
        text = '---\ntitle: "A day"\ndate: 2016-05-04\ntags: [x]\n---\n\nBody.'
        [item] = read(tmp_path / "a.md", text)

        assert (item.headline, item.published) == ("A day", "2016-05-04")
        assert list(item.taken) == [0, 1, 2, 3, 4]
        assert item.taken[1] == "headline"

    def test_a_rule_without_its_partner_is_text(self, tmp_path):
        [item] = read(tmp_path / "a.md", "---\nBody.")

        assert item.taken == {}
