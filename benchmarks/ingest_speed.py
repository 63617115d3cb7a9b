"""Speed of reading pages, in pages a second of one core: HTML with its metadata, and pasted text.

Run: `python benchmarks/ingest_speed.py`; reads the pages of `extraction` beside the data.
Mark: 60 HTML pages, 500 pasted ones.  Nothing is remembered from round to round; the best of the rounds counts, since
the others shared their core.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from evaluation.scorers import data_root, read
from secondsource.ingest import Given, read_bytes
from secondsource.ingest.marks import forget
from secondsource.lexicon.load import load

ROUNDS = 4
CORPORA = (
    ("HTML, 99 pages of 190 kB", "pages.dev.jsonl.gz", "html", "page.html", 60),
    ("HTML, 131 pages of 300 kB", "meta.dev.jsonl.gz", "html", "page.html", 60),
    ("pasted, 99 pages of 172 lines", "pasted.dev.jsonl.gz", "text", "page.txt", 500),
)


def main() -> None:
    """Print the speed on each corpus, and as a share of its mark."""
    for title, file, field, name, mark in CORPORA:
        rows = list(read(data_root() / "extraction" / file))
        pages = [(row[field].encode("utf-8", "replace"), Given(url=row.get("url"))) for row in rows]
        best = max(_round(pages, name) for _ in range(ROUNDS))
        print(f"{title:30} {best:7.1f} pages/s   {best / mark:.2f} times the mark of {mark}")


def _round(pages: Sequence[tuple[bytes, Given]], name: str) -> float:
    forget()
    begin = process_time()
    for raw, given in pages:
        for _ in read_bytes(raw, name, lexicon=load(), given=given):
            pass
    return len(pages) / (process_time() - begin)


if __name__ == "__main__":
    main()
