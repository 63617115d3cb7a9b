"""Reads two documents side by side: what the one has of the other, and whether and how it took it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.group.passages import Run, joined, kinds, prose, runs
from secondsource.group.reuse import Common, taken
from secondsource.group.rewordings import chains
from secondsource.group.ties import Tie
from secondsource.group.wordings import Wording
from secondsource.records import Document, PassageKind, Relation
from secondsource.text.shingles import GRAM, Hashes

VERSION_SHARE = 0.6
"""Share of either text from which two of one outlet are versions of one article."""
SAME_PAGE_SHARE = 0.1
"""Share of the shorter text from which two of one address are versions; below, the page was used for another story."""
MOST = 0.55
"""Share of a copy that makes it a reprint, if the two texts together are mostly one (`TOGETHER`)."""
OF_ORIGINAL = 0.45
"""Share of the original that a reprint has at least; less of it is an excerpt."""
TOGETHER = 1.3
"""Shares of copy and original, summed, of a reprint. Source: reprints labelled by hand 1.33 to 2, others to 1.24."""
PART = 0.65
"""Share of a copy that makes it an excerpt. Source: as above, .70 and more; digests to .62."""
DIGEST = 0.5
"""Share of a text that rests on another outlet's interview or column from which it is a digest of that."""
IN_ONE_PIECE = 0.9
"""Share of the words from the first to the last one taken that are taken, where a passage stands in one piece."""
LEAD, LED_IN_SHARE = 150, 0.3
"""Words of its own below which, and share of it from which, a copy in one piece is an excerpt with a local lead."""
OWN_REPORT, LONG_RUNS = 300, 13
"""Words of its own, and words of a run on average, of a report that has whole sentences of another embedded."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What `copy` has in common with `original`.

    Attributes:
        runs, kinds: runs of equal words, and what each of them is.
        words: words of the copy in runs that are no furniture.
        tie: what ties the two, which is asked only where it matters.
    """

    copy: Wording
    original: Wording
    runs: tuple[Run, ...]
    kinds: tuple[PassageKind, ...]
    words: frozenset[int]
    tie: Callable[[], Tie]

    @property
    def share(self) -> float:
        """Share of the copy that stands in the original, 0 to 1."""
        return len(self.words) / max(1, len(self.copy))

    @property
    def of_share(self) -> float:
        """Share of the original that the copy has, 0 to 1."""
        return min(1.0, len(self.words) / max(1, len(self.original)))

    @property
    def version(self) -> bool:
        """Whether the two are versions of one article: of one address, or nearly one text of one outlet."""
        copy, original = self.copy.document, self.original.document
        if same_page(copy, original):
            return max(self.share, self.of_share) >= SAME_PAGE_SHARE
        one_outlet = copy.outlet is not None and copy.outlet == original.outlet
        return one_outlet and min(self.share, self.of_share) >= VERSION_SHARE


def same_page(one: Document, other: Document) -> bool:
    """Tell whether two documents were read from one address."""
    return one.url is not None and one.url == other.url


def overlap(copy: Wording, original: Wording, furniture: Hashes, tie: Callable[[], Tie]) -> Overlap | None:
    """Return what `copy` took from `original`, or None where that is no reporter's prose or too little of it.

    Args:
        copy: the document that may have taken something.
        original: the document from which it may have.
        furniture: shingles of page furniture, sorted.
        tie: says what ties the two; asked only where wording alone does not decide.
    """
    whole = runs(copy, original)
    linked = [[Run(*each) for each in chain] for chain in chains(copy, original)]
    found = tuple(joined(whole, [run for chain in linked for run in chain], copy, original))
    types = tuple(kinds(found, copy, original, furniture))
    kept = [(run, kind) for run, kind in zip(found, types, strict=True) if kind != "furniture"]
    words = frozenset(place for run, _ in kept for place in range(run.start, run.start + run.length))
    common = Common(
        prose=tuple(prose(run, copy, original) for run, kind in kept if kind == "prose"),
        quoted=sum(run.length for run, kind in kept if kind == "quotation"),
        words=len(words),
        shorter=min(len(copy), len(original)),
        chained=max((sum(prose(run, copy, original) for run in chain) for chain in linked), default=0),
        linked=max((sum(run.length for run in chain) for chain in linked), default=0),
    )
    both = Overlap(copy, original, found, types, words, tie)
    return both if both.version or taken(common, tie) else None


def relation(both: Overlap) -> Relation:
    """Return how the copy took what it has."""
    if both.version:
        return "version"
    if both.share >= MOST and both.of_share >= OF_ORIGINAL and both.share + both.of_share >= TOGETHER:
        return "reprint"
    if both.share >= PART or _led_in(both):
        return "excerpt"
    return "embedded" if _embedded(both) else "derived"


def _in_one_piece(both: Overlap) -> bool:
    extent = max(both.words) - min(both.words) + 1
    return len(both.words) >= IN_ONE_PIECE * extent


def _led_in(both: Overlap) -> bool:
    """Tell whether a copy is a passage of its original in one piece, with a local lead and little else."""
    own = len(both.copy) - len(both.words)
    return both.share >= LED_IN_SHARE and own < LEAD and _in_one_piece(both)


def _embedded(both: Overlap) -> bool:
    """Tell whether what was taken stands inside a report, rather than being told again."""
    if both.tie() == "heard":
        return both.share < DIGEST
    own = len(both.copy) - len(both.words)
    count = sum(run.length >= GRAM for run in both.runs)
    return _in_one_piece(both) or (own >= OWN_REPORT and len(both.words) >= LONG_RUNS * count)
