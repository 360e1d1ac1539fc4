"""Cleaning splits an item into its parts and loses nothing of it."""

from __future__ import annotations

import pytest

from analysis.cleaning import Cleaned, Removed, clean, line_key


def reasons(cleaned: Cleaned) -> list[str]:
    return [removed.reason for removed in cleaned.removed]


def kinds(cleaned: Cleaned) -> list[str]:
    return [notice.kind for notice in cleaned.notices]


def test_an_empty_text_gives_an_empty_article():
    assert clean("") == Cleaned(None, None, None, "", (), ())


@pytest.mark.parametrize(
    "text",
    [
        "Share",
        "Advertisement",
        "By Jo Marsh",
        "Subscribe now",
        "the council voted on tuesday",
        "The council voted on Tuesday.",
        "Copyright 2019 The Harbour Post. All rights reserved.",
    ],
)
@pytest.mark.parametrize("headline", [None, ""])
def test_an_item_of_one_line_is_kept(text, headline):
    cleaned = clean(text, headline=headline)

    assert (cleaned.body, cleaned.removed, cleaned.headline) == (text, (), None)


def test_an_item_that_is_its_headline_keeps_it_as_body():
    cleaned = clean("Sea wall to be rebuilt", headline="Sea wall to be rebuilt")

    assert (cleaned.headline, cleaned.body, cleaned.removed) == ("Sea wall to be rebuilt", "Sea wall to be rebuilt", ())
    assert kinds(cleaned) == ["little text left"]


def test_running_text_without_furniture_is_kept_whole(article):
    assert clean(article, headline="").body == article


def test_runs_of_blank_lines_become_one_blank_line(paragraphs):
    first, second, third = paragraphs[:3]
    text = f"\n\n{first}\n\n\n\n{second}\n{third}\n\n"

    assert clean(text, headline="").body == f"{first}\n\n{second}\n{third}"


def test_a_removed_line_between_paragraphs_leaves_no_second_gap(paragraphs):
    first, second = paragraphs[:2]

    assert clean(f"{first}\n\nAdvertisement\n\n{second}", headline="").body == f"{first}\n\n{second}"
    assert clean(f"{first}\nAdvertisement\n{second}", headline="").body == f"{first}\n{second}"


def test_a_removed_line_says_where_it_stood(paragraphs):
    first, second = paragraphs[:2]
    cleaned = clean(f"Share\n\n{first}\nAdvertisement\n{second}\n(Reuters)", headline="")

    assert cleaned.removed == (
        Removed(0, "Share", "share buttons", 0),
        Removed(3, "Advertisement", "advertisement", len(first) + 1),
        Removed(5, "(Reuters)", "agency sign-off", len(cleaned.body)),
    )
    assert cleaned.body[len(first) + 1 :] == second


def test_lines_taken_by_the_reader_are_removed_with_its_reason(article):
    cleaned = clean(f"Source: Harbour Post\n\n{article}", headline="", taken={0: "outlet line", 99: "not there"})

    assert cleaned.removed == (Removed(0, "Source: Harbour Post", "outlet line", 0),)
    assert cleaned.body == article


def test_lines_known_to_repeat_are_removed(article):
    line = "The Harbour Post is printed on paper from local wood"
    cleaned = clean(f"{article}\n{line}", headline="", repeated={line_key(line)})

    assert reasons(cleaned) == ["repeats across articles"]
    assert clean(f"{article}\n{line}", headline="", repeated={line_key(line)}, off={"repeats across articles"}).body


def test_lines_of_invisible_characters_are_listed(article):
    cleaned = clean(f"\u200b\n{article}", headline="")

    assert cleaned.removed == (Removed(0, "", "no visible text", 0),)


def test_rules_do_not_take_the_only_body_there_is():
    text = "Sign up for our newsletter\nSubscribe now for unlimited access.\nWe use cookies to improve your experience."
    cleaned = clean(text, headline="")

    assert cleaned.body == text
    assert kinds(cleaned) == ["little text left"]


def test_metadata_stays_out_of_a_body_that_is_given_back():
    cleaned = clean("Published 3 March 2019\nSign up for our newsletter\nSubscribe now", headline="")

    assert cleaned.body == "Sign up for our newsletter\nSubscribe now"
    assert cleaned.date_text == "Published 3 March 2019"


def test_links_under_a_heading_go_with_it(paragraphs):
    links = ["Most read", "Storm closes schools", "Ferry to run again from May", "Who pays for the new wall?"]
    cleaned = clean("\n".join([*paragraphs, *links]), headline="")

    assert [removed.text for removed in cleaned.removed] == links
    assert set(reasons(cleaned)) == {"related articles"}


def test_links_that_are_questions_go_where_they_have_bullets(paragraphs):
    links = ["More from the Post:", "• The night shift: who is it that keeps our lights on?", "• Six soups"]
    cleaned = clean("\n".join([*paragraphs, *links]), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)


def test_a_sentence_under_a_heading_of_links_is_text(paragraphs):
    lines = [*paragraphs[:2], "Related", "Storm closes schools", "She did not answer.", *paragraphs[2:]]

    assert "She did not answer." in clean("\n".join(lines), headline="").body


def test_the_last_links_go_with_those_above_them(paragraphs):
    links = ["From the other pages", "• Six soups for a late spring", "• Analysis: robots at the quayside"]
    cleaned = clean("\n".join([*paragraphs, *links]), headline="", repeated={line_key(line) for line in links[:2]})

    assert cleaned.body.split("\n") == list(paragraphs)
    assert reasons(cleaned) == ["repeats across articles", "repeats across articles", "related articles"]


def test_points_at_the_end_of_a_text_stay(paragraphs):
    points = ["What to bring", "• Boots", "• A lamp", "• Water for two days"]

    assert clean("\n".join([*paragraphs, *points]), headline="").removed == ()


def test_a_sign_off_that_repeats_is_named_for_what_it_is(article):
    cleaned = clean(f"{article}\n--LNA\nkp/rs", headline="", repeated={line_key("--LNA")})

    assert reasons(cleaned) == ["agency sign-off", "agency sign-off"]


def test_text_after_a_list_of_links_is_kept(paragraphs):
    lines = [*paragraphs[:2], "Related", "Storm closes schools", "Ferry to run again", *paragraphs[2:]]
    cleaned = clean("\n".join(lines), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)


def test_plans_and_prices_after_an_offer_go_with_it(paragraphs):
    offer = ["Subscribe to read on", "Harbour Basic", "€4.90/Month", "Harbour Plus", "Crosswords & weather maps"]
    cleaned = clean("\n".join([*paragraphs, *offer]), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)
    assert set(reasons(cleaned)) == {"subscription offer", "subscription block"}


def test_an_offer_within_the_text_takes_nothing_after_it(paragraphs):
    lines = [*paragraphs[:2], "Subscribe now for unlimited access.", *paragraphs[2:]]

    assert clean("\n".join(lines), headline="").body.split("\n") == list(paragraphs)


def test_a_link_in_capitals_between_paragraphs_goes(paragraphs):
    link = "HARBOUR MASTER SAYS HE KNEW NOTHING OF THE CRACKS"
    lines = [*paragraphs[:3], link, *paragraphs[3:]]

    assert reasons(clean("\n".join(lines), headline="")) == ["read more link"]


@pytest.mark.parametrize("heading", ["A SECOND GATE", "What the engineers say", "2. The cost"])
def test_the_heading_of_a_part_stays(heading, paragraphs):
    lines = [*paragraphs[:3], heading, *paragraphs[3:]]

    assert clean("\n".join(lines), headline="").removed == ()


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat der Stadt stimmte am Dienstag für die neue Mauer.\nDie Arbeiten dauern zwei Jahre, sagte Ada Brenner.",
        "Le conseil a voté mardi la reconstruction de la digue.\nLes travaux dureront deux ans, a dit la directrice.",
        "El consejo votó el martes la reconstrucción del muro.\nLas obras durarán dos años, dijo la directora.",
        "市議会は火曜日、防潮堤の再建を可決した。\n工事は二年かかると担当者は述べた。",
        "صوت المجلس يوم الثلاثاء على إعادة بناء الجدار.\nوقالت المديرة إن الأعمال ستستغرق عامين.",
        "Совет проголосовал во вторник за новую стену.\nРаботы займут два года, сказала директор порта.",
    ],
)
def test_text_in_other_languages_is_kept(text):
    assert clean(text, headline="").body == text


def test_cleaning_a_cleaned_body_removes_nothing(article):
    body = clean(f"Home\nNews\nShare\n{article}\nMost read\nStorm closes schools\n© 2019 Harbour Post").body

    assert clean(body, headline="").body == body


def test_rules_that_are_off_leave_the_others_on(article):
    cleaned = clean(f"Share\n{article}\nAdvertisement", headline="", off=["share buttons", "no such rule"])

    assert reasons(cleaned) == ["advertisement"]


class TestWhatStandsOutsideTheMainText:
    """Lines that a page shows beside its main text, as the reader of HTML takes them."""

    MENU = ("Home", "Sport", "Weather", "Share this article", "Most read", "© 2019 Harbour Post")

    def taken(self, text, lines=MENU):
        first = text.count("\n") + 1
        return f"{text}\n" + "\n".join(lines), dict.fromkeys(range(first, first + len(lines)), "outside the main text")

    @pytest.mark.parametrize("n_paragraphs", [1, 5])
    def test_it_is_removed_for_that_and_changes_nothing_else(self, n_paragraphs, paragraphs):
        text, taken = self.taken("\n".join(paragraphs[:n_paragraphs]), self.MENU * 20)
        cleaned = clean(text, headline="", taken=taken)

        assert cleaned.body.split("\n") == list(paragraphs[:n_paragraphs])
        assert {line.reason for line in cleaned.removed} == {"outside the main text"}
        assert cleaned.notices == ()

    def test_it_is_the_body_where_a_page_has_no_other_text(self):
        shown = ("The harbour is open again.", "Ships may come in.")
        text, taken = self.taken("Published 12 March 2019\nUpdated 13 March 2019", shown)
        cleaned = clean(text, headline="Harbour open", taken=taken)

        assert cleaned.body == "\n".join(shown)
        assert [notice.kind for notice in cleaned.notices] == ["little text left"]

    def test_it_stays_where_its_rule_is_off(self, article):
        text, taken = self.taken(article, ("A note on the tides of the harbour.",))

        assert clean(text, headline="", taken=taken, off={"outside the main text"}).body == text
