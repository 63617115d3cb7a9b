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
_LONGEST: Final = 254
"""Pieces of a text that are read, without `[CLS]` and `[SEP]`: the model's own limit of 256."""


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector of length 1 for each text, shape (texts, 384); their products are cosines.

    A text of more than 254 word pieces (about 190 words) is read up to there.  An empty one gets the null vector.
    """
    found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for at, text in enumerate(texts):
        cut = [number for start, end in tokens(text) for number in vocabulary().cut(text[start:end])][:_LONGEST]
        if cut:
            found[at] = _network().run(None, {"ids": np.array([[START, *cut, STOP]])})[0][0]
    return found


@functools.cache
def _network() -> onnxruntime.InferenceSession:
    return session((files("secondsource.analyse") / "weights" / "meaning.onnx").read_bytes())
