"""Writing: a report as a file or a folder, by what it is to be called."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from analysis.errors import SettingsError
from figures.reading import Reading
from report import packing, typeset, web
from report.document import Report
from report.typeset import Paper

Form = Literal["pdf", "html", "zip", "pages"]

_FORMS: dict[str, Form] = {".pdf": "pdf", ".html": "html", ".htm": "html", ".zip": "zip", "": "pages"}
_PAGES = "page-*.png"


def form_of(out: Path) -> Form:
    """What is written to `out`: by the ending of its name, or PNG pages where that is a folder.

    Raises:
        SettingsError: the ending is none of those that are known.
    """
    form = "pages" if out.is_dir() else _FORMS.get(out.suffix.lower())
    if form is None:
        raise SettingsError(f"--out {out}: must end in .pdf, .html or .zip, or be a folder")
    return form


def write(reading: Reading, report: Report, out: Path, form: Form, paper: Paper) -> str:
    """Write the report to `out`, whole or not at all, and say what was written.

    Raises:
        SettingsError: it cannot be written there.
    """
    try:
        if form == "pages":
            return _write_pages(typeset.pages(report, paper), out)
        content = content_of(reading, report, form, paper)
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = out.with_name(f".{out.name}.draft")
        draft.write_bytes(content)
        draft.replace(out)
    except OSError as error:
        raise SettingsError(f"--out {out}: cannot be written ({error.strerror or error})") from error
    return f"{len(content):,} bytes"


def content_of(reading: Reading, report: Report, form: Form, paper: Paper) -> bytes:
    """The report as one file; its pages as a zip of them."""
    if form == "pdf":
        return typeset.pdf(report, paper)
    if form == "html":
        return web.page(report).encode()
    if form == "pages":
        return packing.zipped(packing.named(typeset.pages(report, paper)))
    return packing.archive(reading, report, paper)


def _write_pages(pages: list[bytes], out: Path) -> str:
    """Each page as `page-01.png` and so on; pages of an earlier report go."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob(_PAGES):
        old.unlink()
    for name, page in packing.named(pages):
        (out / name).write_bytes(page)
    return f"{len(pages)} pages"
