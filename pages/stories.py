"""Stories: texts that several articles carry, who carried them and when, and what was changed."""

from ui import layout, stories, versions

with layout.page(__doc__) as view:
    stories.show(view, versions.show)
