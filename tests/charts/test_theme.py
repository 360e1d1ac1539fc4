import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from analysis.curation import N_COLOURS
from charts import palette, tone_scale, topic_role
from charts.theme import DARK, LIGHT, N_TOPIC_COLOURS, ROLES, print_config, topic_roles

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))
MODES = {"light": LIGHT, "dark": DARK}
# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
VISION = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}

each_mode = pytest.mark.parametrize("mode", MODES)


def linear(colour):
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def contrast(one, other):
    """WCAG 2.2 contrast of two colours, 1 to 21."""
    light = sorted(
        sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def oklab(rgb):
    """Ottosson (2020): a space in which distances are about as large as they look."""
    long = 0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]
    middle = 0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]
    short = 0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]
    a, b, c = (max(part, 0) ** (1 / 3) for part in (long, middle, short))
    return (
        0.2104542553 * a + 0.793617785 * b - 0.0040720468 * c,
        1.9779984951 * a - 2.428592205 * b + 0.4505937099 * c,
        0.0259040371 * a + 0.7827717662 * b - 0.808675766 * c,
    )


def seen(colour, vision):
    rgb = linear(colour)
    return oklab([sum(w * part for w, part in zip(row, rgb, strict=True)) for row in VISION[vision]])


@each_mode
def test_the_configuration_repeats_the_colours(mode):
    theme, colours = CONFIG["theme"][mode], MODES[mode]

    assert tuple(theme["chartCategoricalColors"]) == colours.categorical
    assert tuple(theme["chartDivergingColors"]) == colours.tone
    assert tuple(theme["chartSequentialColors"]) == colours.ramp
    assert theme["primaryColor"] == colours.accent
    assert theme["backgroundColor"] == colours.paper
    assert theme["textColor"] == colours.ink


@each_mode
def test_there_is_one_colour_a_role(mode):
    assert len(MODES[mode].categorical) == len(ROLES)


@each_mode
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("text", ["textColor", "primaryColor", "linkColor"])
def test_text_can_be_read(mode, ground, text):
    theme = CONFIG["theme"][mode]

    assert contrast(theme[text], theme[ground]) >= 4.5


@each_mode
def test_text_on_charts_can_be_read(mode):
    colours = MODES[mode]

    assert min(contrast(colour, colours.paper) for colour in (colours.ink, colours.faint, colours.accent)) >= 4.5


@each_mode
def test_marks_stand_out(mode):
    colours = MODES[mode]
    marks = (*colours.topics, *colours.tone, colours.other, colours.plain, colours.quiet, colours.accent)

    assert min(contrast(colour, colours.paper) for colour in marks) >= 3


@each_mode
@pytest.mark.parametrize("vision", VISION)
def test_topics_can_be_told_apart(mode, vision):
    colours = [seen(colour, vision) for colour in (*MODES[mode].topics, MODES[mode].other)]
    distances = (sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 for pair in combinations(colours, 2))

    assert min(distances) > 0.05


@each_mode
@pytest.mark.parametrize("vision", VISION)
def test_negative_tone_is_told_from_positive(mode, vision):
    tone = [seen(colour, vision) for colour in MODES[mode].tone]
    apart = [sum((a - b) ** 2 for a, b in zip(tone[3 - n], tone[6 + n], strict=True)) ** 0.5 for n in range(4)]

    assert min(apart) > 0.05


@pytest.mark.parametrize(
    ("topic_id", "role"), [(0, "0"), (7, "7"), (8, "other"), (250, "other"), (-1, "other"), (None, "other")]
)
def test_the_eight_largest_topics_keep_their_colours(topic_id, role):
    assert topic_role(topic_id) == role


def test_topics_that_are_missing_are_grey():
    assert topic_roles([1.0, float("nan"), None, 3]) == ["1", "other", "other", "3"]


def test_the_palette_names_every_role_in_a_fixed_order():
    assert palette().to_dict() == {"domain": list(ROLES), "range": "category"}


def test_tone_is_one_diverging_scale():
    scale = tone_scale().to_dict()

    assert scale["domain"] == [-1, 1]
    assert scale["range"] == "diverging"


def test_the_print_configuration_knows_every_role():
    assert len(print_config()["range"]["category"]) == len(ROLES)


def test_a_curation_hands_out_as_many_colours_as_there_are():
    assert N_COLOURS == N_TOPIC_COLOURS
