"""Report: choose what it holds, look at its pages, and take it away as PDF, as HTML, or with all its figures."""

from ui import layout, report_page

with layout.page(__doc__) as view:
    report_page.show(view)
