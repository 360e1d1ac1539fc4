"""Dates of pages: what a page says of itself is its date, what its text or its frame says is not."""

from __future__ import annotations

import pytest

from analysis.sources.page_dates import stated_date

TEXT = "<p>The harbour was closed. The treaty of 12 May 1998 said otherwise, and so did the one of 2003-04-05.</p>"
JSON = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'


def page(head: str = "", above: str = "", below: str = "") -> str:
    return (
        f"<html><head><title>Harbour closed</title>{head}</head><body><article><h1>Harbour closed</h1>{above}{TEXT}"
        f"</article>{below}</body></html>"
    )


@pytest.mark.parametrize(
    ("made", "date"),
    [
        (page(JSON.format("2016-05-04T10:30:00+02:00")), "2016-05-04T10:30:00+02:00"),
        (page('<meta property="article:published_time" content="2016-05-04T10:30:00Z">'), "2016-05-04T10:30:00Z"),
        (page('<meta name="date" content="04/05/2016">'), "04/05/2016"),
        (page('<meta name="DC.date.issued" content="2016-05-04">'), "2016-05-04"),
        (page('<meta itemprop="datePublished" content="2016-05-04">'), "2016-05-04"),
        (page(above='<time itemprop="datePublished" datetime="2016-05-04">May 4</time>'), "2016-05-04"),
        (page(above='<time datetime="2016-05-04">May 4</time>'), "2016-05-04"),
        (page(above='<p class="date">4 May 2016</p>'), "2016-05-04"),
        (page('<link rel="canonical" href="https://gazette.example/2016/05/04/harbour">'), "2016-05-04"),
        (page(JSON.format("soon") + '<meta name="date" content="2016-05-04">'), "2016-05-04"),
        (page(JSON.format("2016-05-04") + '<meta name="date" content="2017-01-01">'), "2016-05-04"),
    ],
)
def test_what_a_page_states_is_its_date(made, date):
    assert stated_date(made) == date


@pytest.mark.parametrize(
    "made",
    [
        page(),
        page(below="<footer><p>© 2003-2016 The Gazette. Last updated 12 May 2019</p></footer>"),
        page(below='<aside><time datetime="2020-01-01">1 Jan</time></aside>'),
        page(above='<img src="https://gazette.example/2012/03/04/a.jpg">'),
        page('<meta name="copyright" content="2014">'),
        page('<script>var published = "2011-02-03";</script>'),
        page("<!-- made on 2017-03-04 -->"),
        "",
        "<",
    ],
)
def test_what_its_text_or_frame_says_is_not(made):
    assert stated_date(made) is None
