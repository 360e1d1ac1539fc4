"""Curation: what a reader changed of the topics, as rules that outlive a rebuild.

A `Curation` is a value; `curate` follows it to the topics of a bundle and applies it; `read_curation` and
`save_curation` keep it in the folder of the bundle.
"""

from analysis.curation.colours import N_COLOURS, NO_COLOUR
from analysis.curation.curated import Curated, Said
from analysis.curation.curating import curate
from analysis.curation.remaking import Described, FreshRemaker, Part, Remaker
from analysis.curation.rules import MOST_PARTS, Curation, Hide, Merge, Rename, Rule, Split, clean_name
from analysis.curation.signatures import Change, Known, Signature
from analysis.curation.storing import as_text, carry_over, digest, edit_curation, read_curation, remember, save_curation

__all__ = [
    "MOST_PARTS",
    "NO_COLOUR",
    "N_COLOURS",
    "Change",
    "Curated",
    "Curation",
    "Described",
    "FreshRemaker",
    "Hide",
    "Known",
    "Merge",
    "Part",
    "Remaker",
    "Rename",
    "Rule",
    "Said",
    "Signature",
    "Split",
    "as_text",
    "carry_over",
    "clean_name",
    "curate",
    "digest",
    "edit_curation",
    "read_curation",
    "remember",
    "save_curation",
]
