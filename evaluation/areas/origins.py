"""Claims whose evidence is given: the ledger's stretches in, counts of independent origins and the status out."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.scorers import Row, data_root, read, write
from secondsource import link
from secondsource.pipeline import Desk
from secondsource.reconcile import Case, weigh_spans
from secondsource.records import (
    Anchor,
    Attribution,
    Document,
    Duplicate,
    Entity,
    Figure,
    Span,
    Story,
    Storyline,
    Time,
)


def predict(gold: Path, pred: Path) -> None:
    """Write `{story, claim, n_origins, n_origins_low, status}` for each claim; its origins and status are not read."""
    stories = list(read(gold))
    with tempfile.TemporaryDirectory() as folder, Desk.open(":memory:") as desk:
        inputs = Path(folder) / "texts.jsonl"
        write(inputs, (_input(key, text) for story in stories for key, text in story["texts"].items()))
        desk.add([inputs])
        write(pred, (row for story in stories for row in _claims(desk, story)))


def score(gold: Path, pred: Path) -> Row:
    """Return what `score_ledger.py` prints, which knows no `--json`, as numbers."""
    command = [sys.executable, str(data_root() / "ledger" / "score_ledger.py"), "ledger", str(gold), str(pred)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {name: float(value) for name, value in map(str.split, printed.splitlines())}


def _input(key: str, text: Row) -> Row:
    given = {"outlet": text["site"], "published": text["date"], "url": text["url"], "title": text["title"]}
    return {"id": key, **given, "text": text["text"]}


def _claims(desk: Desk, story: Row) -> Iterator[Row]:
    documents = {row.external_id: row for row in desk.scan(Document) if row.external_id in story["texts"]}
    case = _case(desk, {row.id: row for row in documents.values()})
    for claim in story["claims"]:
        spans = [
            Span(documents[each["doc"]].id, each["start"], each["end"])
            for each in claim["evidence"]
            if each["doc"] in documents
        ]
        _, assessment = weigh_spans(case, claim["kind"], spans)
        yield {
            "story": story["story"],
            "claim": claim["id"],
            "n_origins": assessment.n_origins,
            "n_origins_low": assessment.n_origins_low,
            "status": assessment.status,
        }


def _case(desk: Desk, documents: Mapping[str, Document]) -> Case:
    entities = tuple(row for row in desk.scan(Entity) if row.doc_id in documents)
    first = min(documents)
    return Case(
        storyline=Storyline("l", ("s",)),
        stories={"s": Story("s", tuple(sorted(documents)), Span(first, 0, 1))},
        documents=documents,
        anchors={row.doc_id: row for row in desk.scan(Anchor) if row.doc_id in documents},
        copies=tuple(row for row in desk.scan(Duplicate) if {row.doc_id, row.of_id} <= documents.keys()),
        entities=entities,
        attributions=tuple(row for row in desk.scan(Attribution) if row.doc_id in documents),
        times=tuple(row for row in desk.scan(Time) if row.span.doc_id in documents),
        figures=tuple(row for row in desk.scan(Figure) if row.span.doc_id in documents),
        roots=link.roots(entities, documents.values()),
        lexicon=desk.lexicon,
    )
