"""Events are claims that something happened; the doer, the act and its object stand only where the words give all."""

from __future__ import annotations

import dataclasses

from secondsource import page
from tests.page.fiction_dossier import STORY, dossier

ACTS = frozenset({"sent", "killed"})


def eventful(about=("Ostria", "sent", "troops")):
    """Return the dossier with all its claims turned into events about one thing."""
    told = dossier()
    claims = {key: dataclasses.replace(one, kind="event", about=about) for key, one in told.claims.items()}
    return dataclasses.replace(told, claims=claims)


def test_only_events_are_listed():
    told = dossier()
    listed = {row.claim_id for row in page.events(told, ACTS)}
    assert listed == {key for key, one in told.claims.items() if one.kind == "event"} & told.assessments.keys()
    assert {row.claim_id for row in page.events(eventful(), ACTS)} == told.claims.keys() & told.assessments.keys()


def test_who_did_what_is_named_where_the_act_is_known():
    assert {(row.actor, row.act, row.acted_on) for row in page.events(eventful(), ACTS)} == {
        ("Ostria", "sent", "troops")
    }
    for about in (("Ostria", "sang", "songs"), ("a", "b", "c"), ("sent", "troops"), ()):
        assert {row.act for row in page.events(eventful(about), ACTS)} == {None}


def test_the_event_that_was_told_of_last_comes_first():
    days = [row.last for row in page.event_page(eventful(), STORY, ACTS).rows if row.last]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_every_line_is_counted_by_what_it_does_with_the_event():
    told = eventful()
    for row in page.events(told, ACTS):
        assert sum(number for _, number in row.stances) == sum(one.claim_id == row.claim_id for one in told.evidence)
