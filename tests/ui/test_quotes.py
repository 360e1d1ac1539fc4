"""The sentence beside a listed article: found, marked, cut, and always text."""

import re

import pytest

from analysis.occurrences import Span
from analysis.queries import Phrase
from ui.quotes import Quote, as_html, find_quote

BODY = "Rain fell. The river rose by a metre. Nobody saw the River Trent rise."


@pytest.mark.parametrize(
    ("phrases", "number", "marked", "is_telling"),
    [
        ([["river"]], 1, ["river"], True),
        ([["river", "trent"]], 2, ["River Trent"], True),
        ([["snow"], ["rain"]], 0, ["Rain"], True),
        ([["snow"]], 0, [], False),
        ([], 0, [], False),
    ],
)
def test_the_quote_is_the_first_sentence_that_holds_what_was_sought(phrases, number, marked, is_telling):
    quote = find_quote(BODY, [Phrase(tuple(words)) for words in phrases])

    assert (quote.number, quote.is_telling) == (number, is_telling)
    assert [quote.text[span.start : span.end] for span in quote.spans] == marked
    assert quote.text in BODY


def test_an_empty_body_has_no_quote():
    assert find_quote("", [Phrase(("rain",))]) is None
    assert as_html(None) == ""


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("Rain fell.", [], "Rain fell."),
        ("Rain fell.", [Span(0, 4)], '<mark class="term">Rain</mark> fell.'),
        ("<b>A</b>", [Span(3, 4)], '&lt;b&gt;<mark class="term">A</mark>&lt;/b&gt;'),
        ("a & b", [Span(2, 3)], 'a <mark class="term">&amp;</mark> b'),
        ("x y", [Span(0, 1), Span(2, 3)], '<mark class="term">x</mark> <mark class="term">y</mark>'),
    ],
)
def test_a_quote_is_text_with_its_words_marked(text, spans, shown):
    assert as_html(Quote(0, text, spans, True)) == shown


@pytest.mark.parametrize("start", [0, 100, 129, 130, 131, 500, 1_000, 1_990])
def test_a_long_quote_is_cut_around_what_was_sought(start):
    text = "".join(chr(ord("a") + n % 26) for n in range(2_000))
    shown = as_html(Quote(0, text, [Span(start, start + 5)], True))
    kept = re.sub("<[^>]+>|… | …", "", shown)

    assert kept in text
    assert len(kept) <= 260
    assert f'<mark class="term">{text[start : start + 5]}</mark>' in shown
    assert shown.startswith("… ") == (not text.startswith(kept))
    assert shown.endswith(" …") == (not text.endswith(kept))
