"""What a newsroom decides for itself: who owns which outlet, who speaks for a state, and what counts as independent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.records.corrections import UNGRADED, Grade

SourceRole = Literal["outlet", "agency", "organ"]
OwnVoice = Literal["apart", "folded", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the source list.

    Attributes:
        outlet: its name as articles give it.
        domain: its host, "" where it has none.
        family: the publisher whose outlets are one origin, "" for one of its own.
        role: `organ` is a body through which the state of `country` speaks.
        country: name of a state, "" where unknown.
        reliability: A to F of the Admiralty code; no count and no status depends on it.
    """

    outlet: str
    domain: str = ""
    family: str = ""
    role: SourceRole = "outlet"
    country: str = ""
    reliability: Grade = UNGRADED


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Editorial choices that reasonable newsrooms make differently.

    Attributes:
        own_voice: what a line in an outlet's own voice counts for.  `apart`: for one origin at the highest, and at the
            lowest where it rests on nobody whom the article names; `folded`: never at the lowest; `never`: for nothing.
        one_party: groups of parties that count as one at the lowest (`United States`, `United Kingdom`), which is how
            allied governments are told not to bear one another out.
    """

    own_voice: OwnVoice = "apart"
    one_party: tuple[tuple[str, ...], ...] = ()


HOUSE: tuple[type, ...] = (Listed, Policy)
"""What the stages read of a newsroom's own files; it bears on every storyline."""
