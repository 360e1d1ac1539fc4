"""What a page that was opened without a browser shows, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

# The browser takes these for what they are: tables, options, drawings, the text of the reader.
_NOT_MARKDOWN = {"arrow_data_frame", "dataframe", "vega_lite_chart", "text", "bidi_component", "html"}
_NOT_SHOWN = {
    "id",
    "options",
    "default",
    "value",
    "raw_value",
    "raw_values",
    "query_string",
    "element_id",
    "deferred_file_id",
}


def elements(page: AppTest, kind: str) -> list[Any]:
    """All elements of one kind, blocks such as popovers too."""
    return [found for found in page._tree if found.type == kind]


def with_table(page: AppTest, key: str) -> AppTest:
    """The page after the table of the figure `key` was opened."""
    page.session_state[f"{key}_opened"] = True
    return page.run()


def markdown(page: AppTest) -> str:
    """All that the browser reads as Markdown."""
    protos = [found.proto for found in page._tree if found.type not in _NOT_MARKDOWN and getattr(found, "proto", None)]
    return "\n".join(text for proto in protos for text in _texts(proto))


def html(page: AppTest) -> str:
    """All that the browser reads as HTML, but the style sheet."""
    bodies = [found.proto.body for found in elements(page, "html")]
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def warnings(page: AppTest) -> list[str]:
    """What the page says that went wrong."""
    return [shown.value for shown in (*page.exception, *page.error, *page.warning)]


def _texts(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name in _NOT_SHOWN:
            continue
        for part in value if field.is_repeated else [value]:
            if isinstance(part, Message):
                yield from _texts(part)
            elif isinstance(part, str):
                yield part
