"""The page of the invented ferry story says what a reader of its nine documents would say."""

from __future__ import annotations

import dataclasses

import pytest

from secondsource import page
from secondsource.page.dossier import Dossier
from secondsource.page.roles import Role
from secondsource.page.story import StoryPage
from secondsource.records import Duplicate, Span, Stamp
from tests.page.fiction_dossier import STORY, dossier


@pytest.fixture(scope="module")
def told() -> StoryPage:
    return page.story(dossier(), STORY)


def roles(told: StoryPage) -> dict[str, Role]:
    return {role.document.doc_id: role for role in told.roles}


def test_outlets_texts_and_origins_are_three_numbers(told: StoryPage) -> None:
    assert (told.counts.outlets, told.counts.texts) == (7, 8)
    assert told.counts.origins_low <= told.counts.origins == len(told.origins)


def test_open_points_count_disputed_denied_and_revised_claims(told: StoryPage) -> None:
    statuses = [one.status for one in dossier().assessments.values()]
    assert told.open.disputed == statuses.count("disputed")
    assert told.open.denied == statuses.count("denied") + statuses.count("denied_then_admitted")
    assert told.open.revised == statuses.count("revised")


def test_a_wire_copy_is_shown_as_a_copy_with_its_share(told: StoryPage) -> None:
    reprint = roles(told)["d2"]
    assert reprint.part == "copy"
    assert reprint.copied[0].of.outlet == "Pacific and Gulf Wire"
    assert reprint.copied[0].share == pytest.approx(1.0)


def test_a_document_that_others_copy_is_an_original(told: StoryPage) -> None:
    assert roles(told)["d1"].part == "original"
    assert {head.doc_id for head in roles(told)["d1"].copied_by} == {"d2", "d3", "d5"}


def test_a_digest_that_names_hardly_a_source_adds_no_origin(told: StoryPage) -> None:
    assert roles(told)["d7"].part == "adds no origin"
    assert "d7" in {one.document.doc_id for one in told.unsourced}


def test_the_same_value_of_the_same_party_is_one_row_with_its_repeats(told: StoryPage) -> None:
    toll = next(panel for panel in told.panels if panel.claim_id == "c1")
    first = toll.rows[0]
    assert first.first.words.text == "at least 34"
    assert {row.document.doc_id for row in first.repeats} == {"d2", "d3", "d5"}


def test_a_denial_stands_on_the_other_side_of_what_it_denies(told: StoryPage) -> None:
    contest = next(one for one in told.contests if one.claim_id == "c4")
    assert all(one.first.stance == "denies" for one in contest.against)
    assert "admits" in {one.first.stance for one in contest.for_}


def test_the_day_of_the_admission_opens_with_it(told: StoryPage) -> None:
    day = told.timeline.days[-2]
    assert str(day.day) == "2024-04-23"
    assert day.shown[0].stance == "admits"


def test_a_date_at_a_cue_is_no_event(told: StoryPage) -> None:
    happened = [one for day in told.timeline.days for one in day.shown + day.more if one.kind == "happened"]
    marked = {piece.text for one in happened for piece in one.line.pieces if piece.marked}
    assert "late on Saturday" in marked
    assert "on Monday night" not in marked


def test_copied_words_are_drawn_from_the_text_they_were_taken_from(told: StoryPage) -> None:
    ways = {(edge.start, edge.end): edge for edge in told.lineage.edges}
    assert ways["document-d1", "document-d3"].inferred
    assert not ways["document-d1", "document-d2"].inferred
    assert not any(start != "document-d1" for start, end in ways if end == "document-d2")


def test_a_story_turns_on_the_names_of_most_of_its_documents() -> None:
    inside = [dossier().documents[key] for key in dossier().stories[STORY].doc_ids]
    assert {"Lantern", "Torran"} <= set(page.names(inside))


def test_a_forecast_is_no_value_that_came_later() -> None:
    told = dossier()
    forecast = dataclasses.replace(told.evidence[1], id="e1x99", stance="predicts", value=(90, None, ">="))
    row = page.story(dataclasses.replace(told, evidence=(*told.evidence, forecast)), STORY)
    toll = next(one for one in row.highlights if one.id == "c1")
    assert 90 not in {one.first.reading.low for one in toll.values if one.first.reading}


def test_a_long_story_folds_its_copies_into_their_originals() -> None:
    long = many(dossier(), 5)
    drawn = page.story(long, STORY).lineage
    assert drawn.documents <= 14
    assert any(node.copies for node in drawn.nodes)


def many(told: Dossier, times: int) -> Dossier:
    """Return the story with `times` reprints of each of its documents."""
    extra, edges = {}, list(told.copies)
    for number in range(times):
        for key, document in told.documents.items():
            twin = f"{key}x{number}"
            extra[twin] = dataclasses.replace(
                document,
                id=twin,
                outlet=f"{document.outlet} {number}",
                published=Stamp("2024-05-01", "stamp"),
                sections=tuple(dataclasses.replace(one, span=_moved(one.span, twin)) for one in document.sections),
            )
            edges.append(_reprint(told, key, twin))
    story = dataclasses.replace(told.stories[STORY], doc_ids=(*told.stories[STORY].doc_ids, *extra))
    return dataclasses.replace(
        told, documents=told.documents | extra, copies=tuple(edges), stories=dict(told.stories) | {STORY: story}
    )


def _moved(span: Span, doc_id: str) -> Span:
    return dataclasses.replace(span, doc_id=doc_id)


def _reprint(told: Dossier, key: str, twin: str) -> Duplicate:
    edge = told.copies[0]
    body = told.documents[key].spans("body")
    passages = tuple(dataclasses.replace(edge.passages[0], span=_moved(span, twin), of_span=span) for span in body)
    return dataclasses.replace(
        edge, id=f"k{twin}", doc_id=twin, of_id=key, similarity=1.0, share_of_original=1.0, passages=passages
    )
