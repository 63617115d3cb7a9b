"""The areas `dates` and `quantities` write what their scorer reads, from inputs alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import scorers
from evaluation.areas import dates, quantities


def predicted(tmp_path: Path, area: object, text: str) -> scorers.Row:
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    scorers.write(gold, [{"id": "x", "text": text, "reference_date": "2024-02-13"}])
    area.predict(gold, pred)  # type: ignore[attr-defined]
    (row,) = scorers.read(pred)
    return row


def test_dates_are_read_against_the_reference_date(tmp_path: Path) -> None:
    row = predicted(tmp_path, dates, "It sank on Sunday.")
    assert row == {"id": "x", "dates": [{"start": 11, "end": 17, "value": "2024-02-11"}]}


def test_weekdays_that_stand_alone_are_counted_by_their_day(tmp_path: Path) -> None:
    text = "It sank on Sunday. It rose on Monday night. It left next Friday."
    expected = [
        {"start": 11, "end": 17, "timex_value": "2024-02-11"},
        {"start": 30, "end": 42, "timex_value": "2024-02-05TNI"},
        {"start": 52, "end": 63, "timex_value": "2024-02-16"},
    ]
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    scorers.write(gold, [{"id": "x", "text": text, "reference_date": "2024-02-13", "expected": expected}])
    dates.predict(gold, pred)
    assert list(dates._weekdays(next(iter(scorers.read(gold))), next(iter(scorers.read(pred)))["dates"])) == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("At least 34 bodies were found.", 34, ">", "body"),
        ("Hundreds of miles.", [100, 1000], "=", "mile"),
        ("It rose from 310 to 345.", [310, 345], "=", ""),
        ("Oil cost $61.5 per barrel.", 61.5, "=", "dollar per barrel"),
        ("A third of the fleet sank.", 1 / 3, "=", "% fleet"),
        ("It drove at 90 km/h.", 90, "=", "kilometre per hour"),
    ],
)
def test_quantities_follow_the_coding_of_the_suite(
    tmp_path: Path, text: str, value: object, *, bound: str, unit: str
) -> None:
    (quantity,) = predicted(tmp_path, quantities, text)["quantities"]
    assert (quantity["value"], quantity["bound"], quantity["unit"]) == (value, bound, unit)


def test_ranks_and_times_are_no_quantities_of_the_suite(tmp_path: Path) -> None:
    assert predicted(tmp_path, quantities, "The second-largest firm was fined twice.")["quantities"] == []
