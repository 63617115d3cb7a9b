"""Whole runs on real stories with hand-labelled claims: the texts of a ledger file in, the JSON lines export out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from evaluation.scorers import Row, read, run, write
from secondsource.pipeline import Desk


def predict(gold: Path, pred: Path) -> None:
    """Write the export of one run over the texts of all stories, ids kept; a story's documents are not told apart."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Desk.open(":memory:") as desk,
        pred.open("w", encoding="utf-8") as out,
    ):
        inputs = Path(folder) / "texts.jsonl"
        write(inputs, _texts(gold))
        desk.add([inputs])
        desk.export_jsonl(out)


def _texts(gold: Path) -> list[Row]:
    return [
        {"id": key, "outlet": text["site"], "published": text["date"], "url": text["url"], "title": text["title"],
         "text": text["text"]}
        for story in read(gold) for key, text in story["texts"].items()
    ]  # fmt: skip


def score(gold: Path, pred: Path) -> Row:
    """Return what `score_story.py` says of the export."""
    return run("ledger/score_story.py", "ledger", gold, pred)
