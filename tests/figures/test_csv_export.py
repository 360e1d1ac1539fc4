"""A table is saved so that spreadsheets read it, and run nothing of it."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from figures.csv_export import csv_of


def read_again(saved: bytes) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(saved.decode("utf-8-sig"), newline=""), keep_default_na=False)


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","a")'])
def test_a_text_that_opens_a_formula_is_made_harmless(text):
    saved = csv_of(pd.DataFrame({"line": [text], "n": [1]}))

    assert read_again(saved)["line"].tolist() == [f"'{text}"]


@pytest.mark.parametrize(
    "text", ["2 = 2", "a-b", "'quoted", " =1", "", "<script>", 'with "quotes", commas', "two\nlines"]
)
def test_other_text_stays_as_it_is(text):
    assert read_again(csv_of(pd.DataFrame({"line": [text, "x"]})))["line"].tolist() == [text, "x"]


def test_a_column_name_opens_no_formula():
    assert list(read_again(csv_of(pd.DataFrame({"=1": [1]})))) == ["'=1"]


def test_numbers_keep_their_sign_and_nothing_stays_nothing():
    frame = pd.DataFrame({"polarity": [-0.5, None], "n": [-1, 2], "outlet": ["Gazette", None]})

    assert csv_of(frame).decode("utf-8-sig").splitlines() == ["polarity,n,outlet", "-0.5,-1,Gazette", ",2,"]


def test_excel_sees_the_encoding():
    saved = csv_of(pd.DataFrame({"line": ["Straße, 东京, قال"]}))

    assert saved.startswith(b"\xef\xbb\xbf")
    assert "Straße, 东京, قال" in saved.decode("utf-8-sig")


def test_mixed_columns_keep_their_numbers():
    assert read_again(csv_of(pd.DataFrame({"detail": ["-x", -1]})))["detail"].tolist() == ["'-x", "-1"]


def test_an_empty_table_has_its_names():
    assert csv_of(pd.DataFrame({"line": [], "reason": []})) == b"\xef\xbb\xbfline,reason\r\n"


def test_the_frame_itself_is_not_changed():
    frame = pd.DataFrame({"line": ["=1"]})

    csv_of(frame)

    assert frame["line"].tolist() == ["=1"]
