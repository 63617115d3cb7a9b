"""Which outlets are one publisher, and which documents are one text."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from secondsource.lexicon.tables import Lexicon
from secondsource.records import Listed


@functools.lru_cache(maxsize=8)
def publishers(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the owner of each outlet of the table, by its name and by its host in lower case."""
    return {
        name.lower(): outlet.family or outlet.name
        for outlet in lexicon.outlets
        for name in (outlet.name, outlet.domain)
        if name
    }


def owned(lexicon: Lexicon, listed: Iterable[Listed]) -> Mapping[str, str]:
    """Return the owner of each outlet, by name and host in lower case; the newsroom's own list has the last word."""
    own = {
        name.lower(): one.family or one.outlet
        for one in listed
        if one.role != "organ"
        for name in (one.outlet, one.domain)
        if name
    }
    return {**publishers(lexicon), **own}


def organs_of(lexicon: Lexicon, listed: Iterable[Listed]) -> dict[str, str]:
    """Return the state that speaks through each organ of the newsroom's list, by the organ's name in lower case."""
    names = {name.lower(): state.name for state in lexicon.states for name in (state.name, state.code, *state.aliases)}
    return {
        one.outlet.lower(): names.get(one.country.lower(), one.country)
        for one in listed
        if one.role == "organ" and one.country
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
