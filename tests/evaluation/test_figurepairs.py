"""The labelled pairs of figures: ids and offsets only, split by a fixed rule, and floors for what is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

import evaluation
from evaluation.areas import figurepairs
from evaluation.scorers import data_root, read

FOLDER = Path(evaluation.__file__).parent / "figurepairs"


def test_a_pair_holds_no_words_of_any_article() -> None:
    for name in ("pairs.jsonl", "more.jsonl"):
        for pair in read(FOLDER / name):
            assert pair.keys() == {"id", "a", "b", "label"}
            assert all(pair[side].keys() == {"doc", "start", "end"} for side in "ab")


def test_there_are_two_hundred_pairs_in_two_halves() -> None:
    halves = [figurepairs.half(pair["id"]) for pair in read(FOLDER / "pairs.jsonl")]
    assert len(halves) == 200
    assert min(halves.count("tune"), halves.count("test")) >= 80


def test_what_cannot_be_compared_is_no_dispute(tmp_path: Path) -> None:
    if not (data_root() / "ledger" / "ledger.jsonl").exists():
        pytest.skip("the development data are not on this machine")
    pred = tmp_path / "pred.jsonl"
    figurepairs.predict(FOLDER / "pairs.jsonl", pred)
    scores = figurepairs.score(FOLDER / "pairs.jsonl", pred)
    assert scores["tune"]["accuracy"] >= 0.8
    assert max(scores[half]["false_disputed"] for half in ("tune", "test")) <= 0.05
