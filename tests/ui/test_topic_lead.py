"""What a page says of its topics before any chart."""

from types import SimpleNamespace

import pandas as pd
import pytest

from figures import words
from ui.topic_lead import in_words


def view(sizes, stability, n_visible, noun="article"):
    """A view of articles by topic, the last of them those with none."""
    ids = [*range(len(sizes) - 1), -1]
    topics = pd.DataFrame({"topic_id": ids, "n_articles": sizes, "stability": [*stability, None]}).astype(
        {"stability": float}
    )
    plural = "stories" if noun == "story" else f"{noun}s"
    return SimpleNamespace(
        topics=topics,
        curated=SimpleNamespace(visible=range(n_visible)),
        articles=range(sum(sizes)),
        nouns=plural,
        counted=lambda n: words.count(n, noun, plural),
    )


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (view([6, 3, 1], [0.9, 0.8], 2), "2 topics. 1 of 10 articles (10 %) fits nowhere."),
        (view([6, 3, 0], [0.9, 0.8], 2), "2 topics. All articles fit one of them."),
        (view([6, 0, 2], [0.9, 0.1], 5), "1 of 5 topics. 2 of 8 articles (25 %) fit nowhere."),
        (view([6, 3, 3], [0.9, 0.1], 2, "story"), "2 topics. 3 of 12 stories (25 %) fit nowhere. "
         "1 of the topics is shaky: other articles would have made others."),
        (view([6, 3, 0], [0.2, 0.1], 2), "2 topics. All articles fit one of them. "
         "All topics are shaky: other articles would have made others."),
        (view([6, 0], [0.2], 1), "1 topic. All articles fit one of them. "
         "The topic is shaky: other articles would have made others."),
        (view([6, 3, 3, 0], [0.2, 0.1, None], 3), "3 topics. All articles fit one of them. "
         "All topics are shaky: other articles would have made others."),
    ],
)  # fmt: skip
def test_the_lead_names_topics_what_fits_nowhere_and_what_is_shaky(seen, said):
    assert in_words(seen) == said
