"""Encodings: every text comes out as it was written, or says what was lost."""

import json

import pytest

from tests.analysis.sources.making import items_of, problems_of, read

GERMAN = "Der Bürgermeister von Köln müsse größere Straßen bauen, sagte er am Freitag.\n"
SAYINGS = [
    ("cp1252", GERMAN),
    ("cp1252", "L’été dernier, les députés français ont voté à l’unanimité une réforme très contestée.\n"),
    ("cp1252", "El señor Núñez pagó veinte euros el año pasado, según informó ayer la policía.\n"),
    ("cp1252", "A população de São Paulo não está satisfeita com a decisão do governo, afirmou João.\n"),
    ("cp1252", "Statsministern säger att regeringen måste öka skatten nästa år, på grund av läget.\n"),
    ("cp1252", "Il presidente è arrivato ieri; la città però non è più sicura, perché manca l’acqua.\n"),
    ("cp1252", "It’s a “very” good day — said the owner of the café on the pier.\n"),
    ("cp1250", "Według władz miasta źródło skażenia znajduje się w pobliżu łąki, gdzie żyją ludzie.\n"),
    ("cp1250", "Předseda vlády ve čtvrtek řekl, že jednání budou příští týden pokračovat.\n"),
    ("cp1250", "A miniszterelnök szerint az őszi ülésszakon módosítják a költségvetést, és több pénz jut.\n"),
    ("cp1254", "Başbakan perşembe günü görüşmelerin gelecek hafta da süreceğini söyledi.\n"),
    ("cp1251", "Президент заявил в четверг, что переговоры будут продолжены на следующей неделе.\n"),
    ("koi8_r", "Президент заявил в четверг, что переговоры будут продолжены на следующей неделе.\n"),
    ("cp1253", "Ο πρωθυπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν.\n"),
    ("cp1255", "ראש הממשלה אמר ביום חמישי כי השיחות יימשכו בשבוע הבא.\n"),
    ("cp1256", "قال رئيس الوزراء يوم الخميس إن المحادثات ستستمر الأسبوع المقبل.\n"),
    ("shift_jis", "首相は木曜日、来週も協議を続けると述べた。野党は反発している。\n"),
    ("gb18030", "总理星期四表示，谈判将于下周继续进行。反对党对此表示不满。\n"),
    ("big5", "總理星期四表示，談判將於下週繼續進行。反對黨對此表示不滿。\n"),
    ("euc_kr", "총리는 목요일 다음 주에도 협상을 계속할 것이라고 말했다.\n"),
    ("utf-16-le", GERMAN),
    ("utf-16-be", GERMAN),
    ("utf-16", GERMAN),
    ("utf-32", GERMAN),
    ("utf-8-sig", GERMAN),
    ("utf-8", GERMAN),
]


@pytest.mark.parametrize(("encoding", "text"), SAYINGS)
@pytest.mark.parametrize("times", [1, 30])
def test_the_encoding_of_a_text_is_found(tmp_path, encoding, text, times):
    [item] = read(tmp_path / "a.txt", (text * times).encode(encoding))

    assert item.text == text * times
    assert item.notices == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_the_encoding_of_a_table_is_found(tmp_path, encoding):
    [item] = read(tmp_path / "a.csv", f"text\n{GERMAN}".encode(encoding))

    assert item.text == GERMAN.strip()


def test_a_long_file_that_begins_in_ascii_is_read_in_the_encoding_of_what_follows(tmp_path):
    rows = "text\n" + "It rained all day.\n" * 70_000 + GERMAN * 3
    found = read(tmp_path / "a.csv", rows.encode("cp1252"))

    assert [item.text for item in found[-3:]] == [GERMAN.strip()] * 3


def test_a_damaged_byte_does_not_change_the_encoding_of_the_rest(tmp_path):
    content = (GERMAN * 20).encode("utf-8")
    place = content.index("ü".encode())
    [item] = read(tmp_path / "a.txt", content[:place] + content[place + 1 :])

    assert item.text.count("ü") == 39
    assert item.text.count("\ufffd") == 1
    assert [notice.kind for notice in item.notices] == ["characters lost"]
    assert "1 could not be decoded" in item.notices[0].detail


@pytest.mark.parametrize(
    "text",
    [
        "NUL \x00 inside.",
        "One\r\nTwo\rThree\nFour.",
        "\ufeffA mark \ufeff inside.",
        "A bell \x07 and \x1b[31mred.",
    ],
)
def test_odd_characters_survive(tmp_path, text):
    [item] = read(tmp_path / "a.txt", text)

    assert item.text == text.removeprefix("\ufeff")


def test_lone_surrogates_survive(tmp_path):
    [item] = read(tmp_path / "a.jsonl", json.dumps({"text": "One \ud800 half."}))

    assert item.text == "One \ud800 half."


def test_a_text_in_no_encoding_is_an_article_or_a_problem(tmp_path):
    found = read(tmp_path / "a.txt", bytes(range(256)) * 10)

    assert items_of(found) or problems_of(found) == [("a.txt", "", "not text")]
