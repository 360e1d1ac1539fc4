"""A figure is drawn once for the same reading and choice."""

import pytest

from analysis.curation import Curation
from analysis.selection import Selection
from figures import terms, tone, topics
from figures.article_map import article_map
from figures.reading import open_reading


@pytest.fixture
def reading(sample):
    return open_reading(sample, Curation(), Selection())


@pytest.mark.parametrize("draw", [topics.sizes, tone.distribution, article_map], ids=lambda draw: draw.__name__)
def test_the_same_reading_is_drawn_once(draw, reading, sample):
    again = open_reading(sample, Curation(), Selection())

    assert again is not reading
    assert draw(again) is draw(reading)


def test_another_selection_or_wish_is_drawn_anew(reading, sample):
    by_story = open_reading(sample, Curation(), Selection(by_story=True))

    assert topics.sizes(by_story) is not topics.sizes(reading)
    assert topics.sizes(reading, most=2) is not topics.sizes(reading)
    assert terms.most_used(reading, terms.Wanted(5)) is not terms.most_used(reading, terms.Wanted(6))


def test_a_mark_of_another_figure_changes_nothing_but_the_map(reading):
    own, other = topics.sizes(reading).rows["mark"].iloc[0], "tone:0..0.1"

    assert topics.sizes(reading, chosen=other) is topics.sizes(reading)
    assert topics.sizes(reading, chosen=own) is not topics.sizes(reading)
    assert article_map(reading, chosen=own) is not article_map(reading)


def test_a_reading_is_known_by_its_collection_and_its_selection(reading, sample, dirty):
    assert open_reading(sample, Curation(), Selection()).whole_key == reading.whole_key
    assert open_reading(sample, Curation(), Selection(query="port")).whole_key != reading.whole_key
    assert open_reading(dirty, Curation(), Selection()).whole_key != reading.whole_key
