"""Keeps, beside a store, what servers said of the pages that were fetched, so that unchanged ones come only once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from secondsource.ingest.fetch import Mark


def visits_file(store: str) -> Path:
    """Return the file of the visits that belongs to a store: `affair.db` has `affair.db.visits.json`."""
    return Path(f"{store}.visits.json")


def read_visits(path: Path) -> dict[str, Mark]:
    """Return the marks by address; a file that is missing or damaged only means that all is fetched anew."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        return {str(url): Mark(row.get("etag"), row.get("modified")) for url, row in rows.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def write_visits(path: Path, marks: Mapping[str, Mark]) -> None:
    """Write the marks of servers that gave any, in place of those that stand there."""
    rows = {
        url: {"etag": mark.etag, "modified": mark.modified}
        for url, mark in sorted(marks.items())
        if mark.etag or mark.modified
    }
    new = path.with_name(path.name + ".new")
    new.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    new.replace(path)
