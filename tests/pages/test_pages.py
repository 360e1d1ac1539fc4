"""Every page over every collection and selection: it opens, says what is wrong, and shows text as text."""

import shutil

import pytest

from analysis.articles import ARTICLES
from figures import words
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import COLLECTIONS, SNIPPETS
from ui.layout import PAGES

FILES = [file for file, _ in PAGES]
SELECTING = [file for file in FILES if file != "pages/data.py"]

SELECTIONS = {
    "a word": {"q": "strike"},
    "a phrase and odd signs": {"q": '"port workers" AND (NEAR* -'},
    "outlets": {"outlet": ["The Harbour Gazette", "none"]},
    "topics": {"topic": ["0", "1", "none"]},
    "days": {"from": "2026-03-10", "to": "2026-04-10"},
    "days the wrong way round": {"from": "2026-04-10", "to": "2026-03-10"},
    "days out of reach": {"from": "0001-01-01", "to": "9999-12-31"},
    "stories": {"count": "stories"},
    "a comparison": {"tab": "apart", "q": "strike"},
    "a comparison of outlets": {"tab": "apart", "group": "outlet:The Harbour Gazette", "against": "outlet:none"},
    "a comparison of a topic": {"tab": "apart", "group": "topic:0", "count": "stories", "news": "yes"},
    "lines": {"term": "strike", "panel": "lines", "order": "before", "by": "rate", "stop": ["port", "a,b"]},
    "lines of a stop word": {"term": "the", "panel": "lines", "order": "after"},
    "a spread": {"term": "strike", "panel": "spread"},
    "a spread of a stop word": {"term": "the", "panel": "spread"},
    "a network of articles": {"term": "strike", "panel": "company", "within": "article", "with": "port"},
    "own words": {"tab": "mine", "words": ["strike, port*", "<b>", "-the"], "mark": "words:strike, port*"},
    "no words yet": {"tab": "mine"},
    "all parts": {"q": "the", "outlet": "Marchland Post", "topic": "0", "from": "2026-03-01", "count": "stories"},
}  # fmt: skip
_ANY = (
    *("q", "outlet", "topic", "from", "to", "count", "term", "mark", "shown", "article", "sentence", "view"),
    *("problem", "other"),
    *("tab", "kind", "by", "most", "news", "stop", "panel", "order", "at", "group", "against"),
    *("words", "unit", "count_as", "within", "with", "topics_time_as"),
    *("title", "section", "paper", "brief", "show", "preview"),
)
NONSENSE = {
    "no sense": {"q": "((\"'%_\\", "topic": ["-7", "x", "٣"], "from": "soon", "to": "2026-02-30", "count": "x"},
    "unknown values": {"outlet": "nobody", "topic": "999"},
    "many digits": dict.fromkeys(("topic", "shown", "from", "sentence"), "9" * 5_000),
    # Streamlit passes over an address of more than half a megabyte, whole.
    "a megabyte": {"q": "x" * 1_000_000},
    "long values": dict.fromkeys(set(_ANY) - {"article"}, "x" * 40_000),
    "many words": {"q": "flood " * 60_000},
    "HTML everywhere": dict.fromkeys(set(_ANY) - {"article"}, "<script>alert(1)</script>"),
    "a widget's own name": {"w_q": "x", "kind": "x", "most": "x", "sort": "x", "w_outlet": "x"},
}
UNSOUND_MARKS = [
    *("x", "x:y", "topic:", "topic:x", "topic:\u00b2", "days:x", "days:2026-02-30..2026-03-01", "days:.."),
    *(
        "term-in:x",
        "term-in:x|",
        "term-in:x|tone:0..1",
        "term-not-in:|outlet:x",
        "term-in:x|topic:x",
        "term-elsewhere:",
    ),
    *("at:x", "at:2026-03-01..2026-03-02|", "at:2026-03-01..2026-03-02|topic:x", "at:..|outlet:x"),
    *("days:2026-03-01..2026-03-02..2026-03-03", "tone:x", "tone:nan..1", "tone:0..inf", "tone:-9..9"),
]
MARKS_OF_NOTHING = [
    "topic:999",
    "topic:-7",
    "article:x",
    "outlet:x",
    "days:2001-01-01..2001-01-02",
    "tone:-1..-0.99",
    "term-in:x|outlet:y",
    "at:2001-01-01..2001-01-02|topic:0",
    "words:,",
]


@pytest.fixture(params=["sample", *COLLECTIONS])
def bundle(request, bundle_of):
    return bundle_of(request.param)


@pytest.mark.parametrize("file", FILES)
def test_a_page_opens_over_any_collection(file, bundle, open_page):
    page = open_page(file, bundle.folder)

    assert warnings(page) == []
    assert len(page.title) == 1
    assert words.count(bundle.counts["articles"], "article") in markdown(page)


@pytest.mark.parametrize("chosen", SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize("file", FILES)
def test_a_page_opens_over_any_selection(file, chosen, sample, open_page):
    page = open_page(file, sample.folder, **chosen)

    assert warnings(page) == []


@pytest.mark.parametrize("chosen", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("file", FILES)
def test_a_page_survives_any_address(file, chosen, sample, open_page):
    page = open_page(file, sample.folder, **chosen)

    assert warnings(page) == []


@pytest.mark.parametrize("mark", UNSOUND_MARKS)
def test_a_mark_of_no_sense_chooses_nothing(mark, sample, open_page):
    page = open_page("pages/keywords.py", sample.folder, mark=mark)

    assert warnings(page) == []
    assert not page.subheader


@pytest.mark.parametrize("mark", MARKS_OF_NOTHING)
def test_a_mark_of_nothing_lists_nothing(mark, sample, open_page):
    page = open_page("pages/keywords.py", sample.folder, mark=mark)

    assert warnings(page) == []
    assert page.subheader[0].value.startswith("0 articles")


@pytest.mark.parametrize("file", SELECTING)
def test_a_page_says_that_nothing_was_found(file, sample, open_page):
    page = open_page(file, sample.folder, q="xylophonist")

    assert warnings(page) == []
    assert f"0 of {sample.counts['articles']} articles" in markdown(page)
    assert "**No article is found for “xylophonist”.**" in markdown(page)
    assert not page.get("vega_lite_chart")


@pytest.mark.parametrize("file", FILES)
def test_hostile_text_comes_out_as_text(file, bundle_of, open_page):
    hostile = bundle_of("hostile")
    every = " ".join(SNIPPETS)[:80]
    for params in ({}, {"outlet": every, "mark": f"outlet:{every}"}, {"q": " ".join(SNIPPETS), "topic": "0"}):
        page = open_page(file, hostile.folder, **params)

        assert warnings(page) == []
        assert_is_text(page)


def test_hostile_text_in_the_evidence_comes_out_as_text(bundle_of, open_page):
    hostile = bundle_of("hostile")
    for snippet in SNIPPETS:
        page = open_page("pages/keywords.py", hostile.folder, mark=f"outlet:{snippet}")

        assert_is_text(page)
        assert page.subheader[0].value == words.plain(f"1 article from {snippet}")
        assert words.plain(snippet) in markdown(page)
        assert words.as_html(snippet) in html(page)


def test_hostile_articles_open_in_the_reader(bundle_of, open_page):
    hostile = bundle_of("hostile")
    for article_id in hostile.frame(ARTICLES, ["article_id"])["article_id"]:
        page = open_page("pages/articles.py", hostile.folder, article=article_id, term="flood", q="script")

        assert warnings(page) == []
        assert_is_text(page)
        assert page.get("bidi_component")


def assert_is_text(page):
    read_as_markdown, read_as_html = markdown(page), html(page)
    for snippet in SNIPPETS:
        assert snippet not in read_as_markdown
    assert not any(tag in read_as_html for tag in ("<script", "<img", "<svg"))


@pytest.mark.parametrize("file", FILES)
def test_an_unknown_collection_is_named_as_the_trouble(file, sample, open_page):
    page = open_page(file, sample.folder, collection="A" * 22)

    assert not page.exception
    assert "is not on this server" in page.error[0].value
    assert not page.get("vega_lite_chart")


def test_an_unknown_article_is_named_and_the_list_stays(sample, open_page):
    page = open_page("pages/articles.py", sample.folder, article="<b>x</b>")

    assert not page.exception
    assert page.warning[0].value == f"There is no article {words.plain('<b>x</b>')} in this collection."
    assert len(page.dataframe) == 1


def test_an_article_is_shown_though_nothing_is_selected(sample, open_page):
    known = sample.frame(ARTICLES, ["article_id"])["article_id"].iloc[0]
    page = open_page("pages/articles.py", sample.folder, article=known, q="xylophonist")

    assert warnings(page) == []
    assert page.get("bidi_component")
    assert "This article is not in the selection" in markdown(page)


def test_an_unknown_article_where_nothing_is_selected_is_no_crash(sample, open_page):
    page = open_page("pages/articles.py", sample.folder, article="x", q="xylophonist")

    assert not page.exception
    assert len(page.warning) == 1


def no_manifest(folder):
    (folder / "manifest.json").unlink()


def torn_manifest(folder):
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text()[:100])


def list_for_a_manifest(folder):
    (folder / "manifest.json").write_text("[]")


def no_tables(folder):
    shutil.rmtree(next(folder.glob("tables-*")))


def torn_articles(folder):
    table = next(folder.glob("tables-*/articles.parquet"))
    table.write_bytes(table.read_bytes()[:200])


def no_terms(folder):
    next(folder.glob("tables-*/terms.parquet")).unlink()


BREAKAGES = [no_manifest, torn_manifest, list_for_a_manifest, no_tables, torn_articles]


@pytest.mark.parametrize("damage", BREAKAGES, ids=lambda damage: damage.__name__)
def test_a_broken_bundle_is_named_as_the_trouble(damage, bundle_of, tmp_path, open_page):
    broken = shutil.copytree(bundle_of("two articles").folder, tmp_path / "broken")
    damage(broken)

    page = open_page("app.py", broken)

    assert not page.exception
    assert len(page.error) == 1
    assert words.plain(str(broken)) in page.error[0].value
    assert "build" in page.error[0].value or "bundle" in page.error[0].value


def test_a_bundle_with_a_table_missing_is_named_as_the_trouble(bundle_of, tmp_path, open_page):
    broken = shutil.copytree(bundle_of("two articles").folder, tmp_path / "broken")
    no_terms(broken)

    page = open_page("pages/keywords.py", broken)

    assert not page.exception
    assert words.plain("table 'terms' cannot be read") in page.error[0].value
