import pytest

from charts import picked_marks, standalone
from charts.marks import sentences
from tests.charts.making import bars


@pytest.mark.parametrize(
    ("event", "marks"),
    [
        ({"selection": {"pick": [{"mark": "t1"}]}}, ["t1"]),
        ({"selection": {"pick": [{"mark": "t1"}, {"mark": "t2"}]}}, ["t1", "t2"]),
        ({"selection": {"pick": {}}}, []),
        ({"selection": {"pick": [{}]}}, []),
        ({"selection": {"pick": [{"mark": None}]}}, []),
        ({"selection": {}}, []),
        ({}, []),
        (None, []),
    ],
)
def test_picked_marks(event, marks):
    assert picked_marks(event) == marks


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("n = 3", "Undated: 2."), "n = 3. Undated: 2."),
        (("n = 3.", "Undated: 2."), "n = 3. Undated: 2."),
        (("", "Undated: 2."), "Undated: 2."),
        (("n = 3",), "n = 3"),
        ((), ""),
    ],
)
def test_sentences(parts, text):
    assert sentences(*parts) == text


@pytest.mark.parametrize("width", [336, 720, 1200])
def test_a_chart_outside_the_dashboard_brings_its_own_colours_and_width(width):
    spec = standalone(bars(), width)

    assert spec["width"] == width
    assert spec["config"]["background"] == "#fbfaf6"
    assert isinstance(spec["title"]["text"], list)


def test_a_narrow_title_takes_more_lines():
    narrow, wide = (standalone(bars(title="word " * 30), width)["title"]["text"] for width in (336, 1200))

    assert len(narrow) > len(wide)
    assert " ".join(narrow) == " ".join(wide)
