"""PROV-JSON: which words a claim was read from, which document they stand in, and who says them.

Source: W3C PROV-DM (2013) and the PROV-JSON serialization (W3C member submission, 2013).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.export.holdings import Holdings, urn
from secondsource.export.jsonl import Line, Value
from secondsource.records import Evidence, Span, identity

PROGRAM, READING = "ss:program", "ss:reading"
"""The agent that reads, and the activity of reading."""


def provenance(held: Holdings) -> Line:
    """Return the provenance of all claims as one PROV-JSON document."""
    rows = [row for found in held.evidence.values() for row in found]
    agents = {_party(name): _agent(held, name) for name in held.parties}
    return {
        "prefix": {"ss": urn("")},
        "entity": {**dict(_documents(held)), **dict(_words(held, rows)), **dict(_claims(held))},
        "activity": {READING: {}},
        "agent": {PROGRAM: {"prov:type": _name("prov:SoftwareAgent"), "prov:label": "Second Source"}, **agents},
        "wasAssociatedWith": {"_:reading": {"prov:activity": READING, "prov:agent": PROGRAM}},
        "wasGeneratedBy": {f"_:g{key}": _pair("entity", _id(key), "activity", READING) for key in held.claims},
        "wasDerivedFrom": dict(_derivations(held, rows)),
        "wasAttributedTo": {
            f"_:a{row.id}": _pair("entity", _id(row.id), "agent", _party(row.origin)) for row in rows if row.origin
        },
    }


def _documents(held: Holdings) -> Iterator[tuple[str, Value]]:
    for key, document in held.documents.items():
        about: Line = {"prov:type": _name("ss:Document"), "ss:sha256": document.sha256, "ss:path": document.path}
        if document.url:
            about["ss:url"] = document.url
        yield _id(key), about


def _words(held: Holdings, rows: list[Evidence]) -> Iterator[tuple[str, Value]]:
    for row in rows:
        about = _span(held, row.span)
        yield _id(row.id), {"prov:type": _name("ss:Evidence"), **about, "ss:stance": row.stance}


def _claims(held: Holdings) -> Iterator[tuple[str, Value]]:
    for claim in held.claims.values():
        found = held.assessments[claim.id]
        yield (
            _id(claim.id),
            {
                "prov:type": _name("ss:Claim"),
                **_span(held, claim.gist),
                "ss:status": found.status,
                "ss:outlets": found.outlets,
                "ss:texts": found.texts,
                "ss:n_origins": found.n_origins,
                "ss:n_origins_low": found.n_origins_low,
            },
        )


def _span(held: Holdings, span: Span) -> Line:
    exact = held.quote(span).exact
    return {"prov:value": exact, "ss:document": _name(_id(span.doc_id)), "ss:start": span.start, "ss:end": span.end}


def _derivations(held: Holdings, rows: list[Evidence]) -> Iterator[tuple[str, Value]]:
    for row in rows:
        yield f"_:w{row.id}", _derived(_id(row.id), _id(row.span.doc_id))
        yield f"_:c{row.id}", _derived(_id(row.claim_id), _id(row.id))
    for edge in held.duplicates:
        if edge.of_id in held.documents:
            yield f"_:d{edge.id}", _derived(_id(edge.doc_id), _id(edge.of_id)) | {"ss:relation": edge.relation}


def _derived(new: str, old: str) -> Line:
    return {"prov:generatedEntity": new, "prov:usedEntity": old}


def _agent(held: Holdings, name: str) -> Line:
    kind = held.kinds.get(name)
    sort = {"person": "prov:Person", "organisation": "prov:Organization"}.get(kind or "")
    return {"prov:label": name, **({"prov:type": _name(sort)} if sort else {})}


def _pair(one: str, key: str, two: str, other: str) -> Line:
    return {f"prov:{one}": key, f"prov:{two}": other}


def _party(name: str) -> str:
    return _id(identity("p", name))


def _id(key: str) -> str:
    return f"ss:{key}"


def _name(qualified: str) -> Line:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}
