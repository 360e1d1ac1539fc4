"""The language of a text, by a small model that comes with its package and needs no network."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_FIRST_LOOK, _SECOND_LOOK = 500, 2_000
_CERTAIN, _SURE = 0.95, 0.5
_FEWEST_LETTERS = 6
# Languages that share so many words that a short text of one may look like another.
_ALIKE = frozenset(
    (
        *("no", "nb", "nn", "da", "sv", "hr", "bs", "sr", "sl", "mk", "bg", "id", "ms", "gl", "pt", "es", "ca"),
        *("uk", "ru", "be", "cs", "sk", "nl", "af"),
    )
)
_SURE_OF_ALIKE = 0.8
_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, judged by its first 500 characters, or by 2,000 where unsure.

    None where there are fewer than 6 letters or no language has a probability of 0.5; of 0.8 for one that has near
    relatives, such as Danish or Malay. The same text always has the same answer.
    """
    opening = text[:_FIRST_LOOK]
    if sum(map(str.isalpha, opening)) < _FEWEST_LETTERS:
        return None
    language, probability = _classifier()(opening)
    if probability < _CERTAIN and len(text) > _FIRST_LOOK:
        language, probability = _classifier()(text[:_SECOND_LOOK])
    enough = _SURE_OF_ALIKE if language in _ALIKE else _SURE
    return language if probability >= enough and language != _NO_LANGUAGE else None


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    """From a text to its likeliest ISO 639-1 language and how likely that is. It takes about 1 s to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == len("en")] + [_NO_LANGUAGE])
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
