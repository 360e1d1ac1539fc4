"""What the tests of reports are made of: a small report with each sort of block, and what it says as text."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from report.document import (
    Article,
    Block,
    Box,
    Bullets,
    Code,
    Finding,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Report,
    Run,
    Section,
    plain,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="#41607f"/></svg>'
)


def picture(key: str = "terms", text: str = "Which terms?") -> Picture:
    return Picture(key, text, f"Caption: {text}", f"Chart: {text}", SVG, {"mark": "bar", "description": text}, None)


def blocks(text: str) -> tuple[Block, ...]:
    """One block of each sort, each with `text` in all its parts."""
    line = (Run("before "), Run(text, "strong"), Run(text, "emphasis"), Run(text, "code"), Run(text, "mark"))
    return (
        Paragraph(line, "lead"),
        Heading(text),
        Bullets((line, plain(text))),
        Bullets((plain(text),), is_numbered=True),
        Code(text),
        Quote(line, text),
        Grid(text, (text, "number"), ((text, "1"), ("b", "2")), (False, True), text),
        picture("one", text),
        Finding(1, line, text, (Quote(plain(text), text),), picture("two", text)),
        Article(text, text, (Paragraph(line), Quote(plain(text)))),
        Box(text, (Paragraph(plain(text)), Bullets((plain(text),)))),
    )


def small_report(text: str = "Flood", *more: Section) -> Report:
    section = Section("all", "All blocks", blocks(text))
    return Report(
        text, text, text, "1 Jun 2026", "2026-06-01", "Broadsheet", (Paragraph(plain(text)),), (section, *more)
    )


def pdf_of(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def pdf_text(content: bytes) -> str:
    """All text of a PDF with single blanks, what was broken to fit put together again."""
    pages = " ".join(page.extract_text() for page in pdf_of(content).pages)
    return " ".join(pages.replace("\u200b", "").split())
