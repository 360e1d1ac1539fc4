"""Tables: every table of a bundle, in the order in which people ask for them."""

from __future__ import annotations

from analysis.articles import ARTICLES, NOTICES, PROBLEMS, REMOVED
from analysis.schema import Table
from analysis.staging import ITEMS
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.steps.sentiment import SENTENCES, SENTIMENT
from analysis.steps.stories import STORIES
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_EXAMPLES, TOPIC_FIT, TOPIC_NUMBERS, TOPIC_TERMS, TOPICS
from analysis.stored_words import VOCABULARY, WORD_STREAMS
from analysis.work_keys import ARTICLE_KEYS

TABLES: tuple[Table, ...] = (
    ARTICLES,
    REMOVED,
    PROBLEMS,
    NOTICES,
    ITEMS,
    SENTENCES,
    SENTIMENT,
    TERMS,
    TERM_COUNTS,
    TOPICS,
    TOPIC_TERMS,
    TOPIC_EXAMPLES,
    ARTICLE_TOPICS,
    TOPIC_NUMBERS,
    TOPIC_FIT,
    STORIES,
    WORD_STREAMS,
    VOCABULARY,
    ARTICLE_KEYS,
)
