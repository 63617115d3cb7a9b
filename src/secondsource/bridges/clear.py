"""Turns trees of the CLEAR style, which spaCy's English pipelines give, into trees of Universal Dependencies.

A preposition heads its object in CLEAR and hangs on it in Universal Dependencies; the verb *be* heads its complement
there and hangs on it here; a conjunction hangs on the word before it there and on the one behind it here.  What the
two styles only name differently is renamed.
Sources: Choi and Palmer, Guidelines for the CLEAR Style Constituent to Dependency Conversion (2012); Universal
Dependencies 2, English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NAMES: Final = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp", "poss": "nmod:poss", "relcl": "acl:relcl",
    "prt": "compound:prt", "neg": "advmod", "quantmod": "advmod", "npadvmod": "obl:unmarked", "predet": "det:predet",
    "preconj": "cc:preconj", "intj": "discourse", "meta": "dep", "complm": "mark", "nn": "compound", "num": "nummod",
    "prep": "advmod", "agent": "advmod", "pobj": "obl", "pcomp": "advcl", "": "dep",
}  # fmt: skip
_ONLY_CLEAR: Final = frozenset(_NAMES) - {"ROOT", ""}
_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_BE: Final = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"])


def is_clear(labels: Sequence[str]) -> bool:
    """Tell whether the labels of a document's trees are of the CLEAR style.

    >>> is_clear(["nsubj", "ROOT", "dobj"]), is_clear(["nsubj", "ROOT", "obj"])
    (True, False)
    """
    return not _ONLY_CLEAR.isdisjoint(labels)


@dataclass(slots=True)
class _Trees:
    """Trees while they are turned: head (-1 for a root) and label of each word."""

    words: Sequence[str]
    upos: Sequence[str]
    heads: list[int]
    labels: list[str]

    def below(self, at: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of word `at`, those with one of `labels` if any are given."""
        yield from (
            word for word, head in enumerate(self.heads) if head == at and (not labels or self.labels[word] in labels)
        )

    def turn(self, low: int, high: int, label: str) -> None:
        """Put `low`, a dependent of `high`, in the place of `high`, and `high` with its other dependents below it."""
        self.heads[low], self.labels[low] = self.heads[high], self.labels[high]
        for other in list(self.below(high)):
            self.heads[other] = low
        self.heads[high], self.labels[high] = low, label


def universal(
    words: Sequence[str], upos: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Return heads and relations of Universal Dependencies for trees of the CLEAR style.

    Args:
        words: in lower case, in order.
        upos: universal part of speech of each.
        heads: index of each word's head, -1 for a root.
        labels: of the CLEAR style.

    >>> universal(["go", "to", "oslo"], ["VERB", "ADP", "PROPN"], [-1, 0, 1], ["ROOT", "prep", "pobj"])
    ([-1, 2, 0], ['root', 'case', 'obl'])
    """
    trees = _Trees(words, upos, list(heads), ["compound" if label == "nmod" else label for label in labels])
    for turned in (_prepositions, _copulas, _conjunctions):
        turned(trees)
    return trees.heads, [_relation(trees, at) for at in range(len(words))]


def _relation(trees: _Trees, at: int) -> str:
    label, head = trees.labels[at], trees.heads[at]
    if label == "npadvmod" and head >= 0 and trees.upos[head] in _NOMINAL:
        return "nmod:unmarked"
    return "mark" if label == "aux" and trees.words[at] == "to" else _NAMES.get(label, label)


def _prepositions(trees: _Trees) -> None:
    """Hang prepositions on their objects ("in Oslo"), and those before a clause on its verb ("after leaving")."""
    for at in range(len(trees.heads) - 1, -1, -1):
        was, governor = trees.labels[at], trees.heads[at]
        low = next(trees.below(at, "pobj", "pcomp"), None) if was in _PREPOSITIONS else None
        if low is None:
            continue
        nominal = governor >= 0 and trees.upos[governor] in _NOMINAL
        clause = trees.labels[low] == "pcomp"
        trees.turn(low, at, "mark" if clause else "case")
        oblique = "obl:agent" if was == "agent" else "nmod" if nominal else "obl"
        trees.labels[low] = ("acl" if nominal else "advcl") if clause else oblique


def _copulas(trees: _Trees) -> None:
    """Hang *be* on what it joins to the subject ("the port is open"); after *there* that is the subject itself."""
    for at, word in enumerate(trees.words):
        low = next(trees.below(at, "attr", "acomp"), None) if word in _BE else None
        if low is None:
            continue
        if next(trees.below(at, "expl"), None) is not None:
            trees.labels[low] = "nsubj"
        else:
            trees.turn(low, at, "cop")


def _conjunctions(trees: _Trees) -> None:
    """Hang "and" on the member behind it, and every member of a row on the first one."""
    for at, label in enumerate(trees.labels):
        if label == "cc":
            behind = (word for word in trees.below(trees.heads[at], "conj") if word > at)
            trees.heads[at] = next(behind, trees.heads[at])
    for at, label in enumerate(trees.labels):
        while label == "conj" and _goes_on(trees, trees.heads[at]):
            trees.heads[at] = trees.heads[trees.heads[at]]


def _goes_on(trees: _Trees, at: int) -> bool:
    """Tell whether word `at` is itself a later member of a row; a fragment can have one as its root."""
    return at >= 0 and trees.labels[at] == "conj" and trees.heads[at] >= 0
