"""Cleaning on a page: what each rule took, a switch for each, and any article before and after."""

from ui.cleaning.section import show

__all__ = ["show"]
