"""Weighs pairs of mentions: what is plainly two goes first, then each pair alone is weighed, then with its neighbours.

All looks are logistic models.  The last one lets a pair be carried by a third mention that goes with both, and lets go
of one whose neighbours do not agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from secondsource.reconcile.coreference.blocks import Block
from secondsource.reconcile.coreference.features import features
from secondsource.reconcile.coreference.linkage import Floats, joined
from secondsource.reconcile.coreference.weights import FIRST, PLAIN, SECOND

FLOOR: Final = 0.35
"""Average likelihood from which two groups of mentions are one. Source: amid those that do alike on training folds."""
HOPELESS: Final = 0.01
"""Likelihood at the plain look from which a pair is weighed: two in five, and 97 % of those of one event."""
_LEAST: Final = 1e-4
_SLICE: Final = 1024


def likelihoods(block: Block) -> Floats:
    """Return how likely each two mentions are of one event, shape (mentions, mentions), with zeros on the diagonal."""
    alone = features(block)
    hopeful = applied(PLAIN, alone) > HOPELESS
    first = np.where(hopeful, applied(FIRST, alone), 0.0)
    return block.square(np.where(hopeful, applied(SECOND, alone | neighbours(block, first)), 0.0))


def applied(weights: Mapping[str, float], found: Mapping[str, Floats]) -> Floats:
    """Return the likelihoods of pairs by a logistic model; `weights` has a weight for each feature, and `base`."""
    odds = sum((weights[name] * found[name] for name in found), start=np.array(weights["base"]))
    return likely(odds)


def likely(odds: Floats) -> Floats:
    """Return the likelihoods of logarithms of odds."""
    found: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return found


def neighbours(block: Block, first: Floats) -> dict[str, Floats]:
    """Return what the first look says of the mentions that go with those of each pair.

    Args:
        block: the mentions.
        first: likelihood of each pair at the first look.
    """
    table = block.square(np.where(first < _LEAST, 0.0, first))
    a, b = block.first, block.second
    closed = table + np.eye(len(table))
    lengths = np.linalg.norm(closed, axis=1)
    bounded = np.clip(first, _LEAST, 1 - _LEAST)
    return {
        "first_odds": np.log(bounded / (1 - bounded)),
        "alike_neighbours": (closed @ closed)[a, b] / (lengths[a] * lengths[b]),
        "best_between": _best_between(table, block),
        **_groups(table, block, joined(table, FLOOR)),
    }


def _best_between(table: Floats, block: Block) -> Floats:
    """Return the likelihood of the weaker step over the best third mention."""
    found = np.zeros(len(block.first))
    for start in range(0, len(found), _SLICE):
        at = slice(start, start + _SLICE)
        found[at] = np.minimum(table[block.first[at]], table[block.second[at]]).max(axis=1)
    return found


def _groups(table: Floats, block: Block, labels: Sequence[int]) -> dict[str, Floats]:
    """Return how each mention goes with the group of the other, and the groups with each other."""
    label = np.array(labels)
    member = (label[:, None] == np.arange(label.max() + 1)).astype(np.float64)
    sizes, sums = member.sum(axis=0), table @ member
    a, b = block.first, block.second
    pair, home, other = table[a, b], label[a], label[b]
    there = np.where(sizes[other] > 1, (sums[a, other] - pair) / np.maximum(sizes[other] - 1, 1), pair)
    back = np.where(sizes[home] > 1, (sums[b, home] - pair) / np.maximum(sizes[home] - 1, 1), pair)
    between = (member.T @ sums)[home, other]
    one = home == other
    pairs = np.where(one, np.maximum(sizes[home] * (sizes[home] - 1), 1), sizes[home] * sizes[other])
    return {
        "least_with_group": np.minimum(there, back),
        "most_with_group": np.maximum(there, back),
        "groups": between / pairs,
        "one_group": one.astype(np.float64),
    }
