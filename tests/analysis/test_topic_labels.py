import pandas as pd
import pytest

from analysis.topic_labels import labels, outline


@pytest.mark.parametrize(
    ("ranked", "name"),
    [
        (["flood", "river", "dyke", "rain"], "flood, river, dyke"),
        (["river", "River Trent", "flood", "Trent", "rain"], "River Trent, flood, rain"),
        (["Trent", "trent", "flood"], "Trent, flood"),
        (["Bank of China", "China", "trade"], "Bank of China, trade"),
        (["tax", "economic", "economy", "jobs"], "tax, economic, jobs"),
        (["policy", "police", "polite"], "policy, police, polite"),
        (["states", "state", "Islamic State", "Islam"], "states, Islam"),
        (["flood"], "flood"),
        ([], ""),
    ],
)
def test_a_topic_is_named_by_its_best_terms_without_repeating_a_word(ranked, name):
    assert labels([ranked]) == [name]


def test_no_two_names_begin_alike_where_that_can_be_helped():
    assert labels([["flood", "river"], ["flood", "Trent"], ["flood"]]) == ["flood, river", "Trent, flood", "flood"]


def test_terms_stand_in_the_line_of_the_share_of_articles_that_hold_them():
    shown = pd.DataFrame(
        {
            "term": ["flood", "trent", "river", "river trent", "cow", "late"],
            "article_share": [0.95, 1.0, 0.5, 0.5, 0.15, 0.14],
            "rank": range(1, 7),
        }
    )

    assert list(outline(shown)) == [("All", ["trent", "flood"]), ("Most", ["river trent"]), ("Some", ["cow"])]


def test_what_stands_in_a_longer_phrase_of_its_line_is_left_out():
    shown = pd.DataFrame({"term": ["b c", "a b c", "bc", "c a"], "article_share": 0.6, "rank": range(1, 5)})

    assert list(outline(shown)) == [("Most", ["a b c", "bc", "c a"])]


def test_a_topic_without_common_terms_has_no_lines():
    assert list(outline(pd.DataFrame({"term": ["a"], "article_share": [0.1], "rank": [1]}))) == []
