"""Tables: one file for each class of record, as CSV or Parquet, with the fields of the JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from secondsource.errors import UsageError
from secondsource.export.jsonl import Line, Value

if TYPE_CHECKING:
    import pyarrow as pa

Tables = Mapping[str, tuple[Line, ...]]


def tables(lines: Iterable[Line]) -> dict[str, tuple[Line, ...]]:
    """Return the lines by their type, without it; types come in the order in which they first appear."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        rest = {name: value for name, value in line.items() if name != "type"}
        found.setdefault(str(line["type"]), []).append(rest)
    return {name: tuple(rows) for name, rows in found.items()}


def csv_files(lines: Iterable[Line]) -> dict[str, bytes]:
    """Return a CSV file for each type; lists and objects are written as JSON, an open side or unknown is empty."""
    return {f"{name}.csv": _csv(rows) for name, rows in tables(lines).items()}


def _csv(rows: tuple[Line, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Value) -> str | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def parquet_files(lines: Iterable[Line]) -> dict[str, bytes]:
    """Return a Parquet file for each type; lists of names stay lists, other nested values are JSON.

    Raises:
        UsageError: pyarrow is not installed.
    """
    return {f"{name}.parquet": _parquet(rows) for name, rows in tables(lines).items()}


def _parquet(rows: tuple[Line, ...]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as missing:
        message = "Parquet needs pyarrow: pip install 'secondsource[parquet]'"
        raise UsageError(message) from missing
    table = pa.table({name: _column([row[name] for row in rows]) for name in rows[0]})
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def _column(values: list[Value]) -> pa.Array[Any]:
    """Return a column: names as a list of strings, what is nested otherwise as JSON, nothing but nulls as strings."""
    import pyarrow as pa  # noqa: PLC0415

    lists = [value for value in values if isinstance(value, list | dict)]
    if all(isinstance(value, list) and all(isinstance(one, str) for one in value) for value in lists) and lists:
        return pa.array(values, pa.list_(pa.string()))
    if lists:
        return pa.array([None if value is None else json.dumps(value, ensure_ascii=False) for value in values])
    if any(isinstance(value, float) for value in values):
        return pa.array([None if value is None else float(str(value)) for value in values], pa.float64())
    return pa.array(values, pa.string() if all(value is None for value in values) else None)
