"""How a server is set up: by a file, by its environment, and documented as it is."""

import re
from dataclasses import fields, replace

import pytest

from analysis.errors import SettingsError
from tests.conftest import ROOT
from ui.hosting.settings import UNLIMITED, Hosting, Limits, hosting, read_hosting, variable

HOSTED = {"BROADSHEET_MODE": "hosted"}


def read(tmp_path, text="", **environment):
    file = tmp_path / "hosting.toml"
    file.write_text(text, encoding="utf-8")
    return read_hosting(environment, file)


def test_a_server_is_its_owners_unless_something_says_so(tmp_path):
    assert read_hosting({}, tmp_path / "absent.toml") == Hosting(False, None, UNLIMITED)


def test_a_local_server_has_no_limits(tmp_path):
    assert read(tmp_path, "[limits]\narticles = 5").limits == UNLIMITED
    assert set(vars_of(UNLIMITED)) == {0}


@pytest.mark.parametrize(
    ("text", "environment", "limits"),
    [
        ('mode = "hosted"', {}, Limits()),
        ("", HOSTED, Limits()),
        ("[limits]\narticles = 5", HOSTED, Limits(articles=5)),
        ("[limits]\narticles = 5", {**HOSTED, "BROADSHEET_ARTICLES": "7"}, Limits(articles=7)),
        ('mode = "local"', {**HOSTED, "BROADSHEET_UPLOAD_MB": "0"}, Limits(upload_mb=0)),
    ],
)
def test_the_environment_goes_before_the_file(tmp_path, text, environment, limits):
    found = read(tmp_path, text, **environment)

    assert found.is_hosted
    assert found.limits == limits


@pytest.mark.parametrize("limit", [limit.name for limit in fields(Limits)])
def test_each_limit_can_be_set(tmp_path, limit):
    wanted = replace(Limits(), **{limit: 1})

    assert read(tmp_path, f'mode = "hosted"\n[limits]\n{limit} = 1').limits == wanted
    assert read(tmp_path, **HOSTED, **{variable(limit): "1"}).limits == wanted


def test_the_folder_of_shared_collections_can_be_set(tmp_path):
    assert read(tmp_path, f'mode = "hosted"\nshared = "{tmp_path}"').shared == tmp_path
    assert read(tmp_path, **HOSTED, BROADSHEET_SHARED=str(tmp_path)).shared == tmp_path


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        ("", {"BROADSHEET_MODE": "Hosted"}, "mode must be 'local' or 'hosted', not 'Hosted'"),
        ("mode = 1", {}, "mode must be 'local' or 'hosted', not 1"),
        ("moed = 'hosted'", {}, r"no setting \['moed'\]"),
        ("shared = 1", HOSTED, "shared must be a text"),
        ("limits = 1", HOSTED, "limits must be a section"),
        ("[limits]\narticle = 1", HOSTED, r"'limits' has no setting \['article'\]"),
        ("[limits]\narticles = '1'", HOSTED, "limits.articles must be a whole number, not '1'"),
        ("[limits]\narticles = -1", HOSTED, "limits.articles must be 0 .no limit. or more, not -1"),
        ("", {**HOSTED, "BROADSHEET_ARTICLES": "many"}, "BROADSHEET_ARTICLES must be a whole number, not 'many'"),
        ("mode", {}, "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, text, environment, said):
    with pytest.raises(SettingsError, match=said):
        read(tmp_path, text, **environment)


def test_the_file_can_be_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "mine.toml").write_text('mode = "hosted"')
    monkeypatch.setenv("BROADSHEET_HOSTING", str(tmp_path / "mine.toml"))

    assert hosting().is_hosted


def test_the_documented_limits_are_those_of_the_code():
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \| ([\d,]+) \| `(\w+)` \| (.+) \|$", page, re.MULTILINE)

    assert documented == [
        (limit.name, f"{limit.default:,}", variable(limit.name), limit.metadata["note"]) for limit in fields(Limits)
    ]


def test_the_example_of_a_file_states_the_defaults(tmp_path):
    example = (ROOT / "deploy" / "hosting.toml").read_text(encoding="utf-8")

    assert read(tmp_path, example).limits == Limits()


def vars_of(limits):
    return [getattr(limits, limit.name) for limit in fields(limits)]
