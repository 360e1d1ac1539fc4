"""Floors of the topics, on news outside the project: a little below what benchmarks/results/topics.md has."""

import pytest

from analysis.curation.remaking import material_of
from benchmarks.topics import Labelled, broadsheet, built, found_again, measure, own_groups

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where bundles are built: one over another, which keeps the work on its articles."""
    return tmp_path_factory.mktemp("topics")


@pytest.mark.parametrize(
    ("name", "number", "least"),
    [
        ("topics_reuters_r8.jsonl", 8, {"npmi": 0.20, "diversity": 0.93, "coverage": 0.73, "nmi": 0.58}),
        ("news.jsonl", 10, {"npmi": 0.14, "diversity": 0.97, "coverage": 0.80}),
        ("news.jsonl", 20, {"npmi": 0.16, "diversity": 0.96, "coverage": 0.83}),
    ],
)
def test_topics_are_as_good_as_they_were(shared, folder, name, number, least):
    labelled = Labelled.read(shared / "data" / name)
    bundle = built(labelled, number, folder)
    figures = measure(broadsheet(bundle), labelled)._asdict()

    assert {key: figures[key] for key in least if figures[key] < least[key]} == {}
    assert figures["none"] < 0.3
    if labelled.name == "news.jsonl":
        material = material_of(bundle)
        assert found_again(material.stories, lambda rows: own_groups(material, rows, number)).placed > 0.8
