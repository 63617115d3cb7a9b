"""Title, day and authors of HTML pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.scorers import Row, read, run, write
from secondsource.ingest import Given, read_bytes
from secondsource.lexicon.load import load
from secondsource.records import Document


def predict(gold: Path, pred: Path) -> None:
    """Write `{"id", "title", "date", "authors"}` for every `{"id", "url", "html"}` of `gold`."""
    write(pred, _rows(gold))


def _rows(gold: Path) -> Iterator[Row]:
    lexicon = load()
    for row in read(gold):
        raw = row["html"].encode("utf-8", "replace")
        found = next(read_bytes(raw, "page.html", lexicon=lexicon, given=Given(url=row["url"])))
        if not isinstance(found, Document):
            yield {"id": row["id"], "title": None, "date": None, "authors": []}
            continue
        yield {
            "id": row["id"],
            "title": found.title,
            "date": found.published.value if found.published else None,
            "authors": found.byline.split(", ") if found.byline else [],
        }


def score(gold: Path, pred: Path) -> Row:
    """Return exact titles, right days and shared authors."""
    return run("extraction/score_extraction.py", "meta", gold, pred)
