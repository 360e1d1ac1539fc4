"""Making: a reading as a report, with the sections that were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from analysis import VERSION
from analysis.errors import SettingsError
from figures import words
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Paragraph, Report, Section, plain
from report.findings import findings
from report.left_out import box
from report.sections import PARTS

_NO_FINDING = (
    "No difference between groups of these articles is clear enough to be told from chance, so none is claimed."
)
_NOTHING = "No article is selected, so there is nothing to count."
_ALWAYS = ("notes", "methods")


def make(reading: Reading, asked: Asked) -> Report:
    """The report of what `reading` selects, as it is `asked` for.

    Raises:
        SettingsError: there is no such section.
    """
    found = findings(reading, asked)
    front: tuple[Block, ...] = found or (Paragraph(plain(_NO_FINDING if len(reading.articles) else _NOTHING)),)
    return Report(
        title=asked.title or _title(reading),
        deck=deck(reading),
        selection=_selection(reading),
        made_on=words.day(asked.made_on),
        stamp=asked.made_on.isoformat(),
        source=f"Broadsheet {VERSION} · fingerprint {reading.bundle.fingerprint}",
        front=(*front, box(reading)),
        sections=tuple(_sections(reading, asked)),
    )


def keys_of(names: Sequence[str]) -> tuple[str, ...]:
    """The sections that are named, each once; all of them where none is.

    Raises:
        SettingsError: there is no such section.
    """
    if unknown := [name for name in names if name not in PARTS]:
        raise SettingsError(f"there is no section {unknown[0]!r}; there are {', '.join(PARTS)}")
    return tuple(dict.fromkeys(names)) or tuple(PARTS)


def _sections(reading: Reading, asked: Asked) -> list[Section]:
    parts = [PARTS[key] for key in keys_of(asked.sections)]
    shown = []
    for part in parts:
        is_written = len(reading.articles) or part.key in _ALWAYS
        blocks = tuple(part.write(reading, asked)) if is_written else (Paragraph(plain(_NOTHING)),)
        if blocks:
            shown.append(Section(part.key, part.title, blocks))
    return shown


def _title(reading: Reading) -> str:
    chosen = reading.in_words()
    return words.shorten(chosen, 120) if chosen else f"A report of {reading.counted(len(reading.articles))}"


def _selection(reading: Reading) -> str:
    chosen = reading.in_words()
    counted = f"Counted by story{reading.rule}" if reading.selection.by_story else ""
    return ". ".join(filter(None, (f"Selected: {chosen}" if chosen else "", counted)))


def deck(reading: Reading) -> str:
    """How much there is, from whom and when, in a sentence."""
    articles = reading.articles
    outlets, days = articles["outlet"].nunique(), articles["day"].dropna()
    parts = [reading.n_articles()]
    parts += [f"from {words.count(outlets, 'outlet')}"] if outlets else []
    parts += [words.days(days.min().date(), days.max().date())] if len(days) else ["without dates"]
    return f"{', '.join(parts)}; together {words.count(int(articles['n_words'].sum()), 'word')}."
