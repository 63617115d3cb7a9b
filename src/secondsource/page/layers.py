"""Places the nodes of a lineage in three columns, so that few ways cross, and draws the ways between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

Layer = Literal["origin", "carrier", "document"]
Key = tuple[Layer, str]

COLUMNS: Mapping[Layer, int] = {"origin": 0, "carrier": 1, "document": 2}
WIDTH, BOX, ROW, HEAD = 900, 232, 42, 34
"""Width of the drawing and of a box, height of a row and of the heads, in user units."""
_LAYERS: tuple[Layer, ...] = ("carrier", "origin")


def heights(documents: Sequence[Key], others: Iterable[Key], ways: Sequence[tuple[Key, Key]]) -> dict[Key, float]:
    """Return the row of each node: documents in the order given, the others beside the middle of what they lead to.

    Each column is spread over the height of the tallest.  Source: barycentre rule of Sugiyama, Tagawa and Toda 1981.
    """
    places: dict[Key, float] = {key: float(place) for place, key in enumerate(documents)}
    rest = set(others) - set(places)
    for layer in _LAYERS:
        places |= _ordered([key for key in rest if key[0] == layer], ways, places)
    counts = {layer: sum(1 for key in places if key[0] == layer) for layer in COLUMNS}
    tallest = max(counts.values())
    spread = {key: (place + 0.5) * tallest / counts[key[0]] - 0.5 for key, place in places.items()}
    return {key: spread[key] for key in sorted(spread, key=lambda key: (COLUMNS[key[0]], spread[key]))}


def _ordered(keys: Iterable[Key], ways: Sequence[tuple[Key, Key]], places: Mapping[Key, float]) -> dict[Key, float]:
    middle = {}
    for key in keys:
        ends = [places[end] for start, end in ways if start == key and end in places]
        middle[key] = sum(ends) / len(ends) if ends else 0.0
    return {key: float(place) for place, key in enumerate(sorted(middle, key=lambda key: (middle[key], key)))}


def path(start: tuple[float, float], end: tuple[float, float], *, within: bool) -> str:
    """Return the SVG path between two boxes, given by their upper left corners.

    Between columns it is a soft S; `within` one column an arc on the right.
    """
    (x1, y1), (x2, y2) = start, end
    y1, y2 = y1 + 16, y2 + 16
    if within:
        right = x1 + BOX
        bow = right + 14 + min(40, abs(y2 - y1) / 5)
        return f"M{right:g} {y1 + 4:g}C{bow:g} {y1 + 4:g} {bow:g} {y2 - 4:g} {right:g} {y2 - 4:g}"
    x1 += BOX
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
