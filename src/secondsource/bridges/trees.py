"""Reads words, tags and trees out of a spaCy `Doc`, each tree within its sentence, as Universal Dependencies."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

from secondsource.bridges.clear import is_clear, universal
from secondsource.bridges.stretches import Stretches
from secondsource.records import Offsets, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def syntax(doc: Doc, stretches: Stretches, sentences: Sequence[Offsets]) -> Syntax:
    """Return the words that lie in a sentence, with tags and trees; none where the pipeline parses nothing.

    A sentence has one root.  A word whose head lies outside its sentence (cut at the edge of headline or body)
    hangs on the root as `dep`, the relation for what is not known better.

    Args:
        doc: over the whole text.
        stretches: what is read of it.
        sentences: half-open code point offsets, in order.
    """
    if not doc.has_annotation("DEP"):
        return Syntax()
    starts = [start for start, _ in sentences]
    kept: list[Token] = []
    words: list[Offsets] = []
    for token in doc:
        pieces = stretches.within(token.idx, token.idx + len(token))
        if pieces and _number(starts, sentences, pieces[0]) >= 0:
            kept.append(token)
            words.append(pieces[0])
    homes = [_number(starts, sentences, word) for word in words]
    heads, labels = _rooted(_heads(kept, homes), [token.dep_ for token in kept], homes)
    upos, forms = [token.pos_ for token in kept], [token.lower_ for token in kept]
    clear = is_clear(labels)
    for first, stop in _groups(homes) if clear else ():
        here = slice(first, stop)
        local = [head - first if head >= 0 else -1 for head in heads[here]]
        turned, labels[here] = universal(forms[here], upos[here], local, labels[here])
        heads[here] = [head + first if head >= 0 else -1 for head in turned]
    relations = tuple("root" if head < 0 else label or "dep" for head, label in zip(heads, labels, strict=True))
    return Syntax(tuple(words), tuple(upos), tuple(token.tag_ for token in kept), tuple(heads), relations)


def _groups(homes: Sequence[int]) -> list[Offsets]:
    """Return first word and stop of each sentence."""
    firsts = [at for at, home in enumerate(homes) if not at or homes[at - 1] != home]
    return list(zip(firsts, [*firsts[1:], len(homes)], strict=True))


def _number(starts: Sequence[int], sentences: Sequence[Offsets], word: Offsets) -> int:
    at = bisect.bisect_right(starts, word[0]) - 1
    return at if at >= 0 and word[0] < sentences[at][1] else -1


def _heads(kept: Sequence[Token], homes: Sequence[int]) -> list[int | None]:
    """Return the number of each word's head, its own for a root, None where the head is no word of the sentence."""
    numbers = {token.i: number for number, token in enumerate(kept)}
    found = [numbers.get(token.head.i) for token in kept]
    return [head if head is not None and homes[head] == home else None for head, home in zip(found, homes, strict=True)]


def _rooted(heads: Sequence[int | None], labels: Sequence[str], homes: Sequence[int]) -> tuple[list[int], list[str]]:
    """Return heads with -1 for the one root of each sentence; other roots and lost words hang on it as `dep`."""
    roots: dict[int, int] = {}
    for number, head in enumerate(heads):
        if head == number:
            roots.setdefault(homes[number], number)
    for number, head in enumerate(heads):
        if head is None:
            roots.setdefault(homes[number], number)
    found, relations = [], []
    for number, head in enumerate(heads):
        root = roots.get(homes[number], number)
        loose = head is None or head == number
        found.append(-1 if root == number else root if head is None or loose else head)
        relations.append("dep" if loose and root != number else labels[number])
    return found, relations
