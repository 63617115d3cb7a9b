"""Article text out of pasted pages: all visible text in, the body out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.scorers import Row, read, run, write
from secondsource.ingest import read_bytes
from secondsource.lexicon.load import load
from secondsource.records import Document


def predict(gold: Path, pred: Path) -> None:
    """Write `{"id", "body"}` for every `{"id", "text"}` of `gold`; a dateline is part of the printed body."""
    write(pred, _rows(gold))


def _rows(gold: Path) -> Iterator[Row]:
    lexicon = load()
    for row in read(gold):
        found = next(read_bytes(row["text"].encode(), "-", lexicon=lexicon))
        yield {"id": row["id"], "body": body(found) if isinstance(found, Document) else ""}


def body(document: Document) -> str:
    """Return the article as printed: dateline and body, a line each."""
    return "\n".join(document.slice(span) for span in document.spans("dateline", "body"))


def score(gold: Path, pred: Path) -> Row:
    """Return precision, recall and F1 over four-word shingles."""
    return run("extraction/score_extraction.py", "body", gold, pred)
