"""Server: the options of Streamlit that a hosted dashboard stands on, and a log that tells nothing of visitors."""

from __future__ import annotations

import logging
import traceback

import streamlit as st
from streamlit import config

from analysis.errors import BroadsheetError
from ui.hosting.settings import Limits

LOG = logging.getLogger("broadsheet")

# What must be so when the server starts; `.streamlit/config.toml` says so as well.
SAFE_OPTIONS = {
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.enableAgentApi": False,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
}


def secure(limits: Limits) -> None:
    """Set what may be set of a running server, and check the rest.

    Raises:
        BroadsheetError: the server was started with an option that is not safe among strangers; the log says which.
    """
    config.set_option("client.showErrorDetails", "none")
    config.set_option("logger.enableRich", False)
    if limits.upload_mb:
        config.set_option("server.maxUploadSize", limits.upload_mb)
    _log_quietly()
    wrong = [f"{name} must be {str(wanted).lower()}" for name, wanted in SAFE_OPTIONS.items() if _is_not(name, wanted)]
    if wrong:
        LOG.error("not safe among strangers: %s", "; ".join(wrong))
        raise BroadsheetError("This server is not set up to let visitors in; its log says why")


def _is_not(name: str, wanted: object) -> bool:
    return bool(st.get_option(name) != wanted)


def _log_quietly() -> None:
    """Log lines of ours, and of an error its kind and place alone: its message may hold what a visitor gave."""
    logger = logging.getLogger("streamlit.error_util")
    if not any(isinstance(known, _WithoutMessage) for known in logger.filters):
        logger.addFilter(_WithoutMessage())
    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False


class _WithoutMessage(logging.Filter):
    """Makes one line of an error: what kind, where."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "nowhere"
            record.msg, record.args = "error %s at %s", (type(error).__name__, place)
            record.exc_info = record.exc_text = None
        return True
