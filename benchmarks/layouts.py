"""Layouts: one invented article in the many forms that pages give it, and how its lines should come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_PARAGRAPHS = (
    "The harbour town of Lindmoor voted on Tuesday to rebuild its sea wall after a winter of storms.",
    "Engineers told the council that the old wall, built in 1911, would not stand another season of high water.",
    "“We have looked at every cheaper way, and there is none,” said Ada Brenner, who leads the works department.",
    "Fishermen had asked for a second gate so that boats can leave the harbour when the tide is low.",
    "The work will take two years and cost about four million, most of it paid by the region.",
    "A second vote, on the road along the wall, is to follow in the spring, the mayor told reporters.",
)
_HEBREW = (
    "תושבי העיירה הצביעו ביום שלישי בעד בנייה מחדש של חומת הים אחרי חורף של סופות.",
    "מהנדסים אמרו למועצה שהחומה הישנה לא תעמוד בעונה נוספת של מים גבוהים.",
    "העבודה תימשך שנתיים ותעלה כארבעה מיליון, רובם על חשבון המחוז.",
)
_CZECH = (
    "Obyvatelé přístavního města v úterý hlasovali pro obnovu mořské zdi po zimě plné bouří.",
    "Inženýři řekli radě, že stará zeď z roku 1911 nevydrží další období vysoké vody.",
    "Práce potrvá dva roky a bude stát asi čtyři miliony, většinu zaplatí kraj.",
)
_MENU = (
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
)
_FOOTER = "<footer><p>About us</p><p>Privacy policy</p><p>© 2019 Harbour Post. All rights reserved.</p></footer>"
_RELATED = (
    "<aside class='related'><h3>Most read</h3><ul><li><a href='/a'>Storm closes the schools of the coast</a></li>"
    "<li><a href='/b'>Ferry to run again</a></li></ul></aside>"
)
_SHARE = "<div class='share'><a href='#'>Share on Facebook</a> <a href='#'>Tweet</a></div>"


class Layout(NamedTuple):
    """A page in HTML, and the paragraphs, rows and points of its article."""

    page: bytes
    own: tuple[str, ...]


def _each(tag: str, lines: Iterable[str]) -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def _article(between: str = "", below: str = "") -> str:
    """The article with something between its third and fourth paragraph, and something below."""
    return f"<article>{_each('p', _PARAGRAPHS[:3])}{between}{_each('p', _PARAGRAPHS[3:])}</article>{below}"


_TEXT = _each("p", _PARAGRAPHS)
_ROWS = (("Part", "Cost"), ("Wall", "Three million"), ("Gate", "One million"))
_POINTS = ("a wall of granite", "a gate for small boats", "a path for walkers")
_SAYING = "The sea does not wait for a council."
_HEADING = "What the fishermen want"
_CAPTION = "<figure><img src='a.jpg'><figcaption>Waves at Lindmoor. Photo: Jo Marsh</figcaption></figure>"
_COMMENTS = (
    "<div id='comments'><h3>2 comments</h3><p>I have said so for years, nobody listened.</p>"
    "<p>Who is to pay for all of this in the end?</p></div>"
)
_OFFER = "<div class='paywall'><p>Subscribe to continue reading</p><p>€4.90 a month</p></div>"
_POSTS = "".join(f"<div class='post'><time>1{n}:05</time><p>{line}</p></div>" for n, line in enumerate(_PARAGRAPHS))
_JSON = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "Sea wall to be rebuilt", "datePublished": "2019-03-12", '
    '"author": {"@type": "Person", "name": "Jo Marsh"}}</script>'
)

# What stands in the body of the page by the name of the layout.
_SAME_TEXT = {
    "article element": f"<article><h1>Sea wall</h1>{_SHARE}{_TEXT}</article>",
    "divisions": _each("div", _PARAGRAPHS),
    "divisions in divisions": f"<div><div class='content'><div class='text'>{_TEXT}</div></div></div>",
    "breaks instead of paragraphs": f"<div class='story'>{'<br><br>'.join(_PARAGRAPHS)}</div>",
    "a table as the frame": f"<table><tr><td>{_RELATED}</td><td>{_TEXT}</td></tr></table>",
    "figures with captions": _article(_CAPTION),
    "a pull quote": _article("<aside class='pullquote'><p>We have looked at every cheaper way</p></aside>"),
    "comments below": _article(below=_COMMENTS),
    "reports through the day": f"<article>{_POSTS}</article>",
    "links within": _article("<p>Read more: <a href='/a'>Ferry to run again</a></p>"),
    "scripts between": _article(f"<script>{'var tracked = 1; ' * 20_000}</script>"),
    "accelerated mobile page": f"<main role='main'><amp-ad></amp-ad><div class='amp-wp-content'>{_TEXT}</div></main>",
}
_MORE_TEXT = {
    "a table of figures": (
        _article(f"<table>{_each('tr', (_each('td', row) for row in _ROWS))}</table>"),
        sum(_ROWS, ()),
    ),
    "a list of points": (_article(f"<ul>{_each('li', _POINTS)}</ul>"), _POINTS),
    "a block quote": (_article(f"<blockquote><p>{_SAYING}</p></blockquote>"), (_SAYING,)),
    "headings between": (_article(f"<h2>{_HEADING}</h2>"), (_HEADING,)),
}


def layouts() -> Mapping[str, Layout]:
    """Every layout by its name."""
    paywall = f"<article>{_each('p', _PARAGRAPHS[:3])}</article>{_OFFER}"
    return {
        **{name: Layout(_page(body), _PARAGRAPHS) for name, body in _SAME_TEXT.items()},
        **{name: Layout(_page(body), (*_PARAGRAPHS, *more)) for name, (body, more) in _MORE_TEXT.items()},
        "a paywall": Layout(_page(paywall), _PARAGRAPHS[:3]),
        "metadata as JSON": Layout(_page(f"<div>{_TEXT}</div>", _JSON), _PARAGRAPHS),
        "right to left": Layout(_foreign_page(_HEBREW, "he", "utf-8"), _HEBREW),
        "an old encoding": Layout(_foreign_page(_CZECH, "cs", "windows-1250"), _CZECH),
    }


def _page(body: str, head: str = "") -> bytes:
    head = f"<head><meta charset='utf-8'>{head}<title>Sea wall to be rebuilt</title></head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body>{_MENU}{body}{_RELATED}{_FOOTER}</body></html>".encode()


def _foreign_page(lines: tuple[str, ...], language: str, encoding: str) -> bytes:
    direction = " dir='rtl'" if language == "he" else ""
    head = f"<head><meta charset='{encoding}'><title>Lindmoor</title></head>"
    body = f"<body><article>{_each('p', lines)}</article></body>"
    return f"<!DOCTYPE html><html lang='{language}'{direction}>{head}{body}</html>".encode(encoding)
