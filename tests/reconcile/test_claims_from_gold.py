"""Floors for reconciling alone, given what the earlier stages find at their best on the invented stories."""

import pytest

from evaluation.areas import claims_from_gold
from evaluation.scorers import data_root


@pytest.mark.parametrize("story", ["s1_ferry", "s3_breach"])
def test_claims_from_gold_inputs_reach_their_floors(story, tmp_path):
    folder = data_root() / "fiction" / story
    if not (folder / "gold.json").exists():
        pytest.skip("the invented stories are not on this machine")
    claims_from_gold.predict(folder, tmp_path / "export.jsonl")

    rows = claims_from_gold.score(folder, tmp_path / "export.jsonl")

    assert rows["claims"]["found"] >= 0.85
    assert rows["claims"]["evidence_f1"] >= 0.65
    assert rows["claims"]["status"] >= 0.5
    assert rows["claims"]["k_exact"] >= 0.5
    assert rows["claims"]["false_corroboration"] == 0
    assert rows["derived"]["found"] == 1
