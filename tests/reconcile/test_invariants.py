"""What holds for any set of evidence: order and repeats change nothing, and the unknown is never independent."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import Article, case, copy

from secondsource.reconcile import reconcile
from secondsource.reconcile.status import Reach, assess
from secondsource.records import Evidence, Link, Span

DAYS = [None, *(dt.date(2031, 1, day) for day in range(1, 6))]
STANCES = ["says", "alleges", "denies", "admits", "estimates", "corrects", "disputes", "predicts"]
NAMES = ["Ostria", "the Velian army", "Ann Moss", "officials", "a survivor", None]


@st.composite
def evidence(draw, *, number=None):
    name = draw(st.sampled_from(NAMES))
    attributed = name is not None and draw(st.booleans())
    value = draw(st.sampled_from([None, (10, 10, "="), (12, 12, "="), (10, None, ">="), (None, 30, "<=")]))
    counted = name is not None and draw(st.booleans())
    at = draw(st.integers(0, 40))
    return Evidence(
        id=f"e{at}-{name}-{attributed}",
        claim_id="c",
        span=Span("d", at, at + 1),
        stance=draw(st.sampled_from(STANCES)),
        chain=(Link("Paper", "outlet"), *([Link(name, "speaker")] if attributed else [])),
        origin=name,
        counted=counted,
        why="",
        stated=draw(st.sampled_from(DAYS)),
        value=value if number is None else number,
    )


def unique(found):
    return list({each.id: each for each in found}.values())


@given(st.lists(evidence(), max_size=8).map(unique), st.randoms(use_true_random=False))
def test_order_and_repeats_change_no_assessment(found, chance):
    shuffled = [*found, *found]
    chance.shuffle(shuffled)

    assert assess("c", found, Reach(1, 1)) == assess("c", shuffled, Reach(1, 1))


@given(st.lists(evidence(), max_size=8).map(unique))
def test_a_corroborated_claim_has_two_named_origins_and_no_denial(found):
    assessment = assess("c", found, Reach(1, 1))

    if assessment.status == "corroborated":
        assert assessment.n_origins_low >= 2
        assert assessment.n_against == 0
    assert assessment.n_origins_low <= assessment.n_origins


@given(st.lists(evidence(), max_size=8).map(unique), evidence())
def test_a_line_that_nobody_is_named_for_lifts_no_count(found, line):
    nameless = Evidence(
        id="new", claim_id="c", span=line.span, stance="says", chain=(Link("Digest", "outlet"),), origin=None,
        counted=False, why="names no source", stated=line.stated, value=line.value,
    )  # fmt: skip

    before, after = assess("c", found, Reach(1, 1)), assess("c", [*found, nameless], Reach(2, 2))

    assert (before.status, before.n_origins, before.n_origins_low) == (
        after.status,
        after.n_origins,
        after.n_origins_low,
    )


@given(st.lists(evidence(), max_size=8).map(unique))
def test_because_names_evidence_of_the_claim(found):
    assessment = assess("c", found, Reach(1, 1))

    known = {each.id for each in found}
    assert all(set(step.because) <= known for step in assessment.history)
    assert set(assessment.because) <= known


def _affair():
    toll = "At least 12 people were killed in the mill fire, the fire service said."
    text = f"{toll} The owner denied that doors were locked."
    wire = Article("Northern Wire", "2031-03-01", text)
    wire.says("the fire service", "At least 12 people were killed in the mill fire")
    wire.says("The owner", "that doors were locked", cue="denied", stance="denies")
    wire.counts("At least 12", "people", "killed", low=12, bound=">=")
    paper = Article(
        "Daily Lamp", "2031-03-02", "A guard said the doors of the mill were locked. The toll is now 14 dead."
    )
    paper.says("A guard", "the doors of the mill were locked", stance="alleges")
    paper.counts("14", "dead", "killed", low=14)
    twin, edge = copy(wire, outlet="Marlow Gazette", day="2031-03-02")
    return case(wire, paper, twin, copies=[edge])


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(chance: random.Random):
    given_case = _affair()

    def shuffled(rows):
        rows = list(rows)
        chance.shuffle(rows)
        return tuple(rows)

    other = type(given_case)(
        storyline=given_case.storyline,
        stories=given_case.stories,
        documents=dict(shuffled(given_case.documents.items())),
        anchors=dict(shuffled(given_case.anchors.items())),
        copies=shuffled(given_case.copies),
        entities=shuffled(given_case.entities),
        attributions=shuffled(given_case.attributions),
        times=(),
        figures=shuffled(given_case.figures),
        roots=given_case.roots,
        lexicon=given_case.lexicon,
    )

    assert reconcile(other) == reconcile(given_case)


def test_one_more_copy_changes_no_count_of_origins():
    article = Article("Northern Wire", "2031-03-01", "Lena Ost said the bridge had been mined by the rebels.")
    article.says("Lena Ost", "the bridge had been mined by the rebels")
    twin, edge = copy(article, outlet="Marlow Gazette", day="2031-03-02")
    twin.says("Lena Ost", "the bridge had been mined by the rebels")

    (alone,) = reconcile(case(article)).assessments
    (both,) = reconcile(case(article, twin, copies=[edge])).assessments

    assert (alone.status, alone.n_origins) == (both.status, both.n_origins) == ("single_source", 1)
    assert (both.outlets, both.texts) == (2, 1)
