"""Term evidence: the articles that hold a term, the lines in which it stands, how it is spread, what goes with it."""

from __future__ import annotations

import pandas as pd

from analysis.marks import Mark
from ui import choices, company, concordance, evidence, spread
from ui.view import View

_LIST, _LINES, _SPREAD, _COMPANY = "articles", "lines", "spread", "company"
_NAMES = {_LIST: "Articles", _LINES: "In context", _SPREAD: "Spread", _COMPANY: "Network"}


def show(view: View, *, counts_occurrences: bool = False) -> None:
    """What stands behind the chosen mark; how to choose one where none is.

    `counts_occurrences`: the figure counts occurrences, so that lines come first, and not articles.
    """
    first = _LINES if counts_occurrences else _LIST
    order = {first: _NAMES[first], **_NAMES}

    def _body(shown: View, found: pd.DataFrame, mark: Mark) -> None:
        panel = choices.segments("panel", order, "What to show", quiet=True) if mark.term else _LIST
        _PANELS[panel](shown, found, mark)

    evidence.show_or_invite(view, body=_body)


_PANELS: dict[str, evidence.Body] = {
    _LIST: evidence.listing,
    _LINES: concordance.show,
    _SPREAD: spread.show,
    _COMPANY: company.show,
}
