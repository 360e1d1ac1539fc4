import os
import subprocess
import sys

import pytest

from analysis.output import CUT_OFF
from tests.conftest import ROOT


def cut_off(*arguments):
    """What a command does whose output nobody reads: its exit code and what it says of that."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "analysis", *map(str, arguments)]
    with os.fdopen(write, "wb") as output:
        done = subprocess.run(command, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]])
def test_help_that_nobody_reads_ends_quietly(arguments):
    assert cut_off(*arguments)[1] == ""


def test_what_a_bundle_holds_is_cut_off_quietly(sample):
    assert cut_off("info", sample.folder) == (CUT_OFF, "")
