"""The newsroom's own files beside the store: its source list (tab-separated) and its settings (TOML).

Both are made to be edited by hand; a line that cannot be read is named, and nothing is counted meanwhile.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TypeVar

import msgspec

from secondsource.errors import StoreError, UsageError
from secondsource.records import Listed, Policy

Kept = TypeVar("Kept")

SOURCES, SETTINGS = ".sources.tsv", ".settings.toml"
"""Follow the whole name of the store's file."""

COLUMNS = tuple(field.name for field in fields(Listed))


class House:
    """The files beside one store; without a path they are kept in memory."""

    def __init__(self, store: Path | None = None) -> None:
        """Name the store; a file is made when something is written."""
        self._store = store
        self._listed: tuple[Listed, ...] = ()
        self._policy = Policy()

    def listed(self) -> tuple[Listed, ...]:
        """Return the source list.

        Raises:
            StoreError: a line cannot be read.
        """
        text = self._text(SOURCES)
        return self._listed if text is None else self._read(SOURCES, lambda: tuple(parsed(text.splitlines())))

    def policy(self) -> Policy:
        """Return the settings, the defaults where nothing is set.

        Raises:
            StoreError: the file is no TOML, or names no setting of this version.
        """
        text = self._text(SETTINGS)
        return self._policy if text is None else self._read(SETTINGS, lambda: policy(text))

    def keep(self, *, listed: Iterable[Listed] | None = None, policy: Policy | None = None) -> None:
        """Write the list or the settings in place of what is there.

        Raises:
            StoreError: the file cannot be written.
        """
        if listed is not None:
            self._listed = tuple(listed)
            self._write(SOURCES, "".join(lines(self._listed)))
        if policy is not None:
            self._policy = policy
            self._write(SETTINGS, settings(policy))

    def _text(self, suffix: str) -> str | None:
        if self._store is None:
            return None
        path = Path(f"{self._store}{suffix}")
        try:
            return path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            message = f"{path}: {error}"
            raise StoreError(message) from error

    def _read(self, suffix: str, reading: Callable[[], Kept]) -> Kept:
        try:
            return reading()
        except UsageError as error:
            message = f"{self._store}{suffix}: {error}"
            raise StoreError(message) from error

    def _write(self, suffix: str, text: str) -> None:
        if self._store is None:
            return
        path = Path(f"{self._store}{suffix}")
        made = path.with_name(path.name + ".new")
        try:
            made.write_text(text, encoding="utf-8")
            made.replace(path)
        except OSError as error:
            message = f"{path}: {error.strerror}"
            raise StoreError(message) from error


def open_house(store: Path | str) -> House:
    """Return the files beside the store at `store`; `:memory:` keeps nothing."""
    return House(None if str(store) == ":memory:" else Path(store))


def lines(listed: Iterable[Listed]) -> Iterator[str]:
    """Yield the lines of a source list, the header first."""
    yield "\t".join(COLUMNS) + "\n"
    for one in listed:
        yield "\t".join(" ".join(str(cell).split()) for cell in asdict(one).values()) + "\n"


def parsed(rows: Iterable[str]) -> Iterator[Listed]:
    """Yield the lines of a tab-separated source list; blank lines and `#` comments are passed over.

    The header names the columns, in any order; `outlet` must be among them, and unknown ones are passed over.

    Raises:
        UsageError: there is no such header, or a cell holds what its column cannot.
    """
    header: list[str] = []
    for number, row in enumerate(rows, start=1):
        if not row.strip() or row.startswith("#"):
            continue
        cells = [cell.strip() for cell in row.rstrip("\n").split("\t")]
        if not header:
            header = [cell.lower() for cell in cells]
            if "outlet" not in header:
                message = f"line {number}: the header names no column 'outlet' (columns are {', '.join(COLUMNS)})"
                raise UsageError(message)
            continue
        yield _listed(number, {name: cell for name, cell in zip(header, cells, strict=False) if cell})


def _listed(number: int, cells: Mapping[str, str]) -> Listed:
    known = {name: cell for name, cell in cells.items() if name in COLUMNS}
    for name in ("role", "reliability"):
        if name in known:
            known[name] = known[name].lower() if name == "role" else known[name].upper()
    try:
        return msgspec.convert(known, Listed)
    except msgspec.ValidationError as error:
        message = f"line {number}: {error}"
        raise UsageError(message) from error


def policy(text: str) -> Policy:
    """Return the settings of a TOML text.

    Raises:
        UsageError: it is no TOML, or names no setting, or not what a setting can be.
    """
    try:
        found = tomllib.loads(text)
        unknown = sorted(set(found) - {field.name for field in fields(Policy)})
        if unknown:
            message = f"there is no setting '{unknown[0]}'"
            raise UsageError(message)
        return msgspec.convert(found, Policy)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"these are no settings ({error})"
        raise UsageError(message) from error


def settings(policy: Policy) -> str:
    """Return settings as TOML."""
    groups = json.dumps([list(group) for group in policy.one_party], ensure_ascii=False)
    return f'own_voice = "{policy.own_voice}"\none_party = {groups}\n'
