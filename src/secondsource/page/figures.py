"""The figures of a claim: one table of who gave what number when, and a chart of the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions
from secondsource.page.chart import Chart, Datum, chart
from secondsource.page.register import Register
from secondsource.page.words import Line
from secondsource.records import Claim, Status


@dataclass(frozen=True, slots=True)
class Series:
    """A party with its place among the colours of a chart, and whether the text names it."""

    name: str
    place: int
    named: bool


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """All values given for one claim; `chart` is None where there is one value only."""

    claim_id: str
    gist: Line
    status: Status
    noun: str
    rows: tuple[Assertion, ...]
    series: tuple[Series, ...]
    chart: Chart | None


def figure_panel(register: Register, claim: Claim) -> FigurePanel:
    """Return the values of a figure claim as a table and a chart."""
    given = [one for one in assertions(register, claim.id) if one.first.reading is not None]
    series = _series(given)
    nouns = Counter(one.first.reading.noun for one in given if one.first.reading and one.first.reading.noun)
    return FigurePanel(
        claim_id=claim.id,
        gist=register.line(claim.gist),
        status=register.assessment(claim.id).status,
        noun=nouns.most_common(1)[0][0] if nouns else "",
        rows=tuple(given),
        series=series,
        chart=chart(_data(given, series)),
    )


def _series(given: Sequence[Assertion]) -> tuple[Series, ...]:
    """Return the parties in order of appearance; texts that name nobody share the last place."""
    named = list(dict.fromkeys(one.first.origin for one in given if one.first.origin))
    found = [Series(name, place, named=True) for place, name in enumerate(named)]
    if any(one.first.origin is None for one in given):
        found.append(Series("no source named", len(found), named=False))
    return tuple(found)


def _data(given: Sequence[Assertion], series: Sequence[Series]) -> list[Datum]:
    places = {one.name: one.place for one in series if one.named}
    data = []
    for one in given:
        row, reading = one.first, one.first.reading
        if reading is None or row.day is None:
            continue
        data.append(
            Datum(
                key=row.id,
                day=row.day,
                low=reading.low,
                high=reading.high,
                series=places.get(row.origin or "", len(places)),
                named=row.origin is not None,
                projection=reading.projection,
                label=row.words.text if len(row.words.text) <= 20 else "",
            )
        )
    return data
