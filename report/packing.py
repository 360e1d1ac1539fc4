"""Packing: a report with all that it is made of in one zip: the document, its figures as files, their tables."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from figures import picture
from figures.csv_export import csv_of
from figures.reading import Reading
from figures.stated import stated
from report import typeset, web
from report.document import Report, figures_of
from report.typeset import Paper

# The least day that a zip can state: with the day of its making, the same report would not give the same bytes.
_NO_DAY = (1980, 1, 1, 0, 0, 0)

File = tuple[str, bytes]


def named(pages: Sequence[bytes]) -> Iterator[File]:
    """The pages with the names of their files: page-01.png and so on, which sort as they follow each other."""
    width = max(2, len(str(len(pages))))
    return ((f"page-{number:0{width}}.png", page) for number, page in enumerate(pages, start=1))


def archive(reading: Reading, report: Report, paper: Paper) -> bytes:
    """A zip: the report as PDF and HTML, each figure as SVG and PNG, its table as CSV, and what all of them are."""
    return zipped(_files(reading, report, paper))


def zipped(files: Iterable[File]) -> bytes:
    """`files` as a zip; the same files give the same bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files:
            out.writestr(zipfile.ZipInfo(name, _NO_DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(reading: Reading, report: Report, paper: Paper) -> Iterator[File]:
    yield "report.pdf", typeset.pdf(report, paper)
    yield "report.html", web.page(report).encode()
    captions = []
    for number, (key, figure) in enumerate(figures_of(report), start=1):
        name = f"{number:02}-{key}"
        captions.append(f"figures/{name}: {stated(reading, figure).caption}")
        yield f"figures/{name}.svg", picture.svg(reading, figure).encode()
        yield f"figures/{name}.png", picture.png(reading, figure)
        yield f"tables/{name}.csv", csv_of(figure.table)
    yield "figures.txt", "\n\n".join([report.title, report.deck, *captions, report.source, ""]).encode()
