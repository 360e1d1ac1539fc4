"""Articles: the list of what was selected, and the reader."""

from ui import article_list, layout

with layout.page(__doc__) as view:
    article_list.show(view)
