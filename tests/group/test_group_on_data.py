"""Holds the groups against the labelled stories, where the data is there."""

from __future__ import annotations

import json

import pytest

from evaluation.areas import wirecopy
from evaluation.areas.stories import meanings
from evaluation.scorers import data_root
from secondsource import ingest
from secondsource.group import anchors, copies, stories, storylines
from secondsource.lexicon.load import load
from secondsource.records import Document


def pile(folder, pattern) -> list[Document]:
    paths = sorted((data_root() / folder).glob(pattern))
    if not paths:
        pytest.skip(f"no {folder} below {data_root()}")
    read = [record for path in paths for record in ingest.read(path, lexicon=load())]
    return [record for record in read if isinstance(record, Document) and record.spans("body")]


def name(document: Document) -> str:
    return document.path.rsplit("/", 1)[-1].split(".")[0].split("_")[0]


@pytest.mark.parametrize("story", ["s1_ferry", "s3_breach"])
def test_invented_copies_and_stories_come_out_as_labelled(story):
    documents = pile(f"fiction/{story}", "[0-9]*.txt")
    gold = json.loads((data_root() / "fiction" / story / "gold.json").read_text("utf-8"))
    names = {document.id: f"d{int(name(document))}" for document in documents}
    edges = copies(documents, load())
    found = {(names[edge.doc_id], names[edge.of_id], edge.relation) for edge in edges}
    assert found == {(edge["doc"], edge["of"], edge["relation"]) for edge in gold["copies"]}
    grouped = [{names[doc_id] for doc_id in each.doc_ids} for each in stories(documents, edges, meanings(documents))]
    outside = {each["doc"] for each in gold["not_in_story"]}
    assert max(grouped, key=len) == {f"d{number}" for number in range(1, 10)}
    assert outside in grouped


def test_four_reports_on_one_affair_share_a_storyline_and_only_the_stated_days_are_known():
    documents = pile("seeds", "0*.txt")
    found = stories(documents, copies(documents, load()))
    assert len(storylines(found, documents)) == 1
    days = {anchor.doc_id: (str(anchor.day), anchor.how) for anchor in anchors(documents, found)}
    assert [days[document.id] for document in documents] == [
        ("None", "unknown"),
        ("None", "unknown"),
        ("2025-06-05", "published"),
        ("2025-06-04", "weekday"),
    ]


def test_edited_wire_copies_are_found(tmp_path):
    gold = data_root() / "wirecopy" / "wirecopy.dev.pairs.jsonl"
    if not gold.exists():
        pytest.skip(f"no wire copies below {data_root()}")
    wirecopy.predict(gold, tmp_path / "pred.jsonl")
    figures = wirecopy.score(gold, tmp_path / "pred.jsonl")
    assert min(figures["recall"].values()) >= 0.97
    assert figures["precision"] >= 0.99
