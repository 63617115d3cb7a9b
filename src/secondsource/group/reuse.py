"""Decides whether what two texts have in common was taken from one by the other.

The rules are a table over four measures, one row a tie: a whole sentence of a reporter's prose is no chance, half
sentences need a reason to believe in one hand, and quotations are nobody's prose unless they were said to the original.
Source: fitted on 76 hand-labelled pairs of real articles and 1,500 pairs of synthetic wire copies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.group.rewordings import CHAIN
from secondsource.group.ties import Tie

LONG_RUN = 8
"""Equal words in a row that chance does not give: set phrases and titles end before."""
SENTENCE = 22
"""Words in a row that make a whole sentence of a report; rewrites of one release share runs of up to 21."""
LEAST_SHARE = 0.12
"""Share of the shorter text that must be common."""
WHOLE_SHARE, WHOLE_WORDS = 0.7, 60
"""Share and words from which a text is a copy whatever its passages are: a column that says "I", a printed release."""
MUCH_PROSE, MUCH_SHARE = 60, 0.5
"""Words of prose, and share, that make a reworded copy where no sentence stayed whole and nothing ties the two."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two texts have in common, page furniture left out.

    Attributes:
        prose: words of a reporter in each shared passage of prose.
        share: share of the shorter text, 0 to 1.
        words: words of the copy in any shared passage.
        chained: words of a reporter in the longest chain of short runs, gaps of a few words left out.
    """

    prose: tuple[int, ...]
    share: float
    words: int
    chained: int = 0

    @property
    def long(self) -> int:
        """Words of prose in runs that are no set phrases."""
        return sum(length for length in self.prose if length >= LONG_RUN)


def taken(common: Common, tie: Callable[[], Tie]) -> bool:
    """Tell whether one text took from the other; `tie` is asked only where the wording alone does not decide."""
    if not common.words:
        return False
    total, longest = sum(common.prose), max(common.prose, default=0)
    if common.share >= WHOLE_SHARE and common.words >= WHOLE_WORDS:
        return True
    if common.share >= LEAST_SHARE and (longest >= SENTENCE or common.chained >= CHAIN):
        return True
    if total >= MUCH_PROSE and common.share >= MUCH_SHARE:
        return True
    return _tied(common, total, tie)


def _tied(common: Common, total: int, tie: Callable[[], Tie]) -> bool:
    if common.share < 0.09 or common.words < 16:
        return False
    match tie():
        case "heard":
            return common.share >= 0.2 or common.long >= 16
        case "credited" | "owned":
            return common.long >= 16 and common.share >= LEAST_SHARE
        case "agency":
            return common.long >= 20 or (total >= 30 and common.share >= 0.25)
        case "none":
            return False
