"""What `check` looks for: from its options, or from a file of rules in TOML."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, cast, get_args

import click

from secondsource.cli.filters import day, narrowing, story_option
from secondsource.errors import UsageError
from secondsource.pipeline.checking import USUAL, Condition, Rule
from secondsource.pipeline.rows import Filter
from secondsource.records import Status

Command = TypeVar("Command", bound=Callable[..., object])

_WORDS = ("source", "speaker", "about")
_DAYS = ("since", "until")
_KEYS = frozenset({"name", "fail-on", "story", "status", "min-origins", *_WORDS, *_DAYS})


def ruled(command: Command) -> Command:
    """Add the options that say what to look for, handed over as `rules`."""

    @click.option(
        "--fail-on", "on", default="", metavar="WHAT,…", help=f"What is a hit: {', '.join(get_args(Condition))}."
    )
    @story_option
    @narrowing("source", "speaker", "about", "since", "until", "status", "min_origins")
    @click.option(
        "--rules", "file", type=click.Path(path_type=Path, exists=True), metavar="FILE", help="Rules in TOML."
    )
    @functools.wraps(command)
    def with_rules(
        *given: object, on: str, story: str | None, wanted: Filter, file: Path | None, **rest: object
    ) -> object:
        one = Rule("asked", conditions(on), wanted, story)
        return command(*given, rules=read_rules(file) if file else (one,), **rest)

    return cast("Command", with_rules)


def conditions(names: str) -> tuple[Condition, ...]:
    """Return the conditions of `disputed,superseded`.

    Raises:
        UsageError: one of them is none.
    """
    found = tuple(name.strip().replace("-", "_") for name in names.split(",") if name.strip())
    for name in found:
        if name not in get_args(Condition):
            message = f"'{name}' is nothing to look for; there are {', '.join(get_args(Condition))}"
            raise UsageError(message)
    return cast("tuple[Condition, ...]", found) or USUAL


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file, each a `[[rule]]` (docs/cli.md).

    Raises:
        UsageError: the file is no TOML, holds no rule, or a rule asks for what is not there.
    """
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("rule", [])
        found = tuple(_rules(rows))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, UsageError) as error:
        message = f"{path}: {error}"
        raise UsageError(message) from error
    if not found:
        message = f"{path}: it holds no [[rule]]"
        raise UsageError(message)
    return found


def _rules(rows: object) -> Iterator[Rule]:
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        if not isinstance(row, dict) or not _KEYS.issuperset(row):
            message = f"rule {number}: its fields are {', '.join(sorted(_KEYS))}"
            raise UsageError(message)
        yield _rule(row, number)


def _rule(row: Mapping[str, object], number: int) -> Rule:
    on = row.get("fail-on", ())
    words = {name: str(row.get(name, "")) for name in _WORDS}
    days = {name: day(str(row[name])) for name in _DAYS if name in row}
    wanted = Filter(
        source=words["source"],
        speaker=words["speaker"],
        about=words["about"],
        since=days.get("since"),
        until=days.get("until"),
        status=_status(row),
        min_origins=_number(row),
    )
    return Rule(
        name=str(row.get("name", f"rule {number}")),
        on=conditions(",".join(map(str, on)) if isinstance(on, list) else str(on or "")),
        wanted=wanted,
        story=str(row["story"]) if "story" in row else None,
    )


def _status(row: Mapping[str, object]) -> Status | None:
    asked = row.get("status")
    if asked is not None and asked not in get_args(Status):
        message = f"'{asked}' is no status; there are {', '.join(get_args(Status))}"
        raise UsageError(message)
    return cast("Status | None", asked)


def _number(row: Mapping[str, object]) -> int:
    asked = row.get("min-origins", 0)
    if not isinstance(asked, int):
        message = f"min-origins is a whole number, not '{asked}'"
        raise UsageError(message)
    return asked
