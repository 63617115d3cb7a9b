"""Reads tables of articles: CSV and TSV, and Parquet where the extra is installed; a bad row rejects only itself."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from secondsource.ingest.columns import mapping
from secondsource.ingest.decode import LONGEST, Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.fields import read_record
from secondsource.ingest.given import Given
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

BATCH = 64
"""Rows of a Parquet file that are in memory at once."""
_MOMENTS = frozenset({"published", "updated", "retrieved"})
_NO_PARQUET = "a Parquet file; reading it needs an extra: pip install 'secondsource[parquet]'"


def read_csv(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each row below the header; its number follows the path after `!`."""
    rows = _rows(text)
    if isinstance(rows, Refusal):
        yield reject(origin.path, rows.reason, origin.sha256)
        return
    (header, *body), note = rows
    given = replace(given, notes=(*given.notes, *note))
    columns = mapping(header, given.columns)
    if isinstance(columns, Refusal) or not body:
        reason = columns.reason if isinstance(columns, Refusal) else "a table without rows"
        yield reject(origin.path, reason, origin.sha256)
        return
    for number, cells in enumerate(body, start=1):
        if len(cells) > len(header):
            reason = f"{len(cells)} cells, but the header has {len(header)} columns (a quotation mark missing?)"
            yield reject(f"{origin.path}!{number}", reason, origin.sha256)
        elif any(cells):
            row = dict(zip(header, cells, strict=False))
            yield _read(row, columns, replace(origin, path=f"{origin.path}!{number}"), lexicon=lexicon, given=given)


def _rows(text: str) -> tuple[list[list[str]], tuple[str, ...]] | Refusal:
    """Return the rows of a table, the header first, and a note where its quotation marks do not match."""
    before = csv.field_size_limit(LONGEST * 2)
    note: tuple[str, ...] = ()
    try:
        try:
            rows = _parsed(text, strict=True)
        except csv.Error as error:
            note = (f"the table's quotation marks do not match ({error}); rows may have run into one another",)
            rows = _parsed(text, strict=False)
    except csv.Error as error:
        return Refusal(f"not readable as a table: {error}")
    finally:
        csv.field_size_limit(before)
    return (rows, note) if rows else Refusal("a table without rows")


def _parsed(text: str, *, strict: bool) -> list[list[str]]:
    lines = io.StringIO(text.lstrip("\ufeff"), newline="")
    return [row for row in csv.reader(lines, delimiter=_delimiter(text), strict=strict) if row]


def _delimiter(text: str) -> str:
    header = text.lstrip("\ufeff \r\n").split("\n", 1)[0]
    return max(",\t;|", key=header.count)


def read_parquet(file: BinaryIO, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each row of a Parquet file; a reject where the extra is not installed."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra that most installations lack
    except ImportError:
        yield reject(origin.path, _NO_PARQUET, origin.sha256)
        return
    done = 0
    try:
        table = parquet.ParquetFile(file)
        columns = mapping(table.schema_arrow.names, given.columns)
        if isinstance(columns, Refusal):
            yield reject(origin.path, columns.reason, origin.sha256)
            return
        for batch in table.iter_batches(batch_size=BATCH, columns=list(dict.fromkeys(columns.values()))):
            for row in batch.to_pylist():
                done += 1
                place = replace(origin, path=f"{origin.path}!{done}")
                yield _read(row, columns, place, lexicon=lexicon, given=given)
    except (ArrowException, OSError, ValueError) as error:
        yield reject(origin.path, f"broken Parquet file: {error}; {done} rows were read", origin.sha256)
        return
    if not done:
        yield reject(origin.path, "a table without rows", origin.sha256)


def _read(
    row: Mapping[str, object], columns: Mapping[str, str], place: Origin, *, lexicon: Lexicon, given: Given
) -> Document | Reject:
    record = {field: _cell(field, row.get(column)) for field, column in columns.items()}
    found = read_record(record, place, lexicon=lexicon, given=given)
    return reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found


def _cell(field: str, value: object) -> object:
    """Return a cell as a record has it: a text as it is, other cells without blanks around them, no NaN."""
    if isinstance(value, float):
        value = None if math.isnan(value) else int(value) if value.is_integer() else str(value)
    if field in _MOMENTS and not isinstance(value, str | dt.date):
        return None
    return value.strip() if isinstance(value, str) and field not in {"text", "html"} else value
