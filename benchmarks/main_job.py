"""Times the whole job over a JSON lines file of articles: documents a second, peak memory, size of the store.

usage: python benchmarks/main_job.py ARTICLES.jsonl[.gz] [--limit N] [--workers N]

The same file is then added once more, which must change no row and take seconds.

The figures are those of one machine: quote them with its processor count and the command.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import resource
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from secondsource import records
from secondsource.pipeline import Desk
from secondsource.store.base import KINDS
from secondsource.store.codec import encode


def _first(source: Path, limit: int, target: Path) -> None:
    opening = gzip.open if source.suffix == ".gz" else open
    with opening(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines, limit))


def _digest(desk: Desk) -> str:
    """Return a digest of every record of a store."""
    found = hashlib.sha256()
    for kind in KINDS:
        rows: Iterable[object] = desk.scan(kind)
        for row in rows:
            found.update(encode(row))
    return found.hexdigest()


def _again(inputs: Path, store: Path) -> str:
    """Add the same file to the store once more; return how long it took and whether a record changed."""
    with Desk.open(store) as desk:
        before = _digest(desk)
        started = time.perf_counter()
        report = desk.add([inputs])
        seconds = time.perf_counter() - started
        changed = "no record changed" if _digest(desk) == before else "RECORDS CHANGED"
    return f"added again: {len(report.read)} read, {len(report.known)} known in {seconds:.1f} s, {changed}"


def main() -> None:
    """Run the job once and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs, store = Path(folder) / "articles.jsonl", Path(folder) / "store.db"
        _first(arguments.articles, arguments.limit, inputs)
        steps: dict[str, float] = {}
        started = last = time.perf_counter()

        def note(step: str, _done: int, _total: int) -> None:
            nonlocal last
            now = time.perf_counter()
            steps[step] = steps.get(step, 0.0) + now - last
            last = now

        with Desk.open(store) as desk:
            report = desk.add([inputs], workers=arguments.workers, progress=note)
            seconds = time.perf_counter() - started
            counts = {
                kind.__name__: sum(1 for _ in desk.scan(kind))
                for kind in (records.Document, records.Duplicate, records.Story, records.Attribution, records.Figure,
                             records.Claim, records.Evidence)
            }  # fmt: skip
        spent = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(f"{len(report.read)} read, {len(report.rejected)} rejected in {seconds:.1f} s"
              f" ({len(report.read) / seconds:.0f} documents/s, {arguments.workers} processes)")  # fmt: skip
        print(f"{spent:.0f} s of processor time, {1000 * spent / max(1, len(report.read)):.0f} ms a document")
        print("  ".join(f"{step} {passed:.1f} s" for step, passed in steps.items()))
        print("  ".join(f"{name} {number}" for name, number in counts.items()))
        peak, other = (
            resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        size = sum(file.stat().st_size for file in Path(folder).glob("store.db*")) / 2**20
        print(f"peak memory {peak:.0f} MiB, of the largest other process {other:.0f} MiB  store {size:.1f} MiB")
        print(_again(inputs, store))


if __name__ == "__main__":
    main()
