"""CSV export: a table as a file that spreadsheets read, with its texts as texts."""

from __future__ import annotations

import pandas as pd

from analysis.exports.flat import OPENS_FORMULA


def csv_of(frame: pd.DataFrame) -> bytes:
    """`frame` as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel sees the encoding; without its index.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are.
    """
    texts = frame.select_dtypes(["object", "str"]).columns
    inert = frame.assign(**{name: frame[name].map(_inert) for name in texts}).rename(columns=_inert)
    # Python quotes a line end within a cell only if it is one of these: "a\r=1" would begin a row with a formula.
    saved: str = inert.to_csv(index=False, lineterminator="\r\n")
    return saved.encode("utf-8-sig")


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(OPENS_FORMULA) else value
