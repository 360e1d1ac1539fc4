import numpy as np

from analysis.recent import Recent


def test_what_was_asked_for_last_is_made_once_while_it_fits():
    made = []

    def _get(key, n=10):
        return recent.get(key, lambda: (made.append(key), np.zeros(n, np.int64))[1:])

    recent = Recent(most_bytes=3 * 80)
    for key in "abcab":
        _get(key)
    assert made == ["a", "b", "c"]

    _get("d")  # there is no room for a fourth: what was asked for longest ago goes
    _get("a")
    _get("c")
    assert made == ["a", "b", "c", "d", "c"]


def test_what_does_not_fit_is_given_all_the_same():
    recent = Recent(most_bytes=8)

    assert len(recent.get("a", lambda: (np.zeros(100, np.int64),))[0]) == 100
    assert len(recent.get("a", lambda: (np.zeros(2, np.int64),))[0]) == 2
