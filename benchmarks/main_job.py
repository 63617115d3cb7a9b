"""Times the whole job over a JSON lines file of articles: documents a second, peak memory, size of the store.

usage: python benchmarks/main_job.py ARTICLES.jsonl[.gz] [--limit N] [--workers N]

The figures are those of one machine: quote them with its processor count and the command.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import tempfile
import time
from itertools import islice
from pathlib import Path

from secondsource import records
from secondsource.pipeline import Desk


def _first(source: Path, limit: int, target: Path) -> None:
    opening = gzip.open if source.suffix == ".gz" else open
    with opening(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines, limit))


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
        print(f"{len(report.read)} read, {len(report.rejected)} rejected in {seconds:.1f} s"
              f" ({len(report.read) / seconds:.0f} documents/s, {arguments.workers} processes)")  # fmt: skip
        print("  ".join(f"{step} {spent:.1f} s" for step, spent in steps.items()))
        print("  ".join(f"{name} {number}" for name, number in counts.items()))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(file.stat().st_size for file in Path(folder).glob("store.db*")) / 2**20
        print(f"peak memory {peak:.0f} MiB  store {size:.1f} MiB")


if __name__ == "__main__":
    main()
