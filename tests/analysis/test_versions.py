"""Two versions side by side: every word of both is shown once, in order, and marked for what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tokens import find_words
from analysis.versions import compare_versions

PORT = "The port closed on Monday after talks failed."
COURT = "The company will go to court on Friday, it said."
SHIPS = "Forty ships are waiting off the coast."


def kinds(runs, kind):
    return [run.text for run in runs if run.kind == kind]


def marked(versions, kind="only"):
    """What is marked on the left, and on the right."""
    left = [text for row in versions.rows for text in kinds(row.first, kind)]
    right = [text for row in versions.rows for text in kinds(row.second, kind)]
    return left, right


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(f"{PORT} {SHIPS}", f"{PORT} {SHIPS}", ([], []), id="the same words"),
        pytest.param(
            PORT, "“The PORT closed – on Monday after talks failed”.", ([], []), id="other signs and capitals"
        ),
        pytest.param(PORT, PORT.replace("port", "old port"), ([], ["old"]), id="a word inserted"),
        pytest.param(PORT, PORT.replace(" on Monday", ""), (["on Monday"], []), id="words left out"),
        pytest.param(PORT, PORT.replace("talks", "votes"), (["talks"], ["votes"]), id="a word replaced"),
        pytest.param(PORT, f"{PORT} {SHIPS}", ([], [SHIPS[:-1]]), id="a sentence inserted"),
        pytest.param(f"{PORT} {COURT} {SHIPS}", f"{PORT} {SHIPS}", ([COURT[:-1]], []), id="a sentence left out"),
        pytest.param(PORT, "A man on the moon.", ([PORT[:-1]], ["A man on the moon"]), id="only small words in common"),
        pytest.param("", PORT, ([], [PORT[:-1]]), id="nothing on the left"),
        pytest.param("", "", ([], []), id="nothing at all"),
        pytest.param("港口周一关闭。", "港口周二关闭。", (["周一"], ["周二"]), id="a script without spaces"),
    ],
)
def test_what_differs_is_marked(first, second, expected):
    assert marked(compare_versions(first, second)) == expected


def test_a_sentence_that_stands_elsewhere_has_moved():
    versions = compare_versions(f"{PORT} {COURT} {SHIPS}", f"{SHIPS} {PORT} {COURT}")

    assert marked(versions) == ([], [])
    assert marked(versions, "moved") == ([SHIPS[:-1]], [SHIPS[:-1]])
    assert versions.n_same == versions.n_words[0] == versions.n_words[1]
    assert versions.n_moved == len(SHIPS.split())


def test_passages_of_the_same_words_are_one_row_between_those_that_differ():
    versions = compare_versions(f"{PORT} {SHIPS}\n\n{COURT}", f"{PORT} {SHIPS}\n\n{COURT.replace('court', 'Leeds')}")

    assert [row.is_same for row in versions.rows] == [True, False]
    assert versions.rows[0].first[0].text == f"{PORT} {SHIPS}"


def test_versions_of_a_sentence_stand_in_one_row_though_it_was_split():
    whole = "The port closed on Monday, and forty ships are waiting off the coast."
    versions = compare_versions(whole, "The port closed on Monday. Now forty ships are waiting off the coast.")

    assert len(versions.rows) == 1
    assert marked(versions) == (["and"], ["Now"])


def test_the_words_are_counted():
    versions = compare_versions(f"{PORT} {COURT}", f"{PORT.replace('talks', 'votes')} {SHIPS}")

    assert versions.n_words == (18, 15)
    assert versions.n_same == 7
    assert versions.n_only == (11, 8)


def test_long_texts_without_a_sentence_in_common_are_compared_in_no_time():
    first = " ".join(f"Word{n} and so on." for n in range(3000))
    second = " ".join(f"Other{n} and so on." for n in range(3000))
    versions = compare_versions(first, second)

    assert versions.n_only == versions.n_words == (12_000, 12_000)


SENTENCES = st.lists(
    st.sampled_from([PORT, COURT, SHIPS, "No.", "***", "“Yes,” she said.", "naïve\n\nÉté 1,000"]), max_size=8
)


@given(SENTENCES, SENTENCES, st.sampled_from([" ", "\n", "\n\n"]))
def test_every_word_of_both_is_shown_once_and_in_order(first, second, joint):
    texts = joint.join(first), joint.join(second)
    versions = compare_versions(*texts)

    for place, text in enumerate(texts):
        shown = "\n".join("".join(run.text for run in row[place]) for row in versions.rows)
        assert "".join(shown.split()) == "".join(text.split())
        n_only = sum(len(find_words(run.text)) for row in versions.rows for run in row[place] if run.kind == "only")
        assert n_only == versions.n_only[place]
        assert versions.n_words[place] == len(find_words(text))


@given(SENTENCES)
def test_a_text_beside_itself_is_the_same(sentences):
    versions = compare_versions(" ".join(sentences), " ".join(sentences))

    assert all(row.is_same for row in versions.rows)
    assert versions.n_only == (0, 0)
