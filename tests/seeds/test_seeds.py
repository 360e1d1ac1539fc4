"""The sample collection is what seeds/README.md says it is."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
ARTICLES = SEEDS / "articles"
ORIGINALS = ROOT.parent / "shared" / "seeds"
EXPECTED = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))
README = (SEEDS / "README.md").read_text(encoding="utf-8")

HEADER = re.compile(r"(Title|Source|Date|Author|Url): (.*)")
FIRST_DAY, LAST_DAY = date(2026, 3, 3), date(2026, 5, 28)
PROSE_LINE = 12
"""Words from which a line is taken for a paragraph; furniture lines are mostly shorter."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as it lies in its file: `text` with all its dirt, the fields as they were written."""

    key: str
    text: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    byline: str = ""


def decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def from_text(key: str, raw: bytes) -> Seed:
    lines = decode(raw).splitlines()
    fields: dict[str, str] = {}
    while (match := HEADER.fullmatch(lines[len(fields)])) is not None:
        fields[match[1]] = match[2]
    body = "\n".join(lines[len(fields) :])
    return Seed(
        key,
        body,
        fields.get("Title", ""),
        fields.get("Source", ""),
        fields.get("Date", ""),
        fields.get("Author", ""),
    )


def from_jsonl(path: Path) -> Iterator[Seed]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Seed(
            f"{path.name}#{row['id']}",
            row["text"],
            row["title"],
            row["source"],
            row["published"] or "",
            row["author"] or "",
        )


def from_csv(path: Path) -> Iterator[Seed]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = f"{path.name}#{row['title']}"
            yield Seed(key, row["body"], row["title"], row["outlet"], row["date"], row["author"])


def from_zip(path: Path) -> Iterator[Seed]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield from_text(f"{path.name}/{name}", archive.read(name))


@cache
def seeds() -> dict[str, Seed]:
    found: list[Seed] = []
    for path in sorted(ARTICLES.rglob("*.*")):
        match path.suffix:
            case ".txt":
                found.append(from_text(path.relative_to(ARTICLES).as_posix(), path.read_bytes()))
            case ".jsonl":
                found.extend(from_jsonl(path))
            case ".csv":
                found.extend(from_csv(path))
            case ".zip":
                found.extend(from_zip(path))
            case other:
                raise AssertionError(f"{path}: no seed ends in {other}")
    return {seed.key: seed for seed in found}


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if len(line.split()) >= PROSE_LINE]


def repaired(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252; other text comes back as it was."""
    try:
        return b"".join(
            bytes([ord(char)]) if 0x80 <= ord(char) < 0xA0 else char.encode("cp1252") for char in text
        ).decode("utf-8")
    except UnicodeError:
        return text


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def table(heading: str) -> list[list[str]]:
    """Rows of the README's table under a heading, without its head."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def copies() -> list[str]:
    return [key for keys in EXPECTED["agency_stories"].values() for key in keys]


def test_there_are_sixty_articles_with_distinct_texts():
    assert len(seeds()) == 60
    assert len({seed.text for seed in seeds().values()}) == 60


def test_the_readme_counts_the_articles_of_each_outlet():
    counted = Counter(seed.outlet or "(none given)" for seed in seeds().values())

    assert {outlet: int(n) for outlet, n, _ in table("Outlets")} == counted
    assert len(counted) == 7


def test_the_readme_counts_the_articles_of_each_storyline():
    counted = Counter(EXPECTED["storylines"].values())

    assert {storyline: int(n) for storyline, n, _ in table("Storylines")} == counted


def test_every_article_has_a_storyline():
    assert set(EXPECTED["storylines"]) == set(seeds())


def test_the_readme_stands_outside_the_folder_of_articles():
    assert not list(ARTICLES.rglob("*.md"))


def test_articles_have_between_150_and_500_words_of_prose():
    lengths = {key: len(" ".join(paragraphs(seed.text)).split()) for key, seed in seeds().items()}

    assert {key: n for key, n in lengths.items() if not 150 <= n <= 500} == {}
    assert min(lengths.values()) < 220
    assert max(lengths.values()) > 450


def test_dates_span_three_months_and_the_last_week_is_partial():
    days = [date.fromisoformat(day) for seed in seeds().values() if (day := iso_day(seed.published))]

    assert (min(days), max(days)) == (FIRST_DAY, LAST_DAY)
    assert LAST_DAY.isoweekday() < 7
    assert {day.isocalendar().week for day in days} == set(range(10, 23))


MONTHS = {"March": "03", "April": "04", "May": "05"}


def iso_day(published: str) -> str:
    """The day of a date as the seeds write them: 2026-03-09..., 9 March 2026 or March 9, 2026."""
    if re.match(r"\d{4}-", published) or not published:
        return published[:10]
    month = next(name for name in MONTHS if name in published)
    day, year = re.findall(r"\d+", published)
    return f"{year}-{MONTHS[month]}-{int(day):02}"


@pytest.mark.parametrize(("field", "missing"), [("published", 5), ("byline", 8), ("outlet", 3), ("title", 3)])
def test_some_fields_are_missing(field, missing):
    assert sum(not getattr(seed, field) for seed in seeds().values()) == missing


@pytest.mark.parametrize(("story", "n_copies"), [("halifax-offer", 4), ("muscat-ceasefire", 3)])
def test_an_agency_story_shares_its_paragraphs_under_other_headlines(story, n_copies):
    carried = [seeds()[key] for key in EXPECTED["agency_stories"][story]]
    shared = set.intersection(*(set(paragraphs(seed.text)) for seed in carried))

    assert len(carried) == n_copies
    assert len({seed.outlet for seed in carried}) == n_copies
    assert len({seed.title for seed in carried}) == n_copies
    assert len(shared) >= 4
    assert all("--MPA" in seed.text for seed in carried)


def test_one_agency_copy_is_cut_and_one_has_a_local_opening():
    keys = EXPECTED["agency_stories"]["halifax-offer"]
    _, cut, whole, local = (paragraphs(seeds()[key].text) for key in keys)

    assert [line for line in cut if line in whole] == whole[:-3]
    assert [line for line in local if line in whole] == whole
    assert local[0].startswith("NORFOLK")


def test_only_agency_copies_share_paragraphs_of_the_articles():
    keys_of = {}
    for key, seed in seeds().items():
        for line in {line for line in paragraphs(seed.text) if len(line.split()) >= 25}:
            keys_of.setdefault(line, []).append(key)

    assert {key for keys in keys_of.values() if len(keys) > 1 for key in keys} == set(copies())


@pytest.mark.parametrize(
    ("line", "outlet", "at_least"),
    [
        ("Tides & Weather", "The Harbour Gazette", 4),
        ("© 2026 The Harbour Gazette. All rights reserved.", "The Harbour Gazette", 5),
        ("You have {{article_count}} free articles left this month.", "Northfold Courier", 3),
        ("The Northfold Courier follows the Regional Press Code.", "Northfold Courier", 4),
        ("Choose your plan", "Ledger & Compass", 4),
        ("Share on Facebook | X | WhatsApp | Email", "Marchland Post", 4),
        ("Get the Tidewater Daybreak", "Tidewater Dispatch", 4),
        ("Home / News / Sport / Business / Weather / Puzzles / Subscribe", "The Evening Sextant", 3),
    ],
)
def test_an_outlet_repeats_its_own_furniture(line, outlet, at_least):
    outlets = [seed.outlet for seed in seeds().values() if line in seed.text]

    assert set(outlets) == {outlet}
    assert len(outlets) >= at_least


def test_the_subscription_block_of_page_0388_is_longer_than_its_article():
    article, block = seeds()["saved-pages/page-0388.txt"].text.split("\n--MPA\n")

    assert len(block.split()) > len(article.split())


@pytest.mark.parametrize(
    ("path", "has"),
    [
        ("harbour-gazette/merger-approved.txt", b"\xef\xbb\xbfTitle:"),
        ("harbour-gazette/wind-fishermen.txt", "â€™".encode()),
        ("northfold-courier/flood-victim.txt", b"\r\n"),
        ("ledger-and-compass/flood-insurers.txt", b"\xa3210m"),
        ("ledger-and-compass/trial-opens.txt", b"\xc2\xa0"),
        ("ledger-and-compass/trial-opens.txt", b".  In"),
    ],
)
def test_a_file_is_dirty_in_its_bytes(path, has):
    assert has in (ARTICLES / path).read_bytes()


def test_every_line_of_the_crlf_file_ends_so():
    raw = (ARTICLES / "northfold-courier/flood-victim.txt").read_bytes()

    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_the_files_of_the_readme_s_table_of_dirt_exist():
    keys = {key.split("#")[0] for key in seeds()}
    named = {name for _, files in table("Dirt") for name in re.findall(r"`([^`]+)`", files)}

    assert named <= keys


def test_about_a_third_of_the_articles_have_lines_that_are_not_their_own():
    furniture = re.compile(r"--MPA|WhatsApp|\{\{|READ MORE|Back to top|Donate today|More from|also like|Press Code")
    dirty = [seed.key for seed in seeds().values() if furniture.search(seed.text)]

    assert 20 <= len(dirty) <= 28


def test_the_zip_has_fixed_time_stamps_and_sorted_names():
    with zipfile.ZipFile(io.BytesIO((ARTICLES / "evening-sextant.zip").read_bytes())) as archive:
        members = archive.infolist()

    assert {member.date_time for member in members} == {(2026, 6, 1, 0, 0, 0)}
    assert [member.filename for member in members] == sorted(member.filename for member in members)


@pytest.mark.parametrize("case", EXPECTED["articles"], ids=lambda case: case["key"])
def test_what_is_expected_of_an_article_is_in_it(case):
    seed = seeds()[case["key"]]
    text = repaired(seed.text).replace("\xa0", " ")
    start, end = text.index(case["body_starts"]), text.rindex(case["body_ends"])

    assert case["headline"] in (seed.title, text.split("\n")[0])
    assert start < end
    assert case["cut_off"] == ends_torn(case["body_ends"])
    for furniture in case["not_in_body"]:
        assert furniture in seed.text


def ends_torn(text: str) -> bool:
    """Whether a text stops without a full stop, or on a rank that a name should follow."""
    return text.endswith(("Lt.", "Gen.")) or re.search(r"[.?!]\W?$", text) is None


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the two articles the project started from are not here")
def test_no_eight_words_in_a_row_come_from_the_first_two_articles():
    originals = set().union(*(runs(decode(path.read_bytes())) for path in ORIGINALS.glob("*.txt")))

    assert {key for key, seed in seeds().items() if runs(f"{seed.title}\n{seed.text}") & originals} == set()
