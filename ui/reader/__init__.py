"""The reader: one article as a page to read, with its tone, its marked words and what cleaning removed."""

from ui.reader.component import clicked, reader
from ui.reader.page import Mark, Options, Page, RemovedLine, Sentence

__all__ = ["Mark", "Options", "Page", "RemovedLine", "Sentence", "clicked", "reader"]
