import re
from pathlib import Path

import pytest

from analysis.reference import TABLES, pages
from analysis.settings import Settings, read_settings

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


@pytest.mark.parametrize("name", pages())
def test_the_documentation_says_what_the_code_declares(name):
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run: python -m analysis.reference"


def test_the_documented_settings_are_the_defaults(tmp_path):
    toml = pages()["settings.md"].split("```toml\n")[1].split("```")[0]
    (tmp_path / "settings.toml").write_text(toml)

    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_every_stored_table_is_documented(sample):
    stored = {path.stem for path in (sample.folder / sample.manifest["tables"]).glob("*.parquet")}

    assert stored == {table.name for table in TABLES}


def test_every_file_that_the_architecture_names_is_there():
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:analysis|charts|ui|pages|seeds|docs)/[\w./-]*)`", text)

    assert named
    assert [name for name in named if not (DOCS.parent / name).exists()] == []
