"""Geometry of a chart of figures: points and bars on a plane of days and numbers, with labels that do not collide."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from secondsource.records import Span

WIDTH, HEIGHT = 480, 240
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 18, 34
"""Size of the drawing and its margins, in user units; type is 12 units high, and 14 on a small screen."""
LETTER = 9.2
"""Width of a bold letter or digit in the widest of the fonts that a page may be set in, in user units."""

Arrow = Literal["", "up", "down"]
Box = tuple[float, float, float, float]
Axis = Literal["about", "said"]
"""Whether a point stands at the day that its figure is about or at the day on which it was said."""


@dataclass(frozen=True, slots=True)
class Datum:
    """What one point says: on `day` the party at place `series` (called `who`) gave `low` to `high`, at `span`."""

    key: str
    day: dt.date
    low: float | None
    high: float | None
    series: int
    named: bool
    projection: bool
    label: str
    span: Span | None = None
    who: str = ""
    possible: bool = False

    @property
    def hedge(self) -> str:
        """What a reader who cannot see the dashes is told of the point."""
        return "a forecast" if self.projection else "told as what may be" if self.possible else ""


@dataclass(frozen=True, slots=True)
class Point:
    """A drawn datum: `y` is the number it is drawn at, `y2` the other end of a range."""

    datum: Datum
    x: float
    y: float
    y2: float
    arrow: Arrow
    label_x: float = 0
    label_y: float = 0
    anchor: Literal["start", "middle", "end"] = "middle"
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands and what is written there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `WIDTH` by `HEIGHT`; `tracks` join points of one party, and nothing else.

    At `breaks` the axis of days is not to scale.
    """

    points: tuple[Point, ...]
    tracks: tuple[tuple[Point, ...], ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    breaks: tuple[float, ...] = ()
    axis: Axis = "said"
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def chart(data: Sequence[Datum], axis: Axis = "said") -> Chart | None:
    """Draw `data`; None where there is nothing to compare (fewer than two points)."""
    known = [one for one in data if one.low is not None or one.high is not None]
    if len(known) < 2:
        return None
    days, breaks = _days([one.day for one in known])
    steps = _steps([value for one in known for value in (one.low, one.high) if value is not None])
    placed = [_point(one, days[one.day], (steps[0], steps[-1])) for one in known]
    points = _place_labels(_beside(placed))
    return Chart(
        points=tuple(points),
        tracks=tuple(_tracks(points)),
        x_ticks=tuple(_day_ticks(days)),
        y_ticks=tuple(Tick(_y(value, (steps[0], steps[-1])), _short(value)) for value in steps),
        breaks=breaks,
        axis=axis,
    )


def _point(datum: Datum, x: float, values: tuple[float, float]) -> Point:
    ends = [value for value in (datum.low, datum.high) if value is not None]
    arrow: Arrow = "up" if datum.high is None else "down" if datum.low is None else ""
    return Point(datum, x, _y(ends[-1], values), _y(ends[0], values), arrow)


def _beside(points: Iterable[Point]) -> list[Point]:
    """Shift points that would hide one another to the right; those of named parties stay where they are."""
    found: list[Point] = []
    for point in sorted(points, key=lambda point: not point.datum.named):
        taken = sum(1 for other in found if other.datum.day == point.datum.day and abs(other.y - point.y) < 8)
        found.append(replace(point, x=round(point.x + 11 * taken, 1)))
    return found


def _days(given: Iterable[dt.date]) -> tuple[dict[dt.date, float], tuple[float, ...]]:
    """Return where each day stands, and where the axis is broken.

    A gap that is longer than all others together is drawn as long as they are, so that one late article does not press
    the rest into a corner; the axis shows a break there.
    """
    days = sorted(set(given))
    gaps = [(late - early).days for early, late in pairwise(days)]
    longest, others = max(gaps, default=0), sum(gaps) - max(gaps, default=0)
    broken = 0 < others < longest
    drawn = [others if broken and gap == longest else gap for gap in gaps]
    whole = sum(drawn) or 1
    room = WIDTH - LEFT - RIGHT - 52
    places = [sum(drawn[:n]) / whole if gaps else 0.5 for n in range(len(days))]
    spots = {day: round(LEFT + 22 + place * room, 1) for day, place in zip(days, places, strict=True)}
    late = gaps.index(longest) if broken else 0
    return spots, (round((spots[days[late]] + spots[days[late + 1]]) / 2, 1),) if broken else ()


def _y(value: float, values: tuple[float, float]) -> float:
    low, high = values
    return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - BOTTOM - TOP), 1)


def _steps(values: Sequence[float]) -> list[float]:
    """Return three to six round numbers that bracket `values`; zero is among them unless the values lie close."""
    least, most = min(values), max(values)
    base = 0.0 if least < 0.6 * most else least
    rough = max(most - base, abs(most) * 0.1, 1) / 4
    scale = 10 ** math.floor(math.log10(rough))
    step = next((scale * size for size in (1, 2, 5) if scale * size >= rough), scale * 10)
    start = math.floor(base / step) - (1 if base > 0 and base % step == 0 else 0)
    stop = math.ceil(most / step) + (1 if most % step == 0 else 0)
    return [number * step for number in range(start, stop + 1)]


def _short(value: float) -> str:
    """Return a number for the axis, where little room is.

    >>> _short(61.0), _short(12500.0), _short(9600000.0)
    ('61', '12.5k', '9.6m')
    """
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= 10 * size or (size > 1e3 and abs(value) >= size):
            return f"{value / size:,.10g}{letter}"
    return f"{value:,.10g}"


def _day_ticks(days: Mapping[dt.date, float]) -> list[Tick]:
    """Return ticks at the days of points, leaving out those too close to the one before or to the last."""
    spots = list(days.items())
    kept = [spots[0]]
    for spot in spots[1:]:
        if spot[1] - kept[-1][1] >= 52 and (spot == spots[-1] or spots[-1][1] - spot[1] >= 52):
            kept.append(spot)
    years = {day.year for day in days}
    return [Tick(x, f"{day.day} {day:%b}" + (f" {day:%y}" if len(years) > 1 else "")) for day, x in kept]


def _tracks(points: Sequence[Point]) -> list[tuple[Point, ...]]:
    """Return the lines: exact or half-open observations of one named party, in order of their days."""
    found = []
    for series in sorted({point.datum.series for point in points}):
        own = [p for p in points if p.datum.series == series and p.datum.named and not p.datum.hedge]
        if len({p.datum.day for p in own}) == len(own) > 1:
            found.append(tuple(sorted(own, key=lambda p: p.x)))
    return found


_SPOTS: tuple[tuple[float, float, Literal["start", "middle", "end"]], ...] = (
    (0, -9, "middle"), (10, 4, "start"), (-10, 4, "end"), (0, 19, "middle"), (9, -8, "start"), (-9, -8, "end"),
    (9, 17, "start"), (-9, 17, "end"), (0, 32, "middle"), (0, -22, "middle"),
)  # fmt: skip


def _place_labels(points: Sequence[Point]) -> list[Point]:
    """Give every point the first spot around it whose label meets neither a point nor a label; else leave it bare."""
    taken = [_extent(point) for point in points]
    placed = []
    for number, point in enumerate(points):
        others = taken[:number] + taken[number + 1 :]
        placed.append(_labelled(point, others, taken))
    return placed


def _extent(point: Point) -> Box:
    up, down = (16 if point.arrow == arrow else 6 for arrow in ("up", "down"))
    return point.x - 6, min(point.y, point.y2) - up, point.x + 6, max(point.y, point.y2) + down


def _labelled(point: Point, others: Sequence[Box], taken: list[Box]) -> Point:
    wide = LETTER * len(point.datum.label)
    lift = -10 if point.arrow == "up" else 0
    for dx, dy, anchor in _SPOTS:
        x, y = point.x + dx, min(point.y, point.y2) + dy + (lift if dy < 0 else 0)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, y - 11, left + wide, y + 3)
        inside = box[0] >= LEFT + 2 and box[2] <= WIDTH - 4 and box[1] >= 0 and box[3] <= HEIGHT - BOTTOM
        if inside and not any(_meet(box, other) for other in others):
            taken.append(box)
            return replace(point, label_x=round(x, 1), label_y=round(y, 1), anchor=anchor, labelled=True)
    return point


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
