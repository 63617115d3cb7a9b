"""Articles of many events in, the number of each one's story out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.scorers import Row, read, run
from secondsource.analyse.meaning import vectors
from secondsource.group import copies, opening, packed, stories
from secondsource.lexicon.load import load
from secondsource.records import Document, Meaning, Section, Span, Stamp


def predict(gold: Path, pred: Path) -> None:
    """Write one object, article id to story id; reads id, title, text, date and outlet of each article."""
    documents = list(articles(gold))
    found = stories(documents, copies(documents, load()), meanings(documents))
    pred.write_text(json.dumps({doc_id: story.id for story in found for doc_id in story.doc_ids}), "utf-8")


def meanings(documents: Sequence[Document]) -> list[Meaning]:
    """Return the sentence vector of each document's opening."""
    found = vectors([opening(document) for document in documents])
    return [packed(document.id, vector) for document, vector in zip(documents, found, strict=True)]


def score(gold: Path, pred: Path) -> Row:
    """Return what the scorer says of the clusters."""
    return run("stories/score_clusters.py", gold, pred)


def articles(path: Path) -> Iterator[Document]:
    """Yield the articles of a file as documents: the text, and after it the title."""
    for row in read(path):
        body, title = row["text"], row.get("title") or ""
        text = f"{body}\n\n{title}" if title else body
        spans = [
            (Span(row["id"], 0, len(body)), "body"),
            (Span(row["id"], len(text) - len(title), len(text)), "headline"),
        ]
        yield Document(
            id=row["id"],
            text=text,
            sections=tuple(Section(span, kind, "given") for span, kind in spans if len(span)),  # type: ignore[arg-type]
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=row["id"],
            format="jsonl",
            language="en",
            outlet=row.get("source"),
            url=row.get("url"),
            title=title or None,
            published=Stamp(row["date"], "given") if row.get("date") else None,
        )
