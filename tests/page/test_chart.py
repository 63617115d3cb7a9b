"""A chart draws bounds as bounds, joins one party only, and lets no labels collide."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from secondsource.page.chart import HEIGHT, WIDTH, Datum, chart


def datum(day: int, low: float | None, high: float | None, *, series: int = 0, label: str = "nine") -> Datum:
    date = dt.date(2024, 2, 1) + dt.timedelta(days=day)
    return Datum(f"e{day}", date, low, high, series, named=True, projection=False, label=label)


def test_one_value_alone_is_no_chart() -> None:
    assert chart([datum(1, 9, 9)]) is None


def test_an_open_side_is_an_arrow_and_a_range_has_two_ends() -> None:
    drawn = chart([datum(1, 34, None), datum(2, None, 90), datum(3, 40, 60)])
    assert drawn is not None
    assert [point.arrow for point in drawn.points] == ["up", "down", ""]
    assert drawn.points[2].y < drawn.points[2].y2


def test_values_of_two_parties_are_never_joined() -> None:
    drawn = chart([datum(1, 34, 34), datum(2, 41, 41), datum(3, 47, 47, series=1)])
    assert drawn is not None
    (track,) = drawn.tracks
    assert {point.datum.series for point in track} == {0}


def test_forecasts_are_not_joined_to_counts() -> None:
    forecast = Datum("e9", dt.date(2024, 2, 9), 90, None, 0, named=True, projection=True, label="90")
    drawn = chart([datum(1, 34, 34), datum(2, 41, 41), forecast])
    assert drawn is not None
    assert all(not point.datum.projection for track in drawn.tracks for point in track)


def test_what_may_be_is_told_in_words_and_joined_to_nothing() -> None:
    feared = Datum("e9", dt.date(2024, 2, 9), 90, 90, 0, named=True, projection=False, label="90", possible=True)
    drawn = chart([datum(1, 34, 34), datum(2, 41, 41), feared])
    assert drawn is not None
    assert [point.datum.hedge for point in drawn.points] == ["", "", "told as what may be"]
    assert all(point.datum is not feared for track in drawn.tracks for point in track)


def test_a_late_value_does_not_press_the_others_into_a_corner() -> None:
    drawn = chart([datum(0, 34, 34), datum(1, 41, 41), datum(4, 58, 58), datum(70, 69, 69)])
    assert drawn is not None
    assert len(drawn.breaks) == 1
    assert drawn.points[2].x - drawn.points[0].x > WIDTH / 4


def test_a_value_without_a_source_does_not_hide_one_with() -> None:
    unnamed = Datum("e9", dt.date(2024, 2, 2), 34, 34, 1, named=False, projection=False, label="34")
    drawn = chart([unnamed, datum(1, 34, 34)])
    assert drawn is not None
    named, hollow = drawn.points
    assert named.datum.named
    assert hollow.x - named.x >= 9


VALUES = st.floats(1, 1e7).map(round)


@given(st.lists(st.tuples(st.integers(0, 400), VALUES, st.integers(0, 3)), min_size=2, max_size=14))
def test_every_point_lies_inside_and_no_two_labels_meet(rows: list[tuple[int, int, int]]) -> None:
    drawn = chart([datum(day, value, value, series=series) for day, value, series in rows])
    assert drawn is not None
    assert all(0 <= point.y <= HEIGHT for point in drawn.points)
    boxes = []
    for point in drawn.points:
        if point.labelled:
            wide = 6.4 * len(point.datum.label)
            left = point.label_x - {"start": 0, "middle": wide / 2, "end": wide}[point.anchor]
            boxes.append((left, point.label_y - 11, left + wide, point.label_y + 3))
    for n, one in enumerate(boxes):
        for two in boxes[n + 1 :]:
            apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
            assert apart
