from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from secondsource.group.merging import WEIGHTS, Ties, features, one_event

LATE = Ties(mean=0.3, most=0.3, gap=120, terms=0, day=False, month=False, pairs=1)


def test_a_sequel_that_names_the_day_is_on_the_event_and_a_look_alike_is_not():
    assert one_event(LATE) < 0 < one_event(dataclasses.replace(LATE, day=True))


def test_names_that_stand_in_hardly_any_other_report_speak_for_one_event():
    assert one_event(dataclasses.replace(LATE, terms=6)) > one_event(LATE)


def test_the_same_likeness_says_more_a_day_later_than_months_later():
    assert one_event(dataclasses.replace(LATE, gap=1)) > one_event(LATE)


@given(
    st.builds(
        Ties,
        mean=st.floats(-0.1, 1),
        most=st.floats(0, 1),
        gap=st.floats(0, 5000),
        terms=st.floats(0, 50),
        day=st.booleans(),
        month=st.booleans(),
        pairs=st.integers(1, 500),
    )
)
def test_each_feature_has_one_weight(ties):
    assert len(features(ties)) == len(WEIGHTS)
