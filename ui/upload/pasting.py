"""Pasting: text that becomes a file, with the header that the reader of text files knows."""

from __future__ import annotations

import hashlib
import re

import streamlit as st

from analysis.sources import with_header
from figures import words
from ui.upload.files import Given

_DIVIDER = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.MULTILINE)
_DIVIDES_A_PATH = re.compile(r"[/\\]+")
_LONGEST_NAME = 60


def paste(number: int) -> list[Given]:
    """The articles that are pasted; `number` counts the uploads, as a new one begins with none."""
    text = st.text_area(
        "Text of the article", height=220, key=f"paste_{number}", placeholder="Paste the text of an article here"
    )
    several = st.checkbox("Several articles, with a line of three dashes (---) between them", key=f"several_{number}")
    headline, outlet, published = st.columns([2, 1, 1])
    given_headline = headline.text_input(
        "Headline (optional)", key=f"paste_headline_{number}", disabled=several,
        placeholder="Found in the text if it has one",
    )  # fmt: skip
    given_outlet = outlet.text_input("Outlet (optional)", key=f"paste_outlet_{number}")
    day = published.date_input(
        "Date (optional)", value=None, min_value="1900-01-01", key=f"paste_date_{number}", format="YYYY-MM-DD"
    )
    return pasted(
        text,
        several=several,
        headline="" if several else given_headline,
        outlet=given_outlet,
        published=day.isoformat() if day else "",
    )


def pasted(text: str, *, several: bool, headline: str, outlet: str, published: str) -> list[Given]:
    """A file for each article in `text`: the whole of it, or the parts between lines of dashes if it has `several`."""
    parts = [part.strip("\n") for part in (_DIVIDER.split(text) if several else [text]) if part.strip()]
    texts = [with_header(part, headline=headline, outlet=outlet, published=published) for part in parts]
    contents = [text.encode("utf-8", "replace") for text in texts]
    return [
        Given(_file_name(headline.strip() or part), content, hashlib.sha256(content).hexdigest())
        for part, content in zip(parts, contents, strict=True)
    ]


def _file_name(text: str) -> str:
    """A name after the first line of `text`, without what would divide a path."""
    first = _DIVIDES_A_PATH.sub(" ", text.strip().splitlines()[0])
    return f"{words.shorten(first, _LONGEST_NAME)}.txt"
