"""Web: a document as one HTML file that needs no other one: its charts are drawn in it, live where scripts run.

All text is escaped; a policy in the file itself lets nothing be fetched and runs no script but the one that is named.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from charts.drawing import live_script
from charts.drawing import svg as outlined_svg
from report.document import (
    Article,
    Block,
    Box,
    Bullets,
    Code,
    Finding,
    Grid,
    Heading,
    Line,
    Paragraph,
    Picture,
    Quote,
    Report,
    Run,
    Section,
    pictures_of,
)

_STYLE = Path(__file__).with_name("web.css")
_SCRIPT = Path(__file__).with_name("web.js")
_TAGS = {"": "", "strong": "strong", "emphasis": "em", "code": "code", "mark": "mark"}


def page(report: Report) -> str:
    """The report as one file of HTML; the same report gives the same text."""
    script = f"{live_script()}\n{_SCRIPT.read_text(encoding='utf-8')}"
    style = _STYLE.read_text(encoding="utf-8")
    head = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="description" content="{_escape(report.deck)}">',
        f'<meta name="generator" content="{_escape(report.source)}">',
        f"<title>{_escape(report.title)}</title>\n<style>\n{style}</style>\n</head>",
    ]
    foot = (
        f"<footer><p>{_escape(report.source)}</p></footer>\n{_specs(report)}<script>{script}</script>\n</body>\n</html>"
    )
    return "\n".join([*head, "<body>", _front(report), *map(_section, report.sections), foot]) + "\n"


def _policy(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _front(report: Report) -> str:
    parts = [
        f'<header>\n<p class="masthead"><span>Broadsheet · a report</span> <time datetime="{report.stamp}">'
        f"{_escape(report.made_on)}</time></p>",
        f'<h1 dir="auto">{_escape(report.title)}</h1>',
        f'<p class="deck">{_escape(report.deck)}</p>',
    ]
    parts += [f'<p class="selection" dir="auto">{_escape(report.selection)}</p>'] if report.selection else []
    contents = "".join(f'<li><a href="#{each.key}">{_escape(each.title)}</a></li>' for each in report.sections)
    parts += [f'</header>\n<nav aria-label="In this report"><ul>{contents}</ul></nav>']
    return "\n".join([*parts, *map(_block, report.front)])


def _section(section: Section) -> str:
    body = "\n".join(map(_block, section.blocks))
    return f'<section id="{section.key}">\n<h2>{_escape(section.title)}</h2>\n{body}\n</section>'


def _block(block: Block) -> str:
    return _WRITERS[type(block)](block)


def _paragraph(block: Paragraph) -> str:
    role = f' class="{block.role}"' if block.role else ""
    return f'<p{role} dir="auto">{_line(block.line)}</p>'


def _heading(block: Heading) -> str:
    return f'<h3 dir="auto">{_escape(block.text)}</h3>'


def _bullets(block: Bullets) -> str:
    tag = "ol" if block.is_numbered else "ul"
    items = "".join(f'<li dir="auto">{_line(line)}</li>' for line in block.lines)
    return f"<{tag}>{items}</{tag}>"


def _code(block: Code) -> str:
    return f"<pre><code>{_escape(block.text)}</code></pre>"


def _quote(block: Quote) -> str:
    source = f'<footer dir="auto">{_escape(block.source)}</footer>' if block.source else ""
    return f'<blockquote><p dir="auto">{_line(block.line)}</p>{source}</blockquote>'


def _grid(block: Grid) -> str:
    sides = [' class="number"' if is_number else "" for is_number in block.is_number]
    head = "".join(
        f'<th scope="col"{side}>{_escape(name)}</th>' for side, name in zip(sides, block.columns, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(f'<td{side} dir="auto">{_escape(cell)}</td>' for side, cell in zip(sides, row, strict=True))
        + "</tr>"
        for row in block.rows
    )
    title = f"<caption>{_escape(block.title)}</caption>" if block.title else ""
    note = f'<p class="small">{_escape(block.note)}</p>' if block.note else ""
    return f'<div class="table"><table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{note}'


def _picture(block: Picture) -> str:
    drawn = base64.b64encode(outlined_svg(ET.fromstring(block.svg)).encode()).decode()  # noqa: S314 - we drew it
    return (
        f'<figure id="figure-{block.key}">\n<figcaption><b>{_escape(block.title)}</b> <span>{_escape(block.caption)}'
        f'</span></figcaption>\n<img alt="{_escape(block.alternative)}" src="data:image/svg+xml;base64,{drawn}">'
        f'\n<div class="live" data-figure="{block.key}" hidden></div>\n</figure>'
    )


def _finding(block: Finding) -> str:
    said = f'<p class="said" dir="auto"><b class="nth">{block.number}</b> {_line(block.line)}</p>'
    told = f'{said}<p class="small">{_escape(block.basis)}</p>{"".join(map(_quote, block.quotes))}'
    return f'<article class="finding"><div>{told}</div>{_picture(block.picture) if block.picture else ""}</article>'


def _article(block: Article) -> str:
    body = "".join(map(_block, block.blocks))
    head = f'<h3 dir="auto">{_escape(block.headline)}</h3><p class="small" dir="auto">{_escape(block.about)}</p>'
    return f'<article class="news">{head}{body}</article>'


def _box(block: Box) -> str:
    return f"<aside><h3>{_escape(block.title)}</h3>{''.join(map(_block, block.blocks))}</aside>"


_WRITERS: Mapping[type[Block], Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Bullets: _bullets,
    Code: _code,
    Quote: _quote,
    Grid: _grid,
    Picture: _picture,
    Finding: _finding,
    Article: _article,
    Box: _box,
}


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    tag, text = _TAGS[run.style], _escape(run.text)
    shown = f"<{tag}>{text}</{tag}>" if tag else text
    return f'<a href="{_escape(run.link)}" rel="noopener noreferrer">{shown}</a>' if run.link else shown


def _specs(report: Report) -> str:
    """What the charts are drawn from where scripts run: JSON, in which no tag can end."""
    specs = {picture.key: picture.spec for picture in pictures_of(report)}
    text = json.dumps(specs, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="specs">{text}</script>\n'


def _escape(text: str) -> str:
    return html.escape(text.replace("\x00", ""))
