"""Who said what: source, cue and content against PolNeAR, GUM news or the fiction gold turned into that form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evaluation.scorers import Row, read, run, write
from secondsource.analyse import annotate
from secondsource.extract.attributions import attributions
from secondsource.lexicon.load import load
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Attribution, Document, Section, Span


def predict(gold: Path, pred: Path) -> None:
    """Write the outermost attributions of each document's `text`; PolNeAR marks no nested ones."""
    lexicon = load()
    write(pred, ({"id": row["id"], "attributions": rows(str(row["text"]), lexicon)} for row in read(gold)))


def score(gold: Path, pred: Path) -> Row:
    """Return what the scorer beside the data prints (precision, recall, F1 for each role and measure)."""
    return run("attribution/score_attribution.py", gold, pred)


def rows(text: str, lexicon: Lexicon, *, nested: bool = False) -> list[Row]:
    """Return the attributions of a text that is all body, in the scorer's form."""
    document = plain(text)
    found: Sequence[Attribution] = attributions(document, annotate(document, lexicon), lexicon)
    return [_row(attribution) for attribution in found if nested or attribution.parent is None]


def plain(text: str) -> Document:
    """Return a document whose whole text is body."""
    section = Section(Span("d", 0, len(text)), "body", "given")
    return Document(id="d", text=text, sections=(section,), sha256="", path="", format="jsonl", language="en")


def _row(attribution: Attribution) -> Row:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}
