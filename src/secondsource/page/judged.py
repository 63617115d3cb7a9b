"""How each value of a claim stands to the one before it, and why other figures are not compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.page.register import Register
from secondsource.page.words import Line, Words
from secondsource.records import Claim, Comparison, Verdict

SHOWN = 6
"""Other figures that are named as not compared."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a value came to beside another; `because` is the sentence of the rule `rule`."""

    verdict: Verdict
    rule: str
    because: str
    beside: Words


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure that is not of the claim's series, with the reason."""

    verdict: Verdict
    because: str
    line: Line


def judged(register: Register, claim: Claim) -> tuple[Mapping[str, tuple[Judged, ...]], tuple[Apart, ...]]:
    """Return by the id of each figure how it stands to earlier ones of the claim, and the figures of other claims."""
    own = {each.ref for each in register.evidence.get(claim.id, ())}
    inside: dict[str, list[Judged]] = defaultdict(list)
    outside: dict[str, Apart] = {}
    for each in register.comparisons.get(claim.id, ()):
        if each.earlier in own and each.later in own:
            inside[each.later].append(_judged(register, each))
        else:
            other = each.later if each.earlier in own else each.earlier
            outside[other] = Apart(each.verdict, each.because, register.line(register.figures[other].span))
    return {key: tuple(found) for key, found in inside.items()}, tuple(outside.values())[:SHOWN]


def _judged(register: Register, each: Comparison) -> Judged:
    words = register.words(register.figures[each.earlier].span)
    return Judged(each.verdict, each.rule, each.because, words)
