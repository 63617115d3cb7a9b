"""Whole runs on the invented stories: one folder of pasted pages in, the JSON lines export out."""

from __future__ import annotations

from pathlib import Path

from evaluation.scorers import Row, run
from secondsource.ingest import read_given
from secondsource.pipeline import Desk


def predict(gold: Path, pred: Path, *, meta: bool = False) -> None:
    """Write the export of a run over the `.txt` files of story folder `gold` (with its `meta.jsonl` if asked)."""
    given = read_given(gold / "meta.jsonl") if meta else {}
    with Desk.open(":memory:") as desk, pred.open("w", encoding="utf-8") as out:
        desk.add(sorted(gold.glob("*.txt")), given=given)
        desk.export_jsonl(out)


def score(gold: Path, pred: Path) -> Row:
    """Return what `score_story.py` says of the export."""
    return run("fiction/score_story.py", "fiction", gold, pred)
