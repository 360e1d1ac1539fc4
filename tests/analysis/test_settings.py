import json

import pytest

from analysis.cleaning import RULES
from analysis.errors import SettingsError
from analysis.settings import Cleaning, Settings, read_settings, read_stated
from analysis.sources import Columns, KnownTable, Sources
from analysis.steps.keywords import Keywords
from analysis.steps.sentiment import Sentiment
from analysis.steps.topics import Topics


def read(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings()),
        ("[topics]\n", Settings()),
        ("[topics]\nnumber = 8", Settings(topics=Topics(8))),
        ("[keywords]\nmin_phrase_count = 5", Settings(keywords=Keywords(min_phrase_count=5))),
        ('[sentiment]\nlanguages = ["en", "de"]', Settings(sentiment=Sentiment(("en", "de")))),
        ("[sources]\nitem_bytes = 1000", Settings(sources=Sources(item_bytes=1000))),
        ('[sources.columns]\ntext = "story"', Settings(sources=Sources(columns=Columns(text=("story",))))),
        (
            '[sources.columns]\ntext = ["story", "Volltext"]\nid = "Nr"',
            Settings(sources=Sources(columns=Columns(id=("Nr",), text=("story", "Volltext")))),
        ),
        (
            '[[sources.tables]]\nheaders = ["Nr", "Kopf"]\ntext = " kopf"',
            Settings(sources=Sources(tables=(KnownTable(("Nr", "Kopf"), text=" kopf"),))),
        ),
        (f'[cleaning]\noff = ["{RULES[0]}"]', Settings(cleaning=Cleaning((RULES[0],)))),
        (
            "[topics]\nnumber = 8\n[keywords]\nmin_phrase_articles = 1",
            Settings(topics=Topics(8), keywords=Keywords(3, 1)),
        ),
    ],
)
def test_what_a_file_leaves_out_keeps_its_default(tmp_path, text, settings):
    assert read(tmp_path, text) == settings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[topic]\nnumber = 8", r"there is no section 'topic'; there are \['sources', 'cleaning'"),
        ("number = 8", "there is no section 'number'"),
        ("topics = 8", "there is no section 'topics'"),
        ("[topics]\nnumbr = 8", r"'topics' has no setting \['numbr'\]; it has \['number'\]"),
        ("[topics]\nnumber = '8'", "topics.number must be a whole number, not '8'"),
        ("[topics]\nnumber = 8.0", "topics.number must be a whole number, not 8.0"),
        ("[topics]\nnumber = true", "topics.number must be a whole number, not True"),
        ("[topics]\nnumber = -1", "topics.number must be 0 .* or more, not -1"),
        ("[keywords]\nmin_phrase_count = 0", "keywords.min_phrase_count must be at least 1, not 0"),
        ("[sentiment]\nlanguages = 'en'", "sentiment.languages must be a list of texts, not 'en'"),
        ("[sentiment]\nlanguages = [1]", r"sentiment.languages must be a list of texts, not \[1\]"),
        ("[cleaning]\noff = ['no such rule']", r"cleaning.off names no rule: \['no such rule'\]; the rules are"),
        ("[cleaning]\noff = [1]", r"cleaning.off must be a list of texts, not \[1\]"),
        ("[cleaning]\noff = [[]]", r"cleaning.off must be a list of texts, not \[\[\]\]"),
        ('[sources]\ndate_order = "year"', "sources.date_order must be one of"),
        ("[sources]\nitem_bytes = 0", "sources.item_bytes must be at least 1, not 0"),
        ("[sources]\narchive_bytes = -1", "sources.archive_bytes must be at least 1, not -1"),
        ("[sources]\ncolumns = 'story'", "sources.columns must be a section of its own, not 'story'"),
        ("[sources.columns]\nbody = 'story'", r"'sources.columns' has no setting \['body'\]; it has \['byline'"),
        ("[sources.columns]\ntext = 1", "sources.columns.text must be a list of texts, not 1"),
        ("[sources]\ntables = 'story'", "sources.tables must be a list of sections, not 'story'"),
        ("[sources]\ntables = ['story']", r"sources.tables must be a list of sections, not \['story'\]"),
        ("[[sources.tables]]\nname = 'x'", r"'sources.tables' has no setting \['name'\]; it has \['byline'"),
        ("[[sources.tables]]\ntext = 'x'", r"by the headers of the table, \[\], not 'x'"),
        ("[[sources.tables]]\nheaders = ['a', 'b']\ntext = 'x'", r"headers of the table, \['a', 'b'\], not 'x'"),
        ("[[sources.tables]]\nheaders = 'a'", "sources.tables.headers must be a list of texts, not 'a'"),
        ("[topics", "cannot be read"),
    ],
)
def test_what_cannot_be_is_a_clear_error(tmp_path, text, said):
    with pytest.raises(SettingsError, match=said):
        read(tmp_path, text)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_a_clear_error(tmp_path, content):
    path = tmp_path / "settings.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"settings.toml: cannot be read"):
        read_settings(path)


def test_the_settings_as_the_manifest_states_them_are_plain():
    assert Settings().as_dict() == {
        "sources": {
            "item_bytes": 10_000_000,
            "file_bytes": 4_000_000_000,
            "whole_file_bytes": 200_000_000,
            "archive_bytes": 4_000_000_000,
            "archive_depth": 3,
            "archive_ratio": 200,
            "items": 2_000_000,
            "tables": (),
            "date_order": "auto",
            "columns": dict.fromkeys(("id", "text", "headline", "outlet", "published", "byline", "url"), ()),
        },
        "cleaning": {"off": ()},
        "sentiment": {"languages": ("en",), "reading": "news", "min_scored": 3},
        "keywords": {"min_phrase_count": 3, "min_phrase_articles": 2, "stop_words": (), "keep_words": ()},
        "topics": {"number": 0},
    }


def test_settings_outlive_a_manifest():
    tables = (KnownTable(("Nr", "Kopf"), text="Kopf"), KnownTable(("Titel", "Text"), headline="Titel", text="Text"))
    sources = Sources(columns=Columns(text=("story", "Volltext")), tables=tables)
    settings = Settings(cleaning=Cleaning((next(iter(RULES)),)), sources=sources)

    assert read_stated(json.dumps(settings.as_dict())) == settings


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "not JSON"), ("[1]", "not an object"), ('{"colours": {}}', "no section"), ('{"topics": 3}', "no section")],
)
def test_stated_settings_that_cannot_be_are_an_error(text, said):
    with pytest.raises(SettingsError, match=said):
        read_stated(text)
