"""The values of one claim as files: CSV, JSON and a Vega-Lite chart."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

import msgspec

from secondsource.page.figure_series import SeriesRow, vega_lite

Made = Callable[[Sequence[SeriesRow]], bytes]


def as_csv(rows: Sequence[SeriesRow]) -> bytes:
    """Return the rows as CSV in UTF-8, the names of the fields first; an open side is an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(SeriesRow)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(msgspec.to_builtins(row) for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def as_vega_lite(rows: Sequence[SeriesRow]) -> bytes:
    """Return the Vega-Lite specification of the rows."""
    return msgspec.json.encode(vega_lite(rows))


FORMS: Mapping[str, tuple[str, Made]] = {
    "csv": ("text/csv", as_csv),
    "series.json": ("application/json", msgspec.json.encode),
    "vl.json": ("application/json", as_vega_lite),
}
"""Ending of the file, its media type, and what makes it."""
