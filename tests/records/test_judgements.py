"""Judgements on pairs: what they come to, and who gives way where they contradict each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.records.judgements import Judgement, regrouped, settled

NODES = "abcdefg"
judgements = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.booleans()).filter(lambda told: told[0] != told[1]),
    max_size=12,
).map(lambda told: [Judgement(f"k{at:02}", *pair) for at, pair in enumerate(told)])
groupings = st.lists(st.integers(0, 4), min_size=len(NODES), max_size=len(NODES)).map(
    lambda homes: [tuple(node for node, home in zip(NODES, homes, strict=True) if home == at) for at in range(5)]
)


def one(a, b, name="k1"):
    return Judgement(name, a, b, apart=False)


def two(a, b, name="k2"):
    return Judgement(name, a, b, apart=True)


def homes(groups):
    return {node: at for at, group in enumerate(groups) for node in group}


def test_without_judgements_the_groups_stay_as_they_are():
    assert regrouped([("a", "b"), ("c",)], []) == [("a", "b"), ("c",)]


def test_the_later_of_two_contradicting_judgements_holds():
    assert settled([one("a", "b"), two("a", "b")]).overruled == {"k1"}
    assert settled([two("a", "b"), one("a", "b")]).overruled == {"k2"}


def test_a_contradiction_by_way_of_a_third_overrules_the_earliest_of_the_three():
    told = [one("a", "b", "k1"), one("b", "c", "k2"), two("a", "c", "k3")]
    assert settled(told).overruled == {"k1"}


def test_two_that_are_one_bring_all_that_is_grouped_with_them():
    assert regrouped([("a", "x"), ("b", "y")], [one("a", "b")]) == [("a", "x", "b", "y")]


def test_only_the_second_of_a_pair_moves_where_its_group_may_not():
    groups = regrouped([("a", "x"), ("b", "y")], [two("x", "y"), one("a", "b")])
    assert {frozenset(group) for group in groups} == {frozenset("axb"), frozenset("y")}


def test_what_leaves_takes_along_what_a_person_bound_to_it():
    groups = regrouped([("a", "b", "c", "d")], [one("b", "c"), two("a", "b")])
    assert {frozenset(group) for group in groups} == {frozenset("ad"), frozenset("bc")}


def test_a_judgement_on_what_is_in_no_group_waits():
    assert regrouped([("a",)], [one("a", "z")]) == [("a",)]


@given(groupings, judgements)
def test_every_judgement_that_holds_is_kept_and_no_node_is_lost(groups, told):
    changed = regrouped(groups, told)
    home = homes(changed)
    assert sorted(node for group in changed for node in group) == sorted(NODES)
    for each in settled(told).held:
        assert (home[each.one] != home[each.other]) == each.apart


@given(groupings, judgements)
def test_groups_that_no_judgement_names_stay_as_they_were(groups, told):
    named = {node for each in told for node in (each.one, each.other)}
    untouched = {group for group in groups if group and not named & set(group)}
    assert untouched <= set(regrouped(groups, told))


@given(groupings, judgements)
def test_judging_twice_is_judging_once(groups, told):
    once = regrouped(groups, told)
    assert set(map(frozenset, regrouped(once, told))) == set(map(frozenset, once))


@given(judgements, st.randoms())
def test_what_contradicts_nothing_may_be_said_in_any_order(told, chance):
    if not settled(told).overruled:
        chance.shuffle(told)
        assert not settled(told).overruled
