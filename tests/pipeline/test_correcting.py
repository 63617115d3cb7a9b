"""What a person puts right holds on every later run, for what it touches and nothing else, and can be taken back."""

from __future__ import annotations

import json

import pytest

from secondsource.errors import UsageError
from secondsource.pipeline import Desk
from secondsource.pipeline.drafting import Reason
from secondsource.records import (
    Attribution,
    Claim,
    Document,
    Duplicate,
    Evidence,
    Figure,
    Story,
)
from secondsource.store.base import KINDS, Run

FERRY = {
    "id": "ferry-1",
    "outlet": "Kalder Post",
    "published": "2026-01-14",
    "url": "https://post.example/ferry",
    "title": "Ferry sinks off Kalder, 12 drowned",
    "text": "Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said.\n\n"
    "At least 30 passengers were rescued, coast guard spokeswoman Petra Lund said. “We are still searching,” she "
    "said.\n\nThe shipping company denied that the ferry was overloaded.\n\n"
    "The Maren left the old harbour shortly after noon, when most shops along the quay had closed for the holiday. "
    "A pilot boat that lay a mile off the lighthouse saw her lean to port and turn back towards the mole. By the time "
    "the first trawlers reached the place, her stern was under water and people were clinging to crates of herring.",
}
TOLL = {
    "id": "ferry-2",
    "outlet": "Tidewater Gazette",
    "published": "2026-01-15",
    "url": "https://gazette.example/toll",
    "title": "Kalder ferry toll rises to 14",
    "text": "At least 14 people drowned when the ferry Maren sank off Kalder, the harbour hospital said on "
    "Thursday.\n\nThe coast guard said the search would end on Friday.",
}
REPRINT = {
    **FERRY,
    "id": "ferry-3",
    "outlet": "Harbour Times",
    "url": "https://harbour.example/ferry",
    "published": "2026-01-15",
}
MAYOR = {
    "id": "school",
    "outlet": "Kalder Post",
    "published": "2026-03-02",
    "url": "https://post.example/school",
    "title": "School in Sarn to close",
    "text": "The school in the northern quarter of Sarn will close in summer, mayor Ida Hallberg said on Monday.\n\n"
    "“There are 41 pupils left,” Hallberg said.",
}
_CLOCK = iter(range(10**6))


def reason(by="A. Rossi", because="asked the desk"):
    return Reason(by, because, f"2026-02-01T10:00:00.{next(_CLOCK):06}+00:00")


@pytest.fixture
def add(tmp_path):
    """Return a function that puts articles into a desk as JSON lines."""

    def added(desk, *articles, name="articles.jsonl"):
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
        desk.add([path])
        return desk

    return added


@pytest.fixture
def desk(add):
    return add(Desk.open(":memory:"), FERRY, TOLL, REPRINT, MAYOR)


def row(desk, kind, words):
    """Return the row of a kind whose words are these."""
    documents = {document.id: document for document in desk.scan(Document)}

    def at(each):
        return each.content[0] if isinstance(each, Attribution) else each.span

    return next(each for each in desk.scan(kind) if words in documents[at(each).doc_id].slice(at(each)))


def document(desk, external_id):
    return next(each for each in desk.scan(Document) if each.external_id == external_id)


def story(desk, external_id):
    return desk.story_of(document(desk, external_id).id)


def everything(desk):
    """Return all rows of a desk, so that two can be compared."""
    return {kind.__name__: list(desk.scan(kind)) for kind in KINDS}


def runs(desk):
    return {(run.stage, run.key): run.stamp for run in desk.scan(Run)}


def correct(desk, kind, *names):
    return desk.corrections.make(kind, names, reason())


def test_the_right_speaker_speaks_in_quotes_figures_and_evidence(desk):
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "Ole Brandt", "harbour master's office")
    after = desk.get(Attribution, said.id)
    assert (after.speaker, after.body, after.chain[-1].name) == ("Ole Brandt", "harbour master's office", "Ole Brandt")
    assert row(desk, Figure, "At least 30").speaker == "Ole Brandt"
    assert {each.origin for each in desk.scan(Evidence) if each.ref == row(desk, Figure, "At least 30").id} == {
        "harbour master's office"
    }


def test_what_nobody_is_named_for_is_nobodys(desk):
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "none")
    assert desk.get(Attribution, said.id).speaker is None


def test_the_right_figure_takes_the_place_of_the_wrong_one(desk):
    figure = row(desk, Figure, "At least 30")
    correct(desk, "figure", figure.id, "32-35")
    after = desk.get(Figure, figure.id)
    assert (after.low, after.high, after.bound) == (32.0, 35.0, "range")
    assert (32.0, 35.0, "range") in {each.value for each in desk.scan(Evidence)}


def test_what_is_no_figure_is_gone_and_comes_back_when_it_is_undone(desk):
    before = everything(desk)
    figure = row(desk, Figure, "At least 30")
    correct(desk, "figure", figure.id, "none")
    assert figure.id not in {each.id for each in desk.scan(Figure)}
    desk.corrections.undo(None, reason())
    assert everything(desk) == before


def two_of_one_claim(desk):
    by_claim = {}
    for each in desk.scan(Evidence):
        by_claim.setdefault(each.claim_id, []).append(each)
    return next((found[0], found[-1]) for found in by_claim.values() if len({one.span for one in found}) > 1)


def claims_at(desk, span):
    return {each.claim_id for each in desk.scan(Evidence) if each.span == span}


def test_what_is_not_the_same_claim_leaves_it(desk):
    stays, leaves = two_of_one_claim(desk)
    correct(desk, "different", stays.id, leaves.id)
    assert not claims_at(desk, stays.span) & claims_at(desk, leaves.span)
    assert stays.claim_id in {claim.id for claim in desk.scan(Claim)}


def test_two_claims_that_are_one_become_one(desk):
    twelve, thirty = (row(desk, Figure, words) for words in ("Twelve", "At least 30"))
    one, other = (next(each for each in desk.scan(Evidence) if each.ref == figure.id) for figure in (twelve, thirty))
    assert one.claim_id != other.claim_id
    correct(desk, "same", one.claim_id, other.claim_id)
    assert claims_at(desk, one.span) & claims_at(desk, other.span)


def test_stories_are_merged_and_come_apart_again_when_that_is_undone(desk):
    before = everything(desk)
    correct(desk, "merge-stories", story(desk, "ferry-1").id, story(desk, "school").id)
    assert story(desk, "ferry-1") == story(desk, "school")
    desk.corrections.undo("1", reason())
    assert everything(desk) == before


def test_a_document_that_is_split_off_tells_a_story_of_its_own(desk):
    toll = document(desk, "ferry-2")
    if len(story(desk, "ferry-2").doc_ids) == 1:
        correct(desk, "merge-stories", story(desk, "ferry-1").id, story(desk, "ferry-2").id)
    correct(desk, "split-story", story(desk, "ferry-1").id, toll.id)
    assert story(desk, "ferry-2").doc_ids == (toll.id,)


def test_who_copied_nothing_has_no_copy_edge(desk):
    one, other = document(desk, "ferry-1"), document(desk, "ferry-3")
    assert any({edge.doc_id, edge.of_id} == {one.id, other.id} for edge in desk.scan(Duplicate))
    correct(desk, "not-a-copy", one.id, other.id)
    assert not any({edge.doc_id, edge.of_id} == {one.id, other.id} for edge in desk.scan(Duplicate))


def test_two_names_of_one_person_are_one_origin(desk):
    home = story(desk, "ferry-1").id
    assert {"coast guard", "shipping company"} <= {each.origin for each in desk.scan(Evidence)}
    correct(desk, "merge-people", home, "coast guard", "shipping company")
    assert "shipping company" not in {each.origin for each in desk.scan(Evidence)}


def test_one_name_of_two_people_is_two_origins(desk):
    home, toll = story(desk, "ferry-1").id, document(desk, "ferry-2").id
    correct(desk, "split-people", home, "coast guard", toll)
    there = {each.origin for each in desk.scan(Evidence) if each.span.doc_id == toll}
    here = {each.origin for each in desk.scan(Evidence) if each.span.doc_id != toll}
    assert "coast guard" in here - there
    assert f"coast guard ({toll})" in there - here


def test_a_section_that_was_cut_is_no_longer_read_and_is_read_again_when_restored(desk):
    before, toll = everything(desk), document(desk, "ferry-2")
    words = "The coast guard said the search would end on Friday."
    correct(desk, "cut", toll.id, words)
    assert not [each for each in desk.scan(Attribution) if "search would end" in toll.slice(each.content[0])]
    correct(desk, "restore", toll.id, words)
    assert row(desk, Attribution, "the search would end").doc_id == toll.id
    for number in ("1", "2"):
        desk.corrections.undo(number, reason())
    assert everything(desk) == before


def test_notes_and_grades_change_no_row(desk):
    before, stamps = everything(desk), runs(desk)
    correct(desk, "note", next(desk.scan(Claim)).id)
    correct(desk, "reliability", "Kalder Post", "b")
    assert (everything(desk), runs(desk)) == (before, stamps)
    assert desk.corrections.grades() == {"Kalder Post": "B"}


def test_a_correction_reruns_only_what_it_touches(desk):
    before = runs(desk)
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "Ole Brandt")
    changed = {key for key, stamp in runs(desk).items() if before.get(key) != stamp}
    line = desk.dossier(desk.story_of(said.doc_id).id).storyline.id
    assert changed == {("attributions", said.doc_id), ("figures", said.doc_id), ("claims", line)}


def corrected(desk):
    """Correct one thing of each sort, and return the log."""
    correct(desk, "speaker", row(desk, Attribution, "At least 30 passengers were rescued").id, "Ole Brandt")
    correct(desk, "figure", row(desk, Figure, "Twelve").id, "13")
    correct(desk, "different", *(each.id for each in two_of_one_claim(desk)))
    correct(desk, "cut", document(desk, "ferry-1").id, "“We are still searching,” she said.")
    return list(desk.corrections.lines())


def test_corrections_before_and_after_further_articles_come_to_the_same(add):
    early = add(Desk.open(":memory:"), FERRY, REPRINT)
    log = corrected(early)
    add(early, TOLL, MAYOR, name="later.jsonl")
    late = add(Desk.open(":memory:"), FERRY, REPRINT)
    add(late, TOLL, MAYOR, name="later.jsonl")
    late.corrections.take_in(log)
    first = Desk.open(":memory:")
    first.corrections.take_in(log)
    add(first, FERRY, REPRINT)
    add(first, TOLL, MAYOR, name="later.jsonl")
    assert everything(early) == everything(late) == everything(first)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_the_order_in_which_entries_are_read_changes_nothing(add, order):
    desk = add(Desk.open(":memory:"), FERRY, REPRINT, TOLL)
    log = corrected(desk)
    other = add(Desk.open(":memory:"), FERRY, REPRINT, TOLL)
    for at in order:
        other.corrections.take_in([log[at], log[at]])
    assert everything(other) == everything(desk)


def test_the_later_of_two_speakers_holds_and_the_earlier_is_listed_as_overruled(desk):
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "Ole Brandt")
    correct(desk, "speaker", said.id, "Ida Moss")
    assert desk.get(Attribution, said.id).speaker == "Ida Moss"
    assert [entry.state for entry in desk.corrections.entries()] == ["overruled", "in place"]
    desk.corrections.undo("2", reason())
    assert desk.get(Attribution, said.id).speaker == "Ole Brandt"


def test_undoing_the_undoing_brings_the_correction_back(desk):
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "Ole Brandt")
    desk.corrections.undo(None, reason())
    assert desk.get(Attribution, said.id).speaker == "Petra Lund"
    desk.corrections.undo("2", reason())
    assert desk.get(Attribution, said.id).speaker == "Ole Brandt"
    assert [(each.state, each.by_number) for each in desk.corrections.entries()] == [
        ("in place", None),
        ("undone", 3),
        ("in place", None),
    ]


def test_a_correction_follows_its_words_into_an_edited_article(add):
    desk = add(Desk.open(":memory:"), FERRY)
    correct(desk, "speaker", row(desk, Attribution, "At least 30 passengers were rescued").id, "Ole Brandt")
    log = list(desk.corrections.lines())
    edited = {**FERRY, "text": "UPDATE: the search goes on, divers said.\n\n" + FERRY["text"]}
    anew = add(Desk.open(":memory:"), edited)
    anew.corrections.take_in(log)
    assert row(anew, Attribution, "At least 30 passengers were rescued").speaker == "Ole Brandt"
    assert [entry.state for entry in anew.corrections.entries()] == ["moved"]


def test_a_correction_whose_words_were_edited_away_is_orphaned_and_waits(add):
    desk = add(Desk.open(":memory:"), FERRY)
    correct(desk, "figure", row(desk, Figure, "At least 30").id, "32")
    log = list(desk.corrections.lines())
    shorter = {**FERRY, "text": FERRY["text"].split("\n\n", maxsplit=1)[0]}
    anew = add(Desk.open(":memory:"), shorter)
    anew.corrections.take_in(log)
    assert [entry.state for entry in anew.corrections.entries()] == ["orphaned"]
    add(anew, FERRY, name="again.jsonl")
    assert [entry.state for entry in anew.corrections.entries()] == ["in place"]
    assert row(anew, Figure, "At least 30").low == 32.0


def test_the_log_outlives_the_store(tmp_path, add):
    path = tmp_path / "affair.db"
    with add(Desk.open(path), FERRY) as desk:
        correct(desk, "speaker", row(desk, Attribution, "At least 30 passengers were rescued").id, "Ole Brandt")
    for left in tmp_path.glob("affair.db*"):
        if "corrections" not in left.name:
            left.unlink()
    with add(Desk.open(path), FERRY) as anew:
        assert row(anew, Attribution, "At least 30 passengers were rescued").speaker == "Ole Brandt"


def test_a_line_tells_who_corrected_it(desk):
    said = row(desk, Attribution, "At least 30 passengers were rescued")
    correct(desk, "speaker", said.id, "Ole Brandt")
    other = row(desk, Attribution, "the search would end")
    found = desk.corrections.on([said.content[0], other.content[0]])
    assert [entry.by for entry in found[said.content[0]]] == ["A. Rossi"]
    assert found[other.content[0]] == ()


@pytest.mark.parametrize(
    ("kind", "names", "message"),
    [
        ("speaker", ("a",), "say: correct speaker ID NAME"),
        ("speaker", ("zzz", "Ole Brandt"), "nothing that somebody says"),
        ("figure", ("FIGURE", "many"), "no value"),
        ("figure", ("CLAIM", "3"), "no figure"),
        ("different", ("CLAIM", "OTHER"), "two claims already"),
        ("merge-stories", ("STORY", "STORY"), "one story already"),
        ("split-story", ("STORY", "MAYOR"), "documents of the story"),
        ("merge-people", ("STORY", "coast guard", "Nobody Known"), "nobody is called"),
        ("not-a-copy", ("FERRY", "FERRY"), "two documents"),
        ("restore", ("FERRY", "Twelve people"), "were not cut"),
        ("cut", ("FERRY", "the"), "times"),
        ("reliability", ("Kalder Post", "Z"), "no grade"),
        ("note", ("zzz",), "no id"),
    ],
)
def test_what_cannot_be_said_is_refused_and_leaves_no_entry(desk, kind, names, message):
    ids = {
        "FIGURE": row(desk, Figure, "Twelve").id,
        "CLAIM": next(each.claim_id for each in desk.scan(Evidence) if each.ref == row(desk, Figure, "Twelve").id),
        "OTHER": next(each.claim_id for each in desk.scan(Evidence) if each.ref == row(desk, Figure, "At least 30").id),
        "STORY": story(desk, "ferry-1").id,
        "FERRY": document(desk, "ferry-1").id,
        "MAYOR": document(desk, "school").id,
    }
    with pytest.raises(UsageError, match=message):
        correct(desk, kind, *(ids.get(name, name) for name in names))
    assert desk.corrections.entries() == []


@pytest.mark.parametrize(("by", "because"), [("", "why"), ("A. Rossi", " ")])
def test_a_correction_without_author_or_reason_is_refused(desk, by, because):
    with pytest.raises(UsageError, match="its author and its reason"):
        desk.corrections.make("note", (next(desk.scan(Story)).id,), reason(by, because))
