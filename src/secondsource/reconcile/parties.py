"""Which party a name stands for: its root over the storyline, a state for its capital and its people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile.contents import stems
from secondsource.records import Entity

_WORDS = re.compile(r"\w+(?:[-.&]\w+)*")
_LEADS = re.compile(r"(?:in|at|on|from|near|outside)\s", re.IGNORECASE)
"""What is read into a name at the head of a sentence and belongs to none ("In Elbia, where ...")."""
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Parties:
    """Names (lower case) and the roots that they stand for.

    Attributes:
        roots: each name to its root.
        names: each root to its names.
        words: stems of the words of all names that the articles hold.
    """

    roots: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    words: frozenset[str]

    def named_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, root) of each known name in `text`, the longest first at each place."""
        words = list(_WORDS.finditer(text.lower()))
        at = 0
        while at < len(words):
            size = next((n for n in range(_LONGEST, 0, -1) if self._root(text, words[at : at + n], n)), 0)
            if size:
                start, end = words[at].start(), words[at + size - 1].end()
                yield start, end, self.roots[text[start:end].lower()]
            at += size or 1

    def _root(self, text: str, words: list[re.Match[str]], size: int) -> str | None:
        if len(words) < size:
            return None
        start, end = words[0].start(), words[-1].end()
        return self.roots.get(text[start:end].lower()) if text[start : start + 1].isupper() else None

    def party(self, text: str) -> str:
        """Return the root of the last party that `text` names, "" if it names none."""
        return next(reversed([root for _, _, root in self.named_in(text)]), "")


def parties(
    entities: Iterable[Entity], lexicon: Lexicon, root: Callable[[str], str], speakers: Collection[str]
) -> Parties:
    """Return the names of the entities of a storyline, and of all states.

    A name of an unknown kind is a party's if it is one of the `speakers`.
    """
    roots: dict[str, str] = {}
    for state in lexicon.states:
        home = root(state.name)
        for name in (state.name, state.capital, *state.aliases, *state.demonyms, *state.metonyms):
            if name:
                roots.setdefault(name.lower(), home)
    named = (entity for entity in entities if not _LEADS.match(entity.name))
    acting = (entity for entity in named if entity.kind != "other" or entity.name in speakers)
    known = sorted(acting, key=lambda each: each.id)
    for entity in known:
        roots[entity.name.lower()] = root(entity.body or entity.name)
    names: dict[str, set[str]] = defaultdict(set)
    for name, home in roots.items():
        names[home].add(name)
    words = stems(" ".join(entity.name for entity in known))
    return Parties(roots, {home: frozenset(found) for home, found in names.items()}, words)
