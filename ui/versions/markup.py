"""Markup: two versions of a text side by side, as HTML of escaped text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.tokens import find_words
from analysis.versions import Row, Run, Versions
from figures import words

# A passage that is the same in both is folded if it has more words than this.
_FOLDED = 90
_SHOWN_ENDS = 220


class Side(NamedTuple):
    """What stands above a version: whose it is, its headline, how many words it has."""

    name: str
    headline: str
    n_words: int


def side_by_side(versions: Versions, sides: tuple[Side, Side]) -> str:
    """Both versions, passage by passage; in a narrow window the one above the other.

    Words that stand in one version only are marked as such, those that stand elsewhere in the other as moved; long
    passages that are the same in both are folded.
    """
    rows = "".join(_row(row) for row in versions.rows)
    heads = "".join(_head(side, place) for side, place in zip(sides, ("left", "right"), strict=True))
    return (
        '<div class="versions" role="group" aria-label="Two versions side by side" tabindex="0">'
        f'<div class="row heads">{heads}</div>{rows}</div>{_legend(versions)}'
    )


def _head(side: Side, place: str) -> str:
    about = f"{side.name} · {words.count(side.n_words, 'word')}"
    return (
        f'<div class="{place}"><p class="whose">{words.as_html(about)}</p>'
        f'<p class="headline" dir="auto">{words.as_html(side.headline)}</p></div>'
    )


def _row(row: Row) -> str:
    if not row.is_same:
        cells = _cell(row.first, "left", "only on the left") + _cell(row.second, "right", "only on the right")
        return f'<div class="row differs">{cells}</div>'
    cells = _cell(row.first, "left", "") + _cell(row.second, "right", "")
    same = f'<div class="row same">{cells}</div>'
    n_words = len(find_words(_text(row.first)))
    if n_words <= _FOLDED:
        return same
    opening = words.as_html(words.shorten(_text(row.first), _SHOWN_ENDS))
    said = f"<strong>{words.count(n_words, 'word')} the same in both</strong>"
    return f'<details><summary>{said}<span class="opening" dir="auto">{opening}</span></summary>{same}</details>'


def _cell(runs: Sequence[Run], place: str, only: str) -> str:
    if not runs:
        return f'<div class="{place} nothing"></div>'
    # Of a passage without a word in common its side says enough: no line under each of its lines.
    is_whole = not any(run.kind != "only" and find_words(run.text) for run in runs)
    inner = "".join(_run(run, only) for run in runs)
    return f'<div class="{place}{" whole" * is_whole}"><p dir="auto">{inner}</p></div>'


def _run(run: Run, only: str) -> str:
    text = words.as_html(run.text)
    if run.kind == "same":
        return text
    title = only if run.kind == "only" else "stands elsewhere in the other version"
    return f'<mark class="{run.kind}" title="{title}">{text}</mark>'


def _legend(versions: Versions) -> str:
    return f'<p class="versions-legend">{"".join(_entries(versions))}</p>'


def _entries(versions: Versions) -> Iterator[str]:
    left, right = versions.n_only
    if left:
        yield '<span class="left"><mark class="only">only on the left</mark></span>'
    if right:
        yield '<span class="right"><mark class="only">only on the right</mark></span>'
    if versions.n_moved:
        yield '<mark class="moved">in another place</mark>'


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
