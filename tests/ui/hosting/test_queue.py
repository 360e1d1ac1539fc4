"""Builds take turns in the order in which they came, and whoever gives up waiting holds up none."""

import threading

import pytest

from ui.hosting.queue import Queue


class GaveUpError(Exception):
    """A visitor left."""


def give_up(place):
    raise GaveUpError(place)


def never(place):
    raise AssertionError(place)


def test_as_many_as_may_are_inside_at_once():
    queue = Queue()
    with queue.turn(2, never), queue.turn(2, never), pytest.raises(GaveUpError, match="1"), queue.turn(2, give_up):
        pass
    with queue.turn(2, never), queue.turn(2, never):
        pass


def test_nobody_waits_where_there_is_no_limit():
    queue = Queue()
    with queue.turn(0, never), queue.turn(0, never), queue.turn(0, never):
        pass


def test_those_who_wait_go_in_by_turns_and_are_told_their_place():
    queue, order, told = Queue(), [], {name: [] for name in "abc"}
    told_last = threading.Event()

    def visit(name, release):
        def wait(place):
            told[name].append(place)
            if name == "c":
                told_last.set()
            release.wait(0.01)

        with queue.turn(1, wait):
            order.append(name)

    inside = queue.turn(1, never)
    visitors = []
    with inside:
        for name in "abc":
            visitors.append(threading.Thread(target=visit, args=(name, threading.Event())))
            visitors[-1].start()
            while not told[name]:
                pass
        told_last.wait(5)
    for visitor in visitors:
        visitor.join()

    assert order == ["a", "b", "c"]
    assert [told[name][0] for name in "abc"] == [1, 2, 3]
    assert queue.n_waiting == 0


def test_whoever_leaves_the_queue_makes_room():
    queue, places = Queue(), []
    with queue.turn(1, never):
        with pytest.raises(GaveUpError), queue.turn(1, give_up):
            pass
        with pytest.raises(GaveUpError), queue.turn(1, lambda place: (places.append(place), give_up(place))):
            pass

    assert places == [1]


def test_a_build_that_fails_gives_its_turn_away():
    queue = Queue()
    with pytest.raises(GaveUpError), queue.turn(1, never):
        raise GaveUpError
    with queue.turn(1, never):
        pass
