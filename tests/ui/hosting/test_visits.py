"""What visitors gave goes when they go, when it is old, when its space is needed, and when the server starts again."""

import os

import pytest

from analysis.errors import BroadsheetError
from ui.hosting.settings import UNLIMITED, Limits
from ui.hosting.visits import GRACE_SECONDS, Visits

NOW = 1_000_000.0


class Clock:
    """A clock that is set."""

    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visits(tmp_path, clock):
    return Visits(tmp_path / "private", clock)


def give(visits, visit, name, *, n_bytes=10, used_at=NOW):
    """A collection of a session's."""
    folder = visits.folder_of(visit) / name
    (folder / "bundle").mkdir(parents=True)
    (folder / "bundle" / "table").write_bytes(b"x" * n_bytes)
    os.utime(folder, (used_at, used_at))
    return folder


def left(visits, *sessions):
    return sorted(folder.name for visit in sessions for folder in visits.folder_of(visit).glob("*"))


def test_what_stands_there_when_a_server_starts_goes(tmp_path, clock):
    first = Visits(tmp_path / "private", clock)
    first.enter("a", 0)
    give(first, "a", "x")
    first._held.release()

    second = Visits(tmp_path / "private", clock)

    assert left(second, "a") == []
    assert list((tmp_path / "private").iterdir()) == []


def test_two_servers_do_not_share_a_workspace(visits, tmp_path):
    with pytest.raises(BroadsheetError, match="Another server"):
        Visits(tmp_path / "private")


def test_what_a_session_gave_goes_a_little_after_it(visits, clock):
    for visit in "ab":
        visits.enter(visit, 0)
        give(visits, visit, f"of {visit}")
    visits.leave("a")
    clock.now += GRACE_SECONDS - 1
    visits.sweep(UNLIMITED)
    assert left(visits, "a", "b") == ["of a", "of b"]

    clock.now += 2
    visits.sweep(UNLIMITED)
    assert left(visits, "a", "b") == ["of b"]
    assert not visits.folder_of("a").exists()


def test_a_browser_that_comes_back_finds_what_it_gave(visits, clock):
    visits.enter("a", 0)
    give(visits, "a", "x")
    visits.leave("a")
    clock.now += GRACE_SECONDS - 1
    visits.enter("a", 0)
    clock.now += GRACE_SECONDS
    visits.sweep(UNLIMITED)

    assert left(visits, "a") == ["x"]


def test_what_was_not_used_for_long_goes(visits):
    visits.enter("a", 0)
    give(visits, "a", "old", used_at=NOW - 601)
    give(visits, "a", "new", used_at=NOW - 599)
    visits.sweep(Limits(private_minutes=10))

    assert left(visits, "a") == ["new"]


def test_what_was_not_used_for_longest_makes_room(visits):
    for visit, name, ago in [("a", "first", 30), ("b", "second", 20), ("a", "third", 10)]:
        visits.enter(visit, 0)
        give(visits, visit, name, n_bytes=600_000, used_at=NOW - ago)
    visits.sweep(Limits(private_mb=1))
    assert left(visits, "a", "b") == ["third"]

    visits.sweep(Limits(private_mb=0))
    assert left(visits, "a", "b") == ["third"]


def test_a_collection_that_alone_is_over_the_limit_goes(visits):
    visits.enter("a", 0)
    give(visits, "a", "huge", n_bytes=1_100_000)
    visits.sweep(Limits(private_mb=1))

    assert left(visits, "a") == []


def test_one_more_visitor_than_may_be_there_is_asked_to_come_back(visits):
    for visit in "ab":
        visits.enter(visit, 2)
    visits.enter("a", 2)
    with pytest.raises(BroadsheetError, match="has 2 visitors now"):
        visits.enter("c", 2)
    visits.leave("a")
    visits.enter("c", 2)


def test_whoever_comes_back_into_a_session_is_let_in(visits):
    for visit in "ab":
        visits.enter(visit, 2)
    visits.leave("a")
    visits.enter("c", 2)
    visits.enter("a", 2)
