"""Cuts texts into windows that begin at a sentence, other ones in each epoch, and lays windows side by side."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from secondsource.analyse.labels import NAMES
from secondsource.analyse.pieces import START, STOP, Pieces
from secondsource.analyse.windows import LONGEST
from training.data import UNKNOWN, Text

AT_ONCE = 3072
"""Pieces of a batch, padding included."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `stop` of one text."""

    text: Text
    pieces: Pieces
    first: int
    stop: int

    def __len__(self) -> int:
        """Return its pieces with `[CLS]` and `[SEP]`."""
        return int(self.pieces.firsts[self.stop] - self.pieces.firsts[self.first]) + 2


def windows(text: Text, cut: Pieces, shorten: int = 0) -> Iterator[Window]:
    """Yield windows that cover the text without overlap; the first is `shorten` pieces shorter than the others."""
    bounds = [*text.sentences, len(text.words)]
    first, room = 0, LONGEST - shorten
    while first < len(text.words):
        limit = int(np.searchsorted(cut.firsts, cut.firsts[first] + room, side="right")) - 1
        inside = [bound for bound in bounds if first < bound <= limit]
        stop = inside[-1] if inside else max(limit, first + 1)
        yield Window(text, cut, first, min(stop, len(text.words)))
        first, room = stop, LONGEST


def epoch(texts: Sequence[tuple[Text, Pieces]], rng: random.Random) -> list[list[Window]]:
    """Return the batches of one epoch: every text once, lighter ones (tweets) only with their weight's chance."""
    found = [
        window
        for text, cut in texts
        if text.weight == 1.0 or rng.random() < 0.5
        for window in windows(text, cut, rng.randrange(LONGEST - 100) if len(cut.ids) > LONGEST else 0)
        if len(window) <= LONGEST + 2
    ]
    rng.shuffle(found)
    made: list[list[Window]] = []
    for start in range(0, len(found), 512):
        pool = sorted(found[start : start + 512], key=len)
        while pool:
            count = max(1, AT_ONCE // len(pool[-1]))
            made.append(pool[-count:])
            del pool[-count:]
    rng.shuffle(made)
    return made


def collate(batch: Sequence[Window]) -> dict[str, Tensor]:
    """Return the tensors of a batch; word 0 of each window is `[CLS]`."""
    pieces = max(len(window) for window in batch)
    words = max(window.stop - window.first for window in batch) + 1
    shape = (len(batch), words)
    made: dict[str, np.ndarray] = {
        "ids": np.zeros((len(batch), pieces), np.int64),
        "marks": np.zeros((len(batch), pieces, 3), np.int64),
        "mask": np.zeros((len(batch), pieces), np.int64),
        "firsts": np.zeros(shape, np.int64),
        "words": np.zeros(shape, bool),
        "sentence": np.full(shape, -1, np.int64),
        "pointers": np.zeros((len(batch), 3, words, words), bool),
        "allowed": np.zeros((len(batch), len(NAMES)), bool),
        "weight": np.array([window.text.weight for window in batch], np.float32),
    }
    made |= {name: np.full(shape, UNKNOWN, np.int64) for name in (*_LAYERS, "heads")}
    for row, window in enumerate(batch):
        _lay(made, row, window)
    made["has_roles"] = np.array([bool(window.text.roles) for window in batch])
    made["has_syntax"] = np.array([bool(window.text.upos) for window in batch])
    made["has_names"] = np.array([bool(window.text.names) for window in batch])
    return {name: torch.from_numpy(array) for name, array in made.items()}


_LAYERS = ("roles", "opens", "upos", "xpos", "relations", "names", "fine")


def _lay(made: Mapping[str, np.ndarray], row: int, window: Window) -> None:
    text, first, stop = window.text, window.first, window.stop
    begin, end = int(window.pieces.firsts[first]), int(window.pieces.firsts[stop])
    size, count = end - begin, stop - first
    made["ids"][row, : size + 2] = [START, *window.pieces.ids[begin:end], STOP]
    made["marks"][row, 1 : size + 1] = window.pieces.marks[begin:end]
    made["mask"][row, : size + 2] = 1
    made["firsts"][row, 1 : count + 1] = window.pieces.firsts[first:stop] - begin + 1
    made["words"][row, : count + 1] = True
    starts = np.zeros(count, np.int64)
    starts[[s - first for s in text.sentences if first <= s < stop]] = 1
    made["sentence"][row, 1 : count + 1] = starts.cumsum()
    for name in _LAYERS:
        labels: tuple[int, ...] = getattr(text, name)
        if labels:
            made[name][row, 1 : count + 1] = labels[first:stop]
    if text.heads:
        heads = np.array(text.heads[first:stop])
        inside = (heads >= first) & (heads < stop)
        made["heads"][row, 1 : count + 1] = np.where(heads == -1, 0, np.where(inside, heads - first + 1, UNKNOWN))
    for number, pairs in enumerate(text.pointers):
        for word, target in pairs:
            if first <= word < stop and (target == -1 or first <= target < stop):
                made["pointers"][row, number, word - first + 1, 0 if target == -1 else target - first + 1] = True
    made["allowed"][row] = [tag == "O" or tag[2:] in text.named for tag in NAMES]
