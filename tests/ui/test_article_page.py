import numpy as np
import pytest

from ui.article_page import _why_none


@pytest.mark.parametrize(
    ("agreement", "reason"),
    [
        (np.nan, "it holds no word that topics are made of"),
        (0.35, "it fits nowhere, only 35 % of the trial groupings have it in one topic"),
        (0.9, "it fits nowhere, its words are too unlike those of every topic"),
    ],
)
def test_an_article_without_a_topic_says_why(agreement, reason):
    assert _why_none(agreement).replace("\N{NO-BREAK SPACE}", " ") == reason
