"""The lineage of a story: from those who speak, through those who carry it, to the documents that print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.register import Masthead, Register, masthead
from secondsource.records import Claim, Evidence, Span, Story

Layer = Literal["origin", "carrier", "document"]
COLUMNS: Mapping[Layer, int] = {"origin": 0, "carrier": 1, "document": 2}
WIDTH, ROW, BOX, GAP, HEAD = 900, 42, 232, 102, 34
"""Width of the drawing, height of a row, width of a box, space between columns and height of the heads, in user units."""
LONGEST = 30
"""Letters of a name that fit into a box at 13 units."""


@dataclass(frozen=True, slots=True)
class Node:
    """A party, a carrier or a document; `spans` are the places that put it there."""

    key: str
    layer: Layer
    label: str
    note: str
    doc_id: str | None
    spans: tuple[Span, ...]
    x: float
    y: float
    width: int = BOX


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that words took; `inferred` where only copied text shows it, and nothing in the copy says so."""

    start: Node
    end: Node
    inferred: bool
    label: str
    spans: tuple[Span, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """The drawing, and the counts that stand under it."""

    story_id: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    origins: int
    carriers: int
    documents: int
    hidden: int


@dataclass(frozen=True, slots=True)
class _Way:
    """One step of a chain before it has a place on the plane."""

    start: tuple[Layer, str]
    end: tuple[Layer, str]
    inferred: bool
    label: str
    span: Span


def lineage(register: Register, story: Story, claims: Iterable[Claim], *, most: int = 16) -> Lineage:
    """Return the graph of the counted evidence of a story.

    Words that a document copied lead to the document they were taken from; only the `most` origins with the widest
    reach are drawn, and `hidden` counts the others.
    """
    evidence = [one for claim in claims for one in register.evidence.get(claim.id, ()) if one.origin]
    kept = _most_heard(evidence, most)
    ways = [way for one in evidence if one.origin in kept for way in _chain_ways(register, one)]
    ways += list(_copy_ways(register, story))
    nodes = _placed(register, story, ways)
    edges = _edges(nodes, ways)
    tally = [node.layer for node in nodes.values()]
    return Lineage(
        story.id,
        tuple(nodes.values()),
        tuple(edges),
        WIDTH,
        int(max((node.y for node in nodes.values()), default=HEAD) + ROW),
        tally.count("origin"),
        tally.count("carrier"),
        tally.count("document"),
        len({one.origin for one in evidence}) - len(kept),
    )


def _most_heard(evidence: Iterable[Evidence], most: int) -> frozenset[str]:
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for one in evidence:
        if one.origin:
            heard[one.origin].add(one.span.doc_id)
    ranked = sorted(heard, key=lambda name: (-len(heard[name]), name))
    return frozenset(ranked[:most])


def _chain_ways(register: Register, one: Evidence) -> Iterable[_Way]:
    """Yield the steps from the origin to the document, unless the words were copied from another document."""
    if register.copied(one.span):
        return
    speakers = {link.name for link in one.chain if link.kind == "speaker"} | {one.origin}
    carriers = [link.name for link in one.chain[1:] if link.name not in speakers]
    outlet = register.masthead(one.span.doc_id).outlet
    stops: list[tuple[Layer, str]] = [("origin", one.origin or "")]
    stops += [("carrier", name) for name in reversed(carriers) if name != outlet]
    stops.append(("document", one.span.doc_id))
    for start, end in zip(stops, stops[1:], strict=False):
        yield _Way(start, end, inferred=False, label="", span=one.span)


def _copy_ways(register: Register, story: Story) -> Iterable[_Way]:
    for edge in register.dossier.copies:
        if edge.doc_id in story.doc_ids and edge.of_id in story.doc_ids and edge.passages:
            label = f"{edge.similarity:.0%} copied" + ("" if edge.credited else ", no credit")
            ends: tuple[tuple[Layer, str], tuple[Layer, str]] = ("document", edge.of_id), ("document", edge.doc_id)
            yield _Way(*ends, inferred=not edge.credited, label=label, span=edge.passages[0].span)


def _placed(register: Register, story: Story, ways: Sequence[_Way]) -> dict[tuple[Layer, str], Node]:
    """Place every node: documents by day, the others beside the middle of what they lead to."""
    spans: defaultdict[tuple[Layer, str], list[Span]] = defaultdict(list)
    for way in ways:
        spans[way.start].append(way.span)
        spans[way.end].append(way.span)
    documents = sorted(story.doc_ids, key=lambda doc: (str(register.doc_day(doc)), doc))
    height = {("document", doc): float(place) for place, doc in enumerate(documents)}
    for layer in ("carrier", "origin"):
        height |= _ordered([key for key in spans if key[0] == layer], ways, height)
    tallest = max((sum(1 for key in height if key[0] == layer) for layer in COLUMNS), default=1)
    return {
        key: _node(register, key, tuple(spans[key]), _spread(height, key, tallest))
        for key in sorted(height, key=lambda key: (COLUMNS[key[0]], height[key]))
    }


def _ordered(
    keys: Iterable[tuple[Layer, str]], ways: Sequence[_Way], height: Mapping[tuple[Layer, str], float]
) -> dict[tuple[Layer, str], float]:
    """Return places 0, 1, 2 … for `keys` in order of the mean height of what they lead to (barycentre rule)."""
    middle = {}
    for key in keys:
        ends = [height[way.end] for way in ways if way.start == key and way.end in height]
        middle[key] = sum(ends) / len(ends) if ends else 0.0
    return {key: float(place) for place, key in enumerate(sorted(middle, key=lambda key: (middle[key], key)))}


def _spread(height: Mapping[tuple[Layer, str], float], key: tuple[Layer, str], tallest: int) -> float:
    """Return the place of `key` when its column is spread over the height of the tallest one."""
    count = sum(1 for other in height if other[0] == key[0])
    return (height[key] + 0.5) * tallest / count - 0.5


def _node(register: Register, key: tuple[Layer, str], spans: tuple[Span, ...], place: float) -> Node:
    layer, name = key
    label, note, doc_id = name, "", None
    if layer == "document":
        head: Masthead = masthead(register.document(name))
        day = register.doc_day(name)
        label, doc_id = head.outlet, name
        note = f"{day.day} {day:%b %Y}" if day else "no date"
    x = COLUMNS[layer] * (BOX + GAP)
    return Node("-".join(key), layer, _fit(label), note, doc_id, spans, x, round(HEAD + place * ROW, 1))


def _fit(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _edges(nodes: Mapping[tuple[Layer, str], Node], ways: Sequence[_Way]) -> list[Edge]:
    """Return one edge for all ways between the same two nodes."""
    grouped: defaultdict[tuple[tuple[Layer, str], tuple[Layer, str]], list[_Way]] = defaultdict(list)
    for way in ways:
        if way.start != way.end:
            grouped[way.start, way.end].append(way)
    found = []
    for (start, end), same in grouped.items():
        spans = tuple(sorted({way.span for way in same}))
        one, two = nodes[start], nodes[end]
        found.append(Edge(one, two, same[0].inferred, same[0].label, spans, _path(one, two)))
    return found


def _path(start: Node, end: Node) -> str:
    """Return the SVG path between two boxes: a soft S between columns, an arc to the right inside one."""
    y1, y2 = start.y + 16, end.y + 16
    if start.layer == end.layer:
        right = start.x + BOX
        bow = right + 14 + min(44, abs(y2 - y1) / 5)
        return f"M{right} {y1 + 4} C{bow} {y1 + 4} {bow} {y2 - 4} {right} {y2 - 4}"
    x1, x2 = start.x + BOX, end.x
    middle = (x1 + x2) / 2
    return f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"
