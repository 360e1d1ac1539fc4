"""Words of dates: months, days of the week and what stands around them, from many languages to English.

Names are those of dateparser, which has them from Unicode's Common Locale Data Repository.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_KEYS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DAY_KEYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Where two languages have one name for different months (listopad), the earlier of them is believed.
_LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "is", "pl", "cs", "sk", "sl", "hr"),
    *("sr", "bs", "uk", "ru", "be", "bg", "mk", "ro", "hu", "el", "tr", "et", "lv", "lt", "sq", "ca", "gl", "eu"),
    *("cy", "ga", "id", "ms", "fil", "vi", "sw", "af", "ka", "hy", "az", "kk", "uz", "ar", "he", "fa", "ur", "hi"),
    *("bn", "ta", "te", "ml", "mr", "ne"),
)
# Languages that the detector may take for Croatian, whose names of months are its own.
_LIKE_CROATIAN = frozenset({"hr", "bs", "sr"})

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FILLERS = frozenset(
    (
        *("published", "posted", "updated", "modified", "created", "printed", "issued", "released", "first", "last"),
        *("date", "dated", "on", "at", "the", "of", "hours", "hrs", "h"),
        *("veröffentlicht", "aktualisiert", "erstellt", "stand", "datum", "vom", "den", "der", "um", "uhr"),
        *("publié", "publiée", "mis", "mise", "à", "jour", "le", "du", "actualisé", "modifié", "heures"),
        *("publicado", "publicada", "actualizado", "actualizada", "las", "el", "de", "del", "atualizado", "em", "às"),
        *("pubblicato", "pubblicata", "aggiornato", "aggiornata", "il", "alle", "ore", "di"),
        *("gepubliceerd", "bijgewerkt", "op", "om", "uur", "publicerad", "uppdaterad", "publisert", "oppdatert"),
        *("publiceret", "opdateret", "kl", "klo", "opublikowano", "aktualizacja", "dnia", "godz"),
        *("г", "год", "года", "в", "опубликовано", "обновлено", "р", "о", "року"),
    )
)
_SECOND_DATE = re.compile(
    r"\W*\b(?:last )?(?:updated|modified|mise? à jour|aktualisiert|actualizad[oa]|atualizad[oa]|aggiornat[oa]"
    r"|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacja|обновлено)\b",
    re.IGNORECASE,
)
_LEADING_AM = re.compile(r"^\W*am\s+(?=\d)", re.IGNORECASE)
# `10.15` and `10h15` beside a date that is already in ISO's form.
_CLOCK = re.compile(r"(?<![\d.:+-])([01]?\d|2[0-3])[.hH]([0-5]\d)(?![\d:]|\.\d)")
_HOUR = re.compile(r"(?<![\d.:+-])([01]?\d|2[0-3])(?: ?Uhr| ?h)\b", re.IGNORECASE)
_OFFSET = re.compile(r"\b(?:GMT|UTC|Z)\s?([+-])(\d{1,2})(?::?(\d{2}))?\b")
_ZONE_NAME = re.compile(r"\[[A-Za-z_]+/[A-Za-z_/]+\]|(?<=\d{4} )\([^()\d]+\)$")
_ZONE_IN_BRACKETS = re.compile(r"\(([A-Z]{2,5})\)$")
_SAID_TWICE = re.compile(r"([+-]\d{2}:?\d{2}) [A-Z]{2,5}$")
_AMERICAN_ZONE = re.compile(r"\b(Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time\b", re.IGNORECASE)


def plain(text: str) -> str:
    """`text` with the digits of any script as ASCII has them, and single spaces."""
    text = " ".join(text.split())
    return text if text.isascii() else re.sub(r"\d", lambda match: str(unicodedata.digit(match[0])), text)


def in_english(text: str, language: str | None = None) -> str:
    """`text` with English months, without the day of the week, the words around a date, and a second date.

    A name that two languages have for different months is read as `language` has it.
    """
    if (second := _SECOND_DATE.search(text)) and re.search(r"\d", text[: second.start()]):
        text = text[: second.start()]
    text = _SAID_TWICE.sub(r"\1", _ZONE_IN_BRACKETS.sub(r"\1", _ZONE_NAME.sub("", text)))
    text = _OFFSET.sub(lambda match: f" {match[1]}{match[2]:0>2}{match[3] or '00'}", text)
    text = _AMERICAN_ZONE.sub(lambda match: f"{match[1][0].upper()}T", _LEADING_AM.sub("", text))
    text = _HOUR.sub(r"\1:00", _CLOCK.sub(r"\1:\2", text))
    names = _names(language if language in _LIKE_CROATIAN else None)
    return " ".join(_WORD.sub(lambda match: _translated(match[0], names), text).split()).strip(" ,;:|·•–—-")


def _translated(word: str, names: Mapping[str, str]) -> str:
    folded = word.casefold().replace("’", "'")
    if folded in names:
        return names[folded]
    return " " if folded in _FILLERS else word


@cache
def _names(first: str | None) -> Mapping[str, str]:
    """For each name of a month its English short form, for each of a day of the week nothing."""
    from dateparser.languages.loader import default_loader

    languages = ("hr", *_LANGUAGES) if first else _LANGUAGES
    infos = [default_loader.get_locale(language).info for language in languages]
    names: dict[str, str] = {}
    for keys, meanings in ((_MONTH_KEYS, MONTHS), (_DAY_KEYS, (" ",) * len(_DAY_KEYS))):
        for info in infos:
            for key, meaning in zip(keys, meanings, strict=True):
                for name in info.get(key, ()):
                    names.setdefault(name.casefold().strip("."), meaning)
    # A letter may as well be one of `p.m.`.
    return {name: meaning for name, meaning in names.items() if len(name) > 1}
