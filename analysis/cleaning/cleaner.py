"""Cleaner: from the text of one item to its headline, its body, and the lines that are neither."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType

from analysis.cleaning import blocks, headlines, offer_blocks, shape
from analysis.cleaning.draft import Draft
from analysis.cleaning.endings import CUT_OFF, torn_end
from analysis.cleaning.lines import invisible_lines, split_lines, squeeze
from analysis.cleaning.metadata import Metadata, take_bylines_and_dates
from analysis.cleaning.outcome import Cleaned, Notice, Removed
from analysis.cleaning.reasons import HEADLINE, METADATA, OFFER_BLOCK, OUTSIDE, REPEATED_HEADLINE, REPEATS, RULES
from analysis.cleaning.repeats import key_of_normalised
from analysis.cleaning.rules import rules_without

INVISIBLE = "no visible text"
LITTLE_LEFT = "little text left"

_FEWEST_WORDS = 40
_SMALLEST_SHARE = 0.2
_NOTHING_TAKEN: Mapping[int, str] = MappingProxyType({})


def clean(
    text: str,
    *,
    headline: str | None = None,
    taken: Mapping[int, str] = _NOTHING_TAKEN,
    repeated: Container[int] = frozenset(),
    off: Container[str] = frozenset(),
) -> Cleaned:
    r"""Split the text of one item into its parts; never raises.

    Args:
        text: The item's text, lines ended by "\n", "\r\n" or "\r".
        headline: The item's headline field. Empty: there is none; None: there is no such field, so it is looked for.
        taken: Lines that the reader of the file used as metadata or left out of the text, with the reason for each.
        repeated: Keys of lines that stand in many different articles of the collection.
        off: Names of rules that shall remove nothing.
    """
    lines = split_lines(text)
    rules_off = frozenset(rule for rule in RULES if rule in off)
    if OUTSIDE in rules_off:
        taken = {number: reason for number, reason in taken.items() if reason != OUTSIDE}
    draft = Draft(lines, rules_off, invisible_lines(text, lines), taken)
    given = squeeze(headline) if headline else None
    if given:
        headlines.remove_repetitions(draft, given)
    metadata = Metadata()
    if len(draft.visible) > 1:
        metadata = _apply_rules(draft, repeated, look_for_headline=headline is None)
    notices = _restore_if_little_is_left(draft) or _restore_what_is_outside(draft)
    return _assemble(draft, given or metadata.headline, metadata, notices)


def _apply_rules(draft: Draft, repeated: Container[int], *, look_for_headline: bool) -> Metadata:
    """Remove lines by wording, repetition, position and shape, the surest first."""
    _remove_by_wording(draft)
    offer_blocks.keep_prices_of_goods(draft)
    metadata = take_bylines_and_dates(draft)
    _remove_repeated(draft, repeated)
    blocks.remove_marks_below_sign_offs(draft)
    offer_blocks.remove_offers(draft)
    blocks.remove_teasers(draft)
    blocks.remove_shouted_links(draft)
    blocks.remove_link_lists(draft)
    blocks.remove_last_links(draft)
    body = shape.find_body(draft)
    if body is None:
        return metadata
    page = shape.is_page(draft, body)
    if look_for_headline:
        metadata.headline = _take_headline(draft, body, page=page)
    if page:
        shape.remove_furniture(draft, body)
    blocks.remove_last_marks(draft)
    return metadata


def _remove_by_wording(draft: Draft) -> None:
    reason_for = rules_without(draft.off).reason_for
    for number in draft.kept():
        if reason := reason_for(draft.lines[number]):
            draft.remove(number, reason)


def _remove_repeated(draft: Draft, repeated: Container[int]) -> None:
    if not repeated:
        return
    below_text = False
    for number in draft.kept():
        below_text = below_text or draft.prose[number]
        if key_of_normalised(draft.lines[number]) in repeated:
            # What a line is says more than that it repeats.
            reason = blocks.last_mark(draft, number) if below_text else None
            draft.remove(number, reason or REPEATS)


def _take_headline(draft: Draft, body: range, *, page: bool) -> str | None:
    number = headlines.find_headline(draft, body.start, page=page)
    if number is None or not draft.remove(number, HEADLINE):
        return None
    headlines.remove_repetitions(draft, draft.lines[number], outside=body)
    return draft.lines[number]


def _restore_if_little_is_left(draft: Draft) -> list[Notice]:
    """Keep lines again where rules took nearly all of the text: running text first, else all that was text."""
    removed = [number for number in draft.removed() if draft.reasons[number] not in METADATA]
    if any(draft.prose[number] for number in draft.kept()):
        # The offer below the few lines shown of an article may well be longer than they are.
        removed = [number for number in removed if draft.reasons[number] != OFFER_BLOCK]
    left = draft.kept_words()
    total = left + sum(draft.words[number] for number in removed)
    if not removed:
        return _restore_headline(draft)
    if left >= _FEWEST_WORDS or left >= _SMALLEST_SHARE * total:
        return []
    prose = [number for number in removed if draft.prose[number]]
    draft.restore(prose or ([] if left else removed))
    return [Notice(LITTLE_LEFT, f"{left} of {total} words would have been left")]


def _restore_headline(draft: Draft) -> list[Notice]:
    """Where the headline is all the text there is, it is the body too."""
    repeated = [number for number in draft.visible if draft.reasons[number] == REPEATED_HEADLINE]
    if not repeated or draft.kept_words():
        return []
    draft.restore(repeated[:1])
    return [Notice(LITTLE_LEFT, "the text is the headline alone")]


def _restore_what_is_outside(draft: Draft) -> list[Notice]:
    """Where a page has no other text, what stands outside its main text is the body."""
    outside = [number for number, reason in draft.taken.items() if reason == OUTSIDE]
    if not outside or draft.kept_words():
        return []
    draft.restore(outside)
    return [Notice(LITTLE_LEFT, "the page has no main text but metadata")]


def _assemble(draft: Draft, headline: str | None, metadata: Metadata, notices: list[Notice]) -> Cleaned:
    body, offsets = _join(draft)
    removed = tuple(
        Removed(number, draft.lines[number], draft.reasons[number] or INVISIBLE, offsets[number])
        for number in sorted((*draft.removed(), *draft.taken, *draft.invisible))
    )
    torn = torn_end([draft.lines[number] for number in draft.kept()])
    if torn is not None:
        notices = [*notices, Notice(CUT_OFF, torn)]
    return Cleaned(headline, metadata.byline, metadata.date_text, body, removed, tuple(notices))


def _join(draft: Draft) -> tuple[str, list[int]]:
    """The body, and for each line the offset in it at which the next kept line begins, or the body's length."""
    parts: list[str] = []
    length, blank = 0, False
    offsets = [0] * len(draft.lines)
    since_kept = 0
    for number, line in enumerate(draft.lines):
        blank = blank or not line
        if line and draft.reasons[number] is None:
            separator = ("\n\n" if blank else "\n") if parts else ""
            offsets[since_kept : number + 1] = [length + len(separator)] * (number + 1 - since_kept)
            parts += (separator, line)
            length += len(separator) + len(line)
            blank, since_kept = False, number + 1
    offsets[since_kept:] = [length] * (len(offsets) - since_kept)
    return "".join(parts), offsets
