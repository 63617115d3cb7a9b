"""The tree of one sentence as the rules of figures ask it: what a number counts, and the words that govern it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.records import Offsets, Syntax
from secondsource.text.dates_words import MONTHS, WEEKDAYS

_MODIFIES = frozenset({"nummod", "compound", "amod", "det", "dep", "nmod"})
_LEFT_OUT = frozenset({"det", "nummod", "case", "nmod:poss", "cc", "mark", "det:predet", "advmod", "discourse"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "SYM", "X"})
_POINTS = frozenset({"them", "us", "those", "these", "whom", "which", "it", "who"})
_CLIMBS = 4
_CLAUSE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "xcomp", "ccomp", "nsubj:outer", "csubj"})
_MEASURED = frozenset({"obl", "obl:unmarked", "obl:agent", "nmod:unmarked", "advmod"})
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_ABOUT = frozenset({"nmod", "appos", "compound", "conj"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one sentence.

    Attributes:
        words: offsets of each word; texts: each word in lower case.
        heads: index of the head in this sentence, -1 for the root; relations: as in `records.Syntax`.
        below: dependents of each word, in order.
    """

    words: tuple[Offsets, ...]
    texts: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    below: tuple[tuple[int, ...], ...]

    def children(self, at: int, *relations: str) -> Iterator[int]:
        """Yield the dependents of word `at` with one of the relations (`nmod` takes `nmod:of` too)."""
        for child in self.below[at]:
            relation = self.relations[child]
            if relation in relations or relation.split(":")[0] in relations:
                yield child

    def case(self, at: int) -> str:
        """Return the preposition of a phrase, "" for none."""
        return next((self.texts[child] for child in self.children(at, "case")), "")

    def under(self, at: int, top: int) -> bool:
        """Tell whether word `at` is `top` or depends on it."""
        while at not in {-1, top}:
            at = self.heads[at]
        return at == top


@dataclass(frozen=True, slots=True)
class Branch:
    """What a number counts.

    Attributes:
        head: index of the counted noun, or of the number itself where it stands alone.
        top: index of the word that stands for both in the sentence ("three" in "three of the pilots").
        noun: offsets of the noun with the modifiers between number and noun, None where there is none.
        of: whether the noun stands behind `of`; points: whether it only points back ("12 of them").
        pronoun: whether the number is a mere pronoun ("one never knows").
    """

    head: int
    noun: Offsets | None
    top: int
    of: bool = False
    points: bool = False
    pronoun: bool = False


def grown(text: str, syntax: Syntax, start: int, end: int) -> Tree | None:
    """Return the tree of the words inside `text[start:end]`, None where no tree was grown or it reaches outside."""
    first, last = bisect_left(syntax.words, (start, -1)), bisect_left(syntax.words, (end, -1))
    if first == last or not syntax.heads:
        return None
    heads = tuple(head - first if head >= 0 else -1 for head in syntax.heads[first:last])
    if not all(-1 <= head < last - first for head in heads):
        return None
    below: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head >= 0:
            below[head].append(at)
    words = syntax.words[first:last]
    texts = tuple(text[begin:stop].lower() for begin, stop in words)
    return Tree(words, texts, syntax.upos[first:last], heads, syntax.relations[first:last], tuple(map(tuple, below)))


def branch(tree: Tree, number: Offsets) -> Branch | None:
    """Return what the number at `number` (its offsets alone) counts, None where the tree has no such word."""
    inside = [at for at, (start, end) in enumerate(tree.words) if start < number[1] and end > number[0]]
    top = next((at for at in inside if tree.heads[at] not in inside), None)
    if top is None:
        return None
    behind = (child for each in inside for child in tree.children(each, "nmod", "obl") if tree.case(child) == "of")
    of = next((child for child in behind if tree.words[child][0] >= number[1]), None)
    if of is not None:
        points = tree.texts[of] in _POINTS
        noun = None if points else _phrase(tree, of, top)
        return Branch(top if points else of, noun, top, of=True, points=points)
    head = tree.heads[top]
    modifies = tree.relations[top].split(":")[0] in _MODIFIES and tree.relations[top] != "nmod:poss"
    apart = any(upos == "ADP" for upos in tree.upos[max(inside) + 1 : head])
    if head > top and modifies and not apart and tree.upos[head] in _NOMINAL and tree.words[head][0] >= number[1]:
        return Branch(head, _phrase(tree, head, max(inside)), head)
    return Branch(top, None, top, pronoun=tree.upos[top] == "PRON")


def _phrase(tree: Tree, head: int, number: int) -> Offsets | None:
    """Return the noun with its modifiers behind word `number`; articles, possessives and prepositions are left out."""
    if not tree.texts[head][:1].isalpha():
        return None
    first = head
    while first - 1 > number and tree.under(first - 1, head) and not _outside(tree, first - 1, head):
        first -= 1
    while first < head and not tree.texts[first][0].isalnum():
        first += 1
    last = max((child for child in tree.children(head, "flat", "goeswith") if child > head), default=head)
    return tree.words[first][0], tree.words[last][1]


def _outside(tree: Tree, at: int, head: int) -> bool:
    """Tell whether word `at` belongs to a part of the phrase that is left out."""
    while at != head:
        if tree.heads[at] == head and tree.relations[at] in _LEFT_OUT:
            return True
        at = tree.heads[at]
    return False


def governors(tree: Tree, found: Branch, *, measured: bool = False) -> Iterator[int]:
    """Yield the words that may say what happened to the counted, the likeliest first.

    The noun itself ("300 deaths"), a participle or relative clause on it, an adjective before it, the verb it is
    subject or object of with what that verb takes as complement ("left 61 missing"), or the noun it belongs to ("the
    bodies of 12 miners").

    Args:
        tree: of the sentence.
        found: the counted noun and its number.
        measured: whether the number is money or percent, which a verb also takes with a preposition ("fell by 5%").
    """
    yield found.head  # 300 deaths
    yield from tree.children(found.head, "acl", "amod")
    at = found.top
    for _ in range(_CLIMBS):
        head, relation = tree.heads[at], tree.relations[at]
        if head < 0:
            return
        if relation in _CLAUSE or (measured and relation in _MEASURED):
            yield from tree.children(head, "xcomp", "ccomp") if relation != "ccomp" else ()
            yield head
            return
        if relation.split(":")[0] not in _ABOUT:
            return
        if tree.upos[head] == "NUM" and relation.startswith("nmod"):
            return  # three of the four pilots
        if relation != "conj":
            yield head
        if relation.startswith("nmod") and tree.case(at) != "of":
            return  # a base for 12 raids
        at = head


def subject(tree: Tree, verb: int) -> Offsets | None:
    """Return who does what word `verb` says: its subject, the agent of a passive, the noun of a relative clause."""
    for _ in range(_CLIMBS):
        agent = next((child for child in tree.children(verb, "obl") if tree.relations[child] == "obl:agent"), None)
        passive = any(tree.children(verb, "nsubj:pass"))
        found = (
            agent if agent is not None else next((c for c in tree.below[verb] if tree.relations[c] == "nsubj"), None)
        )
        if found is not None:
            relative = tree.texts[found] in {"that", "which", "who"} and tree.relations[verb] == "acl:relcl"
            return span(tree, tree.heads[verb] if relative else found)
        if passive or tree.relations[verb] not in {"conj", "xcomp", "advcl"}:
            return None
        verb = tree.heads[verb]
    return None


def target(tree: Tree, at: int, verb: int, own: Offsets) -> Offsets | None:
    """Return the name of whom or where: behind `to`, `against`, `in` … under the verb or the counted noun `at`.

    A place in the stretch `own`, from the number to the next one, goes before others.
    """
    places = [
        child
        for head in dict.fromkeys((at, verb, tree.heads[verb] if tree.relations[verb] == "xcomp" else verb))
        for child in tree.children(head, "obl", "nmod")
        if tree.upos[child] == "PROPN" and child > min(at, verb) and tree.texts[child] not in _DAYS
    ]
    places.sort(key=lambda child: not own[0] <= tree.words[child][0] < own[1])
    for cases in ({"to", "into", "against"}, {"in", "at", "on", "from"}):
        for child in places:
            if tree.case(child) in cases:
                return span(tree, child)
    return None


def span(tree: Tree, at: int) -> Offsets:
    """Return the noun phrase of word `at`: its left modifiers without article and preposition, and its name."""
    parts = {at}
    for child in tree.below[at]:
        relation = tree.relations[child].split(":")[0]
        if relation in {"compound", "flat", "amod"} or (relation == "nmod" and child < at):
            parts |= {word for word in range(len(tree.words)) if tree.under(word, child)}
    first = at
    while first - 1 in parts:
        first -= 1
    last = at
    while last + 1 in parts:
        last += 1
    return tree.words[first][0], tree.words[last][1]
