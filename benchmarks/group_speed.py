"""Times copies, stories and storylines over a JSON lines file of articles: documents a second, and peak memory.

usage: python -m benchmarks.group_speed ARTICLES.jsonl[.gz] [--limit N]

Processor time of one process; quote the figures with the machine, the number of articles and their words.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sized
from itertools import islice
from pathlib import Path
from typing import TypeVar

from evaluation.areas.stories import articles
from evaluation.areas.stories import meanings as meanings_of
from secondsource import group
from secondsource.lexicon.load import load

Found = TypeVar("Found", bound=Sized)


def _timed(name: str, count: int, run: Callable[[], Found]) -> Found:
    started = time.process_time()
    found = run()
    seconds = time.process_time() - started
    print(f"{name:12s} {count / max(seconds, 1e-9):8.0f} documents/s   {len(found)} found")
    return found


def main() -> None:
    """Run the three stages once and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=10_000)
    arguments = parser.parse_args()
    documents = list(islice(articles(arguments.articles), arguments.limit))
    count, tables = len(documents), load()
    words = sum(len(document.text.split()) for document in documents) / max(1, count)
    print(f"{count} articles of {words:.0f} words")
    copies = _timed("copies", count, lambda: group.copies(documents, tables))
    meanings = _timed("meanings", count, lambda: meanings_of(documents))
    stories = _timed("stories", count, lambda: group.stories(documents, copies, meanings))
    _timed("storylines", count, lambda: group.storylines(stories, documents))
    print(f"peak memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB, the articles included")


if __name__ == "__main__":
    main()
