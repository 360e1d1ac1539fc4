"""What the tests of `analysis.sources` are made of: files of every format, small, and what is read from them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis.articles import Item, Problem
from analysis.sources import Sources, read_items

TEXT = "The harbour was closed on Tuesday. Ships waited outside for the whole of the day."


def items_of(found: Iterable[Item | Problem]) -> list[Item]:
    return [item for item in found if isinstance(item, Item)]


def problems_of(found: Iterable[Item | Problem]) -> list[tuple[str, str, str]]:
    return [(problem.source_path, problem.item, problem.problem) for problem in found if isinstance(problem, Problem)]


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def read(path: Path, content: str | bytes, sources: Sources | None = None) -> list[Item | Problem]:
    """What is read from a file with this content."""
    return list(read_items([write(path, content)], sources))


def pdf(pages: Sequence[Sequence[str]], title: str = "") -> bytes:
    """A PDF with these lines on its pages, in Latin-1."""
    count = len(pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    objects += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
        drawn = "BT /F1 10 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
        objects.append(f"<< /Length {len(drawn.encode('latin-1'))} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    return _assembled(objects)


def _assembled(objects: Sequence[str]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def encrypted_pdf(password: str, owner: str | None = None) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[TEXT]]))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    return _written(writer)


def scanned_pdf(n_pages: int) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(n_pages):
        writer.add_blank_page(612, 792)
    return _written(writer)


def _written(writer) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(blocks: Sequence[str | Sequence[Sequence[str]]]) -> bytes:
    """A Word document; a text is a paragraph, rows are a table."""
    from docx import Document

    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            table = document.add_table(len(block), len(block[0]))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An Excel workbook with these rows in its sheets."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def rtf(*paragraphs: str) -> bytes:
    """An RTF document of plain paragraphs; what is beyond ASCII is escaped as Word does it."""

    def escaped(text: str) -> str:
        marked = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in marked)

    body = "".join(f"{escaped(paragraph)}\\par\n" for paragraph in paragraphs)
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}" + "\n" + body + "}").encode("ascii")


PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Harbour closed | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette"/>
<meta property="og:title" content="Harbour closed"/>
<meta property="article:published_time" content="2016-05-04T10:30:00Z"/>
<meta name="author" content="Ada Brant"/>
<link rel="canonical" href="https://harbour-gazette.example/closed"/></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Harbour closed</h1>
<p>{TEXT}</p>
<p>Nobody could say when it would be opened again, the master of the harbour told reporters on Tuesday night.</p>
</article><footer><p>Copyright 2016</p></footer><script>track("visit");</script></body></html>"""


def one_of_each() -> dict[str, bytes]:
    """For each ending that is read, a file with one article."""
    row = f'{{"text": "{TEXT}"}}'
    return {
        ".txt": TEXT.encode(),
        ".md": TEXT.encode(),
        ".jsonl": row.encode(),
        ".ndjson": row.encode(),
        ".json": row.encode(),
        ".csv": f'text,title\n"{TEXT}",A\n'.encode(),
        ".tsv": f"text\ttitle\n{TEXT}\tA\n".encode(),
        ".xlsx": xlsx(Sheet=[["text", "title"], [TEXT, "A"]]),
        ".html": PAGE.encode(),
        ".htm": PAGE.encode(),
        ".pdf": pdf([[TEXT]]),
        ".docx": docx([TEXT]),
        ".rtf": rtf(TEXT),
    }
