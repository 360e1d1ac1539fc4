import pytest

from charts import Measure
from tests.charts.making import BARS, N_ARTICLES, bars, column, part_bars, svg, topic_bars


def test_bars_stand_in_the_order_of_the_frame():
    frame = BARS.iloc[::-1]

    assert column(bars(frame), "label") == ["vote", "flood", "truce"]
    assert column(bars(frame), "wide_y") == sorted(column(bars(frame), "wide_y"))


def test_the_number_stands_at_the_end_of_its_bar():
    assert "12,400" in svg(bars())


def test_a_bar_says_its_name_and_number():
    assert column(bars(), "about") == ["truce: 12,400 articles", "flood: 37 articles", "vote: 1 article"]


def test_shares_are_written_in_per_cent():
    frame = BARS.assign(share=[0.827, 0.031, 0])
    chart = bars(frame, value=Measure("share", "articles", "share"))

    assert column(chart, "text") == ["82.7\u00a0%", "3.1\u00a0%", "0\u00a0%"]


@pytest.mark.parametrize(
    ("draw", "chosen", "roles"),
    [
        (bars, None, ["plain", "plain", "plain"]),
        (bars, "t2", ["quiet", "accent", "quiet"]),
        (bars, "gone", ["plain", "plain", "plain"]),
        (topic_bars, None, ["0", "7", "other"]),
        (topic_bars, "t2", ["quiet", "7", "quiet"]),
    ],
)
def test_the_chosen_bar_stands_out(draw, chosen, roles):
    assert column(draw(chosen=chosen), "role") == roles


def test_zero_is_told_from_no_data():
    assert column(bars(BARS.assign(n=[3, 0, None])), "text") == ["3", "0", "no data"]


def test_numbers_below_zero_are_drawn_to_the_left():
    chart = bars(BARS.assign(n=[2.5, -1.5, 0]), value=Measure("n", "log-odds", "signed"))

    assert column(chart, "length") == [2.5, -1.5, 0]
    assert column(chart, "end") == [2.5, 0, 0]
    assert "−1.50" in svg(chart)


def test_names_that_repeat_stay_bars_of_their_own():
    chart = bars(BARS.assign(label="rain"))

    assert len(set(column(chart, "narrow_y"))) == 3


@pytest.mark.parametrize("width", [336, 1280])
def test_a_name_of_sixty_signs_is_shown_whole(width):
    name = "Associated Press Newsroom Service for the Americas (English)"
    drawing = svg(bars(BARS.assign(label=[name, "Wire", "Herald"])), width)

    assert "…" not in drawing
    assert all(word in drawing for word in name.split())


def test_long_names_take_room_from_their_own_row_only():
    name = "Associated Press Newsroom Service for the Americas (English)"
    middles = column(bars(BARS.assign(label=["Wire", "Herald", name])), "narrow_y")

    assert middles[1] - middles[0] < middles[2] - middles[1]


def test_the_height_follows_the_number_of_bars():
    one, three = (bars(BARS.head(n)).to_dict()["height"] for n in (1, 3))

    assert three == 3 * one


def test_hostile_column_names_do_not_matter():
    frame = BARS.rename(columns={"label": "a[0].b\\c", "n": "datum['x']"})
    chart = bars(frame, label="a[0].b\\c", value=Measure("datum['x']", N_ARTICLES.noun))

    assert column(chart, "about") == column(bars(), "about")


def test_a_part_stands_before_its_whole_with_its_share():
    chart = part_bars()

    assert column(chart, "length") == [12400, 37, 1]
    assert column(chart, "end") == [24800, 40, 1]
    assert column(chart, "text") == ["12,400 · 50.0\u00a0%", "37 · 92.5\u00a0%", "1 · 100\u00a0%"]
    assert column(chart, "phrase")[1] == "37 of 40 articles (92.5\u00a0%)"
    assert column(chart, "role") == ["0", "7", "other"]
