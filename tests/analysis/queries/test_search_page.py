"""The page docs/search.md says what the code does."""

import re
from pathlib import Path

import pytest

from analysis.queries import in_words, parse

PAGE = Path(__file__).resolve().parents[3] / "docs" / "search.md"
EXAMPLES = re.findall(r"^\| `(.+?)` \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("typed", "said"), EXAMPLES, ids=[typed for typed, _ in EXAMPLES])
def test_an_example_of_the_page_means_what_it_says(typed, said):
    assert in_words(parse(typed)) == said


def test_the_page_has_examples():
    assert len(EXAMPLES) > 25
