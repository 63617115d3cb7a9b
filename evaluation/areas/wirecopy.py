"""Copies of wire texts at four levels of editing: the documents in, the pairs that share a text out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from evaluation.scorers import Row, read, run, write
from secondsource.group import copies
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span, Stamp


def predict(gold: Path, pred: Path) -> None:
    """Write the pairs found among the documents that `gold` holds (`….docs.jsonl`), or that lie beside it."""
    documents = list(_documents(_beside(gold)))
    write(pred, ({"a": edge.of_id, "b": edge.doc_id} for edge in copies(documents, load())))


def score(gold: Path, pred: Path) -> Row:
    """Return what the scorer says of the pairs; `gold` is the file of pairs, or the documents beside it."""
    pairs = gold.with_name(gold.name.split(".docs.")[0] + ".pairs.jsonl") if ".docs." in gold.name else gold
    return run("wirecopy/score_wirecopy.py", pairs, pred)


def _beside(gold: Path) -> Path:
    if ".pairs." not in gold.name:
        return gold
    stem = gold.name.split(".pairs.")[0]
    return next(path for path in (gold.with_name(f"{stem}.docs.jsonl{end}") for end in (".gz", "")) if path.exists())


def _documents(path: Path) -> Iterator[Document]:
    for row in read(path):
        text = row["text"]
        yield Document(
            id=row["id"],
            text=text,
            sections=(Section(Span(row["id"], 0, len(text)), "body", "given"),),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=row["id"],
            format="jsonl",
            language="en",
            published=Stamp(row["date"], "given") if row.get("date") else None,
        )
