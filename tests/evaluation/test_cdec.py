"""Events over documents: what the area reads of a file, and what it writes."""

import json

import pytest

from evaluation.areas import cdec, cdecfound
from evaluation.scorers import data_root, read, write

ROWS = (
    ("1_1ecb", "Divers searched the wreck of the Hesper , which sank off Ostria on Monday .", (1, 8)),
    ("1_2ecb", "The Hesper sank off Ostria on Monday , and divers searched the wreck .", (2, 9)),
)


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    write(path, [_row(doc_id, text.split(), events) for doc_id, text, events in ROWS])
    return path


def _row(doc_id, tokens, events):
    mentions = [
        {"id": str(at), "sent": 1, "tokens": [at], "type": "ACTION_OCCURRENCE", "chain": "hidden", "validated": True}
        for at in events
    ]
    place = {"id": "p", "sent": 1, "tokens": [3], "type": "LOC_GEO", "chain": "hidden", "validated": True}
    elsewhere = {**place, "id": "e", "sent": 0, "type": "ACTION_OCCURRENCE", "tokens": [0]}
    return {
        "doc_id": doc_id,
        "topic": 1,
        "subtopic": "1_ecb",
        "sentences": [["Ferry", "lost", "."], tokens],
        "validated": [1],
        "mentions": [*mentions, place, elsewhere],
    }


def _predicted(area, gold, tmp_path):
    area.predict(gold, tmp_path / "pred.jsonl")
    return {row["doc_id"]: row["mentions"] for row in read(tmp_path / "pred.jsonl")}


def test_each_event_of_a_validated_sentence_gets_its_number(gold, tmp_path):
    found = _predicted(cdec, gold, tmp_path)
    assert {doc: [(each["sent"], each["tokens"]) for each in rows] for doc, rows in found.items()} == {
        doc_id: [(1, [at]) for at in events] for doc_id, _, events in ROWS
    }


def test_chains_are_not_read(gold, tmp_path):
    found = _predicted(cdec, gold, tmp_path)
    rows = list(read(gold))
    for row in rows:
        for number, each in enumerate(row["mentions"]):
            each["chain"] = f"{row['doc_id']}.{number}"
    write(gold, rows)
    assert _predicted(cdec, gold, tmp_path) == found
    assert "hidden" not in json.dumps(found)


def test_events_are_found_where_none_are_given(gold, tmp_path):
    rows = [{**row, "mentions": []} for row in read(gold)]
    write(gold, rows)
    found = _predicted(cdecfound, gold, tmp_path)
    tokens = {row["doc_id"]: row["sentences"][1] for row in rows}
    words = {tokens[doc][each["tokens"][0]] for doc, mentions in found.items() for each in mentions}
    assert {"sank", "searched"} <= words
    assert "Hesper" not in words


def test_one_topic_of_the_development_part_is_read_well(tmp_path):
    whole = data_root() / "cdec" / "ecbplus.dev.jsonl.gz"
    if not whole.exists():
        pytest.skip("the evaluation data is not here")
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    write(gold, [row for row in read(whole) if row["topic"] == 18])
    cdec.predict(gold, pred)
    assert cdec.score(gold, pred)["conll"] > 0.75
