"""Pairs weighed twice, and events made of them; sentence vectors are invented, so that only their likeness counts."""

import numpy as np
import pytest

from secondsource.reconcile.coreference.blocks import Report, block, terms
from secondsource.reconcile.coreference.events import events, topics
from secondsource.reconcile.coreference.features import VIEWS, features
from secondsource.reconcile.coreference.mentions import EventMention
from secondsource.reconcile.coreference.reasons import reason, ties
from secondsource.reconcile.coreference.scoring import applied, likelihoods, neighbours
from secondsource.reconcile.coreference.weights import FIRST, PLAIN, SECOND

AFFAIRS = ("a ferry sank off the port of Ostria and divers searched the wreck", "a court in Ruria fined the mayor")


def event(doc, head, party, sentence=0):
    return EventMention(
        doc=doc,
        sentence=sentence,
        written=head,
        stems=(head,),
        head=head,
        tag="VERB",
        parties={"subject": frozenset({party})},
        governor="",
        sentence_terms=frozenset({party, "port"}),
        near_terms=frozenset({party}),
        names=frozenset(),
        places=frozenset({"ostria"}),
        numbers=frozenset(),
        negated=False,
    )


def unit(*numbers):
    found = np.array(numbers, dtype=np.float32)
    return found / np.linalg.norm(found)


SINK, GO_DOWN, SEARCH = unit(1, 0.1, 0), unit(1, 0.2, 0), unit(0, 0.1, 1)


def told(*rows):
    """A block of (document, head, party, vector), two documents on the ferry."""
    mentions = [event(doc, head, party, sentence=at) for at, (doc, head, party, _) in enumerate(rows)]
    seen = np.array([vector for *_, vector in rows], dtype=np.float32)
    reports = [Report(terms(AFFAIRS[0]), unit(1, 0)) for _ in range(2)]
    return block(mentions, reports, dict.fromkeys(VIEWS, seen))


def ferry():
    return told(
        (0, "sink", "ferri", SINK), (0, "search", "diver", SEARCH), (1, "sink", "ferri", GO_DOWN),
        (1, "search", "diver", SEARCH),
    )  # fmt: skip


def test_every_feature_has_its_weight():
    first = features(ferry())
    assert set(PLAIN) == set(FIRST) == {"base", *first}
    assert set(SECOND) == {"base", *first, *neighbours(ferry(), applied(FIRST, first))}


def test_likelihoods_are_symmetric_and_between_nothing_and_certain():
    found = likelihoods(ferry())
    assert (found == found.T).all()
    assert ((found >= 0) & (found <= 1)).all()
    assert not found.diagonal().any()


def test_one_act_of_one_party_is_likelier_one_event_than_another_act():
    found = likelihoods(ferry())
    assert found[0, 2] > 0.5 > found[0, 3]


def test_events_are_told_apart():
    assert events(ferry(), [0, 0]) == [0, 1, 0, 1]


def test_documents_of_two_topics_share_no_event():
    sunk, searched, again, once_more = events(ferry(), [0, 1])
    assert len({sunk, searched}) == 2
    assert not {sunk, searched} & {again, once_more}


def test_a_mention_with_nothing_beside_it_is_an_event_of_its_own():
    assert events(told((0, "sink", "ferri", SINK)), [0, 0]) == [0]


def test_a_third_mention_that_goes_with_both_speaks_for_a_pair():
    whole = told((0, "sink", "ferri", SINK), (1, "sink", "ferri", SINK), (1, "search", "diver", SEARCH))
    alone = neighbours(whole, np.array([0.4, 0.0, 0.0]))
    carried = neighbours(whole, np.array([0.4, 0.9, 0.9]))
    assert alone["best_between"][0] == 0
    assert carried["best_between"][0] == pytest.approx(0.9)
    assert carried["alike_neighbours"][0] > alone["alike_neighbours"][0]


def test_topics_part_affairs():
    reports = [Report(terms(text), vector) for text, vector in zip(AFFAIRS, (unit(1, 0), unit(0, 1)), strict=True)]
    assert topics([reports[0], reports[1], reports[0]]) == [0, 1, 0]


def test_a_tie_says_why():
    sunk, searched = ties(ferry(), [0, 0], floor=0.5)
    assert (sunk.first, sunk.second, searched.first, searched.second) == (0, 2, 1, 3)
    assert sunk.because == "both have “sink”; places: ostria"


def test_other_words_for_one_event_are_both_shown():
    assert reason(event(0, "sank", "ferri"), event(1, "foundered", "boat")).startswith("“sank” and “foundered”")
