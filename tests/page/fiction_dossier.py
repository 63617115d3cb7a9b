"""Builds the records of the invented ferry story from its gold, as the program would find them."""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path
from typing import Any

from secondsource.page.dossier import Dossier
from secondsource.records import (
    Anchor,
    Assessment,
    Attribution,
    Claim,
    Derived,
    Document,
    Duplicate,
    Evidence,
    Figure,
    Link,
    Passage,
    Reject,
    Section,
    Span,
    Stamp,
    Step,
    Story,
    Storyline,
    Time,
)

FOLDER = Path(__file__).parents[1] / "data" / "fiction" / "s1_ferry"
STORY, LINE, OTHER = "sferry", "lferry", "saground"
CUT = {"caption": "caption", "byline": "byline", "stamp": "byline", "related": "related", "credit": "credit"}
STATUS = {"alleged": "single_source", "single-source": "single_source", "corrected": "revised"}
RULES = {
    "single_source": "One origin says so.",
    "corroborated": "A second, independent origin says so; nobody denies it.",
    "disputed": "What was said is denied.",
    "denied": "It is known only from its denial.",
    "revised": "A later figure took the place of the earlier one.",
    "denied_then_admitted": "The party that denied it has conceded it.",
}
Row = dict[str, Any]


@functools.cache
def gold() -> Row:
    loaded: Row = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    return loaded


def _status(name: str) -> Any:
    return STATUS.get(name, name.replace("-", "_"))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


def _span(doc: str, pair: Row | list[int]) -> Span:
    return Span(doc, pair["start"], pair["end"]) if isinstance(pair, dict) else Span(doc, *pair)


def document(row: Row) -> Document:
    text = (FOLDER / row["file"]).read_text(encoding="utf-8")
    sections = [Section(_span(row["id"], row["title_span"]), "headline", "headline.first")]
    if row.get("dateline_span"):
        sections.append(Section(_span(row["id"], row["dateline_span"]), "dateline", "dateline.city"))
    sections += [Section(_span(row["id"], pair), "body", "body.paragraph") for pair in row["body_spans"]]
    sections += [
        Section(_span(row["id"], noise), CUT.get(noise["kind"], "boilerplate"), f"cut.{noise['kind']}")  # type: ignore[arg-type]
        for noise in row["noise"]
    ]
    return Document(
        id=row["id"],
        text=text,
        sections=tuple(sorted(sections, key=lambda section: section.span)),
        sha256="0" * 64,
        path=f"s1_ferry/{row['file']}",
        format="text",
        language="en",
        outlet=row["outlet"],
        agency=row["agency"] if row.get("agency_credited") else None,
        published=Stamp(row["published"], "stamp"),
    )


def _links(names: list[str]) -> tuple[Link, ...]:
    last = len(names) - 1
    return tuple(
        Link(name, "outlet" if n == 0 else "speaker" if n == last else "carrier") for n, name in enumerate(names)
    )


def _bodies() -> dict[str, str]:
    return {"Ruel Astin": "Sambrian coast guard", "Anton Reyle": "Blue Lassen Lines"}


def _attribution(row: Row) -> Attribution:
    return Attribution(
        id=row["id"],
        doc_id=row["doc"],
        source=tuple(_span(row["doc"], pair) for pair in row["source"]),
        cue=tuple(_span(row["doc"], pair) for pair in row["cue"]),
        content=tuple(_span(row["doc"], pair) for pair in row["content"]),
        quoted=row["quoted"],
        stance=row["stance"],
        speaker=row["speaker"],
        body=_bodies().get(row["speaker"], row["speaker"]),
        chain=_links(row["chain"]),
    )


def _figure(row: Row) -> Figure:
    return Figure(
        id=row["id"],
        span=_span(row["doc"], row),
        low=row["low"],
        high=row["high"],
        bound=row["bound"],
        unit=row["unit"],
        noun=row["noun"],
        kind=row["kind"],
        scope=row["scope"],
        as_of=row["as_of"],
        speaker=row["speaker"],
    )


def _time(row: Row) -> Time:
    value = row["value"]
    day = _day(value) if len(value) >= 10 and value[4] == "-" and "/" not in value else None
    return Time(row["id"], _span(row["doc"], row), value, "date", day, day)


def _copy(n: int, row: Row) -> Duplicate:
    passages = tuple(
        Passage(Span(row["doc"], p["start"], p["end"]), Span(row["of"], p["of_start"], p["of_end"]), "prose")
        for p in row["passages"]
    )
    shares = row["share_of_copy"], row["share_of_original"]
    return Duplicate(f"k{n}", row["doc"], row["of"], row["relation"], *shares, row["credited"], passages)


def _evidence(claim: Row, n: int, row: Row, published: dict[str, str]) -> Evidence:
    by_id = {one["id"]: one for one in gold()["attributions"]}
    figures = {one["id"]: one for one in gold()["figures"]}
    span, figure = _span(row["doc"], row), figures.get(row["ref"])
    said = by_id.get(row["ref"]) or _holder(span, by_id.values())
    outlet = next(one["outlet"] for one in gold()["documents"] if one["id"] == row["doc"])
    copied = any(
        row["doc"] == edge["doc"] and p["start"] <= row["start"] and row["end"] <= p["end"]
        for edge in gold()["copies"]
        for p in edge["passages"]
    )
    counted, why = True, "the party says so on its own knowledge"
    if row["origin"] is None:
        counted, why = False, "names no source; it comes later and may echo another text"
    elif copied:
        counted, why = False, "the same words as an earlier text"
    elif row["stance"] in {"denies", "disputes"}:
        counted, why = False, "speaks against the claim"
    return Evidence(
        id=f"e{claim['id'][1:]}x{n}",
        claim_id=claim["id"],
        span=span,
        stance=row["stance"],
        chain=_chain(outlet, said, row["origin"]),
        origin=row["origin"],
        counted=counted,
        why=why,
        stated=_day(published[row["doc"]]),
        ref=row["ref"],
        value=(figure["low"], figure["high"], figure["bound"]) if figure else None,
    )


def _chain(outlet: str, said: Row | None, origin: str | None) -> tuple[Link, ...]:
    if origin is None:
        return _links([outlet])
    return _links(said["chain"] if said else [outlet, origin])


def _holder(span: Span, attributions: Any) -> Row | None:
    holding = [
        one
        for one in attributions
        if one["doc"] == span.doc_id and any(s <= span.start and span.end <= e for s, e in one["content"])
    ]
    return min(holding, key=lambda one: sum(e - s for s, e in one["content"]), default=None)


def _kind(claim: Row) -> Any:
    return {"figure": "figure", "quote": "statement"}.get(claim["kind"], "event")


def _assessment(claim: Row, evidence: list[Evidence]) -> Assessment:
    copies = {edge["doc"] for edge in gold()["copies"]}
    documents = {one.span.doc_id for one in evidence}
    steps = tuple(
        Step(
            _day(step["as_of"]),
            _status(step["status"]),
            tuple(one.id for one in evidence if one.stated == _day(step["as_of"])) or (evidence[-1].id,),
            RULES[_status(step["status"])],
        )
        for step in claim["history"]
    )
    unsourced = any(one.origin is None for one in evidence) and claim["n_origins"] > 1
    return Assessment(
        claim_id=claim["id"],
        status=_status(claim["status"]),
        because=steps[-1].because,
        origins=tuple(claim["origins"]),
        n_origins=claim["n_origins"],
        n_origins_low=claim["n_origins"] - unsourced,
        n_against=sum(one.stance in {"denies", "disputes"} for one in evidence),
        outlets=len(documents),
        texts=len(documents - copies) or 1,
        history=steps,
    )


def _stories(documents: dict[str, Document]) -> dict[str, Story]:
    outside = {one["doc"] for one in gold()["not_in_story"]}
    inside = tuple(key for key in documents if key not in outside)
    titles = {row["id"]: _span(row["id"], row["title_span"]) for row in gold()["documents"]}
    return {
        STORY: Story(STORY, inside, titles["d1"], dt.date(2024, 2, 10), dt.date(2024, 4, 23)),
        OTHER: Story(OTHER, tuple(outside), titles["d10"], dt.date(2024, 8, 4), dt.date(2024, 8, 4)),
    }


@functools.cache
def dossier() -> Dossier:
    """Return the ferry story; the look-alike of August is another story of the same storyline."""
    rejected = {row["doc"] for row in gold()["rejects"]}
    documents = {row["id"]: document(row) for row in gold()["documents"] if row["id"] not in rejected}
    published = {row["id"]: row["published"] for row in gold()["documents"]}
    claims, evidence, assessments = {}, [], {}
    for row in gold()["claims"]:
        own = [_evidence(row, n, one, published) for n, one in enumerate(row["evidence"])]
        evidence += own
        claims[row["id"]] = Claim(row["id"], _kind(row), LINE, STORY, own[0].span, (row["kind"],))
        assessments[row["id"]] = _assessment(row, own)
    stories = _stories(documents)
    return Dossier(
        storyline=Storyline(LINE, tuple(stories)),
        stories=stories,
        documents=documents,
        anchors={key: Anchor(key, _day(published[key]), "published") for key in documents},
        copies=tuple(_copy(n, row) for n, row in enumerate(gold()["copies"])),
        entities=(),
        attributions=tuple(_attribution(row) for row in gold()["attributions"]),
        times=tuple(_time(row) for row in gold()["times"]),
        figures=tuple(_figure(row) for row in gold()["figures"]),
        claims=claims,
        evidence=tuple(evidence),
        assessments=assessments,
        derived=tuple(_derived(n, row) for n, row in enumerate(gold()["derived"])),
    )


def _derived(n: int, row: Row) -> Derived:
    total = row["total"]["id"]
    claim = next((c["id"] for c in gold()["claims"] if any(e["ref"] == total for e in c["evidence"])), "c1")
    return Derived(f"u{n}", claim, total, tuple(part["id"] for part in row["parts"]))


def rejects() -> tuple[Reject, ...]:
    """Return the inputs of the ferry story that hold no article."""
    files = {row["id"]: row["file"] for row in gold()["documents"]}
    return tuple(Reject("r" + row["doc"], f"s1_ferry/{files[row['doc']]}", row["reason"]) for row in gold()["rejects"])
