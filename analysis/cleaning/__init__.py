"""Cleaning: from the lines of a scraped text to headline, byline, date, body, and the lines that are none of these."""

from analysis.cleaning.cleaner import clean
from analysis.cleaning.outcome import Cleaned, Notice, Removed
from analysis.cleaning.reasons import DESCRIPTIONS, METADATA, RULES
from analysis.cleaning.repeats import LineSurvey, Repeats, line_key

__all__ = [
    "DESCRIPTIONS",
    "METADATA",
    "RULES",
    "Cleaned",
    "LineSurvey",
    "Notice",
    "Removed",
    "Repeats",
    "clean",
    "line_key",
]
