"""Article text out of HTML pages: the page's source in, the body out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.areas.pasted import body, score
from evaluation.scorers import Row, read, write
from secondsource.ingest import Given, read_bytes
from secondsource.lexicon.load import load
from secondsource.records import Document

__all__ = ["predict", "score"]


def predict(gold: Path, pred: Path) -> None:
    """Write `{"id", "body"}` for every `{"id", "url", "html"}` of `gold`."""
    write(pred, _rows(gold))


def _rows(gold: Path) -> Iterator[Row]:
    lexicon = load()
    for row in read(gold):
        raw = row["html"].encode("utf-8", "replace")
        found = next(read_bytes(raw, "page.html", lexicon=lexicon, given=Given(url=row["url"])))
        yield {"id": row["id"], "body": body(found) if isinstance(found, Document) else ""}
