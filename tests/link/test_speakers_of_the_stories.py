"""Given the gold spans of the invented stories, nearly all speakers and chains come out right."""

from __future__ import annotations

import pytest

from evaluation.areas import speakers
from evaluation.scorers import data_root


@pytest.mark.parametrize("story", ["s1_ferry", "s3_breach"])
def test_nine_of_ten_speakers_and_chains_are_right(story, tmp_path):
    folder = data_root() / "fiction" / story
    if not folder.exists():
        pytest.skip(f"{folder}: the stories are not here; set SECONDSOURCE_DATA")
    pred = tmp_path / "pred.jsonl"
    speakers.predict(folder, pred)
    found = speakers.score(folder, pred)
    assert found["speaker"] >= 0.95
    assert found["chain"] >= 0.95
