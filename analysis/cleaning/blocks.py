"""Blocks: lines that go because of the line above them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from analysis.cleaning.draft import Draft
from analysis.cleaning.lines import ends_sentence
from analysis.cleaning.reasons import REPEATS
from analysis.cleaning.rules import attribution, lists, rules_for_the_end

_LINKS_IN_LIST = 25
_LONGEST_LINK = 22
_LAST_LINES = 4
_FEWEST_SHOUTED = 7
_SHORTEST_STATEMENT = 4
_FEWEST_TEASERS = 3
_SHORTEST_TEASER = 9
_LINES_BETWEEN_TEASERS = 3
_TORN_ENDS = ("...", "…")
_BULLETS = ("•", "·", "* ", "» ", "› ", "▪", "■", "►", "→")
_LINKS_GONE = frozenset({lists.HEADING.reason, lists.INLINE.reason, REPEATS})


def remove_link_lists(draft: Draft) -> None:
    """Remove the headlines that follow a heading such as «Most read», up to the next line of running text."""
    if not any(draft.prose):
        return
    headings = [
        position
        for position, number in enumerate(draft.visible)
        if draft.reasons[number] == lists.HEADING.reason and not ends_sentence(draft.lines[number])
    ]
    for position in headings:
        _remove_links(draft, draft.visible[position + 1 : position + 1 + _LINKS_IN_LIST])


def remove_last_links(draft: Draft) -> None:
    """Remove the bulleted links at the end whose heading, or the links above them, went."""
    above = None
    for number in _below_text(draft):
        gone = above is not None and draft.reasons[above] in _LINKS_GONE
        if gone and draft.words[number] <= _LONGEST_LINK and _is_bulleted_link(draft.lines[number]):
            draft.remove(number, lists.HEADING.reason)
        above = number


def remove_teasers(draft: Draft) -> None:
    """Remove teasers of other articles: running text cut off with dots several times, and the headlines between.

    The paragraphs of an article do not stop short one after another, in any language.
    """
    for first, last in _runs_of_teasers(draft):
        for number in draft.visible[max(first - 1, 0) : last + 1]:
            if _is_teaser(draft, number) or not _is_text(draft, number):
                draft.remove(number, lists.HEADING.reason)


def _runs_of_teasers(draft: Draft) -> Iterator[tuple[int, int]]:
    """First and last place, among the visible lines, of teasers that stand close to each other."""
    run: list[int] = []
    for place, number in enumerate(draft.visible):
        if not _is_teaser(draft, number):
            continue
        if run and place - run[-1] > _LINES_BETWEEN_TEASERS + 1:
            yield from _long_enough(run)
            run = []
        run.append(place)
    yield from _long_enough(run)


def _long_enough(run: list[int]) -> Iterator[tuple[int, int]]:
    if len(run) >= _FEWEST_TEASERS:
        yield run[0], run[-1]


def _is_teaser(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    # Two such signs are how Chinese writes a pause.
    return draft.words[number] >= _SHORTEST_TEASER and line.endswith(_TORN_ENDS) and not line.endswith("……")


def remove_shouted_links(draft: Draft) -> None:
    """Remove headlines of other articles in capitals from between paragraphs that are not in capitals."""
    prose = [number for number in draft.kept() if draft.prose[number]]
    if not prose or draft.lines[prose[0]].isupper() or draft.lines[prose[-1]].isupper():
        return
    between = [number for number in draft.kept() if prose[0] < number < prose[-1]]
    for number in between:
        if draft.words[number] >= _FEWEST_SHOUTED and _is_shouted(draft.lines[number]):
            draft.remove(number, lists.INLINE.reason)


def remove_last_marks(draft: Draft) -> None:
    """Remove initials, ornaments and notes on the writer from the last few lines."""
    for number in list(draft.kept())[-_LAST_LINES:]:
        if reason := last_mark(draft, number):
            draft.remove(number, reason)


def remove_marks_below_sign_offs(draft: Draft) -> None:
    """Remove initials and ornaments from right below an agency's mark, however much furniture follows."""
    sign_off = attribution.AGENCY.reason
    for above, number in pairwise(draft.visible):
        if draft.reasons[above] == sign_off and last_mark(draft, number) == sign_off:
            draft.remove(number, sign_off)


def last_mark(draft: Draft, number: int) -> str | None:
    """The name of the rule that would remove the line from the end of a text, or None."""
    return rules_for_the_end(draft.off).reason_for(draft.lines[number])


def _is_shouted(line: str) -> bool:
    """Whether the line is all capitals and neither a sentence nor the heading of a numbered part."""
    return line.isupper() and not ends_sentence(line) and not line[0].isdigit()


def _below_text(draft: Draft) -> list[int]:
    """Numbers of the visible lines below the last kept one that is running text and no link."""
    last = -1
    for number in draft.kept():
        if draft.prose[number] and not _is_bulleted_link(draft.lines[number]):
            last = number
    return [number for number in draft.visible if number > last] if last >= 0 else []


def _is_bulleted_link(line: str) -> bool:
    """Whether the line has a bullet, as links in a list have, and is no statement, as points in a text are."""
    return line.startswith(_BULLETS) and (line.endswith("?") or not ends_sentence(line))


def _remove_links(draft: Draft, following: list[int]) -> None:
    for number in following:
        if draft.reasons[number] is not None:
            continue
        if draft.words[number] > _LONGEST_LINK or _is_text(draft, number):
            return
        draft.remove(number, lists.HEADING.reason)


def _is_text(draft: Draft, number: int) -> bool:
    """Whether the line is a sentence of the article rather than a link: links have no full stop."""
    if _is_bulleted_link(draft.lines[number]):
        return False
    return draft.prose[number] or (draft.words[number] >= _SHORTEST_STATEMENT and draft.lines[number].endswith("."))
