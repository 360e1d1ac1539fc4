import pytest

from analysis.progress import Pace, Progress


class Clock:
    """A clock that is set."""

    now = 100.0

    def __call__(self):
        return self.now


def told(*reports):
    """A pace after reports, each with the second in which it came, and its clock."""
    clock = Clock()
    pace = Pace(clock)
    for second, *progress in reports:
        clock.now = 100.0 + second
        pace.note(Progress(*progress))
    return pace, clock


def test_while_articles_are_read_nobody_knows_how_long_it_takes():
    pace, _ = told((0, "Reading", 0), (2, "Reading", 4_000))

    assert pace.outlook().seconds_left is None
    assert pace.outlook().said() == "Reading articles · 4,000 so far · 2,000 a second"


def test_the_rate_is_that_of_the_articles_as_of_late():
    slow = [(second, "Articles", second * 100, 10_000) for second in range(31)]
    quick = [(30 + second, "Articles", 3_000 + second * 300, 10_000) for second in range(1, 23)]
    pace, _ = told(*slow, *quick)

    assert pace.outlook().rate == pytest.approx(300, rel=0.02)


def test_the_time_left_counts_the_articles_and_what_follows_them():
    pace, _ = told((0, "Articles", 0, 10_000), (10, "Articles", 5_000, 10_000))
    left = pace.outlook().seconds_left

    # Half of the articles at 500 a second, and stages that are worth 5,700 articles.
    assert left == pytest.approx(10 + 5_700 / 500, abs=0.5)
    assert pace.outlook().said().endswith("5,000 of 10,000 · 500 a second · about 20 s left")


def test_the_time_left_runs_down_while_a_stage_says_nothing():
    pace, clock = told((0, "Articles", 0, 10_000), (20, "Articles", 10_000, 10_000), (21, "Topics", 0))
    before = pace.outlook()
    clock.now += 3
    after = pace.outlook()

    assert before.seconds_left - after.seconds_left == pytest.approx(3)
    assert after.share > before.share
    assert after.said().startswith("Finding topics · ")


def test_a_stage_that_takes_longer_than_thought_does_not_go_below_nothing():
    pace, clock = told((0, "Articles", 0, 1_000), (2, "Articles", 1_000, 1_000), (3, "Search index", 0))
    clock.now += 1_000

    assert pace.outlook().seconds_left == 0
    assert pace.outlook().share <= 1


def test_articles_that_were_taken_over_promise_nothing_of_what_follows():
    quick, _ = told((0, "Articles", 0, 90_000), (1, "Articles", 90_000, 100_000))

    assert quick.outlook().seconds_left > 30_000 / 1_500


def test_the_share_never_falls():
    clock = Clock()
    pace, shares = Pace(clock), []
    for second in range(60):
        clock.now = 100.0 + second
        done = min(second, 20) * 500 + max(0, second - 20) * 20
        pace.note(Progress("Articles", done, 20_000))
        shares.append(pace.outlook().share)

    assert shares == sorted(shares)
    assert 0 < shares[-1] < 1


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "a few seconds left"), (41, "about 40 s left"), (200, "about 3 min left"), (9_000, "about 2.5 h left")],
)
def test_times_are_said_as_people_say_them(seconds, said):
    pace, _ = told((0, "Articles", 0, 2), (10, "Articles", 1, 2))
    outlook = pace.outlook()._replace(seconds_left=seconds)

    assert outlook.said().endswith(said)
