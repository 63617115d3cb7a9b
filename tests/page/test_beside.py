"""Side by side: both sides see the same claims, each only its own lines, and what is left over is counted."""

from __future__ import annotations

from itertools import combinations

import pytest

from secondsource import page
from tests.page.fiction_dossier import STORY, dossier


def bears(key):
    """Return the claims that a document or a party says something on."""
    told = dossier()
    return {row.claim_id for row in told.evidence if key in {row.span.doc_id, row.origin}} & told.assessments.keys()


def keys():
    told = dossier()
    found = {row.span.doc_id for row in told.evidence} | {row.origin for row in told.evidence if row.origin}
    return sorted(key for key in found if bears(key))


@pytest.mark.parametrize(("one", "other"), list(combinations(keys(), 2)))
def test_two_sides_meet_on_what_both_bear_on_and_the_rest_is_counted(one, other):
    shown = page.beside(dossier(), STORY, one, other)
    assert {row.claim_id for row in shown.meetings} == bears(one) & bears(other)
    assert (shown.left.claims, shown.left.only) == (len(bears(one)), len(bears(one) - bears(other)))
    assert (shown.right.claims, shown.right.only) == (len(bears(other)), len(bears(other) - bears(one)))
    for row in shown.meetings:
        assert row.left
        assert all(one in {line.document.doc_id, line.origin} for line in row.left)
        assert all(other in {line.document.doc_id, line.origin} for line in row.right)


def test_swapping_the_sides_swaps_what_is_shown():
    one, other = keys()[:2]
    there, back = page.beside(dossier(), STORY, one, other), page.beside(dossier(), STORY, other, one)
    assert (there.left, there.right) == (back.right, back.left)
    assert [(row.left, row.right) for row in there.meetings] == [(row.right, row.left) for row in back.meetings]


def test_those_who_share_most_are_offered_first():
    shown = page.beside(dossier(), STORY, keys()[0])
    assert shown.right is None
    assert shown.meetings == ()
    for choices in (shown.documents, shown.parties):
        numbers = [row.shared for row in choices]
        assert numbers == sorted(numbers, reverse=True)
        assert all(row.shared == len(bears(row.key) & bears(keys()[0])) for row in choices)
