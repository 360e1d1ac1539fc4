"""Cells are written as charts write them."""

import pandas as pd
import pytest

from figures.tables import texts_of


@pytest.mark.parametrize(
    ("name", "cells", "style", "texts"),
    [
        ("n", [12400, 3], None, ["12,400", "3"]),
        ("share", [0.031, None], None, ["3.1\u00a0%", ""]),
        ("coherence", [-0.04, 0.5], None, ["\u22120.04", "0.50"]),
        ("tone", [0.2, None], "signed", ["+0.20", ""]),
        ("day", pd.to_datetime(["2026-05-04", None]), None, ["4 May 2026", ""]),
        ("is_new", [True, False], None, ["yes", "no"]),
        ("name", ["a", None], None, ["a", ""]),
        ("name", [], None, []),
    ],
)
def test_every_cell_is_a_text(name, cells, style, texts):
    assert texts_of(pd.Series(cells, name=name), style) == texts
