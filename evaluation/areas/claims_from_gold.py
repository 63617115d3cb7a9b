"""Claims alone: reconciling is given a fiction story's gold attributions, figures, times and copies as its input.

What it is given is what the earlier stages would find at their best, among it the body that a speaker speaks for; the
gold's claims serve only to look that body up.  So the score says what reconciling itself loses.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.scorers import Row, run, write
from secondsource.lexicon.load import load
from secondsource.reconcile import Case, Findings, reconcile
from secondsource.records import (
    Anchor,
    Attribution,
    Document,
    Duplicate,
    Figure,
    Link,
    Passage,
    Section,
    Span,
    Stamp,
    Story,
    Storyline,
    Time,
)

_PERIOD = re.compile(r"\b(?:since (?:19|20)\d\d|(?:this|last) year|in (?:19|20)\d\d|\((?:19|20)\d\d\)|(?:19|20)\d\d)")


def predict(gold: Path, pred: Path) -> None:
    """Reconcile the story in folder `gold` and write claims, evidence and sums as the export's JSON lines."""
    case = case_of(gold)
    write(pred, export(case, reconcile(case)))


def score(gold: Path, pred: Path) -> Row:
    """Return the scorer's rows on claims and sums."""
    rows = run("fiction/score_story.py", "fiction", gold, pred)
    return {area: rows[area] for area in ("claims", "derived")}


def case_of(folder: Path) -> Case:
    """Return the case that the gold of a story folder describes, without look-alikes and rejects."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    out = {row["doc"] for row in (*gold["rejects"], *gold["not_in_story"])}
    rows = [row for row in gold["documents"] if row["id"] not in out]
    kept = {row["id"] for row in rows}
    texts = {row["id"]: (folder / row["file"]).read_bytes().decode("utf-8") for row in rows}
    attributions = tuple(_attributions(gold, kept))
    first = rows[0]["id"]
    story = Story("s", tuple(sorted(kept)), Span(first, 0, 1))
    return Case(
        storyline=Storyline("l", ("s",)),
        stories={"s": story},
        documents={row["id"]: _document(row, texts[row["id"]]) for row in rows},
        anchors={
            row["id"]: Anchor(row["id"], dt.date.fromisoformat(row["published"][:10]), "published") for row in rows
        },
        copies=tuple(_copy(row) for row in gold["copies"]),
        entities=(),
        attributions=attributions,
        times=tuple(_time(row) for row in gold["times"] if row["doc"] in kept),
        figures=tuple(_figure(row, attributions) for row in gold["figures"] if row["doc"] in kept),
        roots={},
        lexicon=load(),
    )


def _document(row: Row, text: str) -> Document:
    body = [Section(Span(row["id"], start, end), "body", "gold") for start, end in row["body_spans"]]
    return Document(
        id=row["id"],
        text=text,
        sections=tuple(body),
        sha256="",
        path=row["file"],
        format="text",
        language="en",
        outlet=row["outlet"],
        agency=row.get("agency") if row.get("agency_credited") else None,
        published=Stamp(row["published"], "given"),
    )


def _copy(row: Row) -> Duplicate:
    passages = tuple(
        Passage(
            Span(row["doc"], each["start"], each["end"]), Span(row["of"], each["of_start"], each["of_end"]), "prose"
        )
        for each in row["passages"]
    )
    return Duplicate(
        f"{row['doc']}-{row['of']}",
        row["doc"],
        row["of"],
        row["relation"],
        row["share_of_copy"],
        row["share_of_original"],
        row["credited"],
        passages,
    )


def _attributions(gold: Row, kept: set[str]) -> Iterator[Attribution]:
    bodies = {
        (each["ref"], row["speaker"]): each["origin"]
        for claim in gold["claims"]
        if claim["kind"] != "quote"
        for each in claim["evidence"]
        for row in (*gold["attributions"], *gold["figures"])
        if row["id"] == each.get("ref") and each["origin"]
    }
    own = {origin for (_, speaker), origin in bodies.items() if speaker == origin}
    body = {speaker: origin for (_, speaker), origin in sorted(bodies.items()) if speaker not in own}
    for row in gold["attributions"]:
        if row["doc"] in kept:
            yield _attribution(row, body)


def _attribution(row: Row, body: Mapping[str, str]) -> Attribution:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span(row["doc"], start, end) for start, end in row[name])

    speaker = row["speaker"] if row["source"] else None
    *carriers, last = row["chain"]
    chain = [Link(name, "outlet" if at == 0 else "carrier") for at, name in enumerate(carriers)]
    return Attribution(
        id=row["id"],
        doc_id=row["doc"],
        source=spans("source"),
        cue=spans("cue"),
        content=spans("content"),
        quoted=row["quoted"],
        stance=row["stance"],
        speaker=speaker,
        body=body.get(row["speaker"], speaker) if speaker else None,
        chain=(*chain, Link(last, "speaker" if speaker else "outlet")),
    )


def _figure(row: Row, attributions: Iterable[Attribution]) -> Figure:
    span = Span(row["doc"], row["start"], row["end"])
    around = [each for each in attributions if any(span.within(part) for part in each.content)]
    around = [each for each in around if each.speaker == row["speaker"]] or around
    inner = min(around, key=lambda each: sum(map(len, each.content)), default=None)
    predicate, _, rest = row["scope"].partition(",")
    counted = {"people", "accounts", "customers"}
    period = " ".join(_PERIOD.findall(row["scope"]))
    return Figure(
        id=row["id"],
        span=span,
        low=row["low"],
        high=row["high"],
        bound=row["bound"],
        unit=row["unit"],
        noun=row["noun"],
        kind=row["kind"],
        predicate=" ".join(word for word in re.sub(r"\s*\(.*", "", predicate).split() if word not in counted),
        scope=period or rest.strip(),
        as_of=row["as_of"],
        speaker=row["speaker"],
        attribution=inner.id if inner else None,
    )


def _time(row: Row) -> Time:
    span = Span(row["doc"], row["start"], row["end"])
    day = dt.date.fromisoformat(row["value"][:10]) if re.match(r"\d{4}-\d\d-\d\d", row["value"]) else None
    return Time(f"{row['doc']}.{row['start']}", span, row["value"], "date", day, day)


def export(case: Case, found: Findings) -> Iterator[Row]:
    """Yield documents, claims, evidence and sums in the form of `secondsource export jsonl`."""
    for document in case.documents.values():
        yield {"type": "document", "id": document.id, "path": document.path, "outlet": document.outlet}
    assessed = {each.claim_id: each for each in found.assessments}
    for claim in found.claims:
        assessment = assessed[claim.id]
        yield {
            "type": "claim",
            "id": claim.id,
            "kind": claim.kind,
            "status": assessment.status,
            "n_origins": assessment.n_origins,
            "n_origins_low": assessment.n_origins_low,
            "origins": list(assessment.origins),
        }
    for each in found.evidence:
        span = each.span
        row = {"type": "evidence", "claim": each.claim_id, "doc": span.doc_id, "start": span.start, "end": span.end}
        yield {**row, "stance": each.stance, "origin": each.origin}
    for sum_ in found.derived:
        yield {"type": "derived", "claim": sum_.claim_id, "total": sum_.total, "parts": list(sum_.parts)}
