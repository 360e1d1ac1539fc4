"""Words: where they are, and the form under which they are counted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.tokens import find_words, fold, split_sentences, word_list
from analysis.tokens.folding import READ_BY_CASE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \n\t", []),
        ("... — !? 👍🏽 🇩🇪 $ %", []),
        ("The cat sat.", ["The", "cat", "sat"]),
        ("Don't, we’ll, O'Neil's", ["Don't", "we’ll", "O'Neil's"]),
        ("'quoted' ‘quoted’ workers' rights", ["quoted", "quoted", "workers", "rights"]),
        ("well-known COVID-19 F‑16", ["well-known", "COVID-19", "F‑16"]),
        ("this--that, 2010–2015, either/or", ["this", "that", "2010", "2015", "either", "or"]),
        ("-start end- a-", ["start", "end", "a"]),
        ("1,234.5 3.14. 9/11 10:30 1990s", ["1,234.5", "3.14", "9/11", "10:30", "1990s"]),
        ("$5.6m 50% #1", ["5.6m", "50", "1"]),
        ("U.S. U.S U.S.A. a.m. Ph.D. e.g.", ["U.S.", "U.S", "U.S.A.", "a.m.", "Ph.D.", "e.g."]),
        ("U.S.-led U.S.'s", ["U.S.-led", "U.S.'s"]),
        ("J.K. Rowling, J. Smith", ["J.K.", "Rowling", "J", "Smith"]),
        ("The end.The start.", ["The", "end", "The", "start"]),
        ("example.com AT&T R&D at&t", ["example.com", "AT&T", "R&D", "at&t"]),
        ("R&amp;D &lt;b&gt; 3&4 salt & pepper", ["R", "amp", "D", "lt", "b", "gt", "3", "4", "salt", "pepper"]),
        ("ph.d. Ph.D PH.D. no.1 j.crew a.b.com", ["ph.d.", "Ph.D", "PH.D.", "no", "1", "j.crew", "a.b.com"]),
        ("#BlackLives @jo_doe's jo@example.com", ["#BlackLives", "@jo_doe's", "jo", "example.com"]),
        ("_emphasis_ snake_case", ["emphasis", "snake", "case"]),
        ("l'état qu'il dell'Italia aujourd'hui", ["l", "état", "qu", "il", "dell", "Italia", "aujourd'hui"]),
        ("C'est L'Équipe D'Angelo c'mon", ["C", "est", "L'Équipe", "D'Angelo", "c'mon"]),
        ("naïve nai\u0308ve co\u00adop", ["naïve", "nai\u0308ve", "co\u00adop"]),
        ("Привет, мир! Ελλάδα", ["Привет", "мир", "Ελλάδα"]),
        ("हिन्दी में العَرَبِيَّة עִבְרִית", ["हिन्दी", "में", "العَرَبِيَّة", "עִבְרִית"]),
        ("می‌خواهم 한국어 뉴스", ["می‌خواهم", "한국어", "뉴스"]),
        ("我爱北京 スマートフォン です", ["我", "爱", "北京", "スマートフォン", "です"]),
        ("在2015年，NATO成员国", ["在", "2015", "年", "NATO", "成员", "国"]),
        ("𠀀字北京", ["𠀀", "字", "北京"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert word_list(text) == words


@pytest.mark.parametrize("text", ["我爱北京天安门广场", "ประเทศไทยอยู่ในเอเชีย", "これはひらがなです", "ភាសាខ្មែរជាភាសា"])
def test_a_line_without_spaces_is_many_words_that_leave_nothing_out(text: str) -> None:
    words = word_list(text)

    assert len(words) > 1
    assert "".join(words) == text


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("The", "the"),
        ("ÉTÉ", "été"),
        ("Straße", "strasse"),
        ("E\u0301te\u0301", "été"),
        ("don’t", "don't"),
        ("Obama's", "obama"),
        ("Obama’s", "obama"),
        ("it's", "it"),
        ("s", "s"),
        ("F‑16", "f-16"),
        ("well‐known", "well-known"),
        ("co\u00adoperate", "cooperate"),
        ("U.S.", "u.s."),
        ("U.S", "u.s."),
        ("U.S.'s", "u.s."),
        ("A.M.", "a.m."),
        ("US", "u.s."),
        ("us", "us"),
        ("Us", "us"),
        ("US’s", "u.s."),
        ("anti-US", "anti-u.s."),
        ("US-UK", "u.s.-uk"),
        ("USA", "usa"),
        ("BUS", "bus"),
        ("#US", "#us"),
        ("@WHO", "@who"),
        ("us.gov", "us.gov"),
        ("IT", "i.t."),
        ("IT'S", "it"),
        ("UN-backed", "u.n.-backed"),
        ("WHO'LL", "who'll"),
        ("F.B.I.", "fbi"),
        ("F.B.I.-led", "fbi-led"),
        ("С.Ш.А.", "сша"),
        ("Ph.D", "phd"),
        ("i.t.", "i.t."),
        ("a.b.com", "a.b.com"),
        ("j.crew", "j.crew"),
        ("ＦＢＩ", "fbi"),
        ("ﬁre", "fire"),
        ("#BlackLives", "#blacklives"),
        ("@Jo_Doe's", "@jo_doe"),
        ("1,234.5", "1,234.5"),
        ("ΟΔΟΣ", "οδοσ"),
    ],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


PIECES = [*"aZé1_#@'’-‑.,/&:s \n\u0301\u00ad\u200cßŉİ中かカกःไทยကខ𠀀\x00\ud800😀", "U.S.", "'s"]
ANY_TEXT = st.one_of(st.text(st.characters()), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IT IS US OR THEM", ["it", "IS", "us", "OR", "THEM"]),
        ("US: IT IS THEM", ["us", "it", "IS", "THEM"]),
        ("US VOTERS DECIDE", ["US", "VOTERS", "DECIDE"]),
        ("US VOTERS DECIDE today", ["US", "VOTERS", "DECIDE", "today"]),
        ("US", ["US"]),
    ],
)
def test_in_a_text_of_capitals_alone_case_does_not_tell_words_apart(text: str, words: list[str]) -> None:
    assert word_list(text) == words


@settings(max_examples=600)
@given(ANY_TEXT)
def test_word_list_and_find_words_agree(text: str) -> None:
    spans = find_words(text)
    written = [text[start:end] for start, end in spans]

    assert [word.lower() if word in READ_BY_CASE else word for word in word_list(text)] == [
        word.lower() if word in READ_BY_CASE else word for word in written
    ]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@settings(max_examples=600)
@given(ANY_TEXT)
def test_a_folded_word_is_solid_and_folds_to_itself(text: str) -> None:
    for word in word_list(text):
        folded = fold(word)

        assert folded
        assert folded.split() == [folded]
        assert fold(folded) == folded


@settings(max_examples=600)
@given(ANY_TEXT)
def test_every_letter_and_digit_between_spaces_is_in_a_word(text: str) -> None:
    covered = {offset for start, end in find_words(text) for offset in range(start, end)}

    assert all(
        offset in covered for offset, character in enumerate(text) if character.isalnum() and ord(character) < 0x2000
    )


@settings(max_examples=300)
@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_case_does_not_count_but_in_four_words(word: str) -> None:
    assume(word.upper() not in READ_BY_CASE)
    assert fold(fold(word).upper()) == fold(fold(word).upper().lower())


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_no_letter_or_digit_of_a_sentence_is_lost_or_counted_twice(text: str) -> None:
    pieces = [text[start:end] for start, end, _ in split_sentences(text)]
    in_words = sum(len(word) for piece in pieces for word in word_list(piece))
    spans = sum(end - start for piece in pieces for start, end in find_words(piece))

    assert in_words == spans
    assert sum(character.isascii() and character.isalnum() for character in text) <= in_words <= len(text)
