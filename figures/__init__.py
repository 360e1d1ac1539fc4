"""Figures: what is drawn of a reading and said of it, on a page and in a report alike. Knows no Streamlit."""
