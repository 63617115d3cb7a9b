"""A later figure overtakes what cannot hold with it, and what its own party has made narrower; by day, not by order."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from secondsource.reconcile.overtaking import overtaken
from secondsource.reconcile.status import overtakes
from secondsource.records import Evidence, Span

DAYS = st.integers(1, 5).map(lambda number: dt.date(2031, 3, number))
VALUES = st.one_of(
    st.integers(30, 36).map(lambda number: (float(number), float(number), "=")),
    st.integers(30, 36).map(lambda number: (float(number), None, ">=")),
)


def line(key, day, value, origin="Ostria", *, counted=True):
    return Evidence(
        id=key, claim_id="c", span=Span("d", 0, 1), stance="says", chain=(), origin=origin, counted=counted, why="",
        stated=day, value=value,
    )  # fmt: skip


EVIDENCE = st.lists(st.tuples(DAYS, VALUES, st.sampled_from(["Ostria", "Velia"]), st.booleans()), max_size=8).map(
    lambda rows: [line(f"e{at}", *row[:3], counted=row[3]) for at, row in enumerate(rows)]
)


@given(EVIDENCE)
def test_it_is_what_some_later_counted_figure_takes_the_place_of(evidence):
    counted = [each for each in evidence if each.counted]
    expected = {old.id for old in counted if any(overtakes(new, old) for new in counted)}
    assert overtaken(evidence) == expected


def test_a_figure_of_the_same_day_overtakes_nothing():
    day = dt.date(2031, 3, 1)
    assert not overtaken([line("e1", day, (34, 34, "=")), line("e2", day, (41, 41, "="), "Velia")])


def test_who_does_not_count_overtakes_nobody():
    first, later = dt.date(2031, 3, 1), dt.date(2031, 3, 2)
    assert not overtaken([line("e1", first, (34, 34, "=")), line("e2", later, (41, 41, "="), counted=False)])
