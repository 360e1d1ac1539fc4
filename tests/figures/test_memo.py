"""What is remembered is made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from figures.memo import remembered


def counting(most):
    """A function that keeps its `most` last results, and the list of what it was asked to make."""
    made = []

    @remembered(most)
    def double(number, _source=None):
        made.append(number)
        return 2 * number

    return double, made


def test_a_result_is_made_once():
    double, made = counting(2)

    assert [double(3), double(3), double(4)] == [6, 6, 8]
    assert made == [3, 4]


def test_what_begins_with_an_underscore_is_not_looked_at():
    double, made = counting(2)

    assert [double(3, "a"), double(3, _source=["b"])] == [6, 6]
    assert made == [3]


def test_the_result_asked_for_longest_ago_goes_first():
    double, made = counting(2)
    for number in (1, 2, 1, 3, 1, 2):
        double(number)

    assert made == [1, 2, 3, 2]


def test_what_fails_is_tried_again():
    answers = iter([ValueError("no"), 5])

    @remembered(2)
    def next_answer(key):
        if isinstance(found := next(answers), Exception):
            raise found
        return found

    with pytest.raises(ValueError, match="no"):
        next_answer("a")
    assert next_answer("a") == 5


def test_those_who_ask_at_once_share_one_result():
    double, made = counting(2)
    together = Barrier(8)

    def ask(_):
        together.wait()
        return double(21)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [42] * 8
    assert made == [21]
