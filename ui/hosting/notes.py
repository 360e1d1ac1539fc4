"""Notes: what visitors of a hosted server are told before they give anything."""

from __future__ import annotations

from ui.hosting.settings import Limits

PRIVACY = """
- **What you look at** is shared with all visitors; nothing of you is needed for it. This server sets no cookie but the
  one that keeps other sites from sending in your name, and asks no other server for anything.
- **What you give** is analysed on this machine and nowhere else. No other visitor can open it, not even with your link.
- **It goes** when you close or reload this page, when you remove it, when it was not used for a while, when its space
  is needed, or when the server starts again. Nothing is kept, and nothing can be brought back.
- **What is written down**: that an analysis ran, how long it took and how it ended. No text, no name of a file, no
  address of a visitor.
- **It is a demonstration.** Its host can read the memory and the disk of the machine. Do not give what must not leave
  yours: for that Broadsheet runs on your own machine.
"""


def before_upload(limits: Limits) -> str:
    """What may be given, and what becomes of it, in a few sentences."""
    allowed = [
        f"{limits.upload_mb:,} MB at once" if limits.upload_mb else "",
        f"{limits.articles:,} articles a collection" if limits.articles else "",
        f"{limits.build_seconds:,} seconds of analysis" if limits.build_seconds else "",
        f"{limits.collections:,} collections" if limits.collections else "",
    ]
    most = f"Up to {', '.join(filter(None, allowed))}. " if any(allowed) else ""
    unused = f", or after {limits.private_minutes:,} minutes without use" if limits.private_minutes else ""
    return f"{most}What you give is for you alone, and gone when you close or reload this page{unused}."
