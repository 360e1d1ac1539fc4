"""Languages: one sentence of news is enough, a word is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from analysis.tokens import detect_language
from analysis.tokens.languages import detect_languages, guess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The government announced new measures on Wednesday.", "en"),
        ("THE GOVERNMENT ANNOUNCED NEW MEASURES ON WEDNESDAY", "en"),
        ("Die Regierung hat am Mittwoch neue Maßnahmen angekündigt.", "de"),
        ("Le gouvernement a annoncé mercredi de nouvelles mesures.", "fr"),
        ("El Gobierno anunció el miércoles nuevas medidas.", "es"),
        ("Il governo ha annunciato mercoledì nuove misure.", "it"),
        ("De regering heeft woensdag nieuwe maatregelen aangekondigd.", "nl"),
        ("Rząd ogłosił w środę nowe środki.", "pl"),
        ("Правительство объявило в среду о новых мерах.", "ru"),
        ("Уряд оголосив у середу про нові заходи.", "uk"),
        ("Η κυβέρνηση ανακοίνωσε την Τετάρτη νέα μέτρα.", "el"),
        ("أعلنت الحكومة يوم الأربعاء عن إجراءات جديدة.", "ar"),
        ("政府周三宣布了新措施。", "zh"),
        ("政府は水曜日に新しい措置を発表した。", "ja"),
        ("정부는 수요일 새로운 조치를 발표했다.", "ko"),
    ],
)
def test_a_sentence_shows_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "Hello", "OK", "12:30 45 67% $5", "@@@ ### !!!", "AAPL GOOG MSFT TSLA AMZN", "\x00\ud800"]
)
def test_unsure_is_none(text: str) -> None:
    assert detect_language(text) is None


ALIKE = {
    "no": "Regjeringen kunngjorde nye tiltak onsdag, og statsministeren sier at de vil gjelde fra mandag.",
    "da": "Regeringen præsenterede onsdag nye tiltag, og statsministeren siger, at de gælder fra mandag.",
    "sv": "Regeringen presenterade på onsdagen nya åtgärder som börjar gälla på måndag.",
    "hr": "Vlada je u srijedu objavila nove mjere koje stupaju na snagu u ponedjeljak.",
    "sr": "Vlada je u sredu objavila nove mere koje stupaju na snagu u ponedeljak.",
    "sl": "Vlada je v sredo napovedala nove ukrepe, ki začnejo veljati v ponedeljek.",
    "id": "Pemerintah mengumumkan kebijakan baru pada hari Rabu, kata menteri kepada wartawan.",
    "ms": "Kerajaan mengumumkan dasar baharu pada hari Rabu, kata menteri kepada pemberita.",
    "gl": "O Goberno anunciou o mércores novas medidas que entrarán en vigor o luns.",
    "pt": "O Governo anunciou na quarta-feira novas medidas que entram em vigor na segunda-feira.",
    "ca": "El Govern va anunciar dimecres noves mesures que entraran en vigor dilluns.",
    "uk": "Уряд оголосив у середу про нові заходи, які набудуть чинності в понеділок.",
    "be": "Урад абвясціў у сераду новыя меры, якія пачнуць дзейнічаць у панядзелак.",
    "mk": "Министерот објави нови мерки во среда, кои стапуваат на сила во понеделник.",
    "sk": "Vláda v stredu oznámila nové opatrenia, ktoré začnú platiť v pondelok.",
    "af": "Die regering het Woensdag nuwe maatreëls aangekondig wat Maandag in werking tree.",
}


@pytest.mark.parametrize("language", ALIKE)
def test_no_opening_of_a_sentence_is_taken_for_a_near_relative(language: str) -> None:
    words = ALIKE[language].split()
    found = {detect_language(" ".join(words[:n])) for n in range(1, len(words) + 1)}

    assert found <= {language, None}


@pytest.mark.parametrize(
    "text",
    [
        *("Barack Obama", "Volkswagen AG", "Real Madrid - Barcelona 2-1", "Paris, Berlin, Madrid, Roma, Lisboa"),
        *("John Smith, Maria Garcia, Pedro Lopez, Ahmed Khan", "Arsenal 2 Chelsea 1 Liverpool 3 Everton 0"),
        *("EURUSD 1.0834 GBPUSD 1.2712 BTC 64000", "http://www.example.com/2016/05/04/index.html"),
    ],
)
def test_names_and_numbers_have_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_only_the_first_2000_characters_count() -> None:
    english = "The government announced new measures on Wednesday. " * 50

    assert detect_language(english + "Die Regierung hat am Mittwoch neue Maßnahmen angekündigt. " * 200) == "en"


def test_a_short_foreign_opening_does_not_decide() -> None:
    assert (
        detect_language("Liberté, égalité, fraternité! " * 3 + "The government announced new measures. " * 60) == "en"
    )


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=300))
def test_any_text_has_the_same_two_letter_answer_or_none(text: str) -> None:
    language = detect_language(text)

    assert language is None or (len(language) == 2 and language.isalpha())
    assert detect_language(text) == language


def test_importing_the_package_loads_no_model() -> None:
    code = "import sys, analysis.tokens; sys.exit('py3langid' in sys.modules or 'stopwordsiso' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def packages_own():
    """The class of the package itself, for the same languages."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == len("en")] + ["zxx"])
    return identifier


TEXTS = [
    *ALIKE.values(),
    "THE GOVERNMENT ANNOUNCED NEW MEASURES",
    "a",
    "",
    "e\u0301te\u0301 " * 30,
    "政府は水曜日に",
    "\ud800!",
]


def test_the_model_says_what_its_package_says(packages_own) -> None:
    for (language, probability), found in zip(map(packages_own.classify, TEXTS), guess(TEXTS), strict=True):
        assert found.language == language
        assert found.probability == pytest.approx(probability, abs=1e-4)


@settings(deadline=None)
@given(st.lists(st.text(), max_size=5))
def test_the_answer_does_not_depend_on_the_other_texts(texts: list[str]) -> None:
    texts = [*texts, *ALIKE.values()]

    assert detect_languages(texts) == [detect_language(text) for text in texts]
