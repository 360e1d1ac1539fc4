"""Screenshots: every page over the sample, light and dark, wide and narrow.

    python -m screenshots [--out docs/images] [--workspace workspace]

Pictures are WebP, as high as the page, and named by page, width and scheme: `topics-wide-dark.webp`. A page that is
drawn with a fault (`screenshots/faults.py`) is named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path, PurePath
from typing import Any

from PIL import Image

from analysis.articles import ARTICLES
from analysis.bundle import Bundle, open_bundle
from benchmarks.dashboard import browsing
from benchmarks.serving import ROOT, serving
from screenshots.camera import photograph, settle
from screenshots.faults import faults
from ui.collections import SAMPLE
from ui.layout import PAGES

WIDTHS: Mapping[str, int] = {"wide": 1440, "narrow": 400}
SCHEMES = ("light", "dark")

_PATIENCE = 60_000
# Text stays sharp, and a picture of a page has few colours.
_COLOURS = 128


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m screenshots", description="Pictures of every page.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images", metavar="FOLDER")
    parser.add_argument("--workspace", type=Path, default=ROOT / "workspace", metavar="FOLDER", help="holds the sample")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    is_right = True
    with serving(ROOT / "app.py", BROADSHEET_WORKSPACE=str(chosen.workspace)) as (address, _), browsing() as browser:
        for name, path in addresses(open_bundle(chosen.workspace / SAMPLE)).items():
            for picture, taken, wrong in _pictures(browser, name, address + path):
                (chosen.out / picture).write_bytes(small(taken))
                print(picture, *wrong, sep="\n  ")
                is_right = is_right and not wrong
    return 0 if is_right else 1


def addresses(bundle: Bundle) -> dict[str, str]:
    """What is photographed, by name: every page, what is behind a word of it, an article, and a page for print."""
    articles = bundle.frame(ARTICLES, ["article_id", "n_sentences"])
    longest = articles.loc[articles["n_sentences"].idxmax(), "article_id"]
    paths = {name.lower(): path_of(file) for file, name in PAGES}
    return {
        **paths,
        "evidence": "/keywords?term=police",
        "reader": f"/articles?article={longest}&term=police",
        "print": "/topics?outlet=Marchland+Post&view=print",
    }


def path_of(file: str) -> str:
    """The path of a page in the address by its file."""
    name = PurePath(file).stem
    return "/" if name == "app" else f"/{name}"


def small(png: bytes) -> bytes:
    """A picture in few colours as WebP, without a loss beyond that."""
    packed = io.BytesIO()
    few = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.convert("RGB").save(packed, "WEBP", lossless=True)
    return packed.getvalue()


def _pictures(browser: Any, name: str, address: str) -> Iterator[tuple[str, bytes, list[str]]]:
    """The page at `address` in each width and scheme: what to call the picture, itself, and what is wrong with it."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.goto(address)
    settle(page)
    for width, scheme in product(WIDTHS, SCHEMES):
        taken = photograph(page, WIDTHS[width], scheme)
        yield f"{name}-{width}-{scheme}.webp", taken, faults(page)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
