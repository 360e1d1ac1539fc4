"""What is told from a layout that is stored, and what is not."""

import pytest

from tests.browser.layouts import Block, compare

CHART = Block("chart", 0.0, 0.47, 100, 300)
TABLE = Block("table", 0.0, 1.0, 420, 200)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ([CHART, TABLE], []),
        # Lines that break elsewhere push all that follows down; something new stands between.
        ([CHART._replace(height=380), Block("new", 0, 1, 500, 80), TABLE._replace(top=600)], []),
        ([TABLE], ["chart is missing"]),
        ([CHART._replace(left=0.5, right=1.0), TABLE], ["chart reached from 0.0 to 0.47, now from 0.5 to 1.0"]),
        ([CHART._replace(height=20), TABLE], ["chart was 300 high, now 20"]),
        ([CHART._replace(top=700), TABLE], ["table stood below chart"]),
        ([CHART, TABLE._replace(top=300)], ["table stood below chart"]),
    ],
)
def test_a_layout_is_compared_loosely(now, said):
    assert compare([CHART, TABLE], now) == said
