"""A collection with everything that a check looks for: files as people have them, and what is wrong with each."""

from __future__ import annotations

import csv
import json
import random
import shutil
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.articles import NOTICES
from analysis.bundle import Bundle, open_bundle
from tests.analysis.sources.making import pdf

_SENTENCES = (
    "The harbour strike entered its second week with great anger among the dockers of the port.",
    "A court in Leeds found the former banker guilty of fraud on Monday after a trial of nine weeks.",
    "Rescuers praised the volunteers who carried sandbags through the flooded town until the morning.",
    "The minister said that the budget for hospitals and schools would rise again in the next year.",
)
_GERMAN = (
    "Der Streik der Hafenarbeiter dauert nach Angaben der Gewerkschaft noch mehrere Wochen. "
    "Das Gericht verurteilte den früheren Bankdirektor wegen Betrugs zu vier Jahren Haft. "
)

# The articles that each check finds: by the ids that rows give, by the names of files.
FOUND: dict[str, set[str]] = {
    "empty": {"no-words"},
    "cut off": {"torn"},
    "characters lost": {"lost"},
    "pages without text": {"scan.pdf"},
    "copies": {"copy-1", "copy-2", "copy-3", "dup", "dup-2", "twin-a.txt", "twin-b.txt"},
    "text repeated": {"twin-b.txt"},
    "id repeated": {"dup-2"},
    "very short": {"short", "title-alone"},
    "little text left": {"title-alone"},
    "more cells than columns": {"wide"},
    "date not believed": {"old", "future"},
    "date not understood": {"sometime"},
    "no date": {"undated", "old", "future", "sometime", "no-words", "short", "twin-a.txt", "twin-b.txt", "scan.pdf"},
    "no outlet": {"no-outlet", "twin-a.txt", "twin-b.txt", "scan.pdf"},
    "no headline": {"no-headline", "scan.pdf"},
    "language unsure": {"no-words"},
    "mojibake repaired": {"garbled"},
}
PROBLEMS = {
    "no text": {"news.jsonl line 20", "news.jsonl line 21"},
    "not a format that is read": {"numbers.sav", "photo.jpg"},
    "empty": {"empty.txt"},
    "not JSON": {"news.jsonl line 22"},
    "not a readable archive": {"torn.zip"},
}
N_ARTICLES = 23


def name_of(article_id: str, source_path: str) -> str:
    """What `FOUND` calls an article."""
    return article_id if source_path in ("news.jsonl", "table.csv") else source_path


def text(number: int) -> str:
    """A text of more than fifty words, in another order for each number, so that none is a copy of another."""
    words = " ".join(_SENTENCES).lower().replace(".", "").split()
    random.Random(number).shuffle(words)
    lines = [" ".join(words[start::4]).capitalize() for start in range(4)]
    return " ".join(f"{line}. It was number {number}." for line in lines)


def rows() -> list[dict[str, object]]:
    """What stands in the file of JSON lines: one article a thing that may be wrong, and two of which nothing is."""
    changes: list[dict[str, object]] = [
        {"id": "fine"},
        {"id": "german", "text": _GERMAN * 3},
        {"id": "no-words", "text": "— * —", "date": None},
        {"id": "torn", "text": text(1) + " It was then that the general said to Brig. Gen."},
        {"id": "lost", "text": text(2) + " The caf\ufffd closed."},
        {"id": "copy-1", "text": text(3)},
        {"id": "copy-2", "text": text(3)},
        {"id": "copy-3", "text": text(3).replace(". ", ".\n")},
        {"id": "dup", "text": text(4)},
        {"id": "dup", "text": text(4)},
        {"id": "short", "text": _SENTENCES[0], "date": ""},
        {"id": "old", "date": "1066-10-14"},
        {"id": "future", "date": "2999-01-01"},
        {"id": "sometime", "date": "sometime in spring"},
        {"id": "undated", "date": None},
        {"id": "no-outlet", "source": None},
        {"id": "no-headline", "title": ""},
        {"id": "garbled", "text": text(5) + " The cafÃ© of the cathÃ©drale closed."},
        {"id": "title-alone", "title": _SENTENCES[1], "text": _SENTENCES[1]},
        {"id": "without-text", "text": ""},
        {"id": "blank", "text": "  \n "},
    ]
    return [
        {
            "title": f"Headline of {change['id']}",
            "text": text(10 + number),
            "source": "Gazette",
            "date": f"2026-03-{number + 1:02}",
            **change,
        }
        for number, change in enumerate(changes)
    ]


def write_dirty(folder: Path) -> Path:
    """The collection as files in `folder`, which is made."""
    folder.mkdir(parents=True)
    lines = [json.dumps(row) for row in rows()]
    (folder / "news.jsonl").write_text("\n".join([*lines, "{not json"]) + "\n", encoding="utf-8")
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "text", "title", "source", "date"])
        writer.writerow(["wide", text(40), "Headline", "Gazette", "2026-04-02", "and", "more"])
    for name in ("twin-a.txt", "twin-b.txt"):
        (folder / name).write_text(f"Title: Twins\n\n{text(41)}\n", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(pdf([list(_SENTENCES), []]))
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 no article")
    (folder / "numbers.sav").write_bytes(b"$FL2 no article")
    (folder / "empty.txt").write_bytes(b"")
    torn = folder / "torn.zip"
    with zipfile.ZipFile(torn, "w") as archive:
        archive.writestr("inner.txt", text(50))
    torn.write_bytes(torn.read_bytes()[:60])
    return folder


def with_notice(bundle: Bundle, folder: Path, *notice: str) -> Bundle:
    """A copy of `bundle` at `folder` with one more notice: article_id, kind, detail."""
    shutil.copytree(bundle.folder, folder)
    path = next(folder.glob("tables-*/notices.parquet"))
    pq.write_table(pa.concat_tables([pq.read_table(path), NOTICES.from_rows([notice])]), path)
    return open_bundle(folder)
