"""Times annotating and reading attributions: documents of 400 words a second, on one core.

Usage: python benchmarks/attribution_speed.py JSONL   (one object a line with a field `text`)
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from evaluation.areas.attribution import plain
from evaluation.scorers import read
from secondsource.analyse import annotate
from secondsource.extract import attributions
from secondsource.lexicon.load import load


def main() -> None:
    """Print words and documents of 400 words read in a second, best of three runs."""
    lexicon = load()
    documents = [plain(str(row["text"])) for row in read(Path(sys.argv[1]))]
    words = sum(len(document.text.split()) for document in documents)
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        for document in documents:
            attributions(document, annotate(document, lexicon), lexicon)
        best = min(best, time.perf_counter() - begin)
    print(
        f"{len(documents)} documents, {words} words: {words / best:.0f} words/s, {words / best / 400:.0f} documents/s"
    )


if __name__ == "__main__":
    main()
