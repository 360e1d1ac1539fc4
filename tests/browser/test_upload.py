"""What is given is analysed before the visitor's eyes; what is bad says what is wrong and leaves all as it was."""

import io
import re
import shutil
import time
import zipfile

import pytest

from tests.browser.driving import ROOT, serving, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

SEEDS = ROOT / "seeds" / "articles"


LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."
READ = "items? found ="


def choose(page, *files):
    page.get_by_role("tab", name="Upload files").click()
    page.locator("[class*=st-key-upload_] input[type=file]").set_input_files(list(files))
    expect(page.get_by_role("button", name=re.compile("^Remove "))).to_have_count(len(files))
    settle(page)


def upload(page, *files):
    choose(page, *files)
    page.get_by_role("button", name="Analyse").click()


def add(page, n_articles):
    """Add what is given to what is shown, and wait until it says that so many articles came."""
    page.get_by_role("radiogroup").get_by_text("Add to").click()
    page.get_by_role("button", name="Add and analyse").click()
    expect(page.get_by_text(re.compile(rf"{n_articles} articles? added to"))).to_be_visible(timeout=60_000)
    settle(page)


def table(*kinds, n_rows=3):
    """A table of German headers with so many different articles of each kind."""
    rows = [f"{number};{kind} {number};{LONG} {kind} {number}." for kind in kinds for number in range(n_rows)]
    return "\n".join(["Nr;Kopf;Inhalt", *rows]).replace(f"{LONG}", LONG.replace(";", ",")).encode()


def counts(page):
    """The numbers that the page says of items, articles and problems."""
    said = page.get_by_text(re.compile(READ))
    expect(said).to_be_visible()
    return tuple(map(int, re.findall(r"\d+", said.inner_text())[:3]))


def as_file(name, content):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def empty_zip():
    made = io.BytesIO()
    zipfile.ZipFile(made, "w").close()
    return made.getvalue()


def test_a_bad_upload_says_so_and_changes_nothing(dashboard, window):
    page = visit(window(), f"{dashboard}/data?q=strike")
    before = page.get_by_text("items found =").inner_text()

    upload(page, as_file("empty.zip", empty_zip()), as_file("page.pdf", b"%PDF-1.4 torn off"))

    message = page.get_by_test_id("stAlertContentError")
    expect(message).to_contain_text("Nothing was analysed")
    expect(message).to_contain_text("the archive has no files")
    expect(message).to_contain_text("(and 1 more)")
    expect(message).not_to_contain_text("/uploads/")
    expect(page).to_have_url(f"{dashboard}/data?q=strike")
    expect(page.get_by_text("items found =")).to_have_text(before)


def test_a_pasted_article_is_read_and_others_are_added_to_it(dashboard, window):
    page = visit(window(), f"{dashboard}/data")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_role("textbox", name="Text of the article").fill(f"{LONG} It rained.\n\n{LONG}")
    page.get_by_role("textbox", name="Headline").fill("Port shut")
    page.get_by_role("textbox", name="Outlet").fill("The Gazette")
    page.get_by_role("button", name="Analyse").click()
    expect(page.get_by_text("1 article read from Port shut")).to_be_visible(timeout=60_000)
    settle(page)
    assert counts(page) == (1, 1, 0)
    expect(page.get_by_role("textbox", name="Text of the article", include_hidden=True)).to_have_value("")

    choose(page, as_file("more.jsonl", b'{"title": "Ferry late", "text": "The ferry was late again on Monday."}'))
    add(page, 1)
    assert counts(page) == (2, 2, 0)
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_text("Several articles").click()
    page.get_by_role("textbox", name="Text of the article").fill("Rain fell on Monday.\n---\nSnow fell on Friday.")
    add(page, 2)
    assert counts(page) == (4, 4, 0)

    page.get_by_role("link", name="See what they are about").click()
    expect(page.locator("h1")).to_have_text("Overview")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Articles").click()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    cells = page.get_by_test_id("stDataFrame").first.locator("[role=gridcell]")
    for headline in ("Port shut", "Ferry late"):
        expect(cells.get_by_text(headline)).to_be_attached()


def test_what_is_added_to_the_sample_makes_a_version_of_ones_own(dashboard, window, sample):
    n_sample = sample.counts["articles"]
    page = visit(window(), f"{dashboard}/data")
    choose(page, as_file("more.txt", f"{LONG}\n\nIt rained.".encode()))
    add(page, 1)

    assert counts(page)[1] == n_sample + 1
    assert counts(visit(window(), f"{dashboard}/data"))[1] == n_sample


def test_a_table_with_unknown_headers_is_asked_about_once(dashboard, window):
    page = visit(window(), f"{dashboard}/data")
    choose(page, as_file("one.csv", table("Rain")))
    expect(page.get_by_text("Which column is what in one.csv?")).to_be_visible()
    for label, header in [("Text (required)", "Inhalt"), ("Headline", "Kopf")]:
        page.get_by_role("combobox", name=label).click()
        page.get_by_role("option", name=header, exact=True).click()
        settle(page)
    page.get_by_role("button", name="Analyse").click()
    expect(page.get_by_text("3 articles read from one.csv")).to_be_visible(timeout=60_000)
    settle(page)

    choose(page, as_file("two.csv", table("Snow", "Wind")))
    expect(page.get_by_text("The columns of 1 table are known")).to_be_visible()
    expect(page.get_by_text("Which column is what")).to_have_count(0)
    add(page, 6)
    assert counts(page) == (9, 9, 0)

    # Nor is somebody asked who was only given the link.
    other = visit(window(), page.url)
    choose(other, as_file("three.csv", table("Hail")))
    expect(other.get_by_text("The columns of 1 table are known")).to_be_visible()
    expect(other.get_by_text("Which column is what")).to_have_count(0)


def test_what_is_left_before_it_is_done_leaves_nothing_behind(window, sample, tmp_path):
    first = window(fresh=True)
    shutil.copytree(sample.folder, tmp_path / "sample")
    with serving(ROOT / "app.py", BROADSHEET_WORKSPACE=str(tmp_path)) as (address, _):
        page = visit(first, f"{address}/data")
        rows = "".join(f'{{"text": "{LONG} {number}"}}\n' for number in range(20_000))
        upload(page, as_file("many.jsonl", rows.encode()))
        expect(page.get_by_test_id("stProgress").first).to_be_visible()
        wait_until(page, lambda: (tmp_path / "uploads").exists())
        assert left(tmp_path) != []

        page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
        expect(page.locator("h1")).to_have_text("Overview")
        settle(page)
        wait_until(page, lambda: not left(tmp_path))
        assert left(tmp_path) == []
        # Pages complain of a server that goes while they are open.
        first.context.close()


def left(workspace):
    return [path for name in ("incoming", "uploads") for path in (workspace / name).iterdir()]


def wait_until(page, is_so):
    """Wait until that is so, or it has had time enough."""
    until = time.monotonic() + 20
    while not is_so() and time.monotonic() < until:
        page.wait_for_timeout(100)
