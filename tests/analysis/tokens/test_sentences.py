"""Sentences: a row is a text with ` | ` where a sentence ends; the splitter must find these ends and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tokens import Sentence, split_sentences

TITLES_AND_NAMES = [
    "Dr. Lee met Mrs. Park at St. Mary's. | They talked.",
    "Lt. Gov. Anne Lee spoke. | Brig. Gen. Ali left.",
    "He met Maj. Gen. Sean B. Miller in Erbil. | They shook hands.",
    "Reps. Jo Ash and Al Bo came with Sens. Cy Do and Ed Fu. | Nobody else did.",
    "J.K. Rowling and J. R. R. Tolkien wrote. | C. S. Lewis did too.",
    "The actor Robert J. De Niro came. | Robert M. La Follette did not.",
    "Sammy Davis Jr. sang. | Then came Ron Howard Sr. | He danced.",
    "She has, he hasn't. | Seventy left. | It was the mayor’s. | Rubio said so. | Is it the Joneses'. | Perhaps.",
    "It went to her and I. | Did you know Paul I. Smith?",
    "M. Dupont est arrivé. | Mme. Curie est partie.",
]

PLACES_AND_FIRMS = [
    "The U.S. Senate met. | We live in the U.S. | The law says so.",
    "She moved from Ft. Worth to Mt. Airy. | It rained.",
    "He lives in Washington, D.C. | She does not.",
    "A farm near Ames, Iowa, and one in Peoria, Ill. | They grow corn.",
    "Shares of Acme Inc. rose. | So did those of Bolt Corp. | The rest fell.",
    "They sold it to Pitt & Co. yesterday. | It was cheap.",
    '"It is," said the senator from Mesa, Ariz. | "It must be."',
    "WASHINGTON, D.C. — The House voted. | It passed.",
    "KABUL (AP) — Ten people died. | More may follow.",
]

TIMES_AND_NUMBERS = [
    "The talks end Dec. 12. | They began in May.",
    "We met on Jan. 5. | It was cold.",
    "It opened in Sept. | The crowds came.",
    "At 7 p.m. Tuesday the polls closed. | Police came at 9 a.m. | Nobody was hurt.",
    "At 8 a.m. Mr. Lee rose. | He slept at 9 P.M. | Mr. Lee snores.",
    "Kick-off is 3:30 p.m. EST. | Tune in.",
    "It costs $3.50. | That is a lot.",
    "Rates rose 0.25 points in 2015. | 15 banks followed.",
    "See Vol. 3, No. 2, pp. 33-35. | It is long.",
    "He said no. | No. 1 lost to No. 10. | Yes, really.",
    "It was 5 ft. 6 in. tall. | It fell.",
    "Der Bundestag tagte am 3. Oktober. | Danach war Ruhe.",
]

LATIN = [
    "Bring fruit, e.g. Apples from Kent, i.e. English ones. | Thanks.",
    "It was Roe v. Wade vs. Casey. | The court ruled.",
    "Smith et al. found it. | Others did not.",
    "Paper, ink, etc. | The rest is here.",
    "He was born c. 1950. | He died.",
]

QUOTED_AND_BRACKETED = [
    '"We won," he said. | "We go on."',
    '"Why now?" Smith asked. | Nobody knew.',
    '"Stop!" cried the man. | He ran.',
    "“Is it over?” Mr. Jones, 45, said. | He sat down.",
    '"What a night!" | The band left the stage.',
    '"This is it." | "No." | "Yes."',
    "He said: “I am done. | I go home.” | Then he left.",
    "''We are here,'' he said. | ''We stay.''",
    "« Oui. » | Il part.",
    "He works there (he began in 2001. It was May.) and likes it. | Good.",
    "It rained. | (It often does.) | We left.",
    "It rained. | (It often does. | It did today.) | We left.",
    "Joe Heck (R-Nev.) agreed. | Jo Ash (D-Ill.) did not.",
    "“I love it [the U.S.] more.” | He meant it.",
]

ELLIPSES_AND_CRIES = [
    "Well... | That was it.",
    "I think so... I don't know.",
    "He said that . . . no one came. | Fine.",
    "He said that . . . . | Nobody came.",
    "We grew. | . . . The rest is history.",
    "We grew. | ... The rest is history.",
    "And so… | The end.",
    "All was quiet. | ...and then it broke.",
    "“He [...] left.” | She stayed.",
    "What?! | No!!! | Fine.",
    "Shares of Yahoo! Inc. fell. | Jeb! Bush ran. | He lost.",
    "They serve wine (!) and beer. | Try it.",
]

ADDRESSES_AND_LOST_SPACES = [
    "Write to jo.doe@example.com. | She answers.",
    "See https://www.example.com/a.b/c.html?x=1. | It is free.",
    "He works at Example.com. | She does not.",
    "That was the end.|The next day came. | It rained.",
    "A claim.[3] | Another claim.[12] | The last.",
    "Version 2.0.1 is out. | Get it.",
]

LOWER_CASE_STARTS = [
    "He left at 5 p.m. and she at 6 p.m. for home. | Good.",
    "He left. | iPhone sales fell.",
    "A four-way race at 9 p.m. - will air tonight. | Watch it.",
]

OTHER_SCRIPTS = [
    "今天很好。|我们走吧！|你呢？",
    "「行こう。」と彼は言った。|彼は笑った。",
    "यह एक वाक्य है। | यह दूसरा है।",
    "هل أنت هنا؟ | نعم.",
    "یہ ایک جملہ ہے۔ | یہ دوسرا ہے۔",
    "Τι κάνεις; | Καλά.",
    "Բարեւ։ | Ինչպես ես։",
    "Привет. | Это г-н Иванов. | Как дела?",
    "¿Qué pasó? | ¡Nada! | El Sr. García llegó.",
    "Das kostet ca. 5 Mio. Euro. | Das ist viel.",
    "Er isst z. B. Äpfel, d. h. Obst. | Sie isst u. a. Das hier nicht.",
    "Parla l'Ing. Rossi. | Poi l'Avv. Bianchi.",
    "Jeg bor i E.U. | Hvad med dig?",
    "Vi mødte hr. Holm og co. | De smilede.",
    "Он родился 5 окт. 1950 г. | Она позже.",
    "我们去看《摔跤吧！爸爸》好吗？|好！",
    "「行こう。帰ろう。」と彼は言った。|彼は笑った。",
    "እንደምን አለህ፧|መልካም ቀን ይሁንልህ።",
    "Ինչ ես մտածում: | Ոչինչ:",
]

LISTS = [
    "1) Open the door | 2) Go in | 3) Close it",
    "1. Open the door. | 2. Go in.",
    "1. Open it | 2. Go in",
    "a. the door | b. the window | c. the roof",
    "(a) the door | (b) the window",
    "• the door | • the window | • the roof",
    "i) the door | ii) the window",
    "A. Miller and B. Smith wrote it. | It is good.",
]

LINES = [
    "Mayor resigns after report|\nThe mayor of Dover resigned.",
    "Mayor resigns after report on flood defences in town|\nby Jane Doe|\n\nThe mayor resigned.",
    "apples|\npears|\nplums",
    "It was said Brig.|\n\nRelated news",
    "A line that ends early|\n\nand goes on after a blank line.",
    "This is a line that somebody wrapped by hand\nbecause the paper was narrow. | It ends.",
    "The council of the town of Dover met on Monday to\ntalk about the report, which Mayor Anne Lee said\nPresident "
    "Obama had not read. | Nobody else had read\nit either.",
    "First line.|\r\nSecond line.|\rThird line.|\u2028Fourth line.",
]

ROWS = [
    *TITLES_AND_NAMES,
    *PLACES_AND_FIRMS,
    *TIMES_AND_NUMBERS,
    *LATIN,
    *QUOTED_AND_BRACKETED,
    *ELLIPSES_AND_CRIES,
    *ADDRESSES_AND_LOST_SPACES,
    *LOWER_CASE_STARTS,
    *OTHER_SCRIPTS,
    *LISTS,
    *LINES,
]


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_sentences(text)]


@pytest.mark.parametrize("row", ROWS)
def test_sentences_end_where_the_row_says(row: str) -> None:
    text = row.replace(" | ", " ").replace("|", "")

    assert sentences_of(text) == [sentence.strip() for sentence in row.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u2003\x1f\x85"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == []


def test_a_sentence_has_no_white_space_at_its_ends() -> None:
    assert split_sentences("  Hi there. \n\n Bye now.  \n") == [Sentence(2, 11, False), Sentence(15, 23, False)]


def test_offsets_are_code_points() -> None:
    assert split_sentences("😀 Ja. Nein.") == [Sentence(0, 5, False), Sentence(6, 11, False)]


def test_a_lone_mark_is_a_sentence() -> None:
    assert sentences_of("? Foo") == ["?", "Foo"]


PIECES = [*"aA1 .!?…\"'“”‘’«»()[]\n\r\t—-•;。」と\x00\ud800\u2028Ié,", "Mr.", "U.S.", "a.m.", "1) ", "\n\n", ". "]
AWKWARD = st.lists(st.sampled_from(PIECES)).map("".join)


@settings(max_examples=600)
@given(st.one_of(AWKWARD, st.text(st.characters())))
def test_every_solid_character_is_in_exactly_one_sentence(text: str) -> None:
    covered = [False] * len(text)
    previous_end = 0
    for start, end, _ in split_sentences(text):
        assert previous_end <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered[start:end] = [True] * (end - start)
        previous_end = end

    assert all(inside or character.isspace() for inside, character in zip(covered, text, strict=True))


@settings(max_examples=200)
@given(st.lists(AWKWARD, max_size=4))
def test_a_blank_line_ends_a_sentence_whatever_is_around_it(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)

    assert not any("\n\n" in sentence for sentence in sentences_of(text))


@pytest.mark.parametrize(
    "text", ["." * 50_000, '"a ' * 20_000, "a\n" * 20_000, "( A. b " * 9_000, "“" + "a b\n" * 9_000]
)
def test_time_grows_with_the_length_of_the_text_only(text: str) -> None:
    assert split_sentences(text)[-1].end == len(text.rstrip())
