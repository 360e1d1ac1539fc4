import pytest

from analysis.articles import Item
from analysis.sources.mending import mend
from tests.analysis.sources.making import read

SOUND = [
    "It’s a “very” good day — said the café owner.",
    "L’été dernier, à l’Élysée, « non » a dit le député… à 5 €.",
    "Él pagó 20 €, ¿no? ¡Sí!",
    "São Paulo – a cidade é grande; não há “água”.",
    "Größe: 5 µm² ± 3° bei 20 °C, „sofort“ – ‚ja‘",
    "Ångström’s naïve façade: £5–£10, ½ price™",
    "Þórður á Íslandi, Ægir…",
    "ÂGE: 20 ANS, CHÂTEAU, DÉJÀ VU, VOILÀ À BIENTÔT",
    "NÃO “SIM”; ES LA SEÑAL Ñ…",
    "Việt Nam đã ký hiệp định",
    "İstanbul’da “güzel” bir gün",
    "Łódź – święto „Narodowe”",
    "é» dit-il",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_stays(text):
    item = Item("a.txt", text, headline=text)

    assert mend(item) is item


@pytest.mark.parametrize("text", SOUND[:4] + SOUND[5:7])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_was_decoded_wrongly_is_repaired_and_said(text, encoding):
    try:
        broken = text.encode().decode(encoding)
    except UnicodeDecodeError:
        pytest.skip("no mojibake of this encoding")
    item = mend(Item("a.txt", f"A sound line.\r\n{broken}\nLa señora."))

    assert item.text == f"A sound line.\r\n{text}\nLa señora."
    assert [notice.kind for notice in item.notices] == ["mojibake repaired"]
    assert item.notices[0].detail.startswith("1 line: ")
    assert item.notices[0].detail.endswith(text[-5:])


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        ("SÃ©golÃ \u0308ne", "Ségolène"),
        ("naÃ \u0304vetÃ©", "naïveté"),
        ("SÃ \u0327ren", "Søren"),
        ("PeA\u0303±a Nieto", "Peña Nieto"),
    ],
)
def test_mojibake_that_was_normalised_is_repaired_too(broken, text):
    assert mend(Item("a.txt", broken)).text == text


def test_the_notice_shows_the_first_letters_that_changed():
    before = "Long before the town had any such place at all, people went to the next one"
    item = mend(Item("a.txt", f"{before}, to the cafÃ© there.\nIt had a piÃ±ata."))

    assert item.notices[0].detail == (
        "2 lines; the first: next one, to the cafÃ© there. became next one, to the café there."
    )


def test_fields_are_repaired_too():
    item = mend(Item("a.txt", "It rained.", headline="Itâ€™s raining", byline="JosÃ© Bove", outlet="El PaÃ\xads"))

    assert (item.headline, item.byline, item.outlet) == ("It’s raining", "José Bove", "El País")
    assert item.notices[0].detail == "in its headline, outlet or byline"


def test_the_number_of_lines_stays():
    broken = "Itâ€™s so.\n\n" * 50
    item = mend(Item("a.txt", broken, taken={0: "headline"}))

    assert item.text.count("\n") == broken.count("\n")
    assert item.taken == {0: "headline"}


def test_what_is_read_is_mended(tmp_path):
    [item] = read(tmp_path / "a.txt", "Itâ€™s so.")

    assert item.text == "It’s so."
