"""The figures of a claim: one table of who gave what number when, and a chart of the same numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions, gist_line
from secondsource.page.chart import Axis, Chart, Datum, chart
from secondsource.page.judged import Apart, Judged, judged
from secondsource.page.register import Register
from secondsource.page.words import Line
from secondsource.records import Claim, Status

_AXES: tuple[Axis, ...] = ("said", "about")
LABEL = 22
"""Letters that a label of a point may have."""


@dataclass(frozen=True, slots=True)
class Series:
    """A party with its place among the colours of a chart, and whether the text names it."""

    name: str
    place: int
    named: bool


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """All values given for one claim; `chart` is None where there are no two to compare.

    Attributes:
        noun: what is counted, in the words most often used for it.
        values: how many different values were given.
        judged: by the id of a figure, how it stands to those before it.
        apart: figures of other claims that are not compared with these, each with the reason.
        axes: on which days the chart can be drawn.
    """

    claim_id: str
    gist: Line
    status: Status
    noun: str
    values: int
    rows: tuple[Assertion, ...]
    series: tuple[Series, ...]
    chart: Chart | None
    judged: Mapping[str, tuple[Judged, ...]]
    apart: tuple[Apart, ...]
    axes: tuple[Axis, ...]


def figure_panel(register: Register, claim: Claim, axis: Axis | None = None) -> FigurePanel:
    """Return the values of a figure claim as a table and a chart, on `axis` or on the one that suits them."""
    given = [one for one in assertions(register, claim.id) if one.first.reading is not None]
    series = _series(given)
    axis = axis or _axis(given)
    inside, outside = judged(register, claim)
    nouns = Counter(one.first.reading.noun for one in given if one.first.reading and one.first.reading.noun)
    return FigurePanel(
        claim_id=claim.id,
        gist=gist_line(register, claim),
        status=register.assessment(claim.id).status,
        noun=nouns.most_common(1)[0][0] if nouns else "",
        values=len({(one.first.reading.low, one.first.reading.high) for one in given if one.first.reading}),
        rows=tuple(given),
        series=series,
        chart=chart(_data(given, series, axis), axis),
        judged=inside,
        apart=outside,
        axes=tuple(each for each in _AXES if chart(_data(given, series, each), each)),
    )


def _series(given: Sequence[Assertion]) -> tuple[Series, ...]:
    """Return the parties in order of appearance; texts that name nobody share the last place."""
    named = list(dict.fromkeys(one.first.origin for one in given if one.first.origin and one.first.named))
    found = [Series(name, place, named=True) for place, name in enumerate(named)]
    if any(not one.first.named for one in given):
        found.append(Series("no source named", len(found), named=False))
    return tuple(found)


def _axis(given: Sequence[Assertion]) -> Axis:
    """Return which day a point stands at: the day that its figure is about, if these tell the figures apart."""
    about = {_about(one) for one in given}
    said = {one.first.day for one in given}
    return "about" if None not in about and len(about) > 1 and 2 * len(about) >= len(said) else "said"


def _about(one: Assertion) -> dt.date | None:
    as_of = one.first.reading.as_of if one.first.reading else None
    return dt.date.fromisoformat(as_of) if as_of and len(as_of) == len("2024-02-11") else None


def _data(given: Sequence[Assertion], series: Sequence[Series], axis: Axis) -> list[Datum]:
    """Return the points: counts and forecasts, but no additions, rates or ranks, which lie on other scales."""
    places = {one.name: one.place for one in series if one.named}
    data = []
    for one in given:
        row, reading = one.first, one.first.reading
        day = _about(one) if axis == "about" else row.day
        if reading is None or day is None or reading.kind not in {"total", "projection"}:
            continue
        named = row.named and row.origin is not None
        data.append(
            Datum(
                key=row.id,
                day=day,
                low=reading.low,
                high=reading.high,
                series=places[row.origin] if named and row.origin in places else len(places),
                named=named,
                projection=reading.kind == "projection" or row.stance == "predicts",
                possible=reading.modality == "possible",
                label=row.words.text if len(row.words.text) <= LABEL else "",
                span=row.words.span,
                who=row.origin if named and row.origin else "no source named",
            )
        )
    return data
