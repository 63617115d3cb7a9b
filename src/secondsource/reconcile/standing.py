"""What an article's own lines are worth: has it anything of its own, and on whose word may it tell a thing?

An article whose sources were all named before it, or that names none, has nothing of its own.  Who reports a shooting
in its own voice has it from the police; who reports what several parties say was there, as others were.
Source: rules 21 to 25 of the ledger's annotation guide; 101 of 418 labelled lines name nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.naming import investigates, named
from secondsource.records import Span, Stance


@dataclass(frozen=True, slots=True)
class Spoken:
    """One saying of an article: where its content stands, who is named for it, his root, and the source's own words."""

    span: Span
    name: str
    root: str
    stance: Stance
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one article's voices.

    Attributes:
        sourced: whether it names a source for anything that it tells.
        retells: whether it is of a later day than the first naming of all whom it names, and corrects nothing.
        forces: where those speak who look into an incident, and their roots.
        alone: the only party that speaks in it, None where there are several or none.
    """

    sourced: bool = False
    retells: bool = False
    forces: tuple[tuple[Span, str], ...] = ()
    alone: str | None = None


NOBODY = Standing()
"""Of an article in which nobody is named for anything."""


def standing(voices: Sequence[Spoken], day: dt.date | None, heard: Mapping[str, dt.date]) -> Standing:
    """Return what the voices of an article of `day` come to; `heard` has the first day on which a root is named."""
    roots = {each.root for each in voices}
    return Standing(
        sourced=any(each.stance not in AGAINST and each.stance != "declines" for each in voices),
        retells=_retells(voices, day, heard),
        forces=tuple((each.span, each.root) for each in voices if _of_a_force(each)),
        alone=roots.pop() if len(roots) == 1 else None,
    )


def _retells(voices: Sequence[Spoken], day: dt.date | None, heard: Mapping[str, dt.date]) -> bool:
    """Tell whether all whom an article names had been named on an earlier day.

    An aggregator's page of a week later that repeats what the coast guard said is no second count of the dead.
    """
    roots = {each.root for each in voices if named(each.name)}
    if day is None or any(each.stance == "corrects" for each in voices):
        return False
    return bool(roots) and all(root in heard and heard[root] < day for root in roots)


def _of_a_force(voice: Spoken) -> bool:
    """Tell whether a name, or the words for it (`Capt.`, `the sheriff`), is of those who look into an incident."""
    return investigates(voice.root) or investigates(voice.source)
