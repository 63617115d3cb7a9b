"""Turns the encoder's scores into tags, trees and names over the words of a document."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from secondsource.analyse.encoder import Scores
from secondsource.analyse.labels import FINE, NAMES, RELATIONS, UPOS, XPOS
from secondsource.analyse.tags import Floats, best, lawful, runs
from secondsource.analyse.trees import tree
from secondsource.records import Mention, MentionKind, Offsets, Syntax

_KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


def syntax(words: Sequence[Offsets], sentences: Sequence[int], scores: Sequence[Scores], relation: Floats) -> Syntax:
    """Return tags and trees.

    Args:
        words: half-open code point offsets.
        sentences: number of the first word of each sentence.
        scores: of all words, stretch by stretch.
        relation: (d, relations * d) biaffine weights of labels.
    """
    upos = [UPOS[at] for each in scores for at in each.upos.argmax(1)]
    xpos = [XPOS[at] for each in scores for at in each.xpos.argmax(1)]
    heads: list[int] = []
    relations: list[str] = []
    for each in scores:
        bounds = [each.begin, *(at for at in sentences if each.begin < at < each.end), each.end]
        found = [head for begin, end in itertools.pairwise(bounds) for head in _heads(each, begin, end)]
        heads += found
        relations += _relations(each, found, relation)
    return Syntax(tuple(words), tuple(upos), tuple(xpos), tuple(heads), tuple(relations))


def _heads(scores: Scores, begin: int, end: int) -> list[int]:
    rows = scores.arcs[begin - scores.begin : end - scores.begin]
    inside = slice(begin - scores.first + 1, end - scores.first + 1)
    found = tree(np.concatenate([rows[:, :1], rows[:, inside]], axis=1))
    return [head + begin if head >= 0 else -1 for head in found]


def _relations(scores: Scores, heads: Sequence[int], weights: Floats) -> list[str]:
    governors = scores.head[[head - scores.first + 1 if head >= 0 else 0 for head in heads]]
    # One product for all words and labels, of which each word's governor then picks its share.
    sides = (scores.dependent @ weights).reshape(len(heads), len(RELATIONS), -1)
    found = np.matmul(sides, governors[:, :, None])[..., 0]
    found[:, RELATIONS.index("root")] = -np.inf
    return ["root" if head < 0 else RELATIONS[label] for head, label in zip(heads, found.argmax(1), strict=True)]


def names(
    words: Sequence[Offsets], scores: Sequence[Scores], naming: Floats, stretches: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Return the names, in order, without overlap; offsets are those of `words`, and no name leaves its stretch.

    Args:
        words: half-open code point offsets.
        scores: of all words, stretch by stretch.
        naming: (9, 9) score of each tag behind each other one.
        stretches: (first, stop) of words that stand together.
    """
    emissions = np.concatenate([each.names for each in scores])
    fine = np.concatenate([each.fine for each in scores])
    lawfully = lawful(NAMES)
    tagged = best(emissions, naming + lawfully, lawfully[0], stretches)
    return [
        Mention((words[first][0], words[stop - 1][1]), _KINDS[kind], FINE[int(fine[first:stop].sum(0).argmax())])
        for kind, first, stop in runs(tagged, NAMES)
    ]
