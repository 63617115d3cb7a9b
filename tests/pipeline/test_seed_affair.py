"""The first real input: four pasted articles on one affair, read whole; skipped where the data is not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.scorers import data_root
from secondsource import records
from secondsource.pipeline import Desk

SEEDS = data_root() / "seeds"
UNDATED, CLUTTERED, DIGEST, AGENCY = "000", "001", "002", "003"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seed articles at {SEEDS}")


@pytest.fixture(scope="module")
def desk() -> Desk:
    opened = Desk.open(":memory:")
    opened.add(sorted(SEEDS.glob("*.txt")))
    return opened


@pytest.fixture(scope="module")
def number(desk: Desk) -> dict[str, str]:
    return {row.id: Path(row.path).name[:3] for row in desk.scan(records.Document)}


def words(desk: Desk, span: records.Span) -> str:
    return desk.get(records.Document, span.doc_id).slice(span)


def test_no_article_gets_a_day_that_it_does_not_state(desk: Desk, number: dict[str, str]) -> None:
    published = {
        number[row.id]: row.published.value[:10] if row.published else None for row in desk.scan(records.Document)
    }
    assert published == {UNDATED: None, CLUTTERED: None, DIGEST: "2025-06-05", AGENCY: None}


def test_relative_days_are_read_only_where_the_day_is_known(desk: Desk, number: dict[str, str]) -> None:
    anchors = {number[row.doc_id]: str(row.day) for row in desk.scan(records.Anchor)}
    assert anchors == {UNDATED: "None", CLUTTERED: "None", DIGEST: "2025-06-05", AGENCY: "2025-06-04"}
    undated = [row for row in desk.scan(records.Time) if number[row.span.doc_id] in {UNDATED, CLUTTERED}]
    relative = [row for row in undated if "day" in words(desk, row.span)]
    assert relative
    assert all(row.begin is None for row in relative)


def test_all_four_are_on_one_storyline(desk: Desk) -> None:
    (line,) = desk.scan(records.Storyline)
    assert sum(len(row.doc_ids) for row in desk.scan(records.Story) if row.id in line.story_ids) == 4


def test_the_deployment_is_alleged_denied_and_later_admitted(desk: Desk, number: dict[str, str]) -> None:
    (told,) = [row for row in desk.scan(records.Assessment) if row.status == "denied_then_admitted"]
    evidence = [row for row in desk.scan(records.Evidence) if row.claim_id == told.claim_id]
    stances = {(number[row.span.doc_id], row.stance) for row in evidence}
    assert {(CLUTTERED, "alleges"), (CLUTTERED, "denies"), (AGENCY, "admits")} <= stances


FIGURES = {
    (UNDATED, "thousands"): (1000, None, "~"),
    (UNDATED, "could rise to 10,000"): (None, 10_000, "<="),
    (UNDATED, "nearly one million"): (None, 1_000_000, "<~"),
    (CLUTTERED, "over 10,000"): (10_000, None, ">"),
    (DIGEST, "approximately 11,000"): (11_000, 11_000, "~"),
    (DIGEST, "additional 3,000"): (3000, 3000, "="),
    (AGENCY, "over 11,000"): (11_000, None, ">"),
    (AGENCY, "another 3,000"): (3000, 3000, "="),
    (AGENCY, "as many as 9 million"): (None, 9_000_000, "<="),
    (AGENCY, "at least 100"): (100, None, ">="),
}


def test_figures_have_their_bounds_and_there_are_no_others(desk: Desk, number: dict[str, str]) -> None:
    found = {
        (number[row.span.doc_id], words(desk, row.span)): (row.low, row.high, row.bound)
        for row in desk.scan(records.Figure)
    }
    assert found == FIGURES


def test_the_digest_adds_no_origin_to_any_figure(desk: Desk, number: dict[str, str]) -> None:
    figures = {row.id for row in desk.scan(records.Figure)}
    counted = [
        row
        for row in desk.scan(records.Evidence)
        if number[row.span.doc_id] == DIGEST and row.ref in figures and row.counted
    ]
    assert counted == []


def test_what_the_state_agency_carries_has_one_origin(desk: Desk) -> None:
    carried = {
        row.origin
        for row in desk.scan(records.Evidence)
        if row.counted and any("KCNA" in link.name or "Korean Central" in link.name for link in row.chain)
    }
    assert len(carried - {None, "Russia"}) == 1
