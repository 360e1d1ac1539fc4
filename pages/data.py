"""Data: what was read, what could not be, and what cleaning took out; analyse articles of your own."""

from ui import cleaning, health, layout, upload

with layout.page(__doc__, selects=False) as view:
    upload.show(view)
    health.show(view)
    cleaning.show(view)
