"""HTML: the main text of a page and its metadata, as trafilatura finds them; nothing is fetched.

What else the page shows stands below the main text, and is taken: it will be among the removed lines.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from analysis.articles import Item, Problem
from analysis.cleaning.reasons import HEADLINE, OUTSIDE
from analysis.sources.decoding import open_text
from analysis.sources.exports import is_export
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.page_dates import stated_date
from analysis.sources.page_text import lines_outside, text_of_page
from analysis.sources.plain import items_of_text
from analysis.sources.streams import UnreadableError

# Only what the page states as its date: of the dates in its text, none need be that of the article.
_LINE_END = re.compile(r"\r\n?")
_DATE_SEARCH = {"extensive_search": False, "original_date": True}


def read_html(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of a page, its main text first and what else it shows below; or those of an export."""
    file.check_size(sources)
    with open_text(file, newline="") as stream:
        page = stream.read(sources.whole_file_bytes)
    if "<" not in page:
        text = page
    elif is_export(text := text_of_page(page)):
        yield from items_of_text(file.source_path, text)
        return
    elif len(page) > sources.item_bytes:
        over = f"over {sources.item_bytes:,} characters for one page (the limit sources.item_bytes)"
        raise UnreadableError("too large", over)
    else:
        yield _article_of(page, text, file.source_path)
        return
    if not text.strip():
        raise UnreadableError("empty", "the page has no text")
    yield Item(file.source_path, text)


def _article_of(page: str, all_text: str, source_path: str) -> Item:
    import trafilatura

    # It says on standard error what becomes a problem here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_DATE_SEARCH, as_dict=True
    )
    fields = found if isinstance(found, dict) else {}
    main_text = _LINE_END.sub("\n", fields.get("text") or all_text)
    if not main_text.strip():
        raise UnreadableError("no text", "the page has no text")
    text, taken = _with_all_text(main_text, all_text, fields.get("title") or "")
    return Item(
        source_path,
        text,
        taken=taken,
        headline=fields.get("title") or None,
        outlet=fields.get("sitename") or fields.get("hostname") or None,
        published=stated_date(page),
        byline=fields.get("author") or None,
        url=fields.get("url") or None,
    )


def _with_all_text(main_text: str, all_text: str, title: str) -> tuple[str, dict[int, str]]:
    """The main text with all else that the page shows below it, and for each line below why it is no part of it."""
    outside = lines_outside(all_text, main_text)
    if not outside:
        return main_text, {}
    text = f"{main_text}\n\n" + "\n".join(outside)
    first = text.count("\n") + 1 - len(outside)
    reasons = (HEADLINE if line == title else OUTSIDE for line in outside)
    return text, dict(enumerate(reasons, first))
