from __future__ import annotations

from secondsource.page.positions import weighed
from secondsource.records import Attribution, Evidence, Span, Stance

SPAN = Span("d", 0, 9)


def said(stance: Stance) -> Attribution:
    return Attribution(id="a", doc_id="d", source=(), cue=(), content=(SPAN,), quoted="indirect", stance=stance)


def bears(stance: Stance) -> Evidence:
    return Evidence(
        id=f"e{stance}", claim_id="c", span=SPAN, stance=stance, chain=(), origin="Ann Moss", counted=True, why=""
    )


def test_a_negative_that_contradicts_nobody_is_shown_as_said() -> None:
    assert weighed(said("denies"), [bears("says")]) == "says"


def test_a_denial_that_counts_against_a_claim_is_shown_as_one() -> None:
    assert weighed(said("denies"), [bears("denies"), bears("says")]) == "denies"


def test_what_bears_on_no_claim_is_shown_as_it_was_read() -> None:
    assert weighed(said("denies"), []) == "denies"
