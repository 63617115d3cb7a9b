"""Groups do not grow into chains."""

from secondsource.reconcile.cohesion import gathered


def alone(*nodes):
    return {node: node for node in nodes}


def test_what_is_alike_to_one_of_four_stays_out():
    ties = [("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "d"), ("c", "d"), ("d", "e")]

    groups = gathered(alone(*"abcde"), ties, set("abcde"))

    assert len({groups[node] for node in "abcd"}) == 1
    assert groups["e"] == "e"


def test_what_is_alike_to_most_comes_in():
    ties = [("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "d")]

    groups = gathered(alone(*"abcd"), ties, set("abcd"))

    assert len(set(groups.values())) == 1


def test_nodes_that_only_point_back_follow_their_group():
    groups = gathered({"a": "a", "back": "a", "b": "b"}, [("a", "b")], {"a", "b"})

    assert len(set(groups.values())) == 1
