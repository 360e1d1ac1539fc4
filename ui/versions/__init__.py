"""Versions of a story on a page: two of them side by side, with what differs marked."""

from ui.versions.section import show

__all__ = ["show"]
