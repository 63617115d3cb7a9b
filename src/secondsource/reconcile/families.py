"""Which outlets are one publisher, and which documents are one text."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from secondsource.lexicon.tables import Lexicon


@functools.lru_cache(maxsize=8)
def publishers(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the owner of each outlet of the table, by its name and by its host in lower case."""
    return {
        name.lower(): outlet.family or outlet.name
        for outlet in lexicon.outlets
        for name in (outlet.name, outlet.domain)
        if name
    }


def components(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return for each node the least name among those it hangs together with.

    >>> components("abc", [("b", "c")])
    {'a': 'a', 'b': 'b', 'c': 'b'}
    """
    parent = {node: node for node in nodes}

    def find(node: str) -> str:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for one, other in sorted(edges):
        if one in parent and other in parent:
            low, high = sorted((find(one), find(other)))
            parent[high] = low
    return {node: find(node) for node in parent}
