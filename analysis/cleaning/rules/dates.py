"""Dates: lines that say when a text was published, and nothing else."""

from __future__ import annotations

import re

_LONGEST = 110

_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "januar februar märz maerz mai juni juli oktober dezember mrz okt dez "
    "janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "ene abr dic "
    "janeiro fevereiro março junho julho setembro outubro dezembro fev out set "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott "
    "maart mei augustus januari februari januar maret juli desember agustus "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica"
)
_OTHER = (
    "published publish updated update posted post on at by last first modified created date dateline time "
    "issued added edited released original originally filed online release written as of the and to in "
    "from a am pm noon midnight st nd rd th gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist "
    "cet cest aest aedt sgt hkt jst kst wib msk local z uhr h hrs hours hour min mins minutes minute sec "
    "seconds day days week weeks month months year years ago t today yesterday just now | stand erstellt "
    "veröffentlicht aktualisiert publiziert zuletzt vom am um den der von le à publié mis jour il y heures "
    "jours publicado actualizado atualizado em el las los de del da do às as a hace hora horas há por "
    "ultima modifica pubblicato aggiornato alle ore il di del gepubliceerd bijgewerkt op om г в 年 月 日"
)
_MONTH_WORDS = frozenset(_MONTHS.split())
_WORDS = frozenset(f"{_MONTHS} {_DAYS} {_OTHER}".split())
_TOKEN = re.compile(r"\d+|[^\W\d_]+|_")
_NUMERIC = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)|\d年")
_AGO = re.compile(
    r"(?i)\b(?:\d+|an?) ?(?:sec|min|hour|hr|h|day|d|week|month|year|m)\w* ago\b|^(?:yesterday|"
    r"today),? at\b|\b(?:hace|vor|il y a|há) \d+ \w+"
)
_STAMP = re.compile(
    r"(?i)^\W*(?:(?:first |last )?(?:published|updated|posted|modified|created|issued|stand|publié|"
    r"publicado|aktualisiert|veröffentlicht|pubblicato)|date|time)\b"
)
_CLOCK = re.compile(r"(?i)\d{1,2}(?:[:.h]\d{2}| ?[ap]\.? ?m\b)")
_HALF_OF_DAY = re.compile(r"(?i)(?<=[\d ])([ap])\. ?m\b\.?")


def is_date_line(line: str) -> bool:
    """Whether the line says when, and nothing else: a date, a stamp such as «Updated 8:03 p.m.», or «2 hours ago».

    A clock alone is none: in reports written through the day it heads a part.
    """
    if len(line) > _LONGEST or not any(map(str.isdigit, line)) or line.count(" ") > 18:
        return False
    line = _HALF_OF_DAY.sub(r"\1m", line)
    tokens = [token.lower() for token in _TOKEN.findall(line)]
    if not all(token.isdigit() or token in _WORDS for token in tokens):
        return False
    return has_date(line) or bool(_AGO.search(line)) or bool(_STAMP.match(line) and _CLOCK.search(line))


def has_date(line: str) -> bool:
    """Whether a day could be read from the line: a month's name with a number, or a date in numbers."""
    if _NUMERIC.search(line):
        return True
    tokens = _TOKEN.findall(line.lower())
    return not _MONTH_WORDS.isdisjoint(tokens) and any(token.isdigit() for token in tokens)


def is_stamp(line: str) -> bool:
    """Whether a date line cannot be the heading of a part of the body: it has a stamp's word, a clock or a year."""
    return bool(_STAMP.match(line) or _CLOCK.search(line) or _AGO.search(line) or re.search(r"\b(?:19|20)\d\d\b", line))
