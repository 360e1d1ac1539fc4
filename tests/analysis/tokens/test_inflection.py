"""Inflection: which words are forms of which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tokens import bases


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("protest protests protested protesting", "en", {"protests", "protested", "protesting"}),
        ("tax taxes church churches house houses", "en", {"taxes", "churches", "houses"}),
        ("ally allies allied carry carried carrying", "en", {"allies", "allied", "carried", "carrying"}),
        ("make making plan planned planning", "en", {"making", "planned", "planning"}),
        ("policeman policemen woman women", "en", {"policemen", "women"}),
        ("rat rate rated", "en", {"rated"}),
        ("build building buildings", "en", {"buildings"}),
        ("unit units unite united", "en", {"units"}),
        ("nation national nationalist nationality", "en", set()),
        ("general generous generation", "en", set()),
        ("as ass is us gas boss", "en", set()),
        ("king ring thing bed red", "en", set()),
        ("roberts robert goods good news new", "en", set()),
        ("election elections", None, set()),
        ("election elections", "zh", set()),
        ("election elections", "xx", set()),
        ("covid-19 covid-19s #metoo 1990s 1990", "en", set()),
        ("wahl wahlen wähler regierung regierungen", "de", {"wahlen", "regierungen"}),
        ("presidente presidenta presidencia medida medidas", "es", {"presidente", "medidas"}),
        ("ministre ministres ministère", "fr", {"ministres"}),
        ("правительство правительства правительством", "ru", {"правительство", "правительством"}),
    ],
)
def test_forms_of_some_words(words: str, language: str | None, found: set[str]) -> None:
    assert set(bases(words.split(), language)) == found


def test_names_have_a_plural_alone() -> None:
    words = ["republican", "republicans", "bush", "bushed", "trump", "trumped", "trumping"]

    assert bases(words, "en", names=True) == {"republicans": "republican"}


def test_a_form_of_a_form_has_the_base_of_both() -> None:
    assert bases(["ruling", "rulings", "rule", "rules"], "en") == {"rulings": "ruling", "rules": "rule"}
    assert bases(["filed", "file", "files"], "en") == {"filed": "file", "files": "file"}


PARTS = st.tuples(st.sampled_from(["vote", "plan", "carr", "ma", "hop", "hope", "üb"]), st.sampled_from(
    ["", "s", "es", "d", "ed", "ing", "ings", "y", "ies", "ied", "n", "men", "man", "ned", "ning"]
)).map("".join)  # fmt: skip


@given(st.sets(st.one_of(PARTS, st.text())), st.sampled_from(["en", "de", "fr", None]), st.booleans())
def test_a_base_is_one_of_the_words_and_has_none_itself(words: set[str], language: str | None, names: bool) -> None:
    found = bases(words, language, names=names)

    assert set(found) <= words
    assert set(found.values()) <= words - set(found)
