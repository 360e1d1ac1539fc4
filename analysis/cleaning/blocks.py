"""Blocks: lines that go because of the line above them."""

from __future__ import annotations

from analysis.cleaning.draft import Draft
from analysis.cleaning.lines import ends_sentence
from analysis.cleaning.reasons import OFFER_BLOCK
from analysis.cleaning.rules import lists, offers, rules_for_the_end

_LINKS_IN_LIST = 25
_LONGEST_LINK = 22
_LONGEST_OFFER = 20
_LAST_LINES = 4
_FEWEST_SHOUTED = 7


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


def remove_offers(draft: Draft) -> None:
    """Remove what follows a subscription offer at the end of a text: plans, prices, what they include."""
    start = _offer_at_end(draft)
    if start is None:
        return
    for number in draft.visible:
        if number > start and draft.reasons[number] is None:
            draft.remove(number, OFFER_BLOCK)


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
    reason_for = rules_for_the_end(draft.off).reason_for
    for number in list(draft.kept())[-_LAST_LINES:]:
        if reason := reason_for(draft.lines[number]):
            draft.remove(number, reason)


def _is_shouted(line: str) -> bool:
    """Whether the line is all capitals and neither a sentence nor the heading of a numbered part."""
    return line.isupper() and not ends_sentence(line) and not line[0].isdigit()


def _remove_links(draft: Draft, following: list[int]) -> None:
    for number in following:
        if draft.reasons[number] is not None:
            continue
        if draft.prose[number] or draft.words[number] > _LONGEST_LINK:
            return
        draft.remove(number, lists.HEADING.reason)


def _offer_at_end(draft: Draft) -> int | None:
    """Number of the first offer after which no line of running text of the article follows, or None."""
    first = None
    for number in reversed(draft.visible):
        if draft.reasons[number] == offers.SUBSCRIPTION.reason:
            first = number
        elif draft.reasons[number] is None and (draft.prose[number] or draft.words[number] > _LONGEST_OFFER):
            break
    return first
