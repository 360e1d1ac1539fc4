"""JSON: one object, a list of them, or an object with such a list inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.articles import Item, Problem
from analysis.sources.decoding import open_text
from analysis.sources.fields import find_fields, missing_text
from analysis.sources.files import File
from analysis.sources.json_lines import item_of_value, lines_of, read_json_lines
from analysis.sources.options import Sources
from analysis.sources.streams import UnreadableError

_DEEPEST_LIST = 4
_BETWEEN = re.compile(r"\s*,?\s*")
_TOO_DEEP = "nested too deep"


def read_json(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The articles of a JSON file; one that is in truth JSON lines is read as that."""
    text = _text_of(file, sources)
    if text.lstrip().startswith("["):
        yield from _read_list(text, file.source_path, sources)
        return
    try:
        value = json.loads(text)
    except RecursionError:
        yield Problem(file.source_path, "", "not JSON", _TOO_DEEP)
    except ValueError as error:
        if _begins_with_objects(text):
            yield from read_json_lines(file, sources)
        else:
            yield Problem(file.source_path, "", "not JSON", str(error))
    else:
        yield from _read_value(value, file.source_path, sources)


def _text_of(file: File, sources: Sources) -> str:
    file.check_size(sources)
    with open_text(file, newline="") as stream:
        text = stream.read(sources.whole_file_bytes + 1)
    if len(text) > sources.whole_file_bytes:
        raise UnreadableError("file too large", f"over {sources.whole_file_bytes:,} characters; save it as JSON lines")
    return text


def _begins_with_objects(text: str) -> bool:
    """Whether the first line is an object by itself."""
    try:
        return isinstance(json.loads(text.lstrip().split("\n", 1)[0]), dict)
    except ValueError:
        return False


def objects_of(file: File, sources: Sources) -> Sequence[tuple[str, Iterable[object]]]:
    """The lists of objects in a JSON file, by the names that lead to them; the file itself where it is one object.

    None if it is not JSON.

    Raises:
        UnreadableError: it is too large.
    """
    text = _text_of(file, sources)
    if text.lstrip().startswith("["):
        return [("", _values(text))]
    try:
        value = json.loads(text)
    except ValueError:
        return [("", lines_of(file, sources))] if _begins_with_objects(text) else []
    if not isinstance(value, dict):
        return []
    if _has_text(value, sources) or not any(isinstance(member, dict | list) for member in value.values()):
        return [("", [value])]
    return _with_text(_lists_in(value, sources, _DEEPEST_LIST), sources)


def _read_list(text: str, source_path: str, sources: Sources) -> Iterator[Item | Problem]:
    """The articles of a list, one by one, so that one that is torn or too deep takes none before it along."""
    n_read = 0
    try:
        for value in _values(text):
            yield item_of_value(value, source_path, f"object {n_read + 1}", sources)
            n_read += 1
    except RecursionError:
        yield Problem(source_path, f"object {n_read + 1} and all after it", "not JSON", _TOO_DEEP)
    except ValueError as error:
        yield Problem(source_path, f"object {n_read + 1} and all after it", "not JSON", str(error))


def _values(text: str) -> Iterator[object]:
    """The values in a list, one by one; `ValueError` or `RecursionError` at the first that is none."""
    decoder = json.JSONDecoder()
    start = _skip(text, text.index("[") + 1)
    while not text.startswith("]", start):
        value, start = decoder.raw_decode(text, start)
        yield value
        start = _skip(text, start)


def _skip(text: str, start: int) -> int:
    found = _BETWEEN.match(text, start)
    return found.end() if found else start


def _read_value(value: object, source_path: str, sources: Sources) -> Iterator[Item | Problem]:
    if not isinstance(value, dict) or "text" in find_fields(value, sources):
        yield item_of_value(value, source_path, "", sources)
        return
    lists = _lists_in(value, sources, _DEEPEST_LIST)
    if not lists:
        detail = f"no list of objects in it; {missing_text({}, value)}"
        yield Problem(source_path, "", "no text", detail)
    for name, objects in _with_text(lists, sources):
        for number, inner in enumerate(objects, start=1):
            yield item_of_value(inner, source_path, f"{name} {number}", sources)


def _lists_in(value: dict[str, object], sources: Sources, depth: int) -> list[tuple[str, Sequence[object]]]:
    """The lists of objects in `value` and the objects inside it, by the names that lead to them.

    An object whose members are articles, such as one that has them by their ids, counts as a list of them.
    """
    if any(_has_text(member, sources) for member in value.values()):
        return [("object", list(value.values()))]
    found: list[tuple[str, Sequence[object]]] = []
    for name, member in value.items():
        if isinstance(member, list) and any(isinstance(inner, dict) for inner in member):
            found.append((name, member))
        elif isinstance(member, dict) and depth:
            found += [(f"{name}.{inner}", objects) for inner, objects in _lists_in(member, sources, depth - 1)]
    return found


def _with_text(
    lists: Sequence[tuple[str, Sequence[object]]], sources: Sources
) -> Sequence[tuple[str, Sequence[object]]]:
    """Those of the lists whose objects have texts; all where none has, so that what is missing is said."""
    having = [(name, objects) for name, objects in lists if any(_has_text(inner, sources) for inner in objects)]
    return having or lists


def _has_text(value: object, sources: Sources) -> bool:
    return isinstance(value, dict) and "text" in find_fields(value, sources)
