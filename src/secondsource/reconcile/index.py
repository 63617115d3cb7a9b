"""Look-ups over one case that every step of reconciling needs: sentences, days, roots, copied passages."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile.case import Case
from secondsource.reconcile.families import components, organs_of, owned, publishers
from secondsource.reconcile.naming import named
from secondsource.reconcile.parties import Parties, parties
from secondsource.reconcile.reporting import reports
from secondsource.reconcile.standing import NOBODY, Spoken, Standing, standing
from secondsource.records import READ_KINDS, Attribution, Document, Duplicate, Span, Time
from secondsource.text.segment import sentences

PROSE: frozenset[str] = frozenset({"reprint", "excerpt", "embedded", "derived", "version"})
"""Relations that merge outlets; a statement printed by two of them does not."""

SAME_TEXT: frozenset[str] = PROSE - {"embedded"}
"""Relations that make two documents one text; who embeds a passage has reporting of his own."""


@dataclass(frozen=True, slots=True)
class Roots:
    """What a name stands for.

    Attributes:
        roots: over the storyline, as given.
        bodies: a person to the body for which any article makes him speak, where they name only one.
        publishers: an outlet's name or host (lower case) to the family that owns it.
        state_agencies: a state agency (lower case) to the state that speaks through it.
    """

    roots: Mapping[str, str]
    bodies: Mapping[str, str]
    publishers: Mapping[str, str]
    state_agencies: Mapping[str, str]

    def speaks_for(self, name: str) -> bool:
        """Tell whether some article makes the person `name` speak for a body that it names."""
        return self.roots.get(name, name) in self.bodies

    def root(self, name: str) -> str:
        """Return the last name of the way from `name` to its root."""
        canonical = self.roots.get(name, name)
        spoken_for = self.bodies.get(canonical, canonical)
        body = self.roots.get(spoken_for, spoken_for)
        return self.state_agencies.get(body.lower()) or self.publishers.get(body.lower()) or body


Voice = tuple[Span, Attribution]


@dataclass(frozen=True, slots=True)
class Index:
    """The case with its look-ups.

    Attributes:
        sentences: spans of the sentences of each document's headline and body, in order.
        attributions: of each document, in order of their content.
        voices: of each document, the attributions that name a speaker with their hulls, in order of these.
        standings: of each document in which somebody speaks, what its own lines are worth.
        headlines: of each document that has a body, its headlines.
        by_id: attributions by their id.
        days: of each document, the times that name one day, in order of the text.
        copies: copy edges by the copying document, the fullest first.
        carriers: roots of the outlets of the case and of all agencies that speak for no state, without `issuers`.
        issuers: roots of outlets that print what they say themselves, so that their pages are their own statements.
        files: the name of each document's file, with the document's id where another file has that name.
        texts: each document to the text that it is a copy of, or itself.
        parties: whom a name in the text stands for.
        roots: what a name stands for over the storyline.
        places: roots of all states, and of what the articles name as places.
        one_party: root of each party that the newsroom counts as one with others to the name of the first of them.
    """

    case: Case
    sentences: Mapping[str, tuple[Span, ...]]
    attributions: Mapping[str, tuple[Attribution, ...]]
    voices: Mapping[str, tuple[Voice, ...]]
    standings: Mapping[str, Standing]
    headlines: Mapping[str, tuple[Span, ...]]
    by_id: Mapping[str, Attribution]
    days: Mapping[str, tuple[Time, ...]]
    copies: Mapping[str, tuple[Duplicate, ...]]
    carriers: frozenset[str]
    issuers: frozenset[str]
    files: Mapping[str, str]
    texts: Mapping[str, str]
    parties: Parties
    roots: Roots
    places: frozenset[str]
    one_party: Mapping[str, str]

    def text(self, span: Span) -> str:
        """Return the words that `span` points at."""
        return self.case.documents[span.doc_id].slice(span)

    def day(self, doc_id: str) -> dt.date | None:
        """Return the day of a document, None where it is unknown."""
        anchor = self.case.anchors.get(doc_id)
        return anchor.day if anchor else None

    def root(self, name: str) -> str:
        """Return the name that stands for `name` over the storyline: its body, its state, its publisher."""
        return self.roots.root(name)

    def standing(self, doc_id: str) -> Standing:
        """Return what a document's own lines are worth."""
        return self.standings.get(doc_id, NOBODY)

    def outlet(self, doc_id: str) -> str:
        """Return the publisher of a document, or its own id where the outlet is unknown."""
        document = self.case.documents[doc_id]
        return self.root(document.outlet) if document.outlet else doc_id

    def voice(self, doc_id: str) -> str:
        """Return the name under which a document speaks itself: its publisher, its file where that is unknown."""
        document = self.case.documents[doc_id]
        return self.root(document.outlet) if document.outlet else self.files[doc_id]

    def summed_up(self, span: Span) -> bool:
        """Tell whether `span` stands in a headline over a body, which sums up and is not a second mention."""
        return any(span.within(line) for line in self.headlines[span.doc_id])

    def sentence(self, span: Span) -> Span:
        """Return the sentence in which `span` begins, or `span` itself where it lies outside all of them."""
        found = self.sentences.get(span.doc_id, ())
        last = bisect_right(found, span.start, key=lambda sentence: sentence.start) - 1
        return found[last] if last >= 0 and span.start < found[last].end else span


def _bodies(case: Case) -> Mapping[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in case.entities:
        if entity.kind == "person" and entity.body and named(entity.body):
            body = case.roots.get(entity.body, entity.body)
            found[case.roots.get(entity.name, entity.name)].add(body)
    alone = {name: bodies - {name} for name, bodies in found.items()}
    return {name: next(iter(bodies)) for name, bodies in alone.items() if len(bodies) == 1}


def build(case: Case) -> Index:
    """Return the look-ups of `case`."""
    read = {doc_id: tuple(_sentences(document)) for doc_id, document in case.documents.items()}
    by_doc: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in sorted(case.attributions, key=lambda each: (hull(each), each.id)):
        document = case.documents.get(attribution.doc_id)
        if document and attribution.content and reports(attribution, document, case.lexicon):
            by_doc[attribution.doc_id].append(attribution)
    owners = owned(case.lexicon, case.listed)
    organs = {**_state_agencies(case.lexicon), **organs_of(case.lexicon, case.listed)}
    roots = Roots(case.roots, _bodies(case), owners, organs)
    issuers = _issuers(case, roots)
    voices = {
        doc_id: tuple((hull(each), each) for each in found if speaker_of(each)) for doc_id, found in by_doc.items()
    }
    return Index(
        case=case,
        sentences=read,
        attributions={doc_id: tuple(found) for doc_id, found in by_doc.items()},
        voices=voices,
        standings=_standings(case, roots, voices),
        headlines={key: row.spans("headline") if row.spans("body") else () for key, row in case.documents.items()},
        by_id={attribution.id: attribution for attribution in case.attributions},
        days=_days(case.times),
        copies=_copies(case),
        carriers=frozenset(map(roots.root, _carriers(case))) - issuers,
        issuers=issuers,
        files=_files(case.documents.values()),
        texts=_texts(case),
        parties=parties(case.entities, case.lexicon, roots.root, _speakers(case)),
        roots=roots,
        places=frozenset(map(roots.root, _places(case))),
        one_party={roots.root(name): roots.root(group[0]) for group in case.policy.one_party for name in group},
    )


def _places(case: Case) -> Iterable[str]:
    yield from (state.name for state in case.lexicon.states)
    yield from (entity.name for entity in case.entities if entity.kind == "place")


def hull(attribution: Attribution) -> Span:
    """Return the stretch from the first to the last character of the content (of the cue where there is none)."""
    parts = attribution.content or attribution.cue or attribution.source
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return Span(attribution.doc_id, 0, 0)
    return Span(attribution.doc_id, min(part.start for part in parts), max(part.end for part in parts))


def speaker_of(attribution: Attribution) -> str | None:
    """Return the party that speaks: the body, else the person, else the last speaker of the chain."""
    if attribution.body or attribution.speaker:
        return attribution.body or attribution.speaker
    return next((link.name for link in reversed(attribution.chain) if link.kind == "speaker"), None)


def _sentences(document: Document) -> Iterable[Span]:
    for section in document.sections:
        if document.analysed and section.kind in READ_KINDS:
            for start, end in sentences(document.text, section.span.start, section.span.end):
                yield Span(document.id, start, end)


def _copies(case: Case) -> Mapping[str, tuple[Duplicate, ...]]:
    edges: dict[str, list[Duplicate]] = defaultdict(list)
    for edge in sorted(case.copies, key=lambda each: (-each.similarity, each.id)):
        if edge.relation in PROSE and edge.of_id in case.documents and edge.doc_id != edge.of_id:
            edges[edge.doc_id].append(edge)
    return {doc_id: tuple(found) for doc_id, found in edges.items()}


def _texts(case: Case) -> Mapping[str, str]:
    edges = [(edge.doc_id, edge.of_id) for edge in case.copies if edge.relation in SAME_TEXT]
    return components(case.documents, edges)


def _standings(case: Case, roots: Roots, voices: Mapping[str, Iterable[Voice]]) -> Mapping[str, Standing]:
    spoken = {doc_id: list(_spoken(case, roots, found)) for doc_id, found in voices.items()}
    days = {doc_id: anchor.day for doc_id, anchor in case.anchors.items() if anchor.day}
    heard: dict[str, dt.date] = {}
    for doc_id, found in spoken.items():
        if doc_id in days:
            for each in found:
                heard[each.root] = min(days[doc_id], heard.get(each.root, days[doc_id]))
    return {doc_id: standing(found, days.get(doc_id), heard) for doc_id, found in spoken.items()}


def _spoken(case: Case, roots: Roots, voices: Iterable[Voice]) -> Iterable[Spoken]:
    for span, each in voices:
        name, document = speaker_of(each) or "", case.documents[span.doc_id]
        yield Spoken(span, name, roots.root(name), each.stance, " ".join(map(document.slice, each.source)))


def _days(times: Iterable[Time]) -> Mapping[str, tuple[Time, ...]]:
    found: dict[str, list[Time]] = defaultdict(list)
    for time in sorted(times, key=lambda each: (each.span, each.id)):
        if time.begin and time.begin == time.end:
            found[time.span.doc_id].append(time)
    return {doc_id: tuple(here) for doc_id, here in found.items()}


def _speakers(case: Case) -> frozenset[str]:
    return frozenset(name for each in case.attributions for name in (each.speaker, each.body) if name)


def _files(documents: Iterable[Document]) -> Mapping[str, str]:
    names = {document.id: document.path.rsplit("/", 1)[-1] or document.id for document in documents}
    used = Counter(names.values())
    return {doc_id: name if used[name] == 1 else f"{name} ({doc_id})" for doc_id, name in names.items()}


def _issuers(case: Case, roots: Roots) -> frozenset[str]:
    """Return the outlets for which people speak in other outlets' articles, and that are no news outlet of the tables.

    A firm's press office prints what the firm says; a paper prints what others say.
    """
    outlets = {key: roots.root(row.outlet) for key, row in case.documents.items() if row.outlet}
    spoken_for = {
        roots.root(entity.body)
        for entity in case.entities
        if entity.kind == "person" and entity.body and outlets.get(entity.doc_id) != roots.root(entity.body)
    }
    news = {roots.root(name) for name in _known_carriers(case.lexicon)}
    return frozenset(outlets.values()) & spoken_for - news


def _known_carriers(lexicon: Lexicon) -> Iterable[str]:
    agencies = (name for agency in lexicon.agencies for name in (agency.name, *agency.aliases))
    return (*agencies, *publishers(lexicon), *publishers(lexicon).values())


def _carriers(case: Case) -> Iterable[str]:
    outlets = (name for document in case.documents.values() for name in (document.outlet, document.agency) if name)
    agencies = (name for agency in case.lexicon.agencies if not agency.state for name in (agency.name, *agency.aliases))
    return (*outlets, *agencies)


def _state_agencies(lexicon: Lexicon) -> Mapping[str, str]:
    states = {state.code: state.name for state in lexicon.states}
    return {
        name.lower(): states[agency.country]
        for agency in lexicon.agencies
        if agency.state and agency.country in states
        for name in (agency.name, *agency.aliases)
    }
