"""A sentence with what its words add: all of its text, none of it as HTML."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tone import READINGS, explain
from ui.explained import as_html, table

SENTENCE = "The minister was not happy with the brutal attack, but praised the very brave rescuers."


def text_of(markup):
    return html.unescape(re.sub(r"<sub>[^<]*</sub>|</?span[^>]*>", "", markup))


@pytest.mark.parametrize("reading", READINGS)
def test_words_that_matter_stand_with_what_they_add(reading):
    markup = as_html(SENTENCE, explain(SENTENCE, reading).contributions)

    assert re.search(r'<span class="plus">praised<sub>\+0\.\d\d</sub></span>', markup)
    assert text_of(markup) == SENTENCE


@pytest.mark.parametrize("reading", READINGS)
def test_the_table_adds_up_to_the_score(reading):
    explanation = explain(SENTENCE, reading)
    rows = table(SENTENCE, explanation)

    assert rows["adds"].sum() == pytest.approx(explanation.total, abs=0.01)
    assert rows["adds"].abs().is_monotonic_decreasing


def test_a_sentence_that_is_html_stays_text():
    sentence = "<script>alert('great')</script> & a terrible <b>attack</b>."
    markup = as_html(sentence, explain(sentence).contributions)

    assert "<script" not in markup
    assert "<b>" not in markup
    assert text_of(markup) == sentence


@given(st.text(max_size=60), st.sampled_from(READINGS))
def test_no_letter_of_a_sentence_is_lost(sentence, reading):
    assert text_of(as_html(sentence, explain(sentence, reading).contributions)) == sentence
