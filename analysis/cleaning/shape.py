"""Shape: where on a page the running text stands, told by the lengths and endings of lines."""

from __future__ import annotations

from analysis.cleaning.draft import Draft
from analysis.cleaning.lines import ends_sentence
from analysis.cleaning.reasons import FURNITURE
from analysis.cleaning.rules import buttons, lists, navigation, offers, page, sign_up, small_print

# Tuned on pages saved whole; the score changes little when one of them is half or twice as large.
_MOST_WORDS_COUNTED = 50
_ISOLATED_FACTOR = 0.4
_MEDIUM_WORDS = 12
_COST_OF_SHORT_LINE = 4.0
_COST_OF_MEDIUM_LINE = 2.0
_COST_OF_REMOVED_LINE = 9.0
_COST_OF_END_MARK = 30.0
_END_MARKS = frozenset(
    {
        lists.HEADING.reason,
        page.COMMENTS.reason,
        small_print.COPYRIGHT.reason,
        sign_up.NEWSLETTER.reason,
        offers.SUBSCRIPTION.reason,
    }
)
_PAGE_MARKS = frozenset(
    {
        navigation.NAVIGATION.reason,
        buttons.SHARE.reason,
        page.COMMENTS.reason,
        page.ADVERTISEMENT.reason,
        sign_up.CONSENT.reason,
        sign_up.NEWSLETTER.reason,
        lists.HEADING.reason,
        small_print.COPYRIGHT.reason,
    }
)
_PAGE_LINES = 12
_PAGE_MARKED_LINES = 6
# In a language whose menus the rules do not know, only the many short lines above the text show a page.
_UNMARKED_MENU_LINES = 25
_UNMARKED_PAGE_SHARE = 0.6


def find_body(draft: Draft) -> range | None:
    """The stretch of lines in which running text outweighs short lines most, or None where there is no running text.

    It is the contiguous run with the largest sum, where a line of prose counts its words and every other line a
    cost (Kadane's algorithm; Kohlschütter, Fankhauser and Nejdl 2010 show that length alone tells text from
    furniture well).
    """
    best, best_sum = None, 0.0
    start, total = 0, 0.0
    for number, weight in zip(draft.visible, _weights(draft), strict=True):
        if total <= 0:
            start, total = number, 0.0
        total += weight
        if total > best_sum:
            best, best_sum = range(start, number + 1), total
    return best


def is_page(draft: Draft, body: range) -> bool:
    """Whether the item is a page saved whole: short lines outside the body, very many or with wordings of menus."""
    outside = [number for number in draft.visible if number not in body]
    short = [number for number in outside if not draft.prose[number] and not _is_table_row(draft.lines[number])]
    above = sum(number < body.start for number in short)
    if above >= _UNMARKED_MENU_LINES and len(short) >= _UNMARKED_PAGE_SHARE * len(draft.visible):
        return True
    marked = sum(draft.reasons[number] in _PAGE_MARKS for number in outside)
    return len(short) >= _PAGE_LINES and marked >= _PAGE_MARKED_LINES


def remove_furniture(draft: Draft, body: range) -> None:
    """Remove all that stands around the body of a page saved whole."""
    for number in draft.visible:
        if number not in body:
            draft.remove(number, FURNITURE)


def _is_table_row(line: str) -> bool:
    """Whether the line is a row, or a cell, of a table as extractors write them."""
    return line.startswith("|") or line.endswith("|")


def _weights(draft: Draft) -> list[float]:
    """For each visible line what it adds to the body: words for running text, a cost for all else."""
    flags = [draft.prose[number] and draft.reasons[number] is None for number in draft.visible]
    weights = []
    for position, number in enumerate(draft.visible):
        if flags[position]:
            near = flags[max(position - 1, 0) : position + 2]
            weights.append(_weight_of_prose(draft.words[number], isolated=sum(near) == 1))
        else:
            above = draft.visible[position - 1] if position else None
            weights.append(-_cost(draft, number, above))
    return weights


def _weight_of_prose(words: int, *, isolated: bool) -> float:
    """Teasers stand alone between headlines and dates; paragraphs stand together."""
    return min(words, _MOST_WORDS_COUNTED) * (_ISOLATED_FACTOR if isolated else 1.0)


def _cost(draft: Draft, number: int, above: int | None) -> float:
    """A heading of a list costs much, the lines of the list as little as any that was removed."""
    reason = draft.reasons[number]
    if reason in _END_MARKS and (above is None or draft.reasons[above] != reason):
        return _COST_OF_END_MARK
    if reason is not None:
        return _COST_OF_REMOVED_LINE
    if draft.words[number] >= _MEDIUM_WORDS or ends_sentence(draft.lines[number]):
        return _COST_OF_MEDIUM_LINE
    return _COST_OF_SHORT_LINE
