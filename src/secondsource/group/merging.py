"""Weighs what speaks for two groups of reports being on one event, by a small logistic model.

How alike two groups must be depends on what else there is: the days between them, names that stand in hardly any other
report, a day of the earlier group that the later one names.  The weights are fitted on labelled stories.

Source: fitted by `python -m training.stories` on 1,224 articles of 544 political stories and 2,936 of 1,719 look-alike
events; each political pair counts six times, as there are so few of them that are near.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul
from typing import Final

SOON_DAYS = 4.0
"""Days in which what speaks for a follow-up at once fades to a third."""
FAR_DAYS = 1000
MANY_TERMS = 4
MOST_TERMS = 6
MANY_PAIRS = 4


@dataclass(frozen=True, slots=True)
class Ties:
    """What two groups of reports have in common.

    Attributes:
        mean: average likeness of their documents (cosine of words).
        most: highest likeness of any two.
        gap: fewest days between any two.
        terms: terms that both hold and few documents beside theirs (the names of those concerned).
        day: whether the one names a day of the other.
        month: whether the later one names the month in which the other begins.
        pairs: pairs of documents, one of each.
    """

    mean: float
    most: float
    gap: float
    terms: float
    day: bool
    month: bool
    pairs: int


WEIGHTS: Final = (
    ("base", -6.2133),
    ("mean", -0.9732),
    ("most", 3.5656),
    ("root_of_mean", 9.8948),
    ("same_day", -1.8520),
    ("within_3_days", 0.2127),
    ("within_30_days", 0.1710),
    ("beyond_a_year", -0.3927),
    ("log_days", -0.3657),
    ("terms", -0.3213),
    ("terms_of_pairs", 0.9588),
    ("day", 1.1248),
    ("month", 2.3096),
    ("log_pairs", -2.6778),
    ("mean_terms", -1.0600),
    ("mean_day", 8.1262),
    ("mean_soon", -6.0172),
    ("soon", 4.5354),
    ("terms_log_days", 0.3949),
    ("mean_log_days", -0.0281),
)  # fmt: skip
"""Name and weight of each feature, in the order in which `features` returns them."""

_VALUES: Final = tuple(weight for _, weight in WEIGHTS)


def features(ties: Ties) -> tuple[float, ...]:
    """Return what the model reads of two groups, one number a weight."""
    terms, soon = min(ties.terms, MANY_TERMS) / MANY_TERMS, math.exp(-ties.gap / SOON_DAYS)
    far = math.log1p(min(ties.gap, FAR_DAYS))
    return (
        1.0,
        ties.mean,
        ties.most,
        math.sqrt(max(0.0, ties.mean)),
        float(ties.gap == 0),
        float(ties.gap <= 3),
        float(ties.gap <= 30),
        float(ties.gap > 365),
        far,
        min(ties.terms, MOST_TERMS),
        ties.terms / ties.pairs,
        float(ties.day),
        float(ties.month),
        math.log(min(ties.pairs, MANY_PAIRS)),
        ties.mean * terms,
        ties.mean * ties.day,
        ties.mean * soon,
        soon,
        terms * far,
        ties.mean * far,
    )


def one_event(ties: Ties) -> float:
    """Return how much speaks for one event: the logarithm of the odds, above 0 for more likely than not."""
    odds: float = sum(map(mul, _VALUES, features(ties)))
    return odds
