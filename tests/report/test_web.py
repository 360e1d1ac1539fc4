"""A report as one file of HTML: as it is stored, safe, and in need of nothing."""

import json
import os
import re
from pathlib import Path

import pytest

from report import web
from tests.pages.making import SNIPPETS
from tests.report.making import small_report

STORED = Path(__file__).with_name("report.html")
HOSTILE = "</script><script>window.pwned = 1</script>" + " ".join(SNIPPETS)


def without_script(page):
    """The page without the library that draws its charts, which is no work of this project, and without its hash."""
    page = re.sub(r"<script>.*</script>", "<script></script>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^']+", "sha256-", page)


def test_a_report_is_written_as_it_is_stored():
    """After a meant change: BROADSHEET_STORE_REPORT=yes python -m pytest tests/report/test_web.py"""
    page = without_script(web.page(small_report("Flood & fire")))
    if os.environ.get("BROADSHEET_STORE_REPORT"):
        STORED.write_text(page, encoding="utf-8")

    assert page == STORED.read_text(encoding="utf-8")


def test_the_same_report_gives_the_same_page(whole):
    assert web.page(whole) == web.page(whole)


def test_nothing_is_fetched(whole):
    page = web.page(whole)

    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)=["'](https?:)?//""", without_script(page))
    assert not re.search(r"url\((?!data:)", without_script(page))


def test_the_policy_lets_the_script_of_the_page_alone_run():
    page = web.page(small_report())

    (script,) = re.findall(r"<script>(.*)</script>", page, flags=re.DOTALL)
    assert web._policy(script) in page
    assert "</script" not in script


@pytest.mark.parametrize("text", [HOSTILE, *SNIPPETS])
def test_markup_comes_out_as_text(text):
    page = without_script(web.page(small_report(text)))
    body = page.split("<body>")[1]

    assert body.count("<script") == 2
    assert not re.search(r"<(iframe|svg|object|embed|form|meta)\b|<img(?! alt=)", body)
    assert "window.pwned = 1</script>" not in body


def test_the_charts_are_there_as_data():
    page = web.page(small_report(HOSTILE))
    (text,) = re.findall(r'id="specs">(.*?)</script>', page)

    assert json.loads(text)["one"]["description"] == HOSTILE


def test_charts_are_live_in_a_browser_and_nothing_is_asked_of_a_network(whole, chromium, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(web.page(whole), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 400, "height": 800})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    page.wait_for_function(
        "document.querySelectorAll('figure.is-live').length === document.querySelectorAll('figure').length"
    )

    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.locator("svg [role=graphics-symbol]").count() > 50
    page.emulate_media(media="print")
    assert page.locator("figure img:visible").count() == page.locator("figure").count()
    page.close()
