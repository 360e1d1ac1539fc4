"""Numbers: what a number means, and how it is written for people."""

from dataclasses import dataclass
from math import isnan
from typing import Literal

Style = Literal["count", "share", "signed", "ratio", "number"]

NO_DATA = "no data"
_SPACE = "\u00a0"
_MINUS = "\u2212"
_AXIS_LABELS: dict[Style, str] = {
    "count": "format(datum.value, ',')",
    "share": "format(datum.value * 100, ',~r') + '\\u00a0%'",
    "signed": "datum.value == 0 ? '0' : format(datum.value, '+,~r')",
    "ratio": "format(datum.value, ',~r')",
    "number": "format(datum.value, ',~r')",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of numbers: what it counts, in the plural ("articles"), and how its numbers are written.

    A "share" is stored as 0 to 1 and written in per cent; "signed" numbers carry a plus or a minus; a "ratio" has two
    decimals, so that several stand below each other.
    """

    column: str
    noun: str = ""
    style: Style = "count"

    def text(self, value: object) -> str:
        """`value` as people write it: 12,400 or 3.1 % or +0.12; "no data" where there is none."""
        return number_text(value, self.style)

    def phrase(self, value: object) -> str:
        """`value` with its noun: "37 articles", "1 article", "3.1 % of articles"."""
        text = self.text(value)
        if not self.noun or text == NO_DATA:
            return text
        if self.style == "signed":
            return f"{self.noun} {text}"
        joint = " of " if self.style == "share" else " "
        return f"{text}{joint}{_singular(self.noun) if text == '1' else self.noun}"

    @property
    def axis_label(self) -> str:
        """The Vega expression that writes a tick of this measure's axis."""
        return _AXIS_LABELS[self.style]


def number_text(value: object, style: Style = "count") -> str:
    """`value` as people write it; "no data" for what is missing or is no number."""
    number = to_number(value)
    if number is None:
        return NO_DATA
    if style == "share":
        return _share(number)
    if style == "signed":
        return _signed(number)
    if style == "ratio":
        return _signed(number).removeprefix("+")
    text = f"{number:,.0f}" if style == "count" or abs(number) >= 1000 else f"{number:,.3g}"
    return text.replace("-", _MINUS)


def to_number(value: object) -> float | None:
    """`value` as a float, or None where it is missing or is no number."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return None if isnan(number) else number


def _share(share: float) -> str:
    percent = share * 100
    if 0 < percent < 0.1:
        return f"<0.1{_SPACE}%"
    digits = 0 if percent in (0, 100) else 1
    return f"{percent:,.{digits}f}{_SPACE}%".replace("-", _MINUS)


def _signed(number: float) -> str:
    text = f"{number:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", _MINUS)


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
