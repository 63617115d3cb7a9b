"""Places the words that name an event in spaces where like events lie close: alone, in their sentence, in their report.

The words are read by the untouched sentence encoder; two small projections of what it sees, fitted on events that were
marked as one or two, tell acts and scenes apart better than the encoder alone.

Source: weights `senses.npz`, fitted by `python -m training.coreference` on ECB+ (Cybulska and Vossen 2014, CC BY 3.0).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from secondsource.analyse.encoder import vocabulary
from secondsource.analyse.meaning import LONGEST, states
from secondsource.records import Offsets
from secondsource.text.segment import tokens

Floats = NDArray[np.float32]
VIEWS: Final = {
    "act": ("wide_5", "wide_6", "alone", "word_4"),
    "scene": ("wide_5", "wide_6", "alone", "sentence", "around"),
}
"""What each projection reads, side by side."""
_TINY: Final = 1e-9


@dataclass(frozen=True, slots=True)
class _Words:
    """Stretches of a text in word pieces: `bounds` are the first pieces of `words`, and then the number of pieces."""

    words: Sequence[Offsets]
    pieces: Sequence[int]
    bounds: Sequence[int]

    def of(self, named: Sequence[Offsets]) -> list[int]:
        """Return the pieces of the words that touch one of `named` and are read; the last one if there is none."""
        read = min(len(self.pieces), LONGEST)
        touched = [
            piece
            for number, (start, end) in enumerate(self.words)
            if any(start < stop and first < end for first, stop in named)
            for piece in range(self.bounds[number], self.bounds[number + 1])
            if piece < read
        ]
        return touched or [read - 1]


def senses(
    text: str, sentences: Sequence[Offsets], events: Sequence[tuple[int, Sequence[Offsets]]]
) -> dict[str, Floats]:
    """Return the unit vectors of events by the name of the view, each of shape (events, dimensions).

    Args:
        text: of one document.
        sentences: half-open code points, in order, none without a word.
        events: number of the sentence, and the words that name the event.
    """
    return project(unprojected(text, sentences, events))


def project(bare: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return the views with the fitted projections of them."""
    return {**bare, **{name: projected(bare, name, matrix) for name, matrix in _projections().items() if bare}}


def unprojected(
    text: str, sentences: Sequence[Offsets], events: Sequence[tuple[int, Sequence[Offsets]]]
) -> dict[str, Floats]:
    """Return what the encoder alone sees, as `senses` does."""
    cut = [_cut(text, [extent]) for extent in sentences]
    read = {number: _read(text, sentences, cut, number) for number in sorted({number for number, _ in events})}
    found = [_event(read[number], text, named) for number, named in events]
    return {name: np.array([each[name] for each in found], dtype=np.float32) for name in (found[0] if found else ())}


def projected(bare: Mapping[str, Floats], name: str, matrix: Floats) -> Floats:
    """Return the projection `name` of what was seen, `matrix` of shape (dimensions, seen)."""
    return _unit(np.concatenate([bare[view] for view in VIEWS[name]], axis=1) @ matrix.T)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence, and the sentences around it, each with its vector and the states of its pieces by layer."""

    near: _Words
    wide: _Words
    sentence: Floats
    around: Floats
    near_states: Mapping[int, Floats]
    wide_states: Mapping[int, Floats]


def _read(text: str, sentences: Sequence[Offsets], cut: Sequence[_Words], number: int) -> _Reading:
    wide = _cut(text, sentences[slice(*_around([len(each.pieces) for each in cut], number))])
    sentence, near_states = states(cut[number].pieces)
    around, wide_states = states(wide.pieces)
    return _Reading(cut[number], wide, sentence, around, near_states, wide_states)


def _around(sizes: Sequence[int], number: int) -> tuple[int, int]:
    """Return which sentences are read with one: as many on either side as the encoder can hold."""
    first, stop, total = number, number + 1, sizes[number]
    while True:
        before = first > 0 and total + sizes[first - 1] <= LONGEST
        if before:
            first, total = first - 1, total + sizes[first - 1]
        after = stop < len(sizes) and total + sizes[stop] <= LONGEST
        if after:
            stop, total = stop + 1, total + sizes[stop]
        if not (before or after):
            return first, stop


def _cut(text: str, extents: Sequence[Offsets]) -> _Words:
    words = [word for start, end in extents for word in tokens(text, start, end)]
    pieces = [vocabulary().cut(text[start:end]) for start, end in words]
    bounds = [0, *itertools.accumulate(map(len, pieces))]
    return _Words(words, [number for each in pieces for number in each], bounds)


def _event(read: _Reading, text: str, named: Sequence[Offsets]) -> dict[str, Floats]:
    near, wide = read.near.of(named), read.wide.of(named)
    return {
        "alone": _alone(" ".join(text[start:end] for start, end in named)),
        "sentence": read.sentence,
        "around": read.around,
        **{f"word_{layer}": _mean(read.near_states[layer], near) for layer in (4, 6)},
        **{f"wide_{layer}": _mean(read.wide_states[layer], wide) for layer in (4, 5, 6)},
    }


@functools.lru_cache(maxsize=1 << 14)
def _alone(words: str) -> Floats:
    return states(_cut(words, [(0, len(words))]).pieces)[0]


def _mean(found: Floats, pieces: Sequence[int]) -> Floats:
    return _unit(found[list(pieces)].mean(axis=0))


def _unit(vectors: Floats) -> Floats:
    unit: Floats = (vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + _TINY)).astype(np.float32)
    return unit


@functools.cache
def _projections() -> dict[str, Floats]:
    path = files("secondsource.analyse") / "weights" / "senses.npz"
    with path.open("rb") as file, np.load(file) as arrays:
        return {name: arrays[name].astype(np.float32) for name in VIEWS}
