"""Notes: the tags and notes that a reader puts on articles, and the file `notes.json` that keeps them.

The file stands in the folder of the bundle, beside `curation.json`, and names articles by their ids: so it outlives the
tables. What is noted of an article that a rebuild does not have is kept until it is back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.bundle import NOTES, Bundle
from analysis.drafts import bundle_lock
from analysis.errors import NotesError
from analysis.manifest import replace_file

FORMAT = 1

MOST_TAGS = 20
LONGEST_TAG = 40
LONGEST_NOTE = 10_000
MOST_NOTED = 20_000
_MOST_BYTES = 64_000_000
_WAIT_SECONDS = 2.0
_DAMAGED = "notes-damaged-{}.json"


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader noted of one article: tags, each once, in the order of the alphabet, and a plain text."""

    tags: tuple[str, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.tags or self.text)


@dataclass(frozen=True, slots=True)
class Notes:
    """What a reader noted, by article id; nothing stands for an article of which nothing is noted."""

    by_article: Mapping[str, Note] = field(default_factory=dict)

    def __getitem__(self, article_id: str) -> Note:
        return self.by_article.get(article_id, Note())

    @property
    def tags(self) -> dict[str, int]:
        """How many articles have each tag, by the alphabet."""
        return dict(sorted(Counter(tag for note in self.by_article.values() for tag in note.tags).items()))

    def tagged(self, tags: Iterable[str]) -> tuple[str, ...]:
        """The ids of the articles with any of `tags`, in order."""
        wanted = set(tags)
        return tuple(sorted(key for key, note in self.by_article.items() if not wanted.isdisjoint(note.tags)))

    def tag(self, article_id: str, tags: Iterable[str]) -> Notes:
        """These notes with just `tags` on an article.

        Raises:
            NotesError: there are too many, or one is too long.
        """
        return self._put(article_id, replace(self[article_id], tags=clean_tags(tags)))

    def write(self, article_id: str, text: str) -> Notes:
        """These notes with `text` as the note on an article; none where it is blank.

        Raises:
            NotesError: it is too long.
        """
        return self._put(article_id, replace(self[article_id], text=clean_note(text)))

    def _put(self, article_id: str, note: Note) -> Notes:
        others = {key: kept for key, kept in self.by_article.items() if key != article_id}
        noted = {**others, article_id: note} if note else others
        if len(noted) > MOST_NOTED:
            raise NotesError(f"{MOST_NOTED:,} articles have tags or notes, and there can be no more; take some away")
        return Notes(dict(sorted(noted.items())))


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """`tags` with single spaces, each once, by the alphabet; empty ones go.

    Raises:
        NotesError: there are too many, or one is too long.
    """
    cleaned = sorted({" ".join(_mended(tag).split()) for tag in tags} - {""})
    if long := [tag for tag in cleaned if len(tag) > LONGEST_TAG]:
        raise NotesError(f"a tag has at most {LONGEST_TAG} characters, not {len(long[0])}: shorten “{long[0][:20]}…”")
    if len(cleaned) > MOST_TAGS:
        raise NotesError(f"an article has at most {MOST_TAGS} tags, not {len(cleaned)}; take one away first")
    return tuple(cleaned)


def clean_note(text: str) -> str:
    """`text` without blanks around it, its lines ended by newlines.

    Raises:
        NotesError: it is too long.
    """
    cleaned = _mended(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(cleaned) > LONGEST_NOTE:
        raise NotesError(f"a note has at most {LONGEST_NOTE:,} characters, not {len(cleaned):,}; shorten it")
    return cleaned


def _mended(text: str) -> str:
    """`text` without NUL, and with a question mark for half of a surrogate pair: no file could hold them."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def noted_articles(notes: Notes, articles: pd.DataFrame, sought: str = "") -> pd.DataFrame:
    """The `articles` of which something is noted, with `tags` (a tuple) and `note`; in the order of their ids.

    `sought`: only those whose note, tags or headline hold all its words, in capitals or not.
    """
    found = articles[articles["article_id"].isin(list(notes.by_article))]
    own = [notes[article_id] for article_id in found["article_id"]]
    found = found.assign(tags=[note.tags for note in own], note=[note.text for note in own])
    parts = sought.casefold().split()
    headlines = found["headline"].fillna("")
    texts = [" ".join([*note.tags, note.text, title]).casefold() for note, title in zip(own, headlines, strict=True)]
    return found[[all(part in text for part in parts) for text in texts]]


def as_json_lines(found: pd.DataFrame) -> bytes:
    """Rows of `noted_articles` as JSON lines in UTF-8: id, headline, outlet, published, url, tags, note."""
    rows = (
        {
            "id": row.article_id,
            "headline": _or_none(row.headline),
            "outlet": _or_none(row.outlet),
            "published": None if pd.isna(row.published_at) else row.published_at.isoformat(),
            "url": _or_none(row.url),
            "tags": list(row.tags),
            "note": row.note,
        }
        for row in found.itertuples()
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "replace")


def _or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def read_notes(folder: Path) -> Notes:
    """What was noted in the bundle at `folder`; nothing where there is no file.

    Raises:
        NotesError: the file is damaged, too large, or of another version.
    """
    path = folder / NOTES
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise NotesError(f"{path}: has more than {_MOST_BYTES:,} bytes; move it away, or mend it")
        return _from_json(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Notes()
    except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError) as error:
        raise NotesError(f"{path}: cannot be read ({error}); move it away, or mend it") from error


def edit_notes(bundle: Bundle, edit: Callable[[Notes], Notes]) -> None:
    """Store what `edit` makes of the notes as they are by now; a damaged file is kept under another name.

    Raises:
        BundleError: the folder cannot be written, or a build is writing it.
        NotesError: `edit` refuses.
    """
    with bundle_lock(bundle.folder, wait_seconds=_WAIT_SECONDS):
        try:
            known, is_damaged = read_notes(bundle.folder), False
        except NotesError:
            known, is_damaged = Notes(), True
        stated = as_text(edit(known))
        if is_damaged:
            _set_aside(bundle.folder)
        replace_file(bundle.folder / NOTES, stated)


def as_text(notes: Notes) -> str:
    """`notes` as their file holds them."""
    return json.dumps(_to_json(notes), ensure_ascii=False, indent=1)


def _set_aside(folder: Path) -> None:
    number = 1
    while (aside := folder / _DAMAGED.format(number)).exists():
        number += 1
    (folder / NOTES).rename(aside)


def _to_json(notes: Notes) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "articles": {key: {"tags": list(note.tags), "note": note.text} for key, note in notes.by_article.items()},
    }


def _from_json(stated: Any) -> Notes:
    if not isinstance(stated, dict) or stated.get("format") != FORMAT:
        raise ValueError(f"not notes of format {FORMAT}")
    notes = {
        str(key): Note(clean_tags(map(_text, note["tags"])), clean_note(_text(note["note"])))
        for key, note in stated["articles"].items()
    }
    return Notes({key: note for key, note in sorted(notes.items()) if note})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]} is no text")
    return value
