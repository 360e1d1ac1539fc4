"""Session: letting a visitor in, and where what they give is kept until they go."""

from __future__ import annotations

import secrets
import threading
from functools import cache
from pathlib import Path

import streamlit as st

from ui.hosting import server
from ui.hosting.queue import Queue
from ui.hosting.settings import hosting
from ui.hosting.visits import Visits

_VISIT = "visit"
_STARTING = threading.Lock()

QUEUE = Queue()
"""The builds of all visitors of this server."""


def admit(workspace: Path) -> None:
    """Let this session in; on a server that is not hosted everybody is.

    Raises:
        BroadsheetError: the server is full, or not set up to let strangers in.
    """
    now = hosting()
    if not now.is_hosted:
        return
    server.secure(now.limits)
    visit = st.session_state.setdefault(_VISIT, secrets.token_urlsafe(16))
    visits(workspace).enter(visit, now.limits.sessions)
    _presence(visit, workspace)


def private_folder(workspace: Path) -> Path:
    """The folder of this session, whose name nobody can guess; it goes when the session does."""
    return visits(workspace).folder_of(st.session_state[_VISIT])


def visits(workspace: Path) -> Visits:
    """Those of this server; the first who asks starts what sweeps up after them."""
    with _STARTING:
        return _visits(workspace)


@cache
def _visits(workspace: Path) -> Visits:
    started = Visits(workspace / "private")
    threading.Thread(target=started.keep_sweeping, args=(lambda: hosting().limits,), daemon=True).start()
    return started


def _leave(presence: tuple[str, Path]) -> None:
    visit, workspace = presence
    visits(workspace).leave(visit)


@st.cache_resource(scope="session", on_release=_leave, show_spinner=False)
def _presence(visit: str, workspace: Path) -> tuple[str, Path]:
    """Is released when the browser is gone."""
    return visit, workspace
