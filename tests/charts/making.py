"""What the tests of `charts` are made of: one small frame for every chart, and how to draw it."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import vl_convert

import charts
from charts import Figure, Measure

TITLE = "Which terms come up in the most articles?"
SUBTITLE = "Articles with the term; n = 914"
N_ARTICLES = Measure("n", "articles")
POLARITY = Measure("mean", "mean polarity", "signed")

WEEKS = pd.date_range("2015-12-07", periods=6, freq="7D")

BARS = pd.DataFrame({"mark": ["t1", "t2", "t3"], "label": ["truce", "flood", "vote"], "n": [12400, 37, 1]})
TOPICS = BARS.assign(topic_id=[0, 7, 8])
PARTS = TOPICS.assign(whole=[24800, 40, 1])
PERIODS = pd.DataFrame(
    {
        "mark": WEEKS.strftime("%Y-%m-%d"),
        "start": WEEKS,
        "end": WEEKS + pd.Timedelta(days=7),
        "n": [12, 0, None, 40, 7, 3],
        "is_partial": [False] * 5 + [True],
    }
)
BINS = pd.DataFrame({"mark": ["b1", "b2", "b3"], "low": [-1.0, -0.2, 0.2], "high": [-0.2, 0.2, 1.0], "n": [4, 20, 6]})
TONED_BINS = BINS.assign(tone=[-0.6, 0.0, 0.6])
RANGES = pd.DataFrame(
    {
        "mark": ["o1", "o2", "o3"],
        "label": ["Herald", "Courier", "Wire"],
        "mean": [0.12, -0.05, None],
        "low": [0.05, None, None],
        "high": [0.2, None, None],
        "n": [1204, 1, 0],
    }
)
POINTS = pd.DataFrame(
    {
        "mark": ["a1", "a2", "a3", "a4"],
        "x": [0.0, 1.0, 2.0, 3.0],
        "y": [0.0, 2.0, 1.0, 3.0],
        "topic_id": [0, 0, 9, None],
        "topic": ["rain, river", "rain, river", "court, judge", None],
        "headline": ["River rises", "Rain falls", "Judge speaks", "Nothing new"],
        "outlet": ["Herald", "Courier", None, "Wire"],
        "published_at": pd.to_datetime(["2016-01-03", "2016-01-04", None, "2016-01-06"], utc=True),
    }
)

LIT = POINTS.assign(is_lit=[True, False, True, False])
SIDES = pd.DataFrame(
    {
        "mark": ["s1", "s2", "s3"],
        "label": ["black", "state department", "girls"],
        "z": [11.2, 3.0, -4.9],
        "first": ["Herald: 11 of 120 articles", "Herald: 3 of 120 articles", "Herald: 6 of 120 articles"],
        "second": ["others: 65 of 720 articles", "others: 1 of 720 articles", "others: 6 of 720 articles"],
        "n": [11, 3, 6],
    }
)
LINES = pd.DataFrame(
    {
        "mark": ["a1", "a2", "a3", "a4"],
        "label": ["Herald", "Courier", "Herald", "Courier"],
        "day": pd.to_datetime(["2016-01-03", "2016-01-04", None, "2016-01-09"]),
        "headline": ["River rises", "Rain falls", "Judge speaks", "Nothing new"],
        "n": [4, 1, 2, 12],
        "total": [2, 2, 2, 2],
    }
)

TRENDS = pd.concat(
    [
        PERIODS.assign(
            burst=["", "", "", str(line), "", ""],
            name=name,
            line=line,
            mark=[f"{name}{n}" for n in range(6)],
            share=shares,
            n_articles=PERIODS["n"],
        )
        for line, (name, shares) in enumerate(
            {"flood": [0.2, 0.0, None, 0.4, 0.1, 0.05], "truce": [0.1, 0.3, None, 0.3, 0.0, 0.06]}.items()
        )
    ]
)

PIECES = pd.DataFrame(
    {
        "mark": ["0", "1", "3"],
        "start": [0.0, 0.3, 0.7],
        "end": [0.3, 0.35, 1.0],
        "mean": [0.4, -0.6, 0.0],
        "headline": ["A good day.", "Then it rained.", "Nothing else came."],
    }
)

NUMBERS = pd.DataFrame(
    {
        "mark": ["2", "3", "5"],
        "n": [2, 3, 5],
        "steady": [0.9, 0.71, 0.4],
        "coherent": [-0.04, 0.1, 0.12],
    }
)

COMPANY = pd.DataFrame(
    {
        "mark": ["flood", "river level", "rescue", "flood|rescue"],
        "first": ["flood", "River Level", "rescue", "flood"],
        "second": [None, None, None, "rescue"],
        "n": [37, 12, 1, 1],
        "g2": [310.4, 44.2, 11.0, 14.5],
    }
)

Draw = Callable[..., Figure]


def bars(frame: pd.DataFrame = BARS, **others: Any) -> Figure:
    return charts.ranked_bars(frame, **_named(others, label="label", value=N_ARTICLES))


def topic_bars(frame: pd.DataFrame = TOPICS, **others: Any) -> Figure:
    return bars(frame, **others)


def part_bars(frame: pd.DataFrame = PARTS, **others: Any) -> Figure:
    return bars(frame, **others)


def weeks(frame: pd.DataFrame = PERIODS, **others: Any) -> Figure:
    return charts.timeline(frame, **_named(others, value=N_ARTICLES, unit="week"))


def bins(frame: pd.DataFrame = BINS, **others: Any) -> Figure:
    return charts.distribution(frame, **_named(others, value=N_ARTICLES))


def toned_bins(frame: pd.DataFrame = TONED_BINS, **others: Any) -> Figure:
    return bins(frame, **_named(others, median=0.08))


def ranges(frame: pd.DataFrame = RANGES, **others: Any) -> Figure:
    return charts.dot_ranges(frame, **_named(others, label="label", value=POLARITY))


def points(frame: pd.DataFrame = POINTS, **others: Any) -> Figure:
    return charts.scatter_map(frame, **_named(others))


def lit_points(frame: pd.DataFrame = LIT, **others: Any) -> Figure:
    return points(frame, **others)


def sides(frame: pd.DataFrame = SIDES, **others: Any) -> Figure:
    named = _named(others, label="label", value=Measure("z", "z", "signed"), heads=("more in Herald", "more elsewhere"))
    return charts.diverging_bars(frame, **named)


def lines(frame: pd.DataFrame = LINES, **others: Any) -> Figure:
    return charts.strips(frame, **_named(others, row="label", value=Measure("n", "occurrences")))


def pieces(frame: pd.DataFrame = PIECES, **others: Any) -> Figure:
    return charts.course(frame, **_named(others, value=POLARITY))


def shares(frame: pd.DataFrame = TRENDS, **others: Any) -> Figure:
    return charts.trends(frame, **_named(others, value=Measure("share", "articles", "share"), unit="week"))


def toned_trend(frame: pd.DataFrame = TRENDS, **others: Any) -> Figure:
    toned = frame.assign(mean=frame["share"] - 0.2, low=frame["share"] - 0.3, high=frame["share"] - 0.1)
    return charts.trends(toned, **_named(others, value=POLARITY, unit="week"))


def numbers(frame: pd.DataFrame = NUMBERS, **others: Any) -> Figure:
    values = [Measure("steady", "stability", "ratio"), Measure("coherent", "coherence", "ratio")]
    return charts.curves(frame, **_named(others, along=Measure("n", "topics"), values=values))


def company(frame: pd.DataFrame = COMPANY, **others: Any) -> Figure:
    measures = {"value": Measure("n", "sentences"), "strength": Measure("g2", "G²", "number")}
    return charts.network(frame, **_named(others, middle="rain", **measures))


CHARTS: dict[Draw, pd.DataFrame] = {
    bars: BARS,
    topic_bars: TOPICS,
    part_bars: PARTS,
    weeks: PERIODS,
    bins: BINS,
    toned_bins: TONED_BINS,
    ranges: RANGES,
    points: POINTS,
    lit_points: LIT,
    sides: SIDES,
    lines: LINES,
    pieces: PIECES,
    numbers: NUMBERS,
    shares: TRENDS,
    toned_trend: TRENDS,
    company: COMPANY,
}


def rows(chart: Figure) -> list[dict[str, Any]]:
    """The rows that the chart draws."""
    spec = chart.to_dict()
    return spec["datasets"][spec["data"]["name"]]


def column(chart: Figure, name: str) -> list[Any]:
    return [row[name] for row in rows(chart)]


def marks_of(chart: Figure, kind: str) -> list[dict[str, Any]]:
    """The layers of the chart that draw marks of `kind`."""
    return [layer for layer in chart.to_dict()["layer"] if layer["mark"]["type"] == kind]


def svg(chart: Figure, width: int = 720) -> str:
    return vl_convert.vegalite_to_svg(charts.standalone(chart, width))


def strings(value: Any) -> list[str]:
    """All strings within nested lists and dicts."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in strings(part)]


def expressions(spec: Any) -> list[str]:
    """All that Vega would run as an expression: `expr`, `labelExpr`, tests and filters."""
    if isinstance(spec, list):
        return [text for part in spec for text in expressions(part)]
    if not isinstance(spec, dict):
        return []
    run = [spec[key] for key in ("expr", "labelExpr", "test", "filter", "calculate", "format") if key in spec]
    inner = [text for key, part in spec.items() if key != "datasets" for text in expressions(part)]
    return [text for text in run if isinstance(text, str)] + inner


def _named(others: dict[str, Any], **defaults: Any) -> dict[str, Any]:
    return {"title": TITLE, "subtitle": SUBTITLE} | defaults | others
