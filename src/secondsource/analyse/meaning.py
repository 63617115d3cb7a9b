"""Places short texts in a space where texts of like meaning lie close: the untouched encoder all-MiniLM-L6-v2.

Source: Reimers and Gurevych 2019 (Sentence-BERT); weights sentence-transformers/all-MiniLM-L6-v2, Apache-2.0.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from secondsource.analyse.encoder import session, vocabulary
from secondsource.analyse.pieces import START, STOP
from secondsource.text.segment import tokens

DIMENSIONS: Final = 384
LONGEST: Final = 254
"""Pieces of a text that are read, without `[CLS]` and `[SEP]`: the model's own limit of 256."""

_STATES: Final = {layer: f"/encoder/layers.{layer - 1}/fed/LayerNormalization_output_0" for layer in (4, 5, 6)}
"""What the network calls the states of its pieces after a layer, counted from 1."""


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector of length 1 for each text, shape (texts, 384); their products are cosines.

    A text of more than 254 word pieces (about 190 words) is read up to there.  An empty one gets the null vector.
    """
    found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for at, text in enumerate(texts):
        cut = [number for start, end in tokens(text) for number in vocabulary().cut(text[start:end])][:LONGEST]
        if cut:
            found[at] = _network().run(["vector"], {"ids": np.array([[START, *cut, STOP]])})[0][0]
    return found


def states(pieces: Sequence[int]) -> tuple[NDArray[np.float32], dict[int, NDArray[np.float32]]]:
    """Return the vector of a text given in pieces (at least one), and the states of its pieces after some layers.

    The states are of shape (pieces, 384), by number of the layer: 4, 5 and 6, the last one.  Pieces beyond the 254th
    are not read.
    """
    read = [START, *pieces[:LONGEST], STOP]
    vector, *found = _network().run(["vector", *_STATES.values()], {"ids": np.array([read])})
    return vector[0], {layer: each[0, 1:-1] for layer, each in zip(_STATES, found, strict=True)}


@functools.cache
def _network() -> onnxruntime.InferenceSession:
    network = (files("secondsource.analyse") / "weights" / "meaning.onnx").read_bytes()
    return session(network + b"".join(map(_shown, _STATES.values())))


def _shown(name: str) -> bytes:
    """Return what, put behind a network, makes it show one more of its values.

    Parts of a message that stand twice in its bytes are merged, and lists go on.
    Source: Protocol Buffers, encoding, "Last One Wins"; onnx.proto: ModelProto.graph = 7, GraphProto.output = 12,
    ValueInfoProto.name = 1 and type = 2, here a tensor of floats.
    """
    value = _field(1, name.encode()) + _field(2, _field(1, b"\x08\x01"))
    return _field(7, _field(12, value))


def _field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | 2, len(content)]) + content
