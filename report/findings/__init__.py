"""Findings: what the numbers of a selection carry, five at most, for the first page of a report.

First come differences that a test tells from chance, then bursts, then plain counts. What is not carried is not said.
"""

from __future__ import annotations

from itertools import chain, islice

from figures.reading import Reading
from report.asked import Asked
from report.document import Finding, Picture
from report.drawing import NARROW, picture
from report.findings.claim import Claim
from report.findings.counts import bursts, largest_topic, name_in_most
from report.findings.differences import differences

MOST = 5


def findings(reading: Reading, asked: Asked) -> tuple[Finding, ...]:
    """What the selection carries, the surest sort first; nothing of an empty one."""
    if reading.articles.empty:
        return ()
    told = list(differences(reading, asked))
    topics = {claim.topic for claim in told}
    more = chain(bursts(reading, asked, topics), name_in_most(reading, asked), largest_topic(reading, asked))
    return tuple(
        _finding(reading, number, claim) for number, claim in enumerate(islice(chain(told, more), MOST), start=1)
    )


def _finding(reading: Reading, number: int, claim: Claim) -> Finding:
    shown = picture(reading, claim.figure, key=f"finding-{number}", width=NARROW)
    return Finding(number, claim.line, claim.basis, claim.quotes, shown if isinstance(shown, Picture) else None)
