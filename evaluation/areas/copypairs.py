"""Hand-labelled pairs of real articles: what do they share, and who took it from whom?"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.scorers import Row, data_root, read, write
from secondsource import ingest
from secondsource.group import copies
from secondsource.group.passages import kinds, runs
from secondsource.group.wordings import wording
from secondsource.lexicon.load import load
from secondsource.records import Document
from secondsource.text.shingles import word_hashes

SPOKEN_WORDS = 12
"""Words in one quotation or released passage that make it a shared statement."""


def predict(gold: Path, pred: Path) -> None:
    """Write label and direction of each pair; a pair is read alone, as if nothing else were in the store."""
    write(pred, [{"id": row["id"], **_judged(row)} for row in read(gold)])


def score(gold: Path, pred: Path) -> Row:
    """Return what `score_ledger.py` prints, which knows no `--json`, as numbers."""
    command = [sys.executable, str(data_root() / "ledger" / "score_ledger.py"), "pairs", str(gold), str(pred)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {name: float(value) for name, value in map(str.split, printed.splitlines())}


def _judged(row: Row) -> Row:
    first, second = (_document(row[side]) for side in ("a", "b"))
    edges = copies([first, second], load()) if first and second else []
    if edges:
        taken_by_second = second is not None and edges[0].doc_id == second.id
        return {"label": edges[0].relation.replace("version", "reprint"),
                "direction": "a_to_b" if taken_by_second else "b_to_a"}  # fmt: skip
    spoken = first is not None and second is not None and _share_statement(first, second)
    return {"label": "shared_statement" if spoken else "independent", "direction": "common" if spoken else "none"}


def _share_statement(first: Document, second: Document) -> bool:
    left, right = wording(first), wording(second)
    found = runs(left, right)
    types = kinds(found, left, right, word_hashes("", []))
    return any(
        kind in {"quotation", "statement"} and shared.length >= SPOKEN_WORDS
        for shared, kind in zip(found, types, strict=True)
    )


def _document(text: Row) -> Document | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pair.jsonl"
        fields = {"id": "id", "outlet": "site", "url": "url", "published": "date", "title": "title", "text": "text"}
        write(path, [{ours: text[theirs] for ours, theirs in fields.items() if text.get(theirs)}])
        found = [record for record in ingest.read(path, lexicon=load()) if isinstance(record, Document)]
    return found[0] if found else None
