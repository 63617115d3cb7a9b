"""N outlets, M texts, K origins: the three numbers beside every claim and story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondsource.page.register import Register
    from secondsource.records import Assessment, Claim, Story


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something is printed, how often it was written, and by how many parties it is said.

    Attributes:
        outlets: distinct outlets that print it.
        texts: texts of their own among them, copies folded into their originals.
        origins_low, origins: fewest and most independent origins; they differ where a link is only suspected.
    """

    outlets: int
    texts: int
    origins_low: int
    origins: int

    @property
    def span(self) -> str:
        """The number of origins as printed: `4`, or `2–4` where it is a range."""
        return str(self.origins) if self.origins_low >= self.origins else f"{self.origins_low}–{self.origins}"


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """How many claims of a story are disputed, denied (also if admitted later), or revised."""

    disputed: int
    denied: int
    revised: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.disputed + self.denied + self.revised


def claim_counts(assessment: Assessment) -> Counts:
    """Return the numbers of one claim as it was assessed."""
    low = min(assessment.n_origins_low, assessment.n_origins)
    return Counts(assessment.outlets, assessment.texts, low, assessment.n_origins)


def story_counts(register: Register, story: Story, claims: Iterable[Claim]) -> Counts:
    """Return the numbers of a story: distinct origins over all its claims.

    The lower bound holds only origins that the texts name, of claims whose own number is no range.
    """
    found = [register.assessment(claim.id) for claim in claims]
    names = {name for one in found for name in one.origins}
    certain = {name for one in found if one.n_origins_low >= one.n_origins for name in one.origins}
    most = max([len(names), *(one.n_origins for one in found)])
    low = max([len(certain & register.spoken_for), *(min(one.n_origins_low, one.n_origins) for one in found)])
    outlets = {register.masthead(doc).outlet for doc in story.doc_ids}
    texts = [doc for doc in story.doc_ids if register.original(doc) is None]
    return Counts(len(outlets), len(texts), min(low, most), most)


def open_points(register: Register, claims: Iterable[Claim]) -> OpenPoints:
    """Count the claims of a story by what is open about them."""
    statuses = [register.assessment(claim.id).status for claim in claims]
    denied = statuses.count("denied") + statuses.count("denied_then_admitted")
    return OpenPoints(statuses.count("disputed"), denied, statuses.count("revised"))
