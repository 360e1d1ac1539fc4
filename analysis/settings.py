"""Settings: what a build can be told, each a field of the thing that it sets."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from analysis.cleaning import RULES
from analysis.errors import SettingsError
from analysis.sources import Columns, KnownTable, Sources
from analysis.steps.keywords import Keywords
from analysis.steps.sentiment import Sentiment
from analysis.steps.topics import Topics

T = TypeVar("T")

# What the parts of a list are that are no texts.
_PARTS = {"sources.tables": KnownTable}

# What a value may be, by the type of the default.
_KINDS = {int: "a whole number", str: "a text", tuple: "a list of texts", Columns: "a section of its own"}


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Which rules of cleaning are off, by their names in the list of removed lines."""

    off: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = sorted(set(self.off) - set(RULES))
        if unknown:
            raise SettingsError(f"cleaning.off names no rule: {unknown}; the rules are {list(RULES)}")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a build; each field is a section of the settings file."""

    sources: Sources = field(default_factory=Sources)
    cleaning: Cleaning = field(default_factory=Cleaning)
    sentiment: Sentiment = field(default_factory=Sentiment)
    keywords: Keywords = field(default_factory=Keywords)
    topics: Topics = field(default_factory=Topics)

    def as_dict(self) -> dict[str, Any]:
        """The settings as the manifest states them."""
        return asdict(self)


def read_settings(path: Path) -> Settings:
    """The settings of a TOML file; what it leaves out keeps its default.

    Raises:
        SettingsError: the file cannot be read, or names a section, setting or value that cannot be.
    """
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    return settings_of(sections, str(path))


def read_stated(text: str) -> Settings:
    """The settings that a manifest states, from their JSON.

    Raises:
        SettingsError: `text` is no JSON object, or states what cannot be.
    """
    try:
        sections = json.loads(text)
    except ValueError as error:
        raise SettingsError(f"settings: not JSON: {error}") from error
    if not isinstance(sections, dict):
        raise SettingsError("settings: not an object of sections")
    return settings_of(sections)


def settings_of(sections: Mapping[str, Any], place: str = "settings") -> Settings:
    """The settings that `sections` state, as `Settings.as_dict` gives them; what they leave out keeps its default.

    Raises:
        SettingsError: a section, setting or value cannot be; the message begins with `place`.
    """
    settings = Settings()
    known = [section.name for section in fields(settings)]
    for name, values in sections.items():
        if name not in known or not isinstance(values, Mapping):
            raise SettingsError(f"{place}: there is no section '{name}'; there are {known}")
        settings = replace(settings, **{name: configured(getattr(settings, name), name, values)})
    return settings


def configured(thing: T, name: str, values: Mapping[str, Any]) -> T:
    """`thing`, a frozen dataclass, with these `values` for its fields.

    Raises:
        SettingsError: a field is unknown, or a value is of another type or out of range.
    """
    has = {setting.name: getattr(thing, setting.name) for setting in fields(thing)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - set(has))
    if unknown:
        raise SettingsError(f"'{name}' has no setting {unknown}; it has {sorted(has)}")
    if isinstance(thing, Columns):
        values = {key: [value] if isinstance(value, str) else value for key, value in values.items()}
    fitted = {key: _fitted(value, has[key], f"{name}.{key}") for key, value in values.items()}
    for key, value in fitted.items():
        if not _fits(value, has[key], _PARTS.get(f"{name}.{key}", str)):
            raise SettingsError(f"{name}.{key} must be {_kind(has[key], f'{name}.{key}')}, not {values[key]!r}")
    return replace(thing, **fitted)  # type: ignore[type-var]


def _kind(default: object, name: str) -> str:
    return "a list of sections" if name in _PARTS else _KINDS[type(default)]


def _fitted(value: object, default: object, name: str) -> object:
    if isinstance(value, Mapping) and is_dataclass(default):
        return configured(default, name, value)
    if isinstance(value, list | tuple):
        part = _PARTS.get(name)
        return tuple(configured(part(), name, one) if part and isinstance(one, Mapping) else one for one in value)
    return value


def _fits(value: object, default: object, part: type) -> bool:
    if isinstance(value, tuple) and not all(isinstance(one, part) for one in value):
        return False
    return type(value) is type(default)
