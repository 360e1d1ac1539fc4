"""Private: what a visitor of a hosted server is told, and how they take back what they gave."""

from __future__ import annotations

import shutil

import streamlit as st

from figures import words
from ui import address, collections, hosting
from ui.hosting import notes
from ui.upload.files import Given


def tell() -> None:
    """Say what may be given and what becomes of it, where strangers share a server."""
    now = hosting.hosting()
    if now.is_hosted:
        st.markdown(notes.before_upload(now.limits))
        with st.expander("What happens to what you give"):
            st.markdown(notes.PRIVACY)


def tell_who_can_open() -> None:
    """Say who can open what comes of it."""
    link = "only you can open it" if hosting.hosting().is_hosted else "only you get the link to it"
    st.caption(f"This server analyses it, and {link}. Stay on this page until it is done.")


def offer_removal(place: collections.Place) -> None:
    """A button that removes the collection that is shown at once, if it is a visitor's own on a hosted server."""
    if hosting.hosting().is_hosted and collections.is_own(place):
        label = f"Remove {words.plain(place.name)} from this server"
        st.button(label, on_click=_remove, args=(place,), key="remove_own")


def refusal(given: list[Given]) -> str:
    """Why so much cannot be analysed at once; empty where it can."""
    most = hosting.hosting().limits.upload_mb
    n_bytes = sum(len(file.content) for file in given)
    if not most or n_bytes <= most * 1_000_000:
        return ""
    return f"That is {n_bytes / 1_000_000:,.1f} MB together; at most {most:,} MB can be given here at once."


def _remove(place: collections.Place) -> None:
    shutil.rmtree(place.folder.parent, ignore_errors=True)
    address.put(**dict.fromkeys(address.params()))
