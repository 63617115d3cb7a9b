"""The lineage of a story: from those who speak, through those who carry it, to the documents that print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.page.dossier import Dossier
from secondsource.page.layers import BOX, COLUMNS, HEAD, ROW, WIDTH, Key, Layer, heights, lane, path
from secondsource.page.register import Register, attributed, register, story_of
from secondsource.page.statuses import AGAINST
from secondsource.page.words import Words
from secondsource.records import Claim, Evidence, Span, Story

SMALL = (10, 14)
"""Origins and documents in the drawing on the page of a story."""
LARGE = (60, 400)
"""Origins and documents in the drawing on its own page."""
LONGEST = 29
"""Letters of a name that fit into a box at 13 units."""


@dataclass(frozen=True, slots=True)
class Node:
    """A party, a carrier or a document.

    Attributes:
        spans: some of the places that put it there.
        copies: whole copies of the document that are folded into it.
        x, y: left edge and middle of its box, in user units.
    """

    key: str
    layer: Layer
    label: str
    note: str
    doc_id: str | None
    spans: tuple[Span, ...]
    copies: int
    x: float
    y: float
    width: int = BOX


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that words took; `inferred` where only copied text shows it, and nothing in the copy says so."""

    start: str
    end: str
    within: bool
    inferred: bool
    label: str
    span: Span
    places: int
    path: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """For the list: a node, and those from which words came to it, each with its edge."""

    node: Node
    sources: tuple[tuple[Node, Edge], ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The drawing, the same as a list, and the counts that stand with it."""

    story_id: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    arrivals: tuple[Arrival, ...]
    width: int
    height: int
    origins: int
    carriers: int
    documents: int
    hidden_origins: int
    hidden_documents: int


@dataclass(frozen=True, slots=True)
class LineagePage:
    """The lineage on a page of its own."""

    story_id: str
    story_title: Words
    lineage: Lineage


@dataclass(frozen=True, slots=True)
class _Way:
    """One step of a chain before it has a place on the plane."""

    start: Key
    end: Key
    inferred: bool
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Cast:
    """Which documents are drawn, and how many copies are folded into each."""

    documents: tuple[str, ...]
    folded: Mapping[str, int]
    hidden: int


def lineage_page(dossier: Dossier, story_id: str) -> LineagePage:
    """Return the lineage of a story, drawn as large as it is."""
    filed = register(dossier)
    told = story_of(filed, story_id)
    drawn = lineage(filed, told, filed.claims_of(story_id), LARGE)
    return LineagePage(told.id, filed.words(told.title), drawn)


def lineage(register: Register, story: Story, claims: Sequence[Claim], most: tuple[int, int] = SMALL) -> Lineage:
    """Return the graph of the evidence of a story that names who says it: its origins, and those who only deny.

    Words that a document copied lead to the document they were taken from.  Of more than `most` origins and documents
    those heard in most documents, and those with most evidence, are drawn; whole copies are folded first.
    """
    borne = [one for claim in claims for one in register.evidence.get(claim.id, ())]
    counted = {name for claim in claims for name in register.assessment(claim.id).origins}
    speaks = [one for one in borne if one.origin and attributed(one)]
    evidence = [one for one in speaks if one.origin in counted or one.stance in AGAINST]
    cast = _cast(register, story, evidence, most[1])
    kept = _most_heard(evidence, most[0])
    own = [one for one in evidence if one.origin in kept and one.span.doc_id in cast.documents]
    ways = [way for one in own for way in _chain_ways(register, one)] + list(_copy_ways(register, cast))
    rows = heights([_document(doc) for doc in cast.documents], [(way.start, way.end) for way in ways])
    nodes = _nodes(register, cast, ways, rows)
    edges = _edges(nodes, ways, rows)
    tally = Counter(node.layer for node in nodes.values())
    by_key = {node.key: node for node in nodes.values()}
    return Lineage(
        story_id=story.id,
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
        arrivals=tuple(_arrivals(by_key, edges)),
        width=WIDTH,
        height=int(max((node.y for node in nodes.values()), default=HEAD) + ROW / 2),
        origins=tally["origin"],
        carriers=tally["carrier"],
        documents=tally["document"],
        hidden_origins=len({one.origin for one in evidence}) - tally["origin"],
        hidden_documents=cast.hidden,
    )


def _cast(register: Register, story: Story, evidence: Iterable[Evidence], most: int) -> _Cast:
    documents = list(story.doc_ids)
    folded: Counter[str] = Counter()
    if len(documents) > most:
        for doc_id in story.doc_ids:
            edge = register.original(doc_id)
            if edge is not None and edge.of_id in story.doc_ids:
                folded[edge.of_id] += 1
                documents.remove(doc_id)
    weight = Counter(one.span.doc_id for one in evidence)
    shown = sorted(documents, key=lambda doc: (-weight[doc] - folded[doc], doc))[:most]
    ordered = sorted(shown, key=lambda doc: (str(register.doc_day(doc)), doc))
    return _Cast(tuple(ordered), folded, len(documents) - len(ordered))


def _most_heard(evidence: Iterable[Evidence], most: int) -> frozenset[str]:
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for one in evidence:
        heard[one.origin or ""].add(one.span.doc_id)
    ranked = sorted(heard, key=lambda name: (-len(heard[name]), name))
    return frozenset(ranked[:most])


def _chain_ways(register: Register, one: Evidence) -> Iterator[_Way]:
    """Yield the steps from the origin to the document, unless the words were copied from another document."""
    if register.copied(one.span):
        return
    speakers = {link.name for link in one.chain if link.kind == "speaker"} | {one.origin}
    outlet = register.masthead(one.span.doc_id).outlet
    carriers = [link.name for link in one.chain[1:] if link.name not in speakers and link.name != outlet]
    stops: list[Key] = [("origin", one.origin or "")]
    stops += [("carrier", name) for name in reversed(carriers)]
    stops.append(("document", one.span.doc_id))
    for start, end in pairwise(stops):
        yield _Way(start, end, inferred=False, label="", span=one.span)


def _copy_ways(register: Register, cast: _Cast) -> Iterator[_Way]:
    for edge in register.dossier.copies:
        if edge.doc_id in cast.documents and edge.of_id in cast.documents and edge.passages:
            label = f"{edge.similarity:.0%} copied" + ("" if edge.credited else ", no credit")
            start, end = _document(edge.of_id), _document(edge.doc_id)
            yield _Way(start, end, inferred=not edge.credited, label=label, span=edge.passages[0].span)


def _document(doc_id: str) -> Key:
    return "document", doc_id


def _nodes(register: Register, cast: _Cast, ways: Sequence[_Way], rows: Mapping[Key, float]) -> dict[Key, Node]:
    spans: defaultdict[Key, list[Span]] = defaultdict(list)
    for way in ways:
        spans[way.start].append(way.span)
        spans[way.end].append(way.span)
    return {
        key: _node(register, key, spans=tuple(spans[key][:3]), copies=cast.folded.get(key[1], 0), row=row)
        for key, row in rows.items()
        if key[0] != "lane"
    }


def _node(register: Register, key: Key, *, spans: tuple[Span, ...], copies: int, row: float) -> Node:
    layer, name = key
    label, note, doc_id = name, "", None
    if layer == "document":
        day = register.doc_day(name)
        label, doc_id = register.masthead(name).outlet, name
        note = f"{day.day} {day:%b}" if day else "no date"
        note += f", {copies} copies" if copies > 1 else ", 1 copy" if copies else ""
    return Node(
        key="-".join(key),
        layer=layer,
        label=_fit(label, LONGEST - len(note)),
        note=note,
        doc_id=doc_id,
        spans=spans,
        copies=copies,
        x=COLUMNS[layer] * (WIDTH - BOX) / 2,
        y=round(HEAD + row * ROW, 1),
    )


def _fit(label: str, room: int) -> str:
    return label if len(label) <= room else label[: room - 1].rstrip() + "…"


def _edges(nodes: Mapping[Key, Node], ways: Sequence[_Way], rows: Mapping[Key, float]) -> list[Edge]:
    """Return one edge for all ways between the same two nodes."""
    grouped: defaultdict[tuple[Key, Key], list[_Way]] = defaultdict(list)
    for way in ways:
        if way.start != way.end:
            grouped[way.start, way.end].append(way)
    found = []
    for (start, end), same in grouped.items():
        one, two, within = nodes[start], nodes[end], start[0] == end[0]
        passing = lane((start, end))
        between = round(HEAD + rows[passing] * ROW, 1) if passing else None
        drawn = path((one.x, one.y), (two.x, two.y), within=within, between=between)
        found.append(
            Edge(
                start=one.key,
                end=two.key,
                within=within,
                inferred=same[0].inferred,
                label=same[0].label,
                span=same[0].span,
                places=len({way.span for way in same}),
                path=drawn,
            )
        )
    return found


def _arrivals(nodes: Mapping[str, Node], edges: Iterable[Edge]) -> Iterator[Arrival]:
    into: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[edge.end].append(edge)
    for key in sorted(into, key=lambda key: (-COLUMNS[nodes[key].layer], nodes[key].y)):
        yield Arrival(nodes[key], tuple((nodes[edge.start], edge) for edge in into[key]))
