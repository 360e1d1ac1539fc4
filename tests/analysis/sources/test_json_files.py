import json

import pytest

from analysis.sources import Columns, Sources
from tests.analysis.sources.making import items_of, problems_of, read

ONE, TWO = {"text": "One."}, {"text": "Two."}


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (ONE, ["One."]),
        ([ONE, TWO], ["One.", "Two."]),
        ({"articles": [ONE, TWO]}, ["One.", "Two."]),
        ({"status": "ok", "total": 2, "tags": ["a"], "articles": [ONE, TWO]}, ["One.", "Two."]),
        ({"response": {"meta": {"hits": 2}, "docs": [ONE, TWO]}}, ["One.", "Two."]),
        ({"a1": ONE, "a2": TWO}, ["One.", "Two."]),
        ({"sources": [{"name": "Gazette"}], "articles": [ONE]}, ["One."]),
        ({"text": "One.", "related": [TWO]}, ["One."]),
    ],
)
def test_articles_are_found_where_they_are(tmp_path, value, texts):
    assert [item.text for item in read(tmp_path / "a.json", json.dumps(value, indent=1))] == texts


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
@pytest.mark.parametrize("content", ['[{"text": "One."},\n{"text": "Two."}]', '{"text": "One."}\n{"text": "Two."}\n'])
def test_a_list_and_json_lines_are_told_apart_by_content(tmp_path, name, content):
    assert [item.text for item in read(tmp_path / name, content)] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("content", "texts", "problem"),
    [
        ("[" * 100_000, [], "not JSON"),
        ('{"a":' * 100_000, [], "not JSON"),
        ("[" * 100_000 + "]" * 100_000, [], "not JSON"),
        ('[{"text": "One."}, ' + "[" * 100_000, ["One."], "not JSON"),
        ('[{"text": "One."}, {"text": "Tw', ["One."], "not JSON"),
        ('{"text": "One.", "x": ' + '{"a":' * 900 + "1" + "}" * 900 + "}", ["One."], None),
        ("{", [], "not JSON"),
        ("no JSON", [], "not JSON"),
        ("7", [], "not a JSON object"),
        ('{"a": 1, "b": [1, 2]}', [], "no text"),
        ('[{"text": "One."}, 7]', ["One."], "not a JSON object"),
        ('{"articles": [{"story": "One."}]}', [], "no text"),
        ("[]", [], "empty"),
        ("1" * 5000, [], "not JSON"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(tmp_path, content, texts, problem):
    found = read(tmp_path / "a.json", content)

    assert [item.text for item in items_of(found)] == texts
    assert [said for *_, said in problems_of(found)] == ([problem] if problem else [])


def test_a_field_nested_deep_is_no_reason_to_stop(tmp_path):
    deep = '{"text": ' + "[" * 900 + "]" * 900 + "}"
    found = read(tmp_path / "a.jsonl", f'{{"text": "One."}}\n{deep}\n{{"text": "Two."}}\n')

    assert [item.text for item in items_of(found)] == ["One.", "Two."]
    assert len(problems_of(found)) == 1


def test_the_place_of_an_article_is_named(tmp_path):
    [item] = read(tmp_path / "a.json", json.dumps({"response": {"docs": [ONE]}}))

    assert item.place == "response.docs 1"


def test_a_list_whose_objects_have_no_text_names_their_fields(tmp_path):
    [problem] = read(tmp_path / "a.json", json.dumps([{"kopf": "A", "story": "One."}]))

    assert "'kopf', 'story'" in problem.detail


def test_fields_can_be_chosen(tmp_path):
    [item] = read(tmp_path / "a.json", json.dumps([{"story": "One."}]), Sources(columns=Columns(text=("story",))))

    assert item.text == "One."
