"""Report: a bundle and a selection in, a document out that explains itself: PDF, HTML, PNG pages, a zip."""
