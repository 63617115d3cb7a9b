from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.gate import BASELINE, Result

DOCS = Path(__file__).parents[2] / "docs" / "evaluation.md"


def test_the_docs_print_the_pinned_floors() -> None:
    assert gate.table() in DOCS.read_text("utf-8"), "run `python -m evaluation table` and paste it"


def test_every_floor_has_its_command_its_digest_and_its_day() -> None:
    for entry in json.loads(BASELINE.read_text("utf-8")):
        assert entry["command"].startswith("python -m evaluation predict ")
        assert len(entry["sha256"]) == 64
        assert entry["date"]
        assert entry["floors"]


@pytest.mark.parametrize(
    ("metric", "floor", "figure", "held"),
    [
        ("f1", 0.9, 0.9, True),
        ("f1", 0.9, 0.8996, True),
        ("f1", 0.9, 0.899, False),
        ("claims.false_corroboration", 0.05, 0.04, True),
        ("claims.false_corroboration", 0.05, 0.06, False),
    ],
)
def test_a_figure_may_not_fall_and_an_error_may_not_rise(
    metric: str, floor: float, figure: float, *, held: bool
) -> None:
    assert Result("area", "gold", metric, floor, figure).held is held


def test_the_gate_says_so_where_there_is_no_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_DATA", str(tmp_path / "nowhere"))

    def unused(*_arguments: object, **_named: object) -> dict[str, object]:
        raise AssertionError

    assert gate.run(unused, unused, only=frozenset(), update=False) == 0
    assert "gate skipped" in capsys.readouterr().out
