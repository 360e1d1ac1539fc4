"""The collections that every page is opened over: small, bare, hostile, and in many languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

Row = dict[str, object]

# What Markdown or HTML would make something else of.
SNIPPETS = (
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 2'>",
    "<svg onload='window.pwned = 3'></svg>",
    "**loud** and `code`",
    "$math$",
    ":red[x]",
    ":material/home:",
    "![](https://tracker.invalid/pixel.png)",
    "[link](javascript:window.pwned=4)",
    "[disk](file:///etc/passwd)",
    "datum['constructor'](window.pwned=6)",
    "=cmd()",
)
_PLAIN = (
    "w" * 500,
    "قال المسؤولون إن الجسر انهار",
    "ראש העיר אמר כי הגשר נהרס",
    "\u202egnp.exe",
    "# 1. - > +",
    "a\u0000b",
)

_LANGUAGES: dict[str, Sequence[str]] = {
    "en": (
        "The harbour strike entered its second week with great anger among the dockers.",
        "A court in Leeds found the former banker guilty of a terrible fraud on Monday.",
        "Rescuers praised the wonderful volunteers who carried sandbags through the flooded town.",
        "The minister said that the budget for hospitals and schools would rise next year.",
        "Supporters cheered as the striker scored twice in the final minutes of the match.",
    ),
    "de": (
        "Der Streik der Hafenarbeiter dauert nach Angaben der Gewerkschaft noch mehrere Wochen.",
        "Das Gericht verurteilte den früheren Bankdirektor wegen Betrugs zu vier Jahren Haft.",
        "Nach den schweren Regenfällen stieg das Wasser der Elbe über die Ufer der Stadt.",
    ),
    "fr": (
        "La grève des dockers se poursuit dans le port du Havre malgré les négociations.",
        "Le tribunal a condamné l'ancien banquier à quatre ans de prison pour fraude.",
        "Les pompiers ont évacué les habitants du quartier après la rupture de la digue.",
    ),
    "ru": (
        "Забастовка портовых рабочих продолжается уже вторую неделю, сообщил профсоюз.",
        "Суд приговорил бывшего директора банка к четырём годам лишения свободы.",
    ),
    "ar": (
        "قال المسؤولون إن إضراب عمال الميناء سيستمر أسبوعا آخر.",
        "حكمت المحكمة على مدير البنك السابق بالسجن أربع سنوات.",
    ),
    "zh": ("码头工人的罢工已经进入第二周。", "法院判处前银行行长四年有期徒刑。"),
}


def two_articles() -> list[Row]:
    return [
        {
            "id": "a",
            "title": "Dockers vote to strike",
            "text": _english(0, 1),
            "source": "Gazette",
            "date": "2026-03-03",
        },
        {"id": "b", "title": "Banker found guilty", "text": _english(1, 2), "source": "Post", "date": "2026-03-09"},
    ]


def one_article() -> list[Row]:
    return two_articles()[:1]


def no_dates() -> list[Row]:
    """Articles of which nothing is known but the text."""
    return [{"text": _english(number, number + 1, number + 2)} for number in range(5)]


def all_the_same() -> list[Row]:
    return [{**two_articles()[0], "id": f"copy{number}"} for number in range(8)]


def hostile() -> list[Row]:
    """Articles with each of the snippets, alone and all of them, wherever an article has text."""
    texts = (*SNIPPETS, *_PLAIN, " ".join(SNIPPETS))
    return [
        {
            "id": f"hostile{number:02} {text[:40]}",
            "title": text,
            "text": f"{text} rose on Monday.\n\nThe terrible flood of {text} ended. A wonderful success, they said.",
            "source": text[:80],
            "author": text[:80],
            "url": "javascript:window.pwned=5",
            "date": f"2026-03-{number + 1:02}",
        }
        for number, text in enumerate(texts)
    ]


def many_languages(n_articles: int = 300) -> list[Row]:
    """Made-up articles in six languages, from several outlets and none, over a year, some undated."""
    return list(_many(n_articles, np.random.default_rng(7)))


def _many(n_articles: int, random: np.random.Generator) -> Iterator[Row]:
    languages = list(_LANGUAGES)
    for number in range(n_articles):
        language = languages[number % 9] if number % 9 < len(languages) else "en"
        sentences = random.choice(_LANGUAGES[language], 6)
        yield {
            "id": f"{language}{number:03}",
            "title": f"{sentences[0][:40]} {number}",
            "text": "\n\n".join(" ".join(sentences[at : at + 3]) for at in (0, 3)),
            "source": ("Gazette", "Le Courrier", "Вестник", None)[number % 4],
            "date": f"{2024 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}" if number % 11 else None,
        }


def _english(*numbers: int) -> str:
    sentences = _LANGUAGES["en"]
    return " ".join(sentences[number % len(sentences)] for number in numbers)


def write_rows(rows: Iterable[Row], folder: Path) -> Path:
    """A file with `rows` as JSON lines in `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


COLLECTIONS = {
    "two articles": two_articles,
    "one article": one_article,
    "no dates": no_dates,
    "all the same": all_the_same,
    "hostile": hostile,
    "many languages": many_languages,
    "2,000 articles": partial(many_languages, 2_000),
}
