"""Finds the best dependency tree of a sentence from scores of heads.

Sources: Chu and Liu 1965, Edmonds 1967; that one word alone hangs on the root is enforced by a toll on every arc from
the root, which the best tree pays once (Zmigrod, Vieira and Cotterell 2020).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_Doubles = NDArray[np.float64]


def tree(scores: Floats) -> list[int]:
    """Return the head of each word, -1 for the one root.

    Args:
        scores: (n, n + 1), finite: row a word, column 0 the root and column 1 + j the word j as its head.
    """
    count = len(scores)
    own = np.arange(count)
    arcs = np.full((count + 1, count + 1), -np.inf)
    arcs[1:] = scores
    arcs[own + 1, own + 1] = -np.inf
    heads = arcs.argmax(1)
    if (heads[1:] == 0).sum() != 1 or _cycle(heads):
        arcs[1:, 0] -= (float(np.ptp(scores)) + 1.0) * (count + 1)
        heads = _arborescence(arcs)
    return [int(head) - 1 for head in heads[1:]]


def _cycle(heads: NDArray[np.intp]) -> list[int]:
    """Return the nodes of one cycle, none if every node leads to node 0; node 0 has no head."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        at, walk = start, []
        while not seen[at]:
            seen[at] = start
            walk.append(at)
            at = int(heads[at])
        if seen[at] == start:
            return walk[walk.index(at) :]
    return []


def _arborescence(arcs: _Doubles) -> NDArray[np.intp]:
    """Return the head of each node in the best tree below node 0; `arcs` are (dependent, head)."""
    heads: NDArray[np.intp] = arcs.argmax(1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(arcs)) if node not in inside]
    staying = arcs.take(outside, 0)
    entering = arcs.take(cycle, 0).take(outside, 1) - arcs[cycle, heads[cycle]][:, None]
    leaving = staying.take(cycle, 1)
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = staying.take(outside, 1)
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    found = _arborescence(smaller)
    for number, node in enumerate(outside[1:], start=1):
        head = int(found[number])
        heads[node] = outside[head] if head < len(outside) else cycle[int(leaving[number].argmax())]
    broken = int(entering[:, found[-1]].argmax())
    heads[cycle[broken]] = outside[found[-1]]
    return heads
