"""Claims that a person joined or parted: as ruled, without losing evidence, whatever the order of what was read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import Article, case

from secondsource.reconcile import reconcile
from secondsource.records import ClaimRuling
from secondsource.records.judgements import Judgement, settled

PAPERS = (
    Article("Post", "2031-01-02", "At least 30 people drowned off Maro, the harbour office said. The hospital took 12.")
    .says("the harbour office", "At least 30 people drowned off Maro")
    .counts("30", "people", "killed", low=30),
    Article("Gazette", "2031-01-03", "Some 34 people drowned off Maro, the hospital said. Ann Moss denied it.")
    .says("the hospital", "34 people drowned off Maro")
    .counts("34", "people", "killed", low=34),
    Article(
        "Courier", "2031-01-04", "The owner said 41 sailors drowned off Maro. Nine sailors are missing, police said."
    )
    .says("The owner", "41 sailors drowned off Maro")
    .says("police", "Nine sailors are missing")
    .counts("41", "sailors", "killed", low=41)
    .counts("Nine", "sailors", "missing", low=9),
)
NEWS = case(*PAPERS)
SPANS = tuple(sorted({each.span for each in reconcile(NEWS).evidence if each.value}))
rulings = st.lists(
    st.tuples(st.sampled_from(SPANS), st.sampled_from(SPANS), st.booleans()).filter(lambda told: told[0] != told[1]),
    max_size=5,
).map(lambda told: tuple(ClaimRuling(f"k{at}", *each) for at, each in enumerate(told)))


def homes(found):
    return {each.span: each.claim_id for each in found.evidence if each.value}


def test_the_story_has_figures_to_join_and_to_part():
    assert len(SPANS) == 4
    assert 1 < len(set(homes(reconcile(NEWS)).values())) < 4


@settings(max_examples=60, deadline=None)
@given(rulings)
def test_rulings_that_hold_are_kept_and_no_evidence_is_lost(told):
    found = reconcile(replace(NEWS, rulings=told))
    home = homes(found)
    assert set(home) == set(SPANS)
    for each in settled([Judgement(one.id, one.one, one.other, one.apart) for one in told]).held:
        assert (home[each.one] != home[each.other]) == each.apart
    assert {each.id for each in found.claims} == {each.claim_id for each in found.assessments}
    assert {each.claim_id for each in found.evidence} == {each.id for each in found.claims}


@settings(max_examples=30, deadline=None)
@given(rulings, st.randoms(use_true_random=False))
def test_the_order_of_what_was_read_changes_nothing_under_rulings(told, chance):
    figures, said = list(NEWS.figures), list(NEWS.attributions)
    chance.shuffle(figures)
    chance.shuffle(said)
    shuffled = replace(NEWS, figures=tuple(figures), attributions=tuple(said), rulings=told)
    assert reconcile(shuffled) == reconcile(replace(NEWS, rulings=told))


def test_a_ruling_on_words_that_are_nowhere_changes_nothing():
    gone = replace(SPANS[0], start=900, end=910)
    assert reconcile(replace(NEWS, rulings=(ClaimRuling("k", SPANS[1], gone, apart=False),))) == reconcile(NEWS)


def test_what_leaves_a_claim_leaves_its_id_behind():
    before = reconcile(NEWS)
    by_claim = {}
    for span, claim in homes(before).items():
        by_claim.setdefault(claim, []).append(span)
    claim, (stays, leaves, *_) = next((claim, spans) for claim, spans in by_claim.items() if len(spans) > 1)
    after = homes(reconcile(replace(NEWS, rulings=(ClaimRuling("k", stays, leaves, apart=True),))))
    assert (after[stays], after[leaves] != claim) == (claim, True)
