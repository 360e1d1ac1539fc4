"""Output: what a command does when whoever reads what it prints goes away."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

CUT_OFF = 128 + signal.SIGPIPE
"""The exit code of a command whose output was cut off, as shells give it."""


def until_cut_off(command: Callable[[], int]) -> int:
    """The exit code of `command`; without a traceback where its output is no longer read, as by `| head`."""
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
