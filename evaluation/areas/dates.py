"""Dates: time expressions on TimeBank, AQUAINT and WikiWars, in the format of `timequant/README.md`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from evaluation import scorers
from secondsource.text.dates import times


def predict(gold: Path, pred: Path) -> None:
    """Read texts and reference dates of `gold` and write the expressions found to `pred`."""
    scorers.write(pred, (_predicted(row) for row in scorers.read(gold)))


def score(gold: Path, pred: Path) -> scorers.Row:
    """Return strict, relaxed and value precision, recall and F1."""
    return scorers.run("timequant/score_spans.py", "dates", gold.resolve(), pred.resolve())


def _predicted(row: scorers.Row) -> scorers.Row:
    day = row.get("reference_date")
    anchor = dt.date.fromisoformat(day[:10]) if day else None
    found = times(row["text"], anchor=anchor)
    return {
        "id": row["id"],
        "dates": [{"start": match.start, "end": match.end, "value": match.value} for match in found],
    }
