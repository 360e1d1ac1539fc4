"""The page of stories: what is a copy, who carried it, two versions side by side, all of it text."""

import json
import re

import pytest

from analysis.selection import articles_of
from analysis.versions import compare_versions
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS
from tests.pages.test_pages import assert_is_text
from ui.versions.section import in_words

PAGE = "pages/stories.py"
SENTENCES = (
    "The harbour strike entered its second week with great anger among the dockers.",
    "A court in Leeds found the former banker guilty of a terrible fraud on Monday.",
    "Rescuers praised the wonderful volunteers who carried sandbags through the flooded town.",
    "The minister said that the budget for hospitals and schools would rise next year.",
)
BODY = "\n\n".join(SENTENCES)


def row(name, text, outlet, day):
    return {"id": name, "title": f"Headline {name}", "text": text, "source": outlet, "date": day}


@pytest.fixture
def carried(build_rows):
    """Two stories that the same two outlets carried, and an article of its own."""
    other = " ".join(f"word{n}" for n in range(80)) + "."
    return build_rows(
        [
            row("a", BODY, "Gazette", "2026-03-03"),
            row("b", BODY.replace("Monday", "Tuesday <b>night</b>"), "Post", "2026-03-05"),
            row("c", other, "Gazette", "2026-03-03"),
            row("d", other, "Post", "2026-03-03"),
            row("e", " ".join(f"own{n}" for n in range(80)) + ".", "Post", "2026-03-04"),
        ]
    )


def story_of(bundle, article_id):
    articles = articles_of(bundle).set_index("article_id")
    return f"story:{articles.at[article_id, 'story_id']}"


def test_the_summary_says_how_many_share_their_text(carried, open_page):
    page = open_page(PAGE, carried.folder)

    assert warnings(page) == []
    said = markdown(page).replace("\\", "")
    assert "4 of 5 articles (80 %) have a text that another one has too: 2 stories." in said
    assert len(page.get("vega_lite_chart")) == 2


def test_outlets_that_share_more_than_one_text_are_told_and_open_one_article_a_story(carried, open_page):
    page = open_page(PAGE, carried.folder, mark="pair:Gazette|Post", count="stories")

    assert warnings(page) == []
    assert page.subheader[0].value.startswith("2 stories carried by Gazette and by Post")


def test_a_selection_shows_its_stories_whole(carried, open_page):
    page = open_page(PAGE, carried.folder, outlet="Post", mark=story_of(carried, "a"))

    assert "2 of 3 articles" in markdown(page).replace("\\", "")
    assert page.subheader[0].value.startswith("2 articles with the text of")


def test_without_copies_the_page_says_so(bundle_of, open_page):
    page = open_page(PAGE, bundle_of("two articles").folder)

    assert warnings(page) == []
    assert "Every article is a text of its own" in markdown(page)
    assert not page.get("vega_lite_chart")


def test_two_versions_stand_side_by_side_with_what_differs_marked(carried, open_page):
    shown = html(open_page(PAGE, carried.folder, mark=story_of(carried, "a")))

    assert re.findall(r'<mark class="only"[^>]*>(.*?)</mark>', shown)[:2] == [
        "Monday",
        "Tuesday &lt;b&gt;night&lt;/b",
    ]
    assert "<details>" not in shown


def test_the_address_says_which_two_and_may_say_anything(carried, open_page):
    mark = story_of(carried, "a")
    turned = html(open_page(PAGE, carried.folder, mark=mark, left="b", right="a"))
    nonsense = open_page(PAGE, carried.folder, mark=mark, left="b", right="b<script>")

    assert re.findall(r'<mark class="only"[^>]*>(.*?)</mark>', turned)[1] == "Monday"
    assert warnings(nonsense) == []


def test_long_passages_that_are_the_same_are_folded(sample, open_page):
    story = story_of(sample, next(iter(articles_of(sample).query("not is_original")["article_id"])))
    shown = html(open_page(PAGE, sample.folder, mark=story))

    assert "<details><summary><strong>" in shown


@pytest.mark.parametrize("mark", ["story:x", "story:", "story:²", "pair:"])
def test_a_mark_of_no_sense_chooses_nothing(mark, sample, open_page):
    page = open_page(PAGE, sample.folder, mark=mark)

    assert warnings(page) == []
    assert not page.subheader


@pytest.mark.parametrize("mark", ["story:99999", "pair:x", "pair:x|y"])
def test_a_mark_of_nothing_lists_nothing(mark, sample, open_page):
    page = open_page(PAGE, sample.folder, mark=mark)

    assert warnings(page) == []
    assert page.subheader[0].value.startswith("0 ")


def test_hostile_text_stands_side_by_side_as_text(build_rows, open_page):
    every = " ".join(SNIPPETS)
    bundle = build_rows(
        [
            row("a", f"{BODY}\n\n{every} rose.", every, "2026-03-03"),
            row("b", f"{BODY}\n\n{every} fell.", every, "2026-03-04"),
        ]
    )
    page = open_page(PAGE, bundle.folder, mark="story:0")

    assert warnings(page) == []
    assert "two versions" in html(page).lower()
    assert_is_text(page)


def test_the_reader_names_the_other_versions_with_a_link_to_both(carried, open_page):
    page = open_page("pages/articles.py", carried.folder, article="b")
    links = [json.dumps(str(link.proto)) for link in page.get("page_link")]

    assert warnings(page) == []
    assert "1 other version of this text" in markdown(page).replace("\\", "")
    assert any("left=b" in link and "right=a" in link for link in links)


def test_the_reader_of_an_article_without_copies_names_none(carried, open_page):
    assert "of this text" not in markdown(open_page("pages/articles.py", carried.folder, article="e"))


def test_stories_without_a_date_are_bars(build_rows, open_page):
    bundle = build_rows([{"id": name, "text": BODY} for name in "abc"])
    page = open_page(PAGE, bundle.folder)

    assert warnings(page) == []
    assert "all of them undated" in page.get("vega_lite_chart")[0].proto.spec
    assert "3 of 3 articles (100 %)" in markdown(page).replace("\\", "")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (BODY, BODY, "The same"),
        (BODY, BODY + " He left.", "All that stands on the left stands on the right, with 2 words more."),
        (BODY, BODY.replace("Monday", "Tuesday"), "1 word only on the left, 1 word only on the right."),
        (BODY, "A man on the moon.", "The two have no passage in common."),
        ("\n".join(SENTENCES[:3]), "\n".join(SENTENCES[2::-1]), "stand in another place"),
        (BODY * 20, BODY * 20 + " He left.", "nearly all of the one on the right"),
    ],
)
def test_what_two_versions_share_is_said_in_words(first, second, said):
    assert said in in_words(compare_versions(first, second))
