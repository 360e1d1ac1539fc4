"""Both sides show every line once, as text, and say what became of it without colour."""

from html.parser import HTMLParser

import pytest

from tests.pages.making import SNIPPETS
from ui.cleaning.comparison import compare
from ui.cleaning.markup import excerpt, sides

TEXT = "Menu\nLog in\nRiver rises\n\nThe river rose on Monday.\nShare"
REASONS = {0: "navigation", 1: "navigation", 2: "headline", 5: "share buttons"}


class Cells(HTMLParser):
    """The paragraphs of some markup: the class, the style and the text of each, and all tags that it has."""

    def __init__(self, markup):
        super().__init__()
        self.cells, self.tags = [], set()
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "p":
            self.cells.append([dict(attrs)["class"], dict(attrs).get("style"), ""])

    def handle_data(self, data):
        if self.cells:
            self.cells[-1][2] += data

    def of(self, kind):
        return [text for classes, _, text in self.cells if kind in classes.split()]


@pytest.fixture
def cells():
    return Cells(sides(compare(TEXT, "The river rose on Monday.", REASONS), "River rises"))


def test_each_line_stands_once_on_the_left_with_its_number(cells):
    assert cells.of("line") == [
        "1Menuremoved: navigation",
        "2Log inremoved: navigation",
        "3River risesbecame: headline",
        "4",
        "5The river rose on Monday.",
        "6Shareremoved: share buttons",
    ]


def test_what_is_read_stands_beside_the_line_that_it_was(cells):
    rows = {text: style for _, style, text in cells.cells}

    assert rows["The river rose on Monday."] == rows["5The river rose on Monday."]
    assert cells.of("headline") == ["River rises"]


def test_a_gap_says_what_is_missing_there(cells):
    assert cells.of("gap") == [
        "3 lines not in the body: navigation (2), headline",
        "1 line not in the body: share buttons",
    ]
    assert [style for classes, style, _ in cells.cells if classes == "gap"] == [
        "grid-row:3 / span 4",
        "grid-row:8 / span 1",
    ]


def test_the_sides_are_counted(cells):
    assert cells.of("side") == ["As it was found5 lines, 4 removed", "As it is read1 line"]


def test_a_line_that_became_a_field_is_not_struck_out(cells):
    assert [classes for classes, _, text in cells.cells if "River rises" in text] == ["line moved", "headline"]


def test_of_neighbours_with_one_reason_only_the_first_shows_it():
    markup = sides(compare(TEXT, "The river rose on Monday.", REASONS), "River rises")

    assert markup.count('class="why"') == 3
    assert markup.count('class="why unseen"') == 1


def test_a_chosen_line_is_pointed_at_and_shows_its_reason():
    compared = compare(TEXT, "The river rose on Monday.", REASONS)

    markup = excerpt(compared.around(1, 1), 1)

    assert [classes for classes, _, _ in Cells(markup).cells] == ["line cut", "line cut chosen", "line moved"]
    assert 'class="why unseen"' not in markup


@pytest.mark.parametrize("snippet", [*SNIPPETS, "</p></section>", "&lt;b&gt;", '" onclick="x'])
def test_hostile_text_is_text(snippet):
    compared = compare(f"{snippet}\n{snippet}", snippet, {0: snippet})

    found = Cells(sides(compared, snippet) + excerpt(compared.lines, 0))

    assert found.tags <= {"div", "section", "p", "span", "strong", "del"}
    assert found.of("headline") == found.of("read") == [snippet]
    assert found.of("line")[1] == f"2{snippet}"
