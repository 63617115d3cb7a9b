"""The demo's affair has known answers; this is the golden test of the whole main job."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource import demo, records
from secondsource.ingest import read_given
from secondsource.pipeline import AddReport, Desk

WIRE, REPRINT, EXCERPT, DENIAL, OWN = "01", "02", "03", "04", "05"
FEBRUARY, DIGEST, CORRECTION, ADMISSION, LANDSLIDE = "06", "07", "08", "09", "10"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, AddReport]:
    folder = tmp_path_factory.mktemp("demo")
    paths = demo.write(folder)
    desk = Desk.open(":memory:")
    return desk, desk.add(paths, given=read_given(folder / demo.METADATA))


@pytest.fixture(scope="module")
def desk(run: tuple[Desk, AddReport]) -> Desk:
    return run[0]


@pytest.fixture(scope="module")
def number(desk: Desk) -> dict[str, str]:
    """The two digits that begin each file's name, by document id."""
    return {row.id: Path(row.path).name[:2] for row in desk.scan(records.Document)}


def words(desk: Desk, span: records.Span) -> str:
    return desk.get(records.Document, span.doc_id).slice(span)


def test_every_input_is_a_document_or_a_reject_with_a_reason(run: tuple[Desk, AddReport]) -> None:
    _, report = run
    assert len(report.read) == 10
    assert [Path(row.path).name for row in report.rejected] == ["11-gallery.txt"]
    assert "no article text" in report.rejected[0].reason


def test_the_reprint_the_retelling_and_the_embedded_passage_point_at_the_wire(
    desk: Desk, number: dict[str, str]
) -> None:
    edges = {(number[row.doc_id], number[row.of_id], row.relation) for row in desk.scan(records.Duplicate)}
    assert edges == {
        (REPRINT, WIRE, "reprint"),
        (EXCERPT, WIRE, "derived"),
        (OWN, WIRE, "embedded"),
    }


def test_nine_articles_tell_one_affair_and_the_landslide_another(desk: Desk, number: dict[str, str]) -> None:
    told = {story.id: {number[doc] for doc in story.doc_ids} for story in desk.scan(records.Story)}
    affairs = {frozenset().union(*(told[each] for each in line.story_ids)) for line in desk.scan(records.Storyline)}
    assert affairs == {frozenset({"01", "02", "03", "04", "05", "06", "07", "08", "09"}), frozenset({LANDSLIDE})}


def test_what_is_weeks_apart_is_a_story_of_its_own_in_the_affair(desk: Desk, number: dict[str, str]) -> None:
    told = {frozenset(number[doc] for doc in story.doc_ids) for story in desk.scan(records.Story)}
    assert {frozenset({"01", "02", "03", "04", "05", "08"}), frozenset({"06", "07"}), frozenset({"09"})} < told


def test_clutter_is_labelled_and_kept(desk: Desk, number: dict[str, str]) -> None:
    by_number = {number[row.id]: row for row in desk.scan(records.Document)}
    body = " ".join(by_number[EXCERPT].slice(span) for span in by_number[EXCERPT].spans("body"))
    assert "READ NEXT" not in body
    assert "partners store" not in body
    assert "They came at night" in body
    html_body = " ".join(by_number[REPRINT].slice(span) for span in by_number[REPRINT].spans("body"))
    assert "mooring buoys" not in html_body
    assert "mooring buoys" in by_number[REPRINT].text


FIGURES = {
    (WIRE, "as many as 1,200"): (None, 1200, "<="),
    (WIRE, "at least 40"): (40, None, ">="),
    (WIRE, "14"): (14, 14, "="),
    (WIRE, "Nearly 300"): (None, 300, "<~"),
    (OWN, "1,340"): (1340, 1340, "="),
    (OWN, "more than 1,500"): (1500, None, ">"),
    (OWN, "Dozens"): (12, None, "~"),
    (FEBRUARY, "another 400"): (400, 400, "="),
    (DIGEST, "over 1,900"): (1900, None, ">"),
    (CORRECTION, "1,430"): (1430, 1430, "="),
    (ADMISSION, "1,450"): (1450, 1450, "="),
    (ADMISSION, "26"): (26, 26, "="),
}


@pytest.mark.parametrize(("where", "answer"), FIGURES.items(), ids=lambda value: str(value[:2]))
def test_figures_keep_their_bounds(
    desk: Desk,
    number: dict[str, str],
    where: tuple[str, str],
    answer: tuple[float | None, float | None, str],
) -> None:
    found = {
        (number[row.span.doc_id], words(desk, row.span)): (row.low, row.high, row.bound)
        for row in desk.scan(records.Figure)
    }
    assert found.get(where) == answer


SPEAKERS = {
    (WIRE, "as many as 1,200"): "Kalderan defense ministry",
    (WIRE, "14"): "Petra Lindqvist",
    (OWN, "1,340"): "Ivar Stenberg",
    (OWN, "more than 1,500"): "Border Monitoring Mission",
    (FEBRUARY, "another 400"): "Border Monitoring Mission",
    (ADMISSION, "1,450"): "Viktor Hamre",
}


@pytest.mark.parametrize(("where", "speaker"), SPEAKERS.items(), ids=str)
def test_figures_have_the_right_speaker(
    desk: Desk, number: dict[str, str], where: tuple[str, str], speaker: str
) -> None:
    found = {(number[row.span.doc_id], words(desk, row.span)): row.speaker for row in desk.scan(records.Figure)}
    assert found.get(where) == speaker


def deployment(desk: Desk) -> tuple[records.Claim, records.Assessment, list[records.Evidence]]:
    """The claim whose evidence holds both the first allegation and the admission."""
    for claim in desk.scan(records.Claim):
        evidence = [row for row in desk.scan(records.Evidence) if row.claim_id == claim.id]
        said = [words(desk, row.span) for row in evidence]
        if claim.kind == "event" and any("as many as 1,200 soldiers" in text for text in said):
            (assessment,) = [row for row in desk.scan(records.Assessment) if row.claim_id == claim.id]
            return claim, assessment, evidence
    pytest.fail("no event claim rests on the first allegation")


def test_the_deployment_is_alleged_denied_and_later_admitted(desk: Desk, number: dict[str, str]) -> None:
    _, assessment, evidence = deployment(desk)
    stances = {(number[row.span.doc_id], row.stance) for row in evidence}
    assert (DENIAL, "denies") in stances
    assert (ADMISSION, "admits") in stances
    assert assessment.status == "denied_then_admitted"
    assert [step.status for step in assessment.history][-1] == "denied_then_admitted"


def test_the_digest_is_no_origin(desk: Desk, number: dict[str, str]) -> None:
    counted = [row for row in desk.scan(records.Evidence) if number[row.span.doc_id] == DIGEST and row.counted]
    assert counted == []


def test_the_toll_keepers_count_is_revised_by_himself(desk: Desk) -> None:
    figures = {row.id: row for row in desk.scan(records.Figure)}
    claims = {
        row.claim_id
        for row in desk.scan(records.Evidence)
        if row.ref in figures and words(desk, figures[row.ref].span) == "1,430"
    }
    statuses = {row.status for row in desk.scan(records.Assessment) if row.claim_id in claims}
    assert "revised" in statuses


def test_every_line_of_evidence_has_words(desk: Desk) -> None:
    for row in desk.scan(records.Evidence):
        assert words(desk, row.span).strip()


def test_a_second_run_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = {kind: list(desk.scan(kind)) for kind in (records.Claim, records.Evidence, records.Assessment)}
    paths = demo.write(tmp_path)
    again = Desk.open(":memory:")
    again.add(list(reversed(paths)), given=read_given(tmp_path / demo.METADATA))
    for kind, rows in before.items():
        assert list(again.scan(kind)) == rows
