"""From files of articles to a bundle of tables, and reading one. Knows neither Streamlit nor Altair."""

VERSION = "0.1.0"
