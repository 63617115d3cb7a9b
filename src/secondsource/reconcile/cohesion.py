"""Merges what is alike without letting chains grow: a group takes in only what is alike to a good part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

SHARE = 1 / 3
"""Share of all pairs between two groups that must be alike, so that A-B and B-C do not make A and C one."""


def gathered(home: Mapping[str, str], ties: Sequence[tuple[str, str]], telling: Collection[str]) -> Mapping[str, str]:
    """Return the group of each node after merging along `ties`, the strongest first.

    Args:
        home: the group in which each node is to begin with.
        ties: pairs of `telling` nodes that are alike.
        telling: the nodes that are compared; the others follow their group.

    >>> gathered({"a": "a", "b": "b", "c": "c"}, [("a", "b"), ("b", "c")], {"a", "b", "c"})["b"]
    'a'
    """
    group = dict(home)
    members: dict[str, list[str]] = defaultdict(list)
    for node in sorted(group):
        members[group[node]].append(node)
    sizes = {name: sum(node in telling for node in nodes) for name, nodes in members.items()}
    between = _counts(group, ties)
    for one, other in ties:
        left, right = sorted((group[one], group[other]))
        if left == right or between[left][right] < SHARE * sizes[left] * sizes[right]:
            continue
        for node in members.pop(right):
            group[node] = left
            members[left].append(node)
        sizes[left] += sizes.pop(right)
        _move(between, right, left)
    return group


def _counts(group: Mapping[str, str], ties: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    between: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one, other in ties:
        between[group[one]][group[other]] += 1
        between[group[other]][group[one]] += 1
    return between


def _move(between: dict[str, dict[str, int]], source: str, target: str) -> None:
    """Count what tied others to `source` as tying them to `target`."""
    for name, count in list(between.pop(source, {}).items()):
        between[name].pop(source, None)
        if name != target:
            between[target][name] += count
            between[name][target] += count
