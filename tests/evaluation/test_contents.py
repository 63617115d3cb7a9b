"""Kinds of errors in contents, each on one invented sentence."""

from __future__ import annotations

import pytest

from evaluation import contents
from evaluation.scorers import write

TEXT = 'Lena Ost said the bridge would close in May. "We will not wait," she said.'


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def attribution(*words, source="Lena Ost"):
    return {"source": [at(source)] if source else [], "cue": [at("said")], "content": [at(each) for each in words]}


def counted(tmp_path, gold, pred):
    paths = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    for path, each in zip(paths, (gold, pred), strict=True):
        write(path, [{"id": "1", "text": TEXT, "attributions": each}])
    return contents.kinds(*paths)


CLAUSE = "the bridge would close in May"


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        ([CLAUSE], "right"),
        (["the bridge would close"], "ends early"),
        (["said the bridge would close in May"], "begins early"),
        (["bridge would close"], "begins late and ends early"),
        (["the bridge", "in May"], "part of a broken one"),
        (["Lena Ost"], "touches nothing"),
    ],
)
def test_a_piece_is_told_by_where_it_goes_wrong(tmp_path, read, kind):
    assert counted(tmp_path, [attribution(CLAUSE)], [attribution(*read)])[kind] == len(read)


def test_speech_is_found_or_missed_by_its_kind(tmp_path):
    gold = [attribution(CLAUSE), attribution("We will not wait,")]

    found = counted(tmp_path, gold, [attribution(CLAUSE)])

    assert (found["indirect: found"], found["direct: missed"], found["missed"]) == (1, 1, 1)


def test_a_quotation_that_is_read_without_its_speaker_is_counted(tmp_path):
    gold = [attribution("We will not wait,")]

    found = counted(tmp_path, gold, [attribution("We will not wait,", source="")])

    assert found["direct: without a source"] == 1
