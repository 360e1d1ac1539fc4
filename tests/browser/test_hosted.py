"""A server among strangers: none sees what another gave, a full one says so, and a killed one starts again clean."""

import os
import shutil
import signal
import time

import pytest

from tests.browser.driving import ROOT, serving, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

TEXT = "The harbour was closed on Tuesday. Ships waited outside, and nobody knew for how long."


@pytest.fixture
def workspace(sample, tmp_path):
    shutil.copytree(sample.folder, tmp_path / "sample")
    return tmp_path


def hosted(workspace, **limits):
    return serving(ROOT / "app.py", BROADSHEET_WORKSPACE=str(workspace), BROADSHEET_MODE="hosted", **limits)


def paste(page, text):
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("button", name="Analyse").click()


def wait_until(page, is_so):
    """Wait until that is so, or it has had time enough."""
    until = time.monotonic() + 30
    while not is_so() and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert is_so()


def private(workspace):
    return sorted((workspace / "private").glob("*/*/bundle/manifest.json"))


def test_what_one_gave_no_other_sees_and_whoever_goes_makes_room(chromium, workspace, window):
    with hosted(workspace, BROADSHEET_SESSIONS="2") as (address, _):
        owner = visit(window(fresh=True), f"{address}/data")
        paste(owner, TEXT)
        expect(owner.get_by_text("1 article read from")).to_be_visible(timeout=60_000)
        assert len(private(workspace)) == 1

        other = window(fresh=True)
        other.goto(owner.url)
        expect(other.get_by_text("This collection was private and is gone")).to_be_visible()
        other.get_by_role("link", name="Open the first collection").click()
        expect(other.locator("h1")).to_have_text("Overview")
        settle(other)

        third = window(fresh=True)
        third.goto(address)
        expect(third.get_by_text("has 2 visitors now")).to_be_visible()
        other.context.close()
        third.wait_for_timeout(1_000)
        visit(third, address)
        expect(third.locator("h1")).to_have_text("Overview")
        for page in (owner, third):
            page.context.close()


def test_a_server_that_is_killed_starts_again_clean(workspace, window):
    with hosted(workspace) as (address, pid):
        done, under_way = (visit(window(fresh=True), f"{address}/data") for _ in range(2))
        paste(done, TEXT)
        expect(done.get_by_text("1 article read from")).to_be_visible(timeout=60_000)
        rows = "".join(f'{{"text": "{TEXT} {number}"}}\n' for number in range(3_000))
        many = {"name": "many.jsonl", "mimeType": "application/octet-stream", "buffer": rows.encode()}
        under_way.locator("[class*=st-key-upload_] input[type=file]").set_input_files([many])
        expect(under_way.get_by_role("button", name="Remove many.jsonl")).to_be_visible()
        settle(under_way)
        under_way.get_by_role("button", name="Analyse").click()
        expect(under_way.get_by_test_id("stProgress").first).to_be_visible()
        wait_until(done, lambda: len(list((workspace / "private").glob("*/*/bundle"))) == 2)
        os.kill(pid, signal.SIGKILL)
        for page in (done, under_way):
            page.context.close()

    again = window(fresh=True)
    with hosted(workspace) as (address, _):
        visit(again, address)
        expect(again.locator("h1")).to_have_text("Overview")
        wait_until(again, lambda: not [path for path in (workspace / "private").rglob("*") if path.is_file()])
        again.context.close()
