"""Joins tagged words and pointers to attributions: which source and which content belong to which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.analyse.encoder import Scores
from secondsource.analyse.labels import POINTERS, ROLES
from secondsource.analyse.tags import Floats, best, lawful, runs

Run = tuple[int, int]
"""First word and stop."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution in runs of words."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]


def attributed(scores: Sequence[Scores], transitions: Floats, stretches: Sequence[Run]) -> list[Attributed]:
    """Return the attributions of a document in the order of their cues.

    Args:
        scores: of all its words.
        transitions: (7, 7) score of each role tag behind each other one.
        stretches: words that stand together; no run goes from one stretch into another.
    """
    emissions = np.concatenate([each.roles for each in scores]) + _LEAN
    lawfully = lawful(ROLES)
    found = runs(best(emissions, transitions + lawfully, lawfully[0], stretches), ROLES)
    return linked(found, Pointing(scores))


_LEAN: Floats = np.array([0.0, 0.7, 0.7, 0.4, 0.4, 0.0, 0.0], dtype=np.float32)
"""Added to the scores of source and cue: the likeliest tags leave too many of them out for the best F1.

Source: measured on the development part of PolNeAR; from 0.3 to 1.0 whole attributions change by 0.3 points.
"""


class Pointing:
    """Shares of attention from words to words, over the stretches of a document."""

    def __init__(self, scores: Sequence[Scores]) -> None:
        """Take the scores of a document."""
        self._scores = scores
        self._ends = [each.end for each in scores]

    def mass(self, pointer: str, run: Run, targets: Sequence[Run | None]) -> Floats:
        """Return the mean share that the words of `run` give to each target, None being "nothing"."""
        each = self._scores[int(np.searchsorted(self._ends, run[0], side="right"))]
        rows = each.pointers[POINTERS.index(pointer)][
            run[0] - each.begin : max(run[0] + 1, min(run[1], each.end)) - each.begin
        ]
        shares = np.exp(rows - rows.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        mean = shares.mean(0)
        return np.array([self._share(mean, each, target) for target in targets], dtype=np.float32)

    @staticmethod
    def _share(mean: Floats, scores: Scores, target: Run | None) -> float:
        if target is None:
            return float(mean[0])
        begin, end = (min(max(at, scores.first), scores.stop) - scores.first + 1 for at in target)
        return float(mean[begin:end].sum())


def linked(found: Sequence[tuple[str, int, int]], pointing: Pointing) -> list[Attributed]:
    """Give every content to the cue it points at, and every cue the source it points at or none."""
    cues = [(a, b) for role, a, b in found if role == "cue"]
    sources = [(a, b) for role, a, b in found if role == "source"]
    contents = [(a, b) for role, a, b in found if role == "content"]
    if not cues:
        return []
    of: dict[Run, list[Run]] = {cue: [] for cue in cues}
    for content in contents:
        near = _near(cues, content)
        of[near[int(pointing.mass("content_cue", content, near).argmax())]].append(content)
    made = []
    for cue in cues:
        source = _source(cue, sources, pointing)
        if of[cue]:
            made.append(Attributed((source,) if source else (), (cue,), _joined(of[cue])))
    return made


def _joined(contents: Sequence[Run]) -> tuple[Run, ...]:
    """Join runs that touch: one content has no seam."""
    found: list[Run] = []
    for run in contents:
        if found and found[-1][1] == run[0]:
            found[-1] = found[-1][0], run[1]
        else:
            found.append(run)
    return tuple(found)


_REACH = 400
"""Words between two runs of one attribution at most: what a window holds."""


def _near(runs_: Sequence[Run], run: Run) -> list[Run]:
    near = [each for each in runs_ if abs(each[0] - run[0]) <= _REACH]
    return near or [min(runs_, key=lambda each: abs(each[0] - run[0]))]


def _source(cue: Run, sources: Sequence[Run], pointing: Pointing) -> Run | None:
    near: list[Run | None] = [None, *(each for each in sources if abs(each[0] - cue[0]) <= _REACH)]
    asked = pointing.mass("cue_source", cue, near)
    for at, each in enumerate(near):
        if each is not None and asked[at] > _FAINT:
            asked[at] += pointing.mass("source_cue", each, [cue])[0]
    return near[int(asked.argmax())]


_FAINT = 0.02
