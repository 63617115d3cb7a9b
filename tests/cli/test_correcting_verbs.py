"""Correcting, undoing and comparing on the command line."""

from __future__ import annotations

import json
import shutil

import pytest

from secondsource.pipeline import Desk
from secondsource.records import Document, Story

BECAUSE = ("--by", "A. Rossi", "--because", "heard the tape")


@pytest.fixture
def own(store, tmp_path, run):
    """Return a function that runs a verb on a copy of the store, and gives exit code, stdout and stderr."""
    shutil.copy(store, tmp_path / "own.db")
    return lambda verb, *args: run(verb, "-s", tmp_path / "own.db", *args)


def ids(own, verb):
    return {row["text"]: row["id"] for row in map(json.loads, own(verb, "--jsonl", "--all")[1].splitlines())}


@pytest.fixture
def rescued(own):
    return next(key for text, key in ids(own, "quotes").items() if "30 passengers" in text)


def test_a_correction_is_said_shown_listed_and_undone(own, rescued):
    code, out, _ = own("correct", "speaker", rescued, "Ole Brandt", *BECAUSE)
    assert (code, out) == (
        0,
        "correction 1: “At least 30 passengers were rescued” is said by Ole Brandt; holds\n",
    )
    assert "by A. Rossi on " in own("explain", rescued)[1]
    assert "because heard the tape" in own("explain", rescued)[1]
    assert own("undo", "--by", "Ida Moss")[1] == "correction 2: takes back 1; holds\n"
    listed = json.loads(own("correct", "--list", "--json")[1])
    assert [(row["kind"], row["state"], row["undone_by"]) for row in listed] == [
        ("speaker", "undone", 2),
        ("undo", "in place", None),
    ]
    assert "Rossi" not in own("explain", rescued)[1]


def test_corrections_travel_as_json_lines(own, rescued, tmp_path, store):
    shutil.copy(store, tmp_path / "other.db")
    own("correct", "speaker", rescued, "Ole Brandt", *BECAUSE)
    own("correct", "--export", tmp_path / "log.jsonl")
    other = ("-s", tmp_path / "other.db")
    taken = [own("correct", *other, "--import", tmp_path / "log.jsonl")[1] for _ in range(2)]
    assert taken == ["1 new correction\n", "0 new corrections\n"]
    assert "Ole Brandt" in own("quotes", *other, "--jsonl")[1]
    assert own("correct", "--export", "-")[1] == (tmp_path / "log.jsonl").read_text(encoding="utf-8")


def test_the_reliability_of_a_source_stands_in_the_list_of_sources(own):
    own("correct", "reliability", "coast guard", "b", *BECAUSE)
    grades = {row["body"]: row["reliability"] for row in json.loads(own("sources", "--json")[1])}
    assert grades["coast guard"] == "B"
    assert set(grades.values()) == {"B", "F"}


def test_a_story_tells_who_took_a_document_out_of_it(own, tmp_path):
    with Desk.open(tmp_path / "own.db") as desk:
        home = next(story for story in desk.scan(Story) if len(story.doc_ids) > 1)
    assert own("correct", "split-story", home.id, home.doc_ids[1], *BECAUSE)[0] == 0
    assert "corrected  not the story of" in own("show", home.id)[1]


def test_without_author_or_with_an_unknown_kind_nothing_is_corrected(own, rescued):
    code, _, err = own("correct", "speaker", rescued, "Ole Brandt", "--because", "heard the tape")
    assert (code, "needs its author" in err) == (2, True)
    code, _, err = own("correct", "spelling", rescued, *BECAUSE)
    assert (code, "'spelling' is no kind of correction" in err) == (2, True)
    code, _, err = own("undo", "--by", "A. Rossi")
    assert (code, "nothing is left to undo" in err) == (2, True)
    assert own("correct", "--list")[0] == 1


@pytest.fixture
def edited(tmp_path, run):
    """Return a function that runs a verb on a store with two versions of one article."""
    text = "The ferry sank at noon on Tuesday, the coast guard said. Twelve people drowned. The search goes on."
    later = text.replace("Twelve", "Fourteen").replace(" The search goes on.", " Divers went home, an officer said.")
    rows = (
        {"id": "1", "url": "https://post.example/ferry", "published": "2026-01-14", "text": text},
        {"id": "2", "url": "https://post.example/ferry", "published": "2026-01-15", "text": later},
    )
    (tmp_path / "ferry.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run("add", "-s", tmp_path / "ferry.db", tmp_path / "ferry.jsonl")
    return lambda verb, *args: run(verb, "-s", tmp_path / "ferry.db", *args)


def test_the_diff_shows_what_went_came_and_was_reworded(edited, tmp_path):
    with Desk.open(tmp_path / "ferry.db") as desk:
        one, two = sorted((row.id for row in desk.scan(Document)), key=lambda key: desk.get(Document, key).external_id)
    code, out, _ = edited("diff", two)
    assert code == 0
    assert out.splitlines()[0].startswith(f"--- {one[:7]}  2026-01-14")
    assert out.splitlines()[2:] == [
        "~ {+Fourteen+} people drowned. [-Twelve-]",
        "+ Divers went home, an officer said.",
        "- The search goes on.",
    ]
    pieces = json.loads(edited("diff", one, two, "--json")[1])
    assert [(piece["change"], (piece["after"] or {}).get("words")) for piece in pieces[:1]] == [
        ("reworded", [{"start": 57, "end": 65, "text": "Fourteen"}])
    ]
    assert edited("diff", one, one)[0] == 1


def test_a_document_without_another_version_is_named(own, tmp_path):
    with Desk.open(tmp_path / "own.db") as desk:
        document = next(desk.scan(Document))
    code, _, err = own("diff", document.id)
    assert (code, "no other version" in err) == (2, True)
