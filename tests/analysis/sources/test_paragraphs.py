import pytest

from analysis.sources.paragraphs import join_pages

WIDE = "The harbour was closed on Tuesday, and all of the ships had to wait outside of it"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([WIDE, "for the whole day."], [f"{WIDE} for the whole day."]),
        ([WIDE, "Monday was no better."], [f"{WIDE} Monday was no better."]),
        ([WIDE, "", "for the whole day."], [WIDE, "", "for the whole day."]),
        (["Harbour closed", WIDE, "for a day."], ["Harbour closed", f"{WIDE} for a day."]),
        ([WIDE, "for a day.", "Snow fell in the night."], [f"{WIDE} for a day.", "Snow fell in the night."]),
        (["It was an agree-", "ment.", WIDE], ["It was an agreement.", WIDE]),
        (["It was an agree\u00ad", "ment.", WIDE], ["It was an agreement.", WIDE]),
        (["A well-known man. A well-", "known woman.", WIDE], ["A well-known man. A well-known woman.", WIDE]),
        (["A wellknown man. A well-", "known woman.", WIDE], ["A wellknown man. A wellknown woman.", WIDE]),
        (["• a point", "• another point"], ["• a point", "• another point"]),
        ([], [""]),
    ],
)
def test_lines_of_a_paragraph_are_joined(lines, joined):
    assert join_pages(["\n".join(lines)]).split("\n") == joined


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    pages = [f"The Harbour Gazette\n{WIDE}\n{number}" for number in range(1, 4)]
    pages[2] = "The Harbour Gazette\nfor the whole day.\n3"

    assert join_pages(pages).split("\n") == [
        "The Harbour Gazette",
        f"{WIDE} {WIDE} for the whole day.",
        "1",
        "The Harbour Gazette",
        "2",
        "The Harbour Gazette",
        "3",
    ]


def test_no_word_is_lost():
    pages = [f"{WIDE}\n{WIDE[:30]}\n\n{number} of 3" for number in range(1, 4)]

    assert sorted(join_pages(pages).split()) == sorted(" ".join(pages).split())
