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
TIED_SHARE, TIED_WORDS = 0.09, 16
"""Share and words in common below which no tie makes a copy of it: two reports on one event share as much."""
HEARD_SHARE = 0.2
"""Share of a text that another outlet's interview or column makes up, tweets and appeals for witnesses left out."""
BACKGROUND = 20
"""Words of prose in long runs that show the background of an agency's earlier report."""
RETOLD_PROSE, RETOLD_SHARE = 30, 0.25
"""Words of prose, and share, of two lengths of one agency's report."""
HOUSE_PROSE = 30
"""Words of prose in long runs of two reports by one owner: an outlet has set phrases of its own, and furniture."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two texts have in common, page furniture left out.

    Attributes:
        prose: words of a reporter in each shared passage of prose.
        quoted: words in shared passages of quotation.
        words: words of the copy in any shared passage.
        shorter: words of the shorter text.
        chained: words of a reporter in the longest chain of short runs, gaps of a few words left out.
        linked: words of any kind in the longest chain.
    """

    prose: tuple[int, ...]
    quoted: int
    words: int
    shorter: int
    chained: int
    linked: int

    @property
    def share(self) -> float:
        """Share of the shorter text, 0 to 1."""
        return self.words / max(1, self.shorter)

    @property
    def heard(self) -> float:
        """Share of the shorter text that is prose or quotation in common."""
        return (sum(self.prose) + self.quoted) / max(1, self.shorter)

    @property
    def long(self) -> int:
        """Words of prose in runs that are no set phrases."""
        return sum(length for length in self.prose if length >= LONG_RUN)


def taken(common: Common, tie: Callable[[], Tie]) -> bool:
    """Tell whether one text took from the other; `tie` is asked only where the wording alone does not decide."""
    total, longest = sum(common.prose), max(common.prose, default=0)
    if common.linked >= CHAIN:
        whole = common.share >= WHOLE_SHARE and common.words >= WHOLE_WORDS
        if whole or (total >= MUCH_PROSE and common.share >= MUCH_SHARE):
            return True
    if common.share >= LEAST_SHARE and (longest >= SENTENCE or common.chained >= CHAIN):
        return common.share >= RETOLD_SHARE or tie() != "owned"
    return common.share >= TIED_SHARE and common.words >= TIED_WORDS and _tied(common, total, tie())


def _tied(common: Common, total: int, tie: Tie) -> bool:
    match tie:
        case "heard":
            return common.heard >= HEARD_SHARE or (common.long >= TIED_WORDS and common.share >= LEAST_SHARE)
        case "credited":
            return common.long >= TIED_WORDS and common.share >= LEAST_SHARE
        case "owned":
            return common.long >= HOUSE_PROSE and common.share >= RETOLD_SHARE
        case "agency":
            return common.long >= BACKGROUND or (total >= RETOLD_PROSE and common.share >= RETOLD_SHARE)
        case "none":
            return False
