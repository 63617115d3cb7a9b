"""Places the nodes of a lineage in three columns, so that few ways cross, and draws the ways between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

Layer = Literal["origin", "carrier", "lane", "document"]
Key = tuple[Layer, str]
"""A node; a `lane` is where ways that nobody carries pass the column of carriers on their way into one document."""

COLUMNS: Mapping[Layer, int] = {"origin": 0, "carrier": 1, "lane": 1, "document": 2}
WIDTH, BOX, ROW, HEAD = 900, 240, 42, 34
"""Width of the drawing and of a box, height of a row and of the heads, in user units."""
_THIN = 0.45
"""Height of a lane, in rows."""


def heights(documents: Sequence[Key], ways: Iterable[tuple[Key, Key]]) -> dict[Key, float]:
    """Return the row of each node and lane.

    Documents stand in the order given, the others beside the middle of what they lead to, and each column is spread
    over the height of the tallest.  Source: barycentre rule and dummy nodes of Sugiyama, Tagawa and Toda 1981.
    """
    steps = [step for way in ways for step in _steps(*way)]
    first = {key: float(place) for place, key in enumerate(documents)}
    rest = sorted({key for step in steps for key in step})
    middle = _stacked([key for key in rest if COLUMNS[key[0]] == 1], steps, first)
    left = _stacked([key for key in rest if key[0] == "origin"], steps, first | middle)
    columns = (left, middle, first)
    tallest = max(_size(column) for column in columns)
    return {key: place * tallest / _size(column) for column in columns for key, place in _centred(column).items()}


def lane(way: tuple[Key, Key]) -> Key | None:
    """Return the lane that a way takes past the carriers, or None for one that does not pass them."""
    start, end = way
    return ("lane", end[1]) if start[0] == "origin" and end[0] == "document" else None


def _steps(start: Key, end: Key) -> list[tuple[Key, Key]]:
    between = lane((start, end))
    return [(start, between), (between, end)] if between else [(start, end)]


def _stacked(keys: Iterable[Key], steps: Sequence[tuple[Key, Key]], places: Mapping[Key, float]) -> dict[Key, float]:
    """Return the upper edges of `keys`, stacked in order of the middle of what they lead to."""
    middle = {key: _mean([places[end] for start, end in steps if start == key and end in places]) for key in keys}
    found, at = {}, 0.0
    for key in sorted(middle, key=lambda key: (middle[key], key)):
        found[key] = at
        at += _high(key)
    return found


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _high(key: Key) -> float:
    return _THIN if key[0] == "lane" else 1.0


def _size(column: Iterable[Key]) -> float:
    return sum(_high(key) for key in column) or 1.0


def _centred(column: Mapping[Key, float]) -> dict[Key, float]:
    return {key: place + _high(key) / 2 for key, place in column.items()}


def path(start: tuple[float, float], end: tuple[float, float], *, within: bool, between: float | None) -> str:
    """Return the SVG path between two boxes, given by their left edges and the heights of their middles.

    Between columns it is a soft S, that runs level at the height `between` where it passes the carriers; `within` one
    column it is an arc on the right.
    """
    (x1, y1), (x2, y2) = start, end
    if within:
        right = x1 + BOX
        bow = right + 14 + min(40, abs(y2 - y1) / 5)
        return f"M{right:g} {y1 + 4:g}C{bow:g} {y1 + 4:g} {bow:g} {y2 - 4:g} {right:g} {y2 - 4:g}"
    x1 += BOX
    if between is None:
        return f"M{x1:g} {y1:g}{_curve(x1, x2, y1, y2)}"
    near = (WIDTH - BOX) / 2
    return f"M{x1:g} {y1:g}{_curve(x1, near, y1, between)}H{near + BOX:g}{_curve(near + BOX, x2, between, y2)}"


def _curve(x1: float, x2: float, y1: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f"C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
