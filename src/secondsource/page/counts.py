"""N outlets, M texts, K origins: the three numbers beside every claim and story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.page.register import attributed, outlet_name, whole_copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.page.register import Register
    from secondsource.records import Assessment, Claim, Document, Duplicate


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
    """How many claims of a story are disputed, denied (`admitted` later among them), or revised."""

    disputed: int
    denied: int
    revised: int
    admitted: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.disputed + self.denied + self.revised

    @property
    def only_denied(self) -> int:
        """Those denied and not admitted later."""
        return self.denied - self.admitted


def claim_counts(assessment: Assessment) -> Counts:
    """Return the numbers of one claim as it was assessed."""
    low = min(assessment.n_origins_low, assessment.n_origins)
    return Counts(assessment.outlets, assessment.texts, low, assessment.n_origins)


def story_counts(found: Sequence[Assessment], documents: Sequence[Document], copies: Iterable[Duplicate]) -> Counts:
    """Return the numbers of a story: distinct origins over all its claims.

    The lower bound holds the origins of claims whose own number is no range, without outlets and agencies of the story:
    what these say in their own voice may rest on a source that is named elsewhere.
    """
    voices = {outlet_name(document) for document in documents} | {document.agency for document in documents}
    certain = {name for one in found if one.n_origins_low >= one.n_origins for name in one.origins} - voices
    most = story_origins(found)
    low = max([len(certain), *(min(one.n_origins_low, one.n_origins) for one in found)])
    outlets = {outlet_name(document) for document in documents}
    whole = whole_copies(copies)
    texts = [document for document in documents if document.id not in whole]
    return Counts(len(outlets), len(texts), min(low, most), most)


def story_origins(found: Iterable[Assessment]) -> int:
    """Return the upper number of origins of a story: distinct ones over all its claims."""
    known = tuple(found)
    return max([len({name for one in known for name in one.origins}), *(one.n_origins for one in known)])


def own_voices(register: Register, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the origins of `claims` that no text names as a source: outlets and agencies in their own voice."""
    known = tuple(claims)
    evidence = [one for claim in known for one in register.evidence.get(claim.id, ())]
    named = {one.origin for one in evidence if attributed(one)}
    return tuple(sorted({name for claim in known for name in register.assessment(claim.id).origins} - named))


def open_points(found: Iterable[Assessment]) -> OpenPoints:
    """Count the claims of a story by what is open about them."""
    statuses = [one.status for one in found]
    admitted = statuses.count("denied_then_admitted")
    denied = statuses.count("denied") + admitted
    return OpenPoints(statuses.count("disputed"), denied, statuses.count("revised"), admitted)
