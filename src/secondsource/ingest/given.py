"""What the user or a feed says about an input, and the metadata file that says it for a whole folder."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from secondsource.errors import UsageError

FIELDS = ("outlet", "published", "updated", "url", "title", "byline", "agency", "external_id", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata of one input that comes from outside its text; it wins over what the page says of itself.

    Attributes:
        published: ISO 8601, a day, or a time with its offset; so are `updated` and `retrieved`.
        language: ISO 639-1 code.
        based_on: addresses or names of works that the input says it rests on.
        retrieved: when the input was fetched or added; no date that a page states of itself is believed beyond it.
        columns: for tables, pairs of a field and the column that holds it (`("title", "headline")`).
        notes: what was repaired before the text was read.
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    agency: str | None = None
    external_id: str | None = None
    language: str | None = None
    updated: str | None = None
    based_on: tuple[str, ...] = ()
    retrieved: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


NOTHING = Given()


def read_given(path: Path) -> dict[str, Given]:
    """Read a metadata file: JSON lines such as `{"file": "01.txt", "outlet": "…", "published": "2024-02-11"}`.

    The key is `file` or `path`; other fields than those of `Given` are passed over.

    Raises:
        UsageError: the file cannot be read, or a line is no such object; names the line and what is wrong with it.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot read the metadata file ({error}); give a UTF-8 file of JSON lines"
        raise UsageError(message) from error
    return parsed_given(lines, str(path))


def parsed_given(lines: Iterable[str], where: str) -> dict[str, Given]:
    """Return what the lines of a metadata file say, by file name; `where` names the file.

    Raises:
        UsageError: a line is no object that says something of a file; names the line and what is wrong with it.
    """
    found: dict[str, Given] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            name, given = _line(line, f"{where}:{number}")
            found[name] = given
    return found


def _line(line: str, where: str) -> tuple[str, Given]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        message = f"{where}: not a JSON object ({error}); each line is one object"
        raise UsageError(message) from error
    name = (row.get("file") or row.get("path")) if isinstance(row, dict) else None
    if not isinstance(name, str):
        message = f'{where}: no file name; each object needs `file` (or `path`), as in {{"file": "01.txt"}}'
        raise UsageError(message)
    fields: dict[str, str] = {}
    for field in FIELDS:
        value = row.get(field)
        if value is not None and not isinstance(value, str):
            message = f"{where}: `{field}` is {type(value).__name__}; give text"
            raise UsageError(message)
        if value:
            fields[field] = value
    for field in ("published", "updated"):
        if field in fields:
            _check_day(field, fields[field], where)
    return name, Given(**fields)  # type: ignore[arg-type]


def _check_day(field: str, value: str, where: str) -> None:
    try:
        dt.datetime.fromisoformat(value)
    except ValueError as error:
        message = f"{where}: `{field}` is '{value}'; give an ISO date such as 2024-02-11 or 2024-02-11T06:10+01:00"
        raise UsageError(message) from error
