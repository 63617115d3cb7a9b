"""Pairs of mentions that are of one event, each with the reason in words, for whoever lines claims up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from secondsource.reconcile.coreference.blocks import Block, part
from secondsource.reconcile.coreference.events import groups
from secondsource.reconcile.coreference.mentions import EventMention
from secondsource.reconcile.coreference.scoring import likelihoods

SURE: Final = 0.8
"""Likelihood from which a pair stands on its own: a wrong one would make a false second source."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two mentions, by their numbers in the block, that name one event, how likely (0 to 1), and why."""

    first: int
    second: int
    likelihood: float
    because: str


def ties(whole: Block, topic: Sequence[int], floor: float = SURE) -> Iterator[Tie]:
    """Yield the pairs that are likely enough of one event, topic by topic, in order of the mentions.

    Args:
        whole: the mentions.
        topic: of each document.
        floor: least likelihood.
    """
    for members in groups(whole, topic):
        block = part(whole, members)
        table = likelihoods(block)
        for a, b in zip(block.first.tolist(), block.second.tolist(), strict=True):
            if table[a, b] >= floor:
                because = reason(block.mentions[a], block.mentions[b])
                yield Tie(members[a], members[b], float(table[a, b]), because)


def reason(one: EventMention, other: EventMention) -> str:
    """Return what two mentions of one event have in common: `both have “sank”; names: hesper; places: ostria`."""
    if one.head == other.head:
        words = f"both have “{one.written}”"
    else:
        words = f"“{one.written}” and “{other.written}” are said of like things"
    shared = (
        ("names", one.names & other.names),
        ("places", one.places & other.places),
        ("numbers", one.numbers & other.numbers),
    )
    return "; ".join([words, *(_listed(name, found) for name, found in shared if found)])


def _listed(name: str, found: Collection[str]) -> str:
    return f"{name}: {', '.join(sorted(found))}"
