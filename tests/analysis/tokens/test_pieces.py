import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tokens import find_words, pieces_of, split_sentences, word_list, word_stream

# What the expression for words looks around at, alone and together, and white space of all kinds between.
_PARTS = st.sampled_from(
    [
        *("a", "U", "S", "US", "WHO", "it", "amp", "dell", "qu", "l", "d", "état", "ph", "PH", "x1", "12", "rain"),
        *(".", ",", ";", ":", "/", "&", "#", "@", "'", "’", "-", "‑", "(", ")", '"', "“", "”", "«", "»", "…", "!", "?"),
        *(
            " ",
            "\n",
            "\u2028",
            "\x1c",
            "\xa0",
            "\u3000",
            "\u200b",
            "\u200d",
            "\u00ad",
            "\x00",
            "_",
            "雨が",
            "カタ",
            "ฝน",
        ),
    ]
)
_TEXT = st.lists(_PARTS, max_size=12).map("".join) | st.text(max_size=40)


def words_by_text(texts):
    """The words of each text, by the stream."""
    stream = word_stream(pieces_of(texts), texts)
    words, found = iter(stream.ids.tolist()), []
    for length in stream.lengths.tolist():
        *of_text, last = [stream.vocabulary[next(words)] for _ in range(length)]
        assert last == ""
        found.append(of_text)
    assert next(words, None) is None
    return found


@given(st.lists(_TEXT, max_size=5))
def test_the_words_of_many_texts_are_those_that_each_has_alone(texts):
    assert words_by_text(texts) == list(map(word_list, texts))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Rain fell.",
        "the U.S. and (.a.) and .b. but a.) b.",
        "l’ état, l’état, d 'un, D'Angelo",
        "US IT WHO UN",
        "US IT WHO",
        "THE US AND IT",
        "the US and IT",
        "#rain @us # rain &amp; R&D AT&T;",
        "…a.b “c.d.” «e»",
    ],
)
def test_words_at_the_edges_of_pieces_are_as_in_the_text(text):
    assert words_by_text([text, text.upper(), text]) == [word_list(text), word_list(text.upper()), word_list(text)]


def test_the_words_of_running_news_are_those_of_each_sentence(shared):
    rows = (shared / "data" / "news.jsonl").read_text(encoding="utf-8").splitlines()[::20]
    texts = [json.loads(row)["text"] for row in rows]
    sentences = [text[found.start : found.end] for text in texts for found in split_sentences(text)]

    assert len(sentences) > 1_000
    assert words_by_text(sentences) == list(map(word_list, sentences))


def test_white_space_is_in_no_word():
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]

    assert [space for space in spaces if find_words(space) or len(find_words(f"a{space}b")) != 2] == []


def test_words_are_numbered_as_they_first_come():
    stream = word_stream(pieces_of(["to be, or", "not to be"]), ["to be, or", "not to be"])

    assert stream.vocabulary == ["to", "be", "or", "", "not"]
    assert stream.ids.tolist() == [0, 1, 2, 3, 4, 0, 1, 3]
    assert stream.lengths.tolist() == [4, 4]


def test_a_word_that_capitals_level_is_not_in_the_vocabulary_as_it_is_written():
    assert word_stream(pieces_of(["THE US AND IT"]), ["THE US AND IT"]).vocabulary == ["THE", "us", "AND", "it", ""]


def test_no_texts_have_no_words():
    stream = word_stream(pieces_of([]), [])

    assert (stream.vocabulary, stream.ids.tolist(), stream.lengths.tolist()) == ([], [], [])
