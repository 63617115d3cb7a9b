"""Runs the encoder over the words of a document and gives back what its heads say, sentence by sentence.

The weights lie in the package; nothing is ever downloaded.  Windows run one by one: with activations in int8 the scale
of a batch depends on all that is in it, so that a document would be read otherwise beside other documents.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from secondsource.analyse.pieces import START, STOP, Pieces, Vocabulary
from secondsource.analyse.windows import LONGEST, windows

Floats = NDArray[np.float32]

_OUTPUTS = ("roles", "pointers", "opens", "upos", "xpos", "arcs", "dependent", "head", "names", "fine")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of the words `begin` to `end` of a document, seen among the words `first` to `stop`.

    Rows are the words `begin` to `end`.  Where words point at words, columns are "none" (or the root) and then the
    words `first` to `stop`.

    Attributes:
        roles: (rows, 7) a score for each of `labels.ROLES`.
        pointers: (3, rows, columns) for each of `labels.POINTERS`.
        opens: (rows, 2) whether a sentence opens here.
        upos, xpos: (rows, tags).
        arcs: (rows, columns) score of each head.
        dependent: (rows, d) and `head`: (columns, d) both sides of a dependency's label.
        names, fine: (rows, tags).
    """

    first: int
    stop: int
    begin: int
    end: int
    roles: Floats
    pointers: Floats
    opens: Floats
    upos: Floats
    xpos: Floats
    arcs: Floats
    dependent: Floats
    head: Floats
    names: Floats
    fine: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """The encoder with its vocabulary and the two small tables that decoding needs.

    Attributes:
        transitions: (7, 7) score of each role tag behind each other one.
        relation: (d, relations * d) biaffine weights of dependency labels.
        naming: (9, 9) score of each name tag behind each other one.
    """

    session: onnxruntime.InferenceSession
    vocabulary: Vocabulary
    transitions: Floats
    relation: Floats
    naming: Floats

    def scores(self, pieces: Pieces, sentences: Sequence[int]) -> Iterator[Scores]:
        """Yield the scores of all words of a document, stretch by stretch.

        Args:
            pieces: the document's words in pieces.
            sentences: number of the first word of each sentence, beginning with 0.
        """
        units = _units(pieces, sentences)
        sizes = [int(pieces.firsts[b] - pieces.firsts[a]) for a, b in itertools.pairwise(units)]
        for window in windows(sizes):
            yield self._window(pieces, [units[at] for at in (window.first, window.stop, window.begin, window.end)])

    def _window(self, pieces: Pieces, bounds: Sequence[int]) -> Scores:
        first, stop, begin, end = bounds
        start, finish = int(pieces.firsts[first]), int(pieces.firsts[stop])
        ids = np.concatenate([[START], pieces.ids[start:finish], [STOP]])[None]
        marks = np.zeros((1, ids.shape[1], 3), np.int64)
        marks[0, 1:-1] = pieces.marks[start:finish]
        firsts = np.concatenate([[0], pieces.firsts[first:stop] - start + 1])[None]
        given = {"ids": ids, "marks": marks, "firsts": firsts}
        found = dict(zip(_OUTPUTS, (o[0] for o in self.session.run(_OUTPUTS, given)), strict=True))
        rows = slice(begin - first + 1, end - first + 1)
        shared = {"pointers": found.pop("pointers")[:, rows], "head": found.pop("head")}
        return Scores(first, stop, begin, end, **shared, **{name: each[rows] for name, each in found.items()})


def _units(pieces: Pieces, sentences: Sequence[int]) -> list[int]:
    """Return the bounds of sentences in words, those of more than `LONGEST` pieces cut."""
    last = len(pieces.firsts) - 1
    found: list[int] = []
    for begin, end in zip(sentences, [*sentences[1:], last], strict=True):
        at = begin
        while at < end:
            found.append(at)
            limit = int(np.searchsorted(pieces.firsts, pieces.firsts[at] + LONGEST, side="right")) - 1
            at = min(end, max(limit, at + 1))
    return [*found, last]


@functools.cache
def encoder() -> Encoder:
    """Return the encoder of the package, loaded at the first call (0.3 s)."""
    return loaded(files("secondsource.analyse") / "weights", "annotator.onnx")


def loaded(folder: Traversable, file: str) -> Encoder:
    """Return the network `file` of a folder that also holds `tables.npz`, with the vocabulary of the package."""
    with (folder / "tables.npz").open("rb") as tables, np.load(tables) as arrays:
        stored = ("transitions", "relation", "names")
        transitions, relation, naming = (arrays[name].astype(np.float32) for name in stored)
    sides = np.ascontiguousarray(relation.transpose(1, 0, 2)).reshape(relation.shape[1], -1)
    return Encoder(session((folder / file).read_bytes()), vocabulary(), transitions, sides, naming)


def session(network: bytes) -> onnxruntime.InferenceSession:
    """Return a session of one thread: documents are read side by side in processes, and one thread gives one result."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the package."""
    path = files("secondsource.analyse") / "weights" / "vocab.txt"
    return Vocabulary(path.read_text(encoding="utf-8").split("\n"))
