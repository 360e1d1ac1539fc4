import pytest

from tests.charts.making import SIDES, column, sides, strings, svg


def test_bars_stand_in_the_order_of_the_frame_from_a_middle_line():
    assert column(sides(), "length") == [11.2, 3.0, -4.9]
    assert column(sides(), "narrow_y") == sorted(column(sides(), "narrow_y"))


def test_the_number_stands_at_the_end_of_its_bar_with_its_sign():
    assert "+11.20" in svg(sides())
    assert "−4.90" in svg(sides())


def test_a_bar_says_what_there_is_in_both_groups():
    assert column(sides(), "about")[0] == "black: z +11.20; Herald: 11 of 120 articles; others: 65 of 720 articles"


@pytest.mark.parametrize(
    ("chosen", "roles"),
    [(None, ["plain", "plain", "1"]), ("s3", ["quiet", "quiet", "1"]), ("s1", ["plain", "quiet", "quiet"])],
)
def test_the_two_sides_have_their_own_colours_and_the_chosen_bar_keeps_its_own(chosen, roles):
    assert column(sides(chosen=chosen), "role") == roles


@pytest.mark.parametrize("chosen", [None, "s2"])
def test_bars_that_could_be_chance_are_pale(chosen):
    unsure = SIDES.assign(is_sure=[True, False, False])

    assert svg(sides(unsure, chosen=chosen)).count('opacity="0.5"') == 2
    assert svg(sides(chosen=chosen)).count('opacity="0.5"') == 0


@pytest.mark.parametrize("frame", [SIDES.head(2), SIDES.tail(1)], ids=["right", "left"])
def test_one_side_alone_is_enough(frame):
    assert "NaN" not in svg(sides(frame))


def test_the_heads_stand_above_the_sides_as_text():
    heads = ("<b>'] + alert(1) + ['</b>", "datum.pwned")
    drawn = sides(heads=heads)

    assert all(head in strings(drawn.to_dict()) for head in heads)
    assert "datum.pwned" in svg(drawn)
