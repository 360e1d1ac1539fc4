"""Every sign of the scripts that news are written in has a font, and each word one that has all of it."""

import pytest

from charts.fonts import FOLDERS, fonts, fonts_of

SCRIPTS = {
    "Latin": "Grüße, Łódź, Şişli, naïve – “quoted” €5",
    "Cyrillic": "Забастовка портовых рабочих, Їжак",
    "Greek": "Ελληνικά απεργία",
    "Arabic": "قال المسؤولون إن الجسر انهار",
    "Persian": "گزارش‌های تازه",
    "Hebrew": "ראש העיר אמר",
    "Chinese": "码头工人的罢工，骨直",
    "Japanese": "朝日新聞の記事。カタカナ",
    "Korean": "한국어 뉴스",
    "Devanagari": "हिन्दी समाचार क्षत्रिय",
    "Thai": "ภาษาไทย ข่าวที่นี่",
    "Bengali": "বাংলা সংবাদ",
    "Tamil": "தமிழ் செய்தி",
    "Georgian": "ქართული",
    "Armenian": "Հայերեն",
    "Ethiopic": "አማርኛ",
    "Burmese": "မြန်မာ ဘာသာ",
    "Khmer": "ខ្មែរ",
    "Lao": "ລາວ",
    "pictures": "😀🏳️‍🌈",
    "arrows and signs": "→ ← ± − × ≥ …",
}


def test_the_folders_are_there():
    assert all(any(folder.iterdir()) for folder in FOLDERS)


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_sign_has_a_font(text, is_bold):
    fitting = fonts_of(text, fonts(is_bold=is_bold))

    joining = {"\u200c", "\u200d", "\ufe0f"}
    assert not [
        sign for sign, font in zip(text, fitting, strict=True) if sign not in joining | set(map(chr, font.signs))
    ]


@pytest.mark.parametrize("name", ["Arabic", "Devanagari", "Thai", "Chinese", "Korean"])
def test_blanks_and_points_are_of_the_font_of_their_words(name):
    assert len(set(fonts_of(SCRIPTS[name], fonts()))) == 1


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("abc где", ["SourceSansPro"]),
        ("flood 中国", ["SourceSansPro", "NotoSansCJKjp"]),
        ("😀 12", ["NotoEmoji", "SourceSansPro"]),
    ],
)
def test_a_font_is_left_where_it_ends(text, stems):
    found = dict.fromkeys(font.name.partition("-")[0] for font in fonts_of(text, fonts()))

    assert list(found) == stems


def test_titles_have_serifs_where_there_are_any():
    first, second = fonts(is_serif=True)[:2]

    assert (first.path.stem, second.path.stem) == ("SourceSerifPro-Regular", "SourceSansPro-Regular")


def test_each_font_has_a_name_of_its_own():
    names = [font.name for is_bold in (False, True) for font in fonts(is_serif=True, is_bold=is_bold)]

    assert len(set(names)) == len(names)
