"""Features of a page's lines for the linear scorer: their form, their neighbours, and how they share the page's words.

All are numbers near 0 to 1 and know no language; the order of `NAMES` is the order of the columns.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from secondsource.ingest.layout import Label, Page
from secondsource.ingest.lines import READ, WORD, Line

_SEPARATORS = re.compile(r"[|·•›»>/\\→✕×]|\s{2,}|\t")
_INNER = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]?[^\W\d_a-z]")
_READER = re.compile(
    r"\b(?:you|your|us|our|we|please|click|here|sign|subscribe|e-?mail|cookies?|privacy|terms|policy|free)\b", re.I
)
_SPEECH = re.compile(r"[“”„«»\"]")
_LOCAL = (
    "length", "prose", "closed", "inner", "commas", "small", "speech", "digits", "separators", "capitals", "reader", "repeated",
    "marked", "stamped", "captioned", "blocked", "topic", "colon",
)  # fmt: skip
_AROUND = ("prose", "length", "closed", "marked", "blocked")
_STEPS = (-3, -2, -1, 1, 2, 3)
_WIDE = ("density", "share", "before", "after", "first")
NAMES = (
    "constant",
    *_LOCAL,
    *(f"{name}{step:+d}" for step in _STEPS for name in _AROUND),
    *_WIDE,
    "length*share", "prose*share", "closed*share", "topic*share",
)  # fmt: skip
_REACH = 4.0
"""Lines over which the density of running text fades to 1/e; body paragraphs stand closer than the teasers of a list."""

Matrix = NDArray[np.float64]


def features(page: Page, labels: Mapping[int, Label]) -> Matrix:
    """Return the features of all lines, shape (lines, len(NAMES)); `labels` are those that blocks gave."""
    local = _local(page, labels)
    column = {name: local[:, i] for i, name in enumerate(_LOCAL)}
    around = [_shifted(column[name], step) for step in _STEPS for name in _AROUND]
    wide = _wide(page, column["prose"])
    share = wide[:, _WIDE.index("share")]
    products = [column[name] * share for name in ("length", "prose", "closed", "topic")]
    return np.column_stack([np.ones(len(page)), local, *around, wide, *products])


def _local(page: Page, labels: Mapping[int, Label]) -> Matrix:
    spread = _spread(page)
    repeats = Counter(line.text for line in page.lines)
    rows = [_row(page, index, labels, spread, repeated=repeats[line.text] > 1) for index, line in enumerate(page.lines)]
    return np.array(rows, dtype=np.float64).reshape(len(page), len(_LOCAL))


def _row(page: Page, index: int, labels: Mapping[int, Label], spread: Counter[str], *, repeated: bool) -> list[float]:
    line, mark = page.lines[index], page.marks[index]
    text = line.text[:READ]
    words = WORD.findall(text)
    count = max(1, len(words))
    kind = mark.kind if mark else None
    return [
        math.log1p(line.words) / 4,
        float(line.prose),
        float(line.closed),
        float(_INNER.search(text) is not None),
        min(5, text.count(",")) / 5,
        sum(word[0].islower() for word in words) / count,
        float(_SPEECH.search(text) is not None),
        sum(word[0].isdigit() for word in words) / count,
        float(_SEPARATORS.search(text) is not None),
        float(text.isupper()),
        min(4, sum(1 for _ in _READER.finditer(text))) / 4,
        float(repeated),
        float(kind in {"boilerplate", "related", "comment", "teaser"}),
        float(kind == "byline"),
        float(kind in {"caption", "credit"}),
        float(index in labels),
        _topic(line, words, spread),
        float(text.endswith(":")),
    ]


def _spread(page: Page) -> Counter[str]:
    """Return in how many lines of running text each long word stands."""
    found: Counter[str] = Counter()
    for index, line in enumerate(page.lines):
        if page.prose(index):
            found.update({word.casefold() for word in WORD.findall(line.text[:READ]) if len(word) >= 5})
    return found


def _topic(line: Line, words: list[str], spread: Counter[str]) -> float:
    """Return the share of a line's long words that other lines of running text hold too."""
    long = {word.casefold() for word in words if len(word) >= 5}
    own = 1 if line.prose else 0
    return sum(spread[word] > own for word in long) / len(long) if long else 0.0


def _wide(page: Page, prose: Matrix) -> Matrix:
    """Return density of running text, its share of the page's densest place, and how much stands before and after."""
    weight = prose * np.array([min(line.words, 80) for line in page.lines], dtype=np.float64)
    density = _faded(weight) + _faded(weight[::-1])[::-1] - weight
    total = max(1.0, float(weight.sum()))
    before = (np.cumsum(weight) - weight) / total
    after = 1 - before - weight / total
    first = np.array([1.0 if index < 3 else 0.0 for index in range(len(page))])
    return np.column_stack([density / 300, density / max(1.0, float(density.max(initial=0.0))), before, after, first])


def _faded(weight: Matrix) -> Matrix:
    fade, total = math.exp(-1 / _REACH), 0.0
    out = np.zeros_like(weight)
    for index, value in enumerate(weight):
        total = total * fade + value
        out[index] = total
    return out


def _shifted(column: Matrix, step: int) -> Matrix:
    out = np.zeros_like(column)
    if abs(step) < len(column):
        if step > 0:
            out[:-step] = column[step:]
        else:
            out[-step:] = column[:step]
    return out
