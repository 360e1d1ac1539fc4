"""Sections: the parts that a report may have, one module each."""

from collections.abc import Mapping

from report.sections import apart, articles, health, keywords, methods, notes, overview, sentiment, stories, topics
from report.sections.part import Part

PARTS: Mapping[str, Part] = {
    part.key: part
    for part in (
        overview.PART,
        notes.PART,
        health.PART,
        keywords.PART,
        apart.PART,
        topics.PART,
        sentiment.PART,
        stories.PART,
        articles.PART,
        methods.PART,
    )
}
"""All sections by their keys, in the order that they have unless somebody asks for another one."""
