"""Methods: how each number of a report was made, by whom the method is, and of which collection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from figures import words
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Heading, Paragraph, Run
from report.markdown import read_markdown
from report.sections.part import Part

TEXT = Path(__file__).parent.with_name("methods.md")

_READINGS: Mapping[str, str] = {
    "news": "a linear model over words, fitted to what readers said of sentences of news (NewsMTSC, Hamborg and Donnay "
    "2021), with VADER’s score (Hutto and Gilbert 2014) as one part",
    "vader": "VADER (Hutto and Gilbert 2014), which was made for social media",
}


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    yield Heading("The collection")
    yield Paragraph(tuple(_collection(reading)))
    yield from read_markdown(TEXT.read_text(encoding="utf-8"))


def _collection(reading: Reading) -> Iterator[Run]:
    bundle = reading.bundle
    scored = bundle.manifest["settings"]["sentiment"]["reading"]
    yield Run(
        f"{words.count(bundle.counts['articles'], 'article')}, analysed by Broadsheet {bundle.manifest['program']}; "
        f"fingerprint {bundle.fingerprint}. The same articles and settings give the same fingerprint and report. "
        f"Sentences were scored by {_READINGS.get(scored, scored)}."
    )
    stated = "&".join(f"{name}={value}" for name, values in reading.selection.to_params().items() for value in values)
    if stated:
        yield Run(" The selection, as the address of the dashboard has it: ")
        yield Run(stated, "code")


PART = Part("methods", "Methods", _write)
