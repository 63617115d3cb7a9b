"""Hand-labelled pairs of real articles: what do they share, and who took it from whom?"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.scorers import Row, data_root, read, write
from secondsource import ingest
from secondsource.group import copies
from secondsource.group.passages import kinds, prose, runs
from secondsource.group.reuse import LONG_RUN
from secondsource.group.wordings import wording
from secondsource.lexicon.load import load
from secondsource.records import Document
from secondsource.text.shingles import word_hashes

SPOKEN_WORDS = 12
"""Words in one quotation or released passage that make it a shared statement."""


ACCOUNT_WORDS, ACCOUNT_SHARE = 20, 0.15
"""Words in runs, and share of the shorter text, of an official account that two newsrooms both wrote down."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")


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
    if first is None or second is None:
        return {"label": "independent", "direction": "none"}
    edges = copies([first, second], load())
    if edges:
        return {"label": edges[0].relation.replace("version", "reprint"),
                "direction": "a_to_b" if edges[0].doc_id == second.id else "b_to_a"}  # fmt: skip
    if _share_statement(first, second):
        return {"label": "shared_statement", "direction": "common"}
    unrelated = not _names(first) & _names(second)
    return {"label": "unrelated" if unrelated else "independent", "direction": "none"}


def _share_statement(first: Document, second: Document) -> bool:
    """Tell whether two texts, none of which took from the other, repeat what somebody said or gave to both."""
    left, right = wording(first), wording(second)
    found = runs(left, right)
    types = kinds(found, left, right, word_hashes("", []))
    pairs = list(zip(found, types, strict=True))
    if any(kind in {"quotation", "statement"} and run.length >= SPOKEN_WORDS for run, kind in pairs):
        return True
    account = sum(prose(run, left, right) for run, kind in pairs if kind == "prose" and run.length >= LONG_RUN)
    shared = sum(run.length for run, kind in pairs if kind != "furniture")
    return account >= ACCOUNT_WORDS and shared >= ACCOUNT_SHARE * min(len(left), len(right))


def _names(document: Document) -> set[str]:
    return {name for span in document.spans("body") for name in _NAME.findall(document.slice(span))}


def _document(text: Row) -> Document | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pair.jsonl"
        fields = {"id": "id", "outlet": "site", "url": "url", "published": "date", "title": "title", "text": "text"}
        write(path, [{ours: text[theirs] for ours, theirs in fields.items() if text.get(theirs)}])
        found = [record for record in ingest.read(path, lexicon=load()) if isinstance(record, Document)]
    return found[0] if found else None
