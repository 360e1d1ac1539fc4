"""Pictures of every page of a running dashboard, and what is wrong with a page as a browser draws it."""
