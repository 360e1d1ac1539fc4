"""Ready: importing this loads what article work needs, once for all workers that are forked afterwards.

Models and compiled patterns are else loaded by each worker when it comes upon the first article.
"""

from __future__ import annotations

from analysis.articles import Article, Document, Documents
from analysis.cleaning import clean
from analysis.steps import sentiment, words
from analysis.tokens import detect_language

_TEXT = "The harbour is closed.\n\nBoats wait outside, said the master, and nobody knows for how long they will.\n"


def _work_on_one() -> None:
    body = clean(_TEXT).body
    document = Document(Article("a", "", None, body, language=detect_language(body)))
    for step in (sentiment.STEP, words.STEP):
        step(Documents([document]))


_work_on_one()
