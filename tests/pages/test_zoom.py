"""From all days to a year, a month and a day, and back: each step is in the address."""

import json

import pytest

from tests.pages.elements import markdown, warnings
from tests.pages.test_evidence import heading_number

DAYS = {"from": "2025-04-01", "to": "2025-04-30"}


def steps(page):
    """The steps that are offered, by their keys."""
    return {button.key: button.label for button in page.button if (button.key or "").startswith("zoom_")}


def days_in(page):
    return page.query_params.get("from"), page.query_params.get("to")


def published(page):
    """What the chart of the articles over time says of itself."""
    said = [json.loads(chart.proto.spec)["description"] for chart in page.get("vega_lite_chart")]
    return next(one for one in said if one.startswith("When were they published?"))


def test_a_month_is_opened_zoomed_into_and_left_again(bundle_of, open_page):
    page = open_page("app.py", bundle_of("many languages").folder, mark="days:2025-04-01..2025-04-30")
    assert "Articles a month" in published(page)
    assert not steps(page)
    n_articles = heading_number(page)
    assert page.button(key="narrow").label == "Zoom in to Apr 2025"
    page.button(key="narrow").click().run()

    assert warnings(page) == []
    assert days_in(page) == (DAYS["from"], DAYS["to"])
    assert "mark" not in page.query_params
    assert f"Articles a day, n = {n_articles}" in published(page)
    assert steps(page) == {
        "zoom_all": "All dates",
        "zoom_above_0": "2025",
        "zoom_before": "← Mar 2025",
        "zoom_after": "May 2025 →",
    }
    page.button(key="zoom_above_0").click().run()
    assert days_in(page) == ("2025-01-01", "2025-12-31")
    assert "Articles a month" in published(page)
    page.button(key="zoom_all").click().run()
    assert days_in(page) == (None, None)


# The Gazette has nothing of these days.
@pytest.mark.parametrize("outlet", ["none", "Gazette"])
def test_the_days_beside_are_one_click_away_with_the_rest_of_the_selection(outlet, bundle_of, open_page):
    page = open_page("app.py", bundle_of("many languages").folder, outlet=outlet, **DAYS)
    page.button(key="zoom_before").click().run()

    assert warnings(page) == []
    assert days_in(page) == ("2025-03-01", "2025-03-31")
    assert page.query_params["outlet"] == outlet


def test_a_day_of_a_month_opens_its_articles_and_cannot_be_zoomed_into(bundle_of, open_page):
    page = open_page("app.py", bundle_of("many languages").folder, mark="days:2025-04-04..2025-04-04", **DAYS)

    assert warnings(page) == []
    assert heading_number(page) > 0
    assert page.button(key="narrow").label == "Keep only these"


@pytest.mark.parametrize("file", ["app.py", "pages/topics.py", "pages/sentiment.py", "pages/keywords.py"])
def test_every_page_with_a_course_of_time_leads_back(file, bundle_of, open_page):
    page = open_page(file, bundle_of("many languages").folder, tab="mine", **DAYS)

    assert warnings(page) == []
    assert "zoom_all" in steps(page)


def test_the_days_of_a_selection_are_told_as_one_part_that_one_click_clears(bundle_of, open_page):
    page = open_page("app.py", bundle_of("many languages").folder, **DAYS)
    page.button(key="clear_0").click().run()

    assert "Apr 2025 ×" not in markdown(page)
    assert days_in(page) == (None, None)
