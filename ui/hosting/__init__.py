"""Hosting: strangers on one small machine, within limits; see docs/hosting.md."""

from ui.hosting.bounds import Bounds
from ui.hosting.server import LOG
from ui.hosting.session import QUEUE, admit, private_folder
from ui.hosting.settings import Hosting, Limits, hosting

__all__ = ["LOG", "QUEUE", "Bounds", "Hosting", "Limits", "admit", "hosting", "private_folder"]
