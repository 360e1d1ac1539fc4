"""What a report says: of any collection and selection, and only what the numbers carry."""

import json
import re

import numpy as np
import pytest

from analysis.articles import ARTICLES
from analysis.errors import SettingsError
from analysis.pipeline import build
from analysis.stand_outs import stand_outs
from figures.mark_values import topic_named
from report import typeset, web
from report.asked import Asked, groups_in
from report.document import Article, Box, Finding, Grid, Paragraph, Picture, as_data, pictures_of, plain
from report.findings.differences import _shares, basis
from report.making import keys_of, make
from report.sections import PARTS
from tests.pages.making import COLLECTIONS, SNIPPETS, write_rows
from tests.report.conftest import DAY
from tests.report.making import pdf_text

EMPTY = {"q": ["xylophonist"]}
SELECTIONS = {
    "everything": {},
    "nothing": EMPTY,
    "a word": {"q": ["strike"]},
    "an outlet": {"outlet": ["The Harbour Gazette"]},
    "a topic": {"topic": ["0"]},
    "days": {"from": ["2026-03-10"], "to": ["2026-04-10"]},
    "no date": {"q": ["-after:1900"]},
    "stories": {"count": ["stories"]},
}


@pytest.fixture(scope="module")
def bundle_of(sample, tmp_path_factory):
    made = {"sample": sample}

    def _bundle_of(name):
        if name not in made:
            folder = tmp_path_factory.mktemp("collection")
            made[name] = build([write_rows(COLLECTIONS[name](), folder)], folder / "bundle", n_workers=1)
        return made[name]

    return _bundle_of


@pytest.mark.parametrize(
    "name", ["two articles", "one article", "no dates", "all the same", "hostile", "many languages"]
)
def test_every_section_is_written_of_any_collection(name, bundle_of, read):
    report = make(read(bundle_of(name)), Asked(made_on=DAY, notes="x"))

    assert [section.key for section in report.sections] == list(PARTS)
    assert all(section.blocks for section in report.sections)
    assert typeset.pdf(report).startswith(b"%PDF")
    assert web.page(report).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("params", SELECTIONS.values(), ids=SELECTIONS)
def test_every_section_is_written_of_any_selection(params, sample, read):
    report = make(read(sample, **params), Asked(made_on=DAY, notes="x"))

    assert [section.key for section in report.sections] == list(PARTS)
    assert all(section.blocks for section in report.sections)
    assert typeset.pdf(report).startswith(b"%PDF")


def test_of_an_empty_selection_it_says_that_nothing_is_selected(sample, read):
    report = make(read(sample, **EMPTY), Asked(made_on=DAY))

    assert report.deck.startswith(f"0 of {sample.counts['articles']} articles")
    assert pictures_of(report) == []
    assert report.front[0] == Paragraph(plain("No article is selected, so there is nothing to count."))


def test_real_articles(shared, tmp_path, read):
    bundle = build([shared / "data" / "news.jsonl"], tmp_path / "bundle", n_workers=1)
    report = make(read(bundle), Asked(made_on=DAY))

    assert typeset.pdf(report).startswith(b"%PDF")
    assert any(isinstance(block, Finding) for block in report.front)


def test_sections_stand_in_the_order_that_is_asked_for(sample, read):
    report = make(read(sample), Asked(sections=("stories", "methods", "overview"), made_on=DAY))

    assert [section.key for section in report.sections] == ["stories", "methods", "overview"]


def test_an_unknown_section_is_named():
    with pytest.raises(SettingsError, match="no section 'x'; there are overview, notes"):
        keys_of(["overview", "x"])


def test_without_notes_there_is_no_section_for_them(sample, read):
    report = make(read(sample), Asked(sections=("notes", "methods"), made_on=DAY))

    assert [section.key for section in report.sections] == ["methods"]


def test_every_figure_has_a_name_of_its_own(whole):
    keys = [picture.key for picture in pictures_of(whole)]

    assert len(keys) == len(set(keys)) >= 15


def test_the_first_page_says_what_is_not_in_the_numbers(whole):
    (box,) = [block for block in whole.front if isinstance(block, Box)]
    said = json.dumps(as_data(box))

    assert "lines of the selected texts taken out" in said
    assert "4 articles have no date that is known" in said
    assert "Every item of the collection could be read." in said


def test_what_could_not_be_read_is_counted(dirty, read):
    report = make(read(dirty), Asked(made_on=DAY))
    (box,) = [block for block in report.front if isinstance(block, Box)]

    assert f"{dirty.counts['problems']} items of the collection could not be read" in json.dumps(as_data(box))


def test_at_most_five_findings_each_with_its_figure_and_a_sentence(bundle_of, read):
    for name in ("sample", "2,000 articles"):
        front = make(read(bundle_of(name)), Asked(made_on=DAY)).front
        found = [block for block in front if isinstance(block, Finding)]

        assert 1 <= len(found) <= 5
        assert [finding.number for finding in found] == list(range(1, len(found) + 1))
        for finding in found:
            assert isinstance(finding.picture, Picture)
            assert finding.quotes
            assert finding.basis


SUBJECTS = (
    (
        "harbour",
        "crane",
        "dockers",
        "strike",
        "container",
        "pilot",
        "quay",
        "tide",
        "vessel",
        "cargo",
        "berth",
        "union",
    ),
    (
        "court",
        "judge",
        "jury",
        "verdict",
        "trial",
        "fraud",
        "lawyer",
        "appeal",
        "sentence",
        "witness",
        "prison",
        "bail",
    ),
    ("flood", "river", "bank", "rain", "dyke", "pump", "village", "sandbag", "bridge", "meadow", "sluice", "weir"),
)


def two_outlets():
    """Articles on three subjects, of which one outlet has most of the first, and another most of the others."""
    random = np.random.default_rng(3)
    for number in range(120):
        subject = number % 3
        outlet = ("Post", "Gazette")[(subject > 0) ^ (number % 18 < 3)]
        sentences = (" and the ".join(random.choice(SUBJECTS[subject], 4)) for _ in range(6))
        text = " ".join(f"The {words} went on." for words in sentences)
        yield {"id": f"{number:03}", "title": f"Number {number}", "text": text, "source": outlet}


def test_a_finding_compares_the_articles_that_were_tested(build_rows, read):
    reading = read(build_rows(list(two_outlets())))
    found = [one for one in stand_outs(reading.with_shown_topic, reading.whole_stories) if one.kind.startswith("topic")]

    assert found
    for one in found:
        rows = _shares(reading, one)
        assert rows["n_on"].iloc[0] == one.n_articles == len(reading.behind(one.mark))
        assert rows["share"].tolist() == pytest.approx([one.here, one.elsewhere])
        assert topic_named(one.mark) is not None
        assert basis(reading, one).startswith(f"{one.n_articles:,} of {rows['n_articles'].iloc[0]:,} against ")


def test_of_two_articles_nothing_is_claimed(bundle_of, read):
    front = make(read(bundle_of("two articles")), Asked(made_on=DAY)).front

    assert not any(isinstance(block, Finding) for block in front)


def test_articles_that_are_asked_for_are_shown_whole_in_that_order(sample, read):
    rows = sample.frame(ARTICLES, ["article_id", "headline", "body"]).tail(2).iloc[::-1]
    asked = Asked(articles=(*rows["article_id"], "unknown"), sections=("articles",), made_on=DAY)
    blocks = make(read(sample, q=["strike"]), asked).sections[0].blocks
    shown = [block for block in blocks if isinstance(block, Article)]

    assert [block.headline for block in shown] == rows["headline"].tolist()
    for article, body in zip(shown, rows["body"], strict=True):
        text = "\n".join("".join(run.text for run in block.line) for block in article.blocks)
        assert text.split() == body.split()
    assert "unknown" in json.dumps(as_data(blocks[0]))


def test_without_texts_no_passage_is_longer_than_200_characters(sample, read):
    rows = sample.frame(ARTICLES, ["article_id", "body"])
    asked = Asked(articles=tuple(rows["article_id"].head(3)), with_text=False, made_on=DAY)
    report = make(read(sample, q=["the"]), asked)
    text = " ".join(pdf_text(typeset.pdf(report)).split())

    for body in rows["body"]:
        said = " ".join(body.split())
        for start in range(0, max(1, len(said) - 201), 100):
            assert len(said) < 201 or said[start : start + 201] not in text


def test_the_hits_of_a_search_are_marked(sample, read):
    report = make(read(sample, q=["strike"]), Asked(sections=("articles",), made_on=DAY))
    runs = [
        run
        for block in report.sections[0].blocks
        if isinstance(block, Article)
        for part in block.blocks
        for run in part.line
    ]

    assert {run.text.lower() for run in runs if run.style == "mark"} == {"strike"}


@pytest.mark.parametrize(
    ("params", "groups"),
    [
        ({}, (None, None)),
        ({"group": ["outlet:Post"]}, ("outlet:Post", None)),
        ({"group": ["outlet:Post"], "against": ["topic:1"]}, ("outlet:Post", "topic:1")),
        ({"against": ["topic:1"]}, (None, None)),
        ({"group": ["term:x"], "against": ["topic:x"]}, (None, None)),
    ],
)
def test_groups_are_read_as_on_the_page_of_keywords(params, groups):
    assert tuple(None if mark is None else str(mark) for mark in groups_in(params)) == groups


def test_the_groups_that_are_asked_for_are_compared(sample, read):
    groups = groups_in({"group": ["outlet:Marchland Post"], "against": ["outlet:The Harbour Gazette"]})
    report = make(read(sample), Asked(sections=("apart",), groups=groups, made_on=DAY))

    assert pictures_of(report)[-1].title == "What sets Marchland Post apart from The Harbour Gazette?"


def test_hostile_text_comes_out_as_text(bundle_of, read):
    report = make(read(bundle_of("hostile")), Asked(title=" ".join(SNIPPETS), notes=" ".join(SNIPPETS), made_on=DAY))
    page = web.page(report)
    printed = pdf_text(typeset.pdf(report)).replace(" ", "").replace("-", "")

    body = page.split("<body>")[1].rsplit('<script type="application/json"', 1)[0]
    assert not re.search(r"<(script|iframe|object|embed|form)\b|<img(?! alt=)|<svg|\son\w+=['\"]?window", body)
    assert 'href="javascript:' not in page
    for snippet in SNIPPETS:
        assert snippet.replace(" ", "").replace("-", "") in printed


def test_tables_say_what_they_leave_out(whole):
    grids = [block for section in whole.sections for block in section.blocks if isinstance(block, Grid)]

    assert grids
    for grid in grids:
        assert {len(row) for row in grid.rows} <= {len(grid.columns)} == {len(grid.is_number)}
    assert any(grid.note.startswith("The first 20 of") for grid in grids)
