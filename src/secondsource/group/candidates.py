"""Finds the pairs of documents that share wording, from an inverted index of their winnowed fingerprints.

Source: measured on 6,000 news texts with copies of four kinds: containment of winnowed 5-grams finds whole, abridged,
embedded and reworded copies alike, where MinHash of 3-grams at .3 finds .29 of the embedded ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.text.shingles import Hashes

Positions = npt.NDArray[np.int64]

FREQUENT = 60
"""Documents that may share a fingerprint before it is taken for page furniture, or for a text that all reprint.

Source: Passim (Smith et al. 2014) caps at 100; 60 measured on 66,900 news texts, where the largest group of "copies"
without a cap was a copyright notice.
"""
FEWEST = 3
"""Fingerprints that a pair must share: two together cover some 20 words."""
NEAREST = 6
"""Partners by which a document is read at most, those that share most first; others may add it to theirs."""
LEAST_SHARE = 0.06
"""Share of the shorter text's fingerprints that a pair must have in common to be read word by word."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of document indices (the smaller first) to be read word by word, and the fingerprints of furniture."""

    pairs: tuple[tuple[int, int], ...]
    furniture: Hashes


def candidates(
    prints: Sequence[Hashes], wires: Sequence[bool], *, fewest: int = FEWEST, least_share: float = LEAST_SHARE
) -> Candidates:
    """Return the pairs among documents with these fingerprints (sorted, each once), in order.

    Args:
        prints: fingerprints of each document, the earliest document first.
        wires: whether each stands with the agency that wrote it: the likeliest original among equals.
        fewest: fingerprints that a pair must share.
        least_share: share of the shorter text's fingerprints that a pair must have in common.
    """
    sizes = np.array([len(each) for each in prints], dtype=np.int64)
    values = np.concatenate([np.empty(0, dtype=np.uint64), *prints])
    owners = np.repeat(np.arange(len(prints)), sizes)
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.append([True], values[1:] != values[:-1]))[: len(values)]
    lengths = np.diff(np.append(starts.astype(np.int64), len(values)))
    frequent = np.repeat(lengths > FREQUENT, lengths)
    mass = _mass_reprints(owners[frequent], sizes)
    keys = [*_pair_keys(owners, starts, lengths, len(prints)), *_star_keys(owners, starts, lengths, mass)]
    pairs, shared = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *keys]), return_counts=True)
    left, right = pairs // max(1, len(prints)), pairs % max(1, len(prints))
    least = np.minimum(sizes[left], sizes[right])
    kept = (shared >= np.minimum(fewest, least)) & (shared >= least_share * least)
    kept[kept] = _nearest(left[kept], right[kept], shared[kept], np.array(wires, dtype=np.bool_))
    furniture = np.unique(values[frequent & ~mass[owners]])
    return Candidates(tuple(zip(left[kept].tolist(), right[kept].tolist(), strict=True)), furniture)


def _nearest(
    left: Positions, right: Positions, shared: Positions, wires: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Tell which pairs are among the nearest of either document: forty reprints need not all be read against all."""
    owners, partners = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.lexsort((partners, ~wires[partners], -np.concatenate([shared, shared]), owners))
    firsts = np.searchsorted(owners[order], owners[order])
    near = np.zeros(len(owners), dtype=np.bool_)
    near[order] = np.arange(len(owners)) - firsts < NEAREST
    found: npt.NDArray[np.bool_] = near[: len(left)] | near[len(left) :]
    return found


def _mass_reprints(owners: Positions, sizes: Positions) -> npt.NDArray[np.bool_]:
    """Tell for each document whether most of it is wording that very many share: then it is a text, not furniture."""
    return np.bincount(owners, minlength=len(sizes)) >= 0.5 * np.maximum(1, sizes)


def _pair_keys(owners: Positions, starts: Positions, lengths: Positions, count: int) -> list[Positions]:
    keys = []
    for size in np.unique(lengths[(lengths > 1) & (lengths <= FREQUENT)]).tolist():
        groups = owners[starts[lengths == size][:, None] + np.arange(size)]
        left, right = np.triu_indices(size, k=1)
        keys.append((groups[:, left] * count + groups[:, right]).ravel())
    return keys


def _star_keys(
    owners: Positions, starts: Positions, lengths: Positions, mass: npt.NDArray[np.bool_]
) -> list[Positions]:
    """Pair each of many reprints with the first one only: all pairs of 1,000 reprints would be half a million."""
    keys = []
    for start, length in zip(starts[lengths > FREQUENT], lengths[lengths > FREQUENT], strict=True):
        group = owners[start : start + length]
        group = group[mass[group]]
        keys.append(group[:1] * len(mass) + group[1:])
    return keys
