"""Times the store alone: documents written a second, searches, reads, and bytes a document.

usage: python benchmarks/store_speed.py [--documents N] [--store FILE]

Articles are strings of invented words drawn as words are in news (rank and frequency by Zipf's law), with as many rows
read out of each as the main job finds on average in 400 words of agency copy.  A second thread reads while the first
one writes, as the web server does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from secondsource.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Figure,
    Link,
    Section,
    Span,
    Stamp,
    Time,
    identity,
)
from secondsource.store import Run, Store, open_store

WORDS = 400
"""Words of an article: the median of agency copy."""
ROWS = {"attribution": 9, "figure": 6, "time": 8, "entity": 9, "evidence": 8}
"""Rows an article, as `benchmarks/main_job.py` counts them."""
BATCH = 50
VOCABULARY = 60_000
QUERIES = 400


def vocabulary(chance: random.Random) -> list[str]:
    """Return invented words, short ones first."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    made = {"".join(chance.choices(syllables, k=1 + number // 20_000 + chance.randint(0, 2)))
            for number in range(2 * VOCABULARY)}  # fmt: skip
    return sorted(made, key=lambda word: (len(word), word))[:VOCABULARY]


def article(chance: random.Random, words: list[str], weights: list[float], number: int) -> list[object]:
    """Return a document and the rows read out of it."""
    said = chance.choices(words, cum_weights=weights, k=WORDS)
    text = "\n\n".join(" ".join(said[start : start + 40]) + "." for start in range(0, WORDS, 40))
    key = identity("d", number, text[:80])
    cuts = sorted(chance.sample(range(len(text)), 12))
    sections = tuple(Section(Span(key, a, b), "body", "plain") for a, b in pairwise(cuts))
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 400)
    document = Document(
        id=key, text=text, sections=sections, sha256="0" * 64, path=f"clippings/{number:05}.txt", format="text",
        language="en", outlet=f"The {said[0].title()} Post", published=Stamp(day.isoformat(), "given"), title=text[:60],
    )  # fmt: skip
    return [document, *_rows(chance, key, len(text), number)]


def _rows(chance: random.Random, key: str, length: int, number: int) -> Iterator[object]:
    def span() -> Span:
        start = chance.randrange(length - 60)
        return Span(key, start, start + chance.randint(2, 60))

    chain = (Link("The Kalder Post", "outlet"), Link("Northern Wire", "agency", span()), Link("police", "speaker"))
    for n in range(ROWS["attribution"]):
        yield Attribution(id=identity("q", key, n), doc_id=key, source=(span(),), cue=(span(),), content=(span(),),
                          quoted="mixed", stance="says", speaker="police", body="police", chain=chain)  # fmt: skip
    for n in range(ROWS["figure"]):
        yield Figure(id=identity("f", key, n), span=span(), low=float(n), high=None, bound=">", unit="person",
                     noun="passengers", kind="total", predicate="killed", as_of="2025-01-01")  # fmt: skip
    for n in range(ROWS["time"]):
        yield Time(identity("t", key, n), span(), "2025-01-01", "date", dt.date(2025, 1, 1), dt.date(2025, 1, 1))
    for n in range(ROWS["entity"]):
        yield Entity(identity("e", key, n), key, "coast guard", "organisation", (span(), span()), "coast guard")
    claim = identity("c", number // 4)
    yield Claim(claim, "figure", identity("l", number // 40), identity("s", number // 40), span(), ("person", "killed"))
    for n in range(ROWS["evidence"]):
        yield Evidence(id=identity("v", key, n), claim_id=claim, span=span(), stance="says", chain=chain,
                       origin="police", counted=True, why="first to say it", value=(1.0, None, ">"))  # fmt: skip
    yield Run("figures", key, "1", "0" * 24)


def quantiles(seconds: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    cut = statistics.quantiles(seconds, n=20)
    return f"p50 {1000 * statistics.median(seconds):.2f} ms  p95 {1000 * cut[-1]:.2f} ms"


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds `action` takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def read_meanwhile(store: Store, words: list[str], over: threading.Event, taken: list[float]) -> None:
    """Search until `over`, noting the seconds of each search."""
    chance = random.Random(2)  # noqa: S311 - repeatable, no secret
    while not over.is_set():
        word = words[int(chance.paretovariate(0.6)) % len(words)]
        taken.append(timed(lambda word=word: store.find(word)))  # type: ignore[misc]
        time.sleep(0.01)


def write(store: Store, articles: list[list[object]]) -> float:
    """Write the articles in batches, one transaction each; return the seconds."""
    started = time.perf_counter()
    for start in range(0, len(articles), BATCH):
        with store.transaction():
            for rows in articles[start : start + BATCH]:
                store.put(rows)
    return time.perf_counter() - started


def main() -> None:
    """Write, read and search, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 - repeatable, no secret
    words = vocabulary(chance)
    weights, total = [], 0.0
    for rank in range(len(words)):
        total += 1 / (rank + 3)
        weights.append(total)
    articles = [article(chance, words, weights, number) for number in range(arguments.documents)]
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "store.db"
        store = open_store(path)
        over, meanwhile = threading.Event(), [0.0, 0.0]
        reader = threading.Thread(target=read_meanwhile, args=(store, words, over, meanwhile))
        reader.start()
        before = time.process_time()
        seconds = write(store, articles)
        spent = time.process_time() - before
        over.set()
        reader.join()
        print(f"{len(articles) / seconds:.0f} documents/s written, {sum(map(len, articles)) / seconds:.0f} rows/s,"
              f" {len(articles) / spent:.0f} documents a processor second (searches included)")  # fmt: skip
        print(f"find while writing   {quantiles(meanwhile)}  ({len(meanwhile)} searches)")
        queries = [" ".join(chance.choices(words, cum_weights=weights, k=chance.randint(1, 3))) for _ in range(QUERIES)]
        print(f"find                 {quantiles([timed(lambda q=q: store.find(q)) for q in queries])}")
        keys = [rows[0].id for rows in chance.sample(articles, QUERIES)]  # type: ignore[attr-defined]
        print(f"document             {quantiles([timed(lambda k=k: store.get(Document, k)) for k in keys])}")
        print(f"figures of document  {quantiles([timed(lambda k=k: list(store.scan(Figure, doc=k))) for k in keys])}")
        print(f"all figures          {timed(lambda: [0 for _ in store.scan(Figure)]):.2f} s")
        print(f"all documents        {timed(lambda: [0 for _ in store.scan(Document)]):.2f} s")
        store.close()
        print(f"{path.stat().st_size / len(articles):.0f} bytes a document, {path.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
