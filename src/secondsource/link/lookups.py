"""Indexes over the lexicon that linking asks: which state a name stands for, how long a title is, what is a medium."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.lexicon.tables import Lexicon, State, Title
from secondsource.text.names import words


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Look-ups by the words of a name (lower case, without accents and article).

    Attributes:
        states: names, aliases, capitals and metonyms of states.
        demonyms: peoples and adjectives of states.
        titles: titles by their words.
        agencies: canonical names of agencies by name and alias.
        outlets: names of outlets.
    """

    states: Mapping[tuple[str, ...], State]
    demonyms: Mapping[tuple[str, ...], State]
    titles: Mapping[tuple[str, ...], Title]
    agencies: Mapping[tuple[str, ...], str]
    outlets: frozenset[tuple[str, ...]]

    def state(self, name: str) -> State | None:
        """Return the state that `name`, its capital or a metonym stands for."""
        return self.states.get(words(name))

    def state_of(self, phrase: str) -> State | None:
        """Return the state that `phrase` is the name, the people or the adjective of."""
        found = words(phrase)
        return self.states.get(found) or self.demonyms.get(found)

    def opening_state(self, phrase: str) -> tuple[State | None, int]:
        """Return the state that the first words of `phrase` name, and how many they are."""
        found = words(phrase)
        for size in (3, 2, 1):
            state = self.states.get(found[:size]) or self.demonyms.get(found[:size])
            if state and len(found) >= size:
                return state, size
        return None, 0

    def title_length(self, tokens: Sequence[str]) -> int:
        """Return how many of the first tokens are titles that stand before at least one more token."""
        low = [token.lower() for token in tokens]
        length = 0
        while length < len(low) - 1:
            sizes = range(min(4, len(low) - 1 - length), 0, -1)
            step = next((size for size in sizes if self._has(low[length : length + size])), 0)
            if not step:
                return length
            length += step
        return length

    def ends_title(self, tokens: Sequence[str]) -> bool:
        """Tell whether the last tokens are a title."""
        low = [token.lower() for token in tokens]
        return any(self._has(low[at:]) for at in range(len(low)))

    def is_title(self, tokens: Sequence[str]) -> bool:
        """Tell whether the tokens are nothing but a title."""
        return self._has([token.lower() for token in tokens])

    def is_address(self, tokens: Sequence[str]) -> bool:
        """Tell whether the tokens are a form of address (`Mr.`, `Dr.`), after which only a name can stand."""
        title = self.titles.get(tuple(token.lower() for token in tokens))
        return title is not None and title.kind == "honorific"

    def voice(self, role: str) -> Literal["body", "state", "self", ""]:
        """Return for whom the holder of `role` speaks, as its longest known ending tells, `""` where unknown."""
        low = role.lower().split()
        for at in range(len(low)):
            title = self.titles.get(tuple(low[at:]))
            if title:
                return title.voice
        return ""

    def gender(self, tokens: Sequence[str]) -> Literal["male", "female", ""]:
        """Return the gender that one of the title's words tells."""
        for token in tokens:
            title = self.titles.get((token.lower(),))
            if title and title.gender:
                return title.gender
        return ""

    def is_medium(self, name: str) -> bool:
        """Tell whether `name` is a known agency or outlet."""
        found = words(name)
        return found in self.agencies or found in self.outlets

    def _has(self, low: Sequence[str]) -> bool:
        return tuple(low) in self.titles


@functools.lru_cache(maxsize=4)
def tables(lexicon: Lexicon) -> Tables:
    """Return the indexes over `lexicon`."""
    states: dict[tuple[str, ...], State] = {}
    demonyms: dict[tuple[str, ...], State] = {}
    for state in lexicon.states:
        for name in (state.name, *state.aliases, state.capital):
            states.setdefault(words(name), state)
        for demonym in state.demonyms:
            demonyms.setdefault(words(demonym), state)
    for state in lexicon.states:
        states.update((words(name), state) for name in state.metonyms)
    states.pop((), None)
    agencies = {words(name): row.name for row in lexicon.agencies for name in (row.name, *row.aliases)}
    return Tables(
        states=states,
        demonyms=demonyms,
        titles={tuple(row.phrase.lower().split()): row for row in lexicon.titles},
        agencies=agencies,
        outlets=frozenset(words(row.name) for row in lexicon.outlets),
    )
