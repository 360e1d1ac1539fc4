"""Dates of pages: only what a page states as its own date, never one of those in its text."""

from __future__ import annotations

import logging
import re
from typing import Any

from analysis.dates import parse_date

# The fields that name the day of publication, the surest first; their values are taken as they stand.
_FIELDS = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate"),
    *("publish-date", "publish_date", "published_time", "publication_date", "publication-date", "article.published"),
    *("sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date"),
)
_OF_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_NOT_OF_THE_ARTICLE = "//footer|//aside|//nav|//figure"
_OF_DATES = re.compile(r"date|time|publi|posted|byline|meta", re.IGNORECASE)


def stated_date(page: str) -> str | None:
    """The date that a page gives itself, as it is written there; None if it gives none.

    In the order of trust: the data for search engines (JSON-LD), the fields of its head, its address, an element that
    is marked as a date.
    """
    from lxml import etree, html

    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    candidates = [*_in_json(root), *_in_fields(root)]
    return next((text for text in candidates if parse_date(text)), None) or _marked(root)


def _in_json(root: Any) -> list[str]:
    scripts = (script.text_content() for script in root.iter("script") if "ld+json" in script.get("type", ""))
    return [value.replace("\\/", "/") for script in scripts for value in _OF_JSON.findall(script)]


def _in_fields(root: Any) -> list[str]:
    values: dict[str, str] = {}
    for element in root.xpath("//meta[@content]|//*[@itemprop='datePublished']"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = element.get("content") or element.get("datetime") or element.text_content()
        values.setdefault(name.strip().lower(), value.strip())
    return [values[name] for name in _FIELDS if name in values]


def _marked(root: Any) -> str | None:
    """The date of the address or of an element that is marked as one: all other text is taken out before the search."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    for element in root.xpath(_NOT_OF_THE_ARTICLE):
        element.drop_tree()
    for element in root.xpath("//p|//li|//td|//blockquote|//h1|//h2|//h3"):
        said = " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
        if element.getparent() is not None and not _OF_DATES.search(said) and not element.xpath(".//time"):
            element.drop_tree()
    found: str | None = find_date(root, extensive_search=False, original_date=True)
    return found
