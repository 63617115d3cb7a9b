"""Naive counts of sources, each with what it cannot see."""

from __future__ import annotations

from evaluation import naive
from evaluation.scorers import write

TEXTS = {
    "a": {"site": "Daily Lamp", "url": "https://www.lamp.test/1", "title": "Mill fire kills twelve in Marlow"},
    "b": {"site": "Valley Post", "url": "https://post.test/2", "title": "Mill fire kills twelve in Marlow, say police"},
    "c": {
        "site": "Lamp Online",
        "url": "http://web.archive.org/web/20310301000000/http://lamp.test/3",
        "title": "Marlow mourns",
    },
}


def test_each_count_merges_what_it_looks_at_and_nothing_else():
    docs = sorted(TEXTS)
    assert {name: count(docs, TEXTS) for name, count in naive.NAIVE.items()} == {
        "outlets": 3,
        "domains": 2,
        "families": 3,
        "headlines": 2,
    }


def test_two_papers_on_one_statement_are_two_outlets_and_one_origin(tmp_path):
    evidence = [{"doc": doc, "stance": "attributes"} for doc in "ab"]
    claim = {"id": "c1", "evidence": evidence, "n_origins": 1, "n_origins_low": 1}
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    write(gold, [{"story": "s", "texts": TEXTS, "claims": [claim]}])
    write(pred, [{"story": "s", "claim": "c1", "n_origins": 1, "n_origins_low": 1}])

    found = naive.rows(gold, pred)

    assert found["program"] == {"off": 0.0, "exact": 1.0, "inside": 1.0, "two": 0.0}
    assert found["outlets"] == {"off": 1.0, "exact": 0.0, "inside": 0.0, "two": 1.0}
