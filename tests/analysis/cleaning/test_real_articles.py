"""The two real articles that the project began with come out as a reader would cut them."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cleaning import Cleaned, clean

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not part of the project")


def cleaned_seed(number: str) -> Cleaned:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return clean(path.read_text(encoding="utf-8"))


def test_a_headline_that_stands_three_times_is_said_once():
    cleaned = cleaned_seed("000")

    assert cleaned.headline is not None
    assert cleaned.headline not in cleaned.body
    assert [line.reason for line in cleaned.removed] == [
        "headline",
        "repeated headline",
        "repeated headline",
        "related articles",
    ]


def test_a_torn_end_is_kept_and_flagged():
    cleaned = cleaned_seed("000")

    assert cleaned.body.endswith("said Brig.")
    assert "Special and Privileged" in cleaned.body
    assert [notice.kind for notice in cleaned.notices] == ["cut off"]
    assert cleaned.notices[0].detail.endswith("said Brig.")


def test_everything_under_the_agency_mark_is_removed():
    cleaned = cleaned_seed("002")

    assert cleaned.headline is None
    assert cleaned.body.endswith("Interfax news agency.")
    assert cleaned.notices == ()
    assert [line.reason for line in cleaned.removed[:3]] == ["agency sign-off", "agency sign-off", "disclaimer"]
    assert {line.reason for line in cleaned.removed[3:]} == {
        "subscription offer",
        "subscription block",
        "newsletter sign-up",
        "navigation",
    }
