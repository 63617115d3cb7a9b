"""When two stated numbers agree, and when they cannot both hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reconcile.intervals import agree, compatible

EXACT = lambda number: (number, number, "=")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (EXACT(34), (34, None, ">="), True),
        (EXACT(17), EXACT(20), False),
        (EXACT(3_100_000), EXACT(3_140_000), True),
        (EXACT(2_400_000), EXACT(2_500_000), False),
        ((180, 180, "~"), EXACT(171), True),
        ((150, 175, "range"), EXACT(171), False),
    ],
)
def test_stated_numbers_agree_after_rounding(one, other, same):
    assert agree(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((None, 180, "<="), (150, 175, "range"), True),
        ((150, None, ">"), (None, 180, "<="), True),
        (EXACT(72), EXACT(69), False),
        ((None, 40_000, "<"), EXACT(3_100_000), False),
        ((12, None, "~"), EXACT(49), True),
    ],
)
def test_intervals_hold_together_or_not(one, other, both):
    assert compatible(one, other) is both


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_agreement_is_symmetric(one, other):
    assert agree(EXACT(one), EXACT(other)) == agree(EXACT(other), EXACT(one))
    assert not agree(EXACT(one), EXACT(other)) or compatible(EXACT(one), EXACT(other))
