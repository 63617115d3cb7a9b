"""Lays out the way of each statement to the reader: outlet, credited agency, carriers, speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.lexicon.tables import Lexicon
from secondsource.link import vocabulary
from secondsource.link.lookups import Tables, tables
from secondsource.link.naming import points_back
from secondsource.link.people import mentioned
from secondsource.records import Attribution, Document, Duplicate, Entity, Link, Span
from secondsource.text.names import is_acronym, normalise, words

_HEARER = re.compile(
    r"\s*(?P<hearer>(?:the\s+)?(?:[\w’'.&-]+\s+){0,6}?[\w’'.&-]+?)(?=\s+(?:on|in|at|that|from|during|after|late|"
    r"early|last|this|yesterday|today|by|via|how|why|it|its|he|she|they|there|nobody|no|the|a|an)\b|[,.;:“”]|\s*$)"
)
_BY = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,2}?(?:by|in)\s+(?P<hearer>(?:the\s+)?[\w’'.& -]+?)(?=\s+(?:on|in|at|as)\b|[,.;:“”]|\s*$)"
)
_TOLD = frozenset({"told", "tell", "tells", "telling", "informed", "assured", "reminded"})
_QUOTED = frozenset({"quoted", "cited", "reported", "carried", "shown", "seen", "heard"})


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    entities: Sequence[Entity]
    by_span: dict[Span, Entity]
    by_id: dict[str, Attribution]
    tables: Tables
    embedded: tuple[tuple[Span, Link], ...]


def chains(
    document: Document,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    lexicon: Lexicon,
    *,
    copies: Iterable[Duplicate] = (),
) -> list[Attribution]:
    """Return the attributions with speaker, body and chain filled in, in the same order and with the same spans.

    A chain begins with the outlet, or where that is unknown with the next link that is known.  Then come the credited
    agency (once, where it is the outlet itself), the sources of the attributions that hold this one from the outside
    in, the medium that was told or that quoted, and the speaker.  Who speaks for an outlet or agency in its own text
    (`our count`) is that link itself.  A passage that the document took over (`copies`) under a line like `The Northern
    Wire reported:` has that wire as a carrier.
    """
    reading = _Reading(
        document,
        entities,
        mentioned(entities),
        {each.id: each for each in attributions},
        tables(lexicon),
        tuple(carried(document, entities, lexicon, copies)),
    )
    return [_filled(each, reading) for each in attributions]


def _filled(attribution: Attribution, reading: _Reading) -> Attribution:
    links = list(_masthead(reading.document))
    for passage, carrier in reading.embedded:
        if any(span.within(passage) for span in (*attribution.source, *attribution.cue)):
            _append(links, carrier)
    for outer in reversed(list(_outer(attribution, reading))):
        _append(links, _carried(outer, reading))
        _append(links, _link(outer, reading))
    _append(links, _carried(attribution, reading))
    speaker = reading.by_span.get(attribution.source[0]) if attribution.source else None
    if speaker is None:
        return replace(attribution, chain=tuple(links))
    _append(links, Link(speaker.name, "speaker", attribution.source[0]), last=True)
    return replace(
        attribution,
        speaker=speaker.name,
        speaker_id=speaker.id,
        body=speaker.body or speaker.name,
        chain=tuple(links),
    )


def _masthead(document: Document) -> Iterator[Link]:
    if document.outlet:
        yield Link(document.outlet, "outlet")
    if document.agency and not same_publisher(document.agency, document.outlet or ""):
        yield Link(document.agency, "agency")


def carried(
    document: Document, entities: Sequence[Entity], lexicon: Lexicon, copies: Iterable[Duplicate]
) -> Iterator[tuple[Span, Link]]:
    """Yield each copied passage that a line ending in a colon hands to a medium, with it; a run of them is one."""
    index = tables(lexicon)
    passages = [part.span for copy in copies if copy.doc_id == document.id for part in copy.passages]
    media = [(span, each) for each in entities if _publishes(each, index) for span in each.mentions]
    carrier: Link | None = None
    last = -1
    for passage in sorted(passages):
        lead_end = len(document.text[: passage.start].rstrip())
        lead_start = document.text.rfind("\n", 0, lead_end) + 1
        if document.text[lead_start:lead_end].endswith(":"):
            named = [pair for pair in media if lead_start <= pair[0].start < lead_end]
            span, entity = max(named, default=(None, None), key=lambda pair: pair[0])
            carrier = Link(entity.name, "carrier", span) if entity else None
        elif document.text[last : passage.start].strip():
            carrier = None
        last = passage.end
        if carrier:
            yield passage, carrier


def _publishes(entity: Entity, index: Tables) -> bool:
    return entity.kind != "person" and _is_medium(entity.name, index)


def same_publisher(one: str, other: str) -> bool:
    """Tell whether two names are of one publisher: the words of one among the other's, or its initials.

    >>> same_publisher("the Valley News", "Tarn Valley News"), same_publisher("NRW", "North and River Wire")
    (True, True)
    """
    a, b = set(words(one)), set(words(other))
    subset = bool(a and b) and (a <= b or b <= a) and (min(len(a), len(b)) > 1 or a == b)
    return subset or is_acronym(one, other) or is_acronym(other, one)


def _append(links: list[Link], link: Link | None, *, last: bool = False) -> None:
    """Add a link unless it is there already; a speaker who is a link already takes that link's place at the end."""
    if link is None:
        return
    for at, known in enumerate(links):
        if normalise(known.name) == normalise(link.name) or (
            known.kind != "speaker" and same_publisher(known.name, link.name)
        ):
            if last:
                del links[at + 1 :]
                links[at] = replace(link, name=known.name if known.kind in {"outlet", "agency"} else link.name)
            return
    links.append(link)


def _outer(attribution: Attribution, reading: _Reading) -> Iterator[Attribution]:
    """Yield the attributions that hold this one, the nearest first."""
    seen = {attribution.id}
    parent = attribution.parent or _carried_on(attribution, reading)
    while parent is not None and parent in reading.by_id and parent not in seen:
        seen.add(parent)
        yield reading.by_id[parent]
        parent = reading.by_id[parent].parent


def _carried_on(attribution: Attribution, reading: _Reading) -> str | None:
    """Return the medium's attribution that ends right before the next sentence of the same speaker, under a pronoun.

    So in `“…,” she said, according to the Oss Agency. She urged …`, where the agency has both.
    """
    if not attribution.source or not points_back(reading.document.slice(attribution.source[0])):
        return None
    speaker = reading.by_span.get(attribution.source[0])
    start = attribution.source[0].start
    for inner in reading.by_id.values():
        outer = reading.by_id.get(inner.parent or "")
        if outer is None or speaker is None or not inner.source or reading.by_span.get(inner.source[0]) is not speaker:
            continue
        end = max(span.end for span in (*outer.source, *outer.cue, *outer.content))
        between = reading.document.text[end:start] if end < start else "?"
        carrier = reading.by_span.get(outer.source[0]) if outer.source else None
        if between.strip(' ”"') == "." and "\n" not in between and carrier and _publishes(carrier, reading.tables):
            return outer.id
    return None


def _link(attribution: Attribution, reading: _Reading) -> Link | None:
    entity = reading.by_span.get(attribution.source[0]) if attribution.source else None
    return Link(entity.name, "carrier", attribution.source[0]) if entity else None


def _carried(attribution: Attribution, reading: _Reading) -> Link | None:
    """Return the medium that was told (`told Radio Varn`) or that quotes (`was quoted as saying by the channel`)."""
    if not attribution.cue:
        return None
    cue = attribution.cue[-1]
    low = {word for span in attribution.cue for word in words(reading.document.slice(span))}
    pattern = _HEARER if low & _TOLD else _BY if low & _QUOTED else None
    found = pattern.match(reading.document.text, cue.end, cue.end + 90) if pattern else None
    if found is None or not _is_medium(found["hearer"], reading.tables):
        return None
    entity = _medium(found["hearer"], cue.end, reading)
    if entity is None:
        return None
    return Link(entity.name, "carrier", Span(reading.document.id, found.start("hearer"), found.end("hearer")))


def _is_medium(hearer: str, index: Tables) -> bool:
    return index.is_medium(hearer) or bool(set(words(hearer)) & vocabulary.MEDIA)


def _medium(hearer: str, at: int, reading: _Reading) -> Entity | None:
    """Return the entity of a medium: by its name in the words, else the medium of that sort named nearest."""
    wanted = set(words(hearer))
    media = [each for each in reading.entities if each.kind != "person" and _is_medium(each.name, reading.tables)]
    named = [each for each in media if set(words(each.name)) <= wanted or _shares_name(each.name, hearer)]
    sort = [each for each in media if any(char.isupper() for char in each.name)]
    near = named or (sort if not any(word[:1].isupper() for word in hearer.split()) else [])
    return min(near, key=lambda each: min(abs(span.start - at) for span in each.mentions), default=None)


def _shares_name(name: str, hearer: str) -> bool:
    capital = {word.lower() for word in hearer.split() if word[:1].isupper()}
    return bool(capital) and capital <= set(words(name))
