"""Speed of the rules for dates and quantities, in thousand characters a second on one core.

Run: `python -m benchmarks.text_speed [FILE ...]`; without files it reads the invented stories beside the data.
Mark: both together at least 200 thousand characters a second (about 70 articles of 3,000 characters).
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from evaluation.scorers import data_root
from secondsource.text.dates import times
from secondsource.text.quantities import quantities

MARK = 200
ROUNDS = 20
DAY = dt.date(2024, 2, 13)


def main(files: list[str]) -> None:
    """Print the speed of each rule set, and of both as a share of the mark."""
    paths = [Path(name) for name in files] or sorted(data_root().glob("fiction/*/*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    dates = _speed(texts, lambda text: times(text, anchor=DAY))
    numbers = _speed(texts, quantities)
    both = _speed(texts, _both)
    print(f"dates       {dates:8.0f} thousand characters/s")
    print(f"quantities  {numbers:8.0f} thousand characters/s")
    print(f"both        {both:8.0f} thousand characters/s   {both / MARK:.1f} times the mark of {MARK}")


def _both(text: str) -> object:
    found = times(text, anchor=DAY)
    return quantities(text, skip=[(match.start, match.end) for match in found if match.kind in {"date", "time"}])


def _speed(texts: list[str], read: Callable[[str], object]) -> float:
    characters = sum(map(len, texts)) * ROUNDS
    begin = perf_counter()
    for _ in range(ROUNDS):
        for text in texts:
            read(text)
    return characters / (perf_counter() - begin) / 1000


if __name__ == "__main__":
    main(sys.argv[1:])
