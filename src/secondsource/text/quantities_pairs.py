"""Two numbers that say one thing: `at least 20 but no more than 100`, and a bound that holds for its conversion too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.records import Bound
from secondsource.text.quantities_bounds import Quantity

_LINK = re.compile(r"\s*,?\s*(?:and|but|yet)?\s*(?:is |are |was |were )?\s*")
_CONVERTED = re.compile(r"[\s-]*[^\W\d_]*(?:[\s/-]+[^\W\d_]+){0,3}\s*[(/]\s*")
_SIDED: frozenset[Bound] = frozenset({">", ">=", "<", "<=", "<~"})
_CARRIED: frozenset[Bound] = _SIDED | {"~"}


def closed(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, two open sides that meet joined into one range.

    Only where nothing is counted between them: "more than 40 dead and fewer than 50 hurt" are two.
    """
    pending: Quantity | None = None
    for there in found:
        if pending is not None and (joined := _joined(text, pending, there)):
            pending = joined
            continue
        if pending is not None:
            yield pending
        pending = there
    if pending is not None:
        yield pending


def _joined(text: str, here: Quantity, there: Quantity) -> Quantity | None:
    if here.bound not in _SIDED or there.bound not in _SIDED or not _LINK.fullmatch(text, here.end, there.start):
        return None
    sides = [each.low if each.low is not None else each.high for each in (here, there)]
    under = here.low is None
    low, high = (sides[1], sides[0]) if under else (sides[0], sides[1])
    facing = (here.low is None) != (there.low is None) and low is not None and high is not None and low < high
    if not facing or (here.unit and here.unit != there.unit) or here.kind != there.kind:
        return None
    return replace(there, start=here.start, low=low, high=high, bound="range", number=(here.number[0], there.number[1]))


def converted(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities; one in brackets right behind another of money or measure has its bound.

    "Nearly 300 miles (480 km)": the kilometres are a little less than 480 too.
    """
    last: Quantity | None = None
    for here in found:
        bounded = here
        if last is not None and _converts(text, last, here):
            value = here.low
            low = value if last.bound in {">", ">=", "~"} else None
            high = value if last.bound in {"<", "<=", "<~", "~"} else None
            bounded = replace(here, low=low, high=high, bound=last.bound)
        last = bounded
        yield bounded


def _converts(text: str, last: Quantity, here: Quantity) -> bool:
    measured = last.unit and here.unit and last.unit != here.unit and "share" not in {last.unit, here.unit}
    carried = here.bound == "=" and last.bound in _CARRIED and not last.vague and here.low == here.high
    return bool(measured and carried and here.unit != "percent" and _CONVERTED.fullmatch(text, last.end, here.start))
