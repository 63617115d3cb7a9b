"""Dates: time expressions on TimeBank, AQUAINT and WikiWars, in the format of `timequant/README.md`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from evaluation import scorers
from secondsource.text.dates import times


def predict(gold: Path, pred: Path) -> None:
    """Read texts and reference dates of `gold` and write the expressions found to `pred`."""
    scorers.write(pred, (_predicted(row) for row in scorers.read(gold)))


def score(gold: Path, pred: Path) -> scorers.Row:
    """Return strict, relaxed and value precision, recall and F1, and how many bare weekdays have the right day."""
    found = {row["id"]: row["dates"] for row in scorers.read(pred)}
    right = [day for row in scorers.read(gold) for day in _weekdays(row, found.get(row["id"], []))]
    row = scorers.run("timequant/score_spans.py", "dates", gold.resolve(), pred.resolve())
    return {**row, "weekdays": {"gold": len(right), "right": sum(right) / len(right) if right else 1.0}}


_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?(?: (?:morning|afternoon|evening|night))?", re.IGNORECASE
)


def _weekdays(row: scorers.Row, found: list[scorers.Row]) -> Iterator[bool]:
    """Yield for each weekday that stands alone, and whose day the gold knows, whether it was given that day."""
    for gold in row["expected"]:
        day = (gold["timex_value"] or "")[:10]
        if not _WEEKDAY.fullmatch(row["text"][gold["start"] : gold["end"]].strip()) or not day[-2:].isdecimal():
            continue
        over = (one for one in found if one["start"] < gold["end"] and gold["start"] < one["end"])
        yield next((one["value"][:10] == day for one in over), False)


def _predicted(row: scorers.Row) -> scorers.Row:
    day = row.get("reference_date")
    anchor = dt.date.fromisoformat(day[:10]) if day else None
    found = times(row["text"], anchor=anchor)
    return {
        "id": row["id"],
        "dates": [{"start": match.start, "end": match.end, "value": match.value} for match in found],
    }
