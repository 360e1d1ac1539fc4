"""From a text to its sentences, words and language: pure functions of text, with no state and no files."""

from analysis.tokens.folding import fold
from analysis.tokens.inflection import bases
from analysis.tokens.languages import detect_language, detect_languages
from analysis.tokens.pieces import Pieces, WordStream, pieces_of, word_stream
from analysis.tokens.sentences import Sentence, split_sentences
from analysis.tokens.stop_words import WordLists, news_words, stop_words, vague_words
from analysis.tokens.words import find_words, word_list

__all__ = [
    "Pieces",
    "Sentence",
    "WordLists",
    "WordStream",
    "bases",
    "detect_language",
    "detect_languages",
    "find_words",
    "fold",
    "news_words",
    "pieces_of",
    "split_sentences",
    "stop_words",
    "vague_words",
    "word_list",
    "word_stream",
]
