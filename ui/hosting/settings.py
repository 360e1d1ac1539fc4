"""Settings of hosting: whether strangers are let in, and what they may take up."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from analysis.errors import SettingsError
from analysis.settings import configured

_FILE = Path(__file__).resolve().parents[2] / "config" / "hosting.toml"
_VARIABLE = "BROADSHEET_"
_LOCAL, _HOSTED = "local", "hosted"


def _limit(default: int, note: str) -> Any:
    return field(default=default, metadata={"note": note})


@dataclass(frozen=True, slots=True)
class Limits:
    """What visitors of a hosted server may take up; 0 is no limit. The defaults are for 2 processors and 2.7 GB."""

    upload_mb: int = _limit(20, "Megabytes given at once, all files together. They are in memory until they are read.")
    articles: int = _limit(5_000, "Articles a collection of a visitor's. What is over it is listed with the problems.")
    build_seconds: int = _limit(300, "Seconds a build may take, by the clock; then it is ended.")
    build_memory_mb: int = _limit(900, "Megabytes of memory a build may have; it ends when it asks for more.")
    builds: int = _limit(2, "Builds at once. Others wait in a queue and are told their place in it.")
    collections: int = _limit(3, "Collections that one visitor may have at a time.")
    sessions: int = _limit(40, "Visitors at once. Others are asked to come back later.")
    private_mb: int = _limit(2_000, "Megabytes on disk for what all visitors gave; the longest unused goes first.")
    private_minutes: int = _limit(60, "Minutes without use after which a collection of a visitor's goes.")

    def __post_init__(self) -> None:
        for limit in fields(self):
            value = getattr(self, limit.name)
            if value < 0:
                raise SettingsError(f"limits.{limit.name} must be 0 (no limit) or more, not {value}")


UNLIMITED = Limits(**{limit.name: 0 for limit in fields(Limits)})


@dataclass(frozen=True, slots=True)
class Hosting:
    """How the dashboard is served: to its owner, or to strangers with `shared` collections and `limits`."""

    is_hosted: bool = False
    shared: Path | None = None
    limits: Limits = UNLIMITED


def hosting() -> Hosting:
    """How this server is set up: by its environment, else by the file `config/hosting.toml`.

    Raises:
        SettingsError: one of them states what cannot be.
    """
    return read_hosting(os.environ, Path(os.environ.get(f"{_VARIABLE}HOSTING") or _FILE))


def read_hosting(environment: Mapping[str, str], file: Path) -> Hosting:
    """What `file`, if it is there, and then `environment` state.

    Raises:
        SettingsError: the file cannot be read, or one of them names a setting or value that cannot be.
    """
    stated = _read(file)
    unknown = sorted(set(stated) - {"mode", "shared", "limits"})
    if unknown:
        raise SettingsError(f"{file}: there is no setting {unknown}; there are mode, shared and [limits]")
    mode = environment.get(f"{_VARIABLE}MODE") or stated.get("mode", _LOCAL)
    if mode not in (_LOCAL, _HOSTED):
        raise SettingsError(f"mode must be '{_LOCAL}' or '{_HOSTED}', not {mode!r}")
    if mode == _LOCAL:
        return Hosting()
    shared = environment.get(f"{_VARIABLE}SHARED") or stated.get("shared", "")
    if not isinstance(shared, str):
        raise SettingsError(f"shared must be a text, the path of a folder, not {shared!r}")
    limits = {**stated.get("limits", {}), **_limits_of(environment)}
    return Hosting(True, Path(shared).resolve() if shared else None, configured(Limits(), "limits", limits))


def variable(limit: str) -> str:
    """The variable of the environment that sets a limit."""
    return f"{_VARIABLE}{limit.upper()}"


def _read(file: Path) -> dict[str, Any]:
    try:
        stated = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: cannot be read: {error}") from error
    if not isinstance(stated.get("limits", {}), dict):
        raise SettingsError(f"{file}: limits must be a section, [limits]")
    return stated


def _limits_of(environment: Mapping[str, str]) -> dict[str, int]:
    texts = {limit.name: environment.get(variable(limit.name), "") for limit in fields(Limits)}
    return {name: _whole(name, text) for name, text in texts.items() if text}


def _whole(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise SettingsError(f"{variable(name)} must be a whole number, not {text!r}") from None
