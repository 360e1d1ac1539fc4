"""Exports: tables of a bundle as files for other programs, and the bundle itself as one file."""

from analysis.exports.archive import write_archive
from analysis.exports.extract import Extract, about_articles, extract, n_rows_of, text_columns
from analysis.exports.formats import BY_SUFFIX, CSV, FORMATS, Format, expected_bytes
from analysis.exports.unpacking import is_archive, unpack_archive

__all__ = [
    "BY_SUFFIX",
    "CSV",
    "FORMATS",
    "Extract",
    "Format",
    "about_articles",
    "expected_bytes",
    "extract",
    "is_archive",
    "n_rows_of",
    "text_columns",
    "unpack_archive",
    "write_archive",
]
