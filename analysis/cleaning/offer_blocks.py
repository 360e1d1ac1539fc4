"""Offer blocks: the plans, prices, benefits, questions and log-in forms that stand below an article to the end."""

from __future__ import annotations

import re

from analysis.cleaning.draft import Draft
from analysis.cleaning.reasons import OFFER_BLOCK
from analysis.cleaning.rules import attribution, offers, page

_LONGEST_OFFER = 20
# A block is certain with so many offers, so many of them more than a price: lists of goods have prices too.
_FEWEST_OFFERS = 3
_FEWEST_WORDED = 2
_LINES_UNTIL_CERTAIN = 8
# Running text that does not speak of an offer: more than this is the article going on.
_LONGEST_STRETCH = 40
_MOST_RUNNING_WORDS = 150
_LONGEST_SPOKEN = 30
_LONGEST_ANSWER = 15

_OFFERS = frozenset({page.TEMPLATE.reason, offers.SUBSCRIPTION.reason})
_MARKS = _OFFERS | {attribution.AGENCY.reason}
_BARE_PRICE = re.compile(rf"(?i)\W*(?:only |just |from )?{offers.PRICE}\W*$")
_PERIODIC_PRICE = re.compile(rf"(?i){offers.PERIODIC_PRICE}")
_OF_OFFERS = re.compile(
    r"(?i)\b(?:subscri\w+|unsubscribe|pass(?:es)?|(?:free|paid|annual|monthly|digital|your|our|every|each) plans?|"
    r"free trial|renew(?:s|ed|al|als)?|cancell?(?:ed|ing|ation)?|refunds?|billed|billing|vouchers?|passwords?|"
    r"your (?:account|card|e-?mail|device|inbox|membership)|(?:log|sign)(?:ed)? ?in|newsletters?|e-?paper|ad-free|"
    r"adverts?|any device|every device|devices you|crosswords?|puzzles?|switch plans?|customer (?:care|service)s?)\b"
)
_QUESTION_AND_ANSWER = re.compile(r"[^?]{5,90}\?(?: |$)")
_BULLETS = tuple("•·*✓✔–-")


def keep_prices_of_goods(draft: Draft) -> None:
    """Keep lines that are a price alone where nothing else in the text is an offer to subscribe."""
    sold = [number for number in draft.visible if draft.reasons[number] == offers.SUBSCRIPTION.reason]
    if not any(_is_worded_offer(draft, number) for number in sold):
        draft.restore(sold)


def remove_offers(draft: Draft) -> None:
    """Remove what follows a subscription offer at the end of a text: plans, prices, what they include."""
    starts = [start for start in (_offer_at_end(draft), _block_at_end(draft)) if start is not None]
    if not starts:
        return
    for number in draft.visible:
        if number > min(starts) and draft.reasons[number] is None:
            draft.remove(number, OFFER_BLOCK)


def _offer_at_end(draft: Draft) -> int | None:
    """Number of the first offer after which no line of running text of the article follows, or None."""
    first = None
    for number in reversed(draft.visible):
        if draft.reasons[number] == offers.SUBSCRIPTION.reason:
            first = number
        elif draft.reasons[number] is None and (draft.prose[number] or draft.words[number] > _LONGEST_OFFER):
            break
    return first


def _block_at_end(draft: Draft) -> int | None:
    """Number of the line before which the article is certainly over, since only an offer follows, or None.

    It is the earliest sign-off, unfilled template, offer or price from which several offers follow and no stretch of
    running text. A block may be longer than its article, and full of sentences.
    """
    worded = [number for number in draft.visible if _is_worded_offer(draft, number)]
    if len(worded) < _FEWEST_WORDED:
        return None
    block: _Block | None = None
    for number in draft.visible:
        if block is None:
            block = _Block(number) if _may_begin(draft, number) else None
        if block is not None and not block.takes(draft, number):
            block = None
    return block.start if block is not None and block.is_certain else None


class _Block:
    """The lines from a possible end of the article on, as far as they were looked at."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._offers = 0
        self._worded = 0
        self._lines = 0
        self._stretch = 0
        self._running = 0

    @property
    def is_certain(self) -> bool:
        """Whether enough offers were seen."""
        return self._offers >= _FEWEST_OFFERS and self._worded >= _FEWEST_WORDED

    def takes(self, draft: Draft, number: int) -> bool:
        """Count one more line; whether it can stand in such a block."""
        if draft.reasons[number] is not None:
            self._offers += draft.reasons[number] in _OFFERS or _speaks_of_offer(draft, number)
            self._worded += _is_worded_offer(draft, number)
            return True
        self._lines += not self.is_certain
        if _speaks_of_offer(draft, number):
            self._offers += 1
            self._stretch = 0
            return True
        words = draft.words[number] if _runs(draft, number, certain=self.is_certain) else 0
        self._stretch = self._stretch + words if words else 0
        self._running += words
        if not self.is_certain:
            return not words and self._lines <= _LINES_UNTIL_CERTAIN
        return self._stretch < _LONGEST_STRETCH and self._running <= _MOST_RUNNING_WORDS


def _may_begin(draft: Draft, number: int) -> bool:
    if draft.reasons[number] is not None:
        return draft.reasons[number] in _MARKS
    return not draft.prose[number] and _PERIODIC_PRICE.search(draft.lines[number]) is not None


def _is_worded_offer(draft: Draft, number: int) -> bool:
    """Whether the line was removed as an offer, and is more than a price."""
    return draft.reasons[number] == offers.SUBSCRIPTION.reason and _BARE_PRICE.match(draft.lines[number]) is None


def _speaks_of_offer(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    if draft.words[number] > _LONGEST_SPOKEN:
        return False
    return _OF_OFFERS.search(line) is not None or _PERIODIC_PRICE.search(line) is not None


def _runs(draft: Draft, number: int, *, certain: bool) -> bool:
    """Whether the line could belong to an article: within a block, benefits and short answers could not."""
    if not draft.prose[number]:
        return False
    line = draft.lines[number]
    if not certain:
        return True
    question = _QUESTION_AND_ANSWER.match(line)
    if question is not None and line.count(" ", question.end()) < _LONGEST_ANSWER:
        return False
    return not line.startswith(_BULLETS) or draft.words[number] > _LONGEST_OFFER
