"""Every file of the development data: nothing of it is lost, and none of it ends a build."""

import unicodedata
from collections import Counter

import pytest

from analysis.articles import Item, Problem
from analysis.cleaning import LineSurvey, clean
from analysis.cleaning.lines import split_lines
from analysis.sources import read_items
from tests.conftest import ROOT

DATA = ROOT.parent / "shared" / "data"
FILES = sorted(path for path in DATA.rglob("*") if path.is_file()) if DATA.is_dir() else []
ROWS = {".jsonl", ".ndjson"}


def squeezed(text):
    """What the promise lets a line lose: its form of Unicode, runs of spaces, signs that cannot be seen or stored."""
    storable = text.encode("utf-8", "replace").decode()
    seen = (character for character in storable if unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp"))
    return "".join(unicodedata.normalize("NFC", "".join(seen)).split())


@pytest.mark.parametrize("path", FILES or [None], ids=lambda path: path.name if path else "none")
def test_every_line_of_every_item_is_in_its_body_or_among_the_removed_once(shared, path):
    found = list(read_items([path]))
    items = [one for one in found if isinstance(one, Item)]
    survey = LineSurvey()
    for item in items:
        survey.add(item.text, item.outlet, item.taken)
    repeats = survey.finish()

    assert found
    for item in items:
        cleaned = clean(item.text, headline=item.headline, taken=item.taken, repeated=repeats.lines_of(item.outlet))
        removed = {line.line_number: line.text for line in cleaned.removed}
        kept = [line for number, line in enumerate(split_lines(item.text)) if line and number not in removed]

        assert len(removed) == len(cleaned.removed)
        assert kept == [line for line in cleaned.body.split("\n") if line], item.place
        assert Counter(squeezed(item.text)) == Counter(squeezed("".join([*kept, *removed.values()]))), item.place


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix in ROWS] or [None])
def test_every_row_is_an_article_or_a_problem(shared, path):
    n_rows = sum(1 for row in path.read_text(encoding="utf-8").split("\n") if row.strip())
    outcomes = list(read_items([path]))

    assert len(outcomes) == n_rows
    assert all(one.problem for one in outcomes if isinstance(one, Problem))
