"""Texts that make a careless pattern run for ever: what works on articles takes a time in proportion to them."""

import time

import pytest

from analysis.articles import Article, Document, Documents, Item
from analysis.cleaning import clean
from analysis.dates import parse_date
from analysis.queries import parse
from analysis.sources.mending import mend
from analysis.steps import sentiment, words
from analysis.tokens import detect_language

# Processor time: a busy machine does not count. What grows with the square would take minutes.
MOST_SECONDS = 20
N_CHARACTERS = 60_000
PARTS = [
    *("a", " ", "\t ", "\n \n", " \n", "\xa0", ". ", "- ", "1,", "*", "(", "“", "“a” ", "a-", "a'", "a@", "A.B.", "_a"),
    *("http://a.", "&a;", "<a ", "<!--", "a | ", "By: ", "1/2/", "12:", "Ã©", "…", "© 2016 ", "Said By John ", "[a]("),
    *("a\u200d", "e\u0301", "ال", "新聞", "\u202e", "$x$ ", ":red[", "Read more: a\n", "Photo: a\n"),
]


def work_on(text):
    """All that is done to an article by itself."""
    body = clean(text).body
    document = Document(Article("a", "", None, body, language=detect_language(body)))
    for step in (sentiment.STEP, words.STEP):
        step(Documents([document]))


WORK = {
    "an article": work_on,
    "an item": lambda text: mend(Item("a.txt", text)),
    "a date": parse_date,
    "a search": lambda text: parse(text[:500]),
}


@pytest.mark.parametrize("part", PARTS)
def test_no_text_takes_for_ever(part):
    text = part * (N_CHARACTERS // len(part))
    for name, work in WORK.items():
        began = time.process_time()
        work(text)

        assert time.process_time() - began < MOST_SECONDS, name
