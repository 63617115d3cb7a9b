"""Builds cases out of invented articles, so that each test reads like the news it is about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from secondsource.lexicon.load import load
from secondsource.reconcile import Case, Findings, reconcile
from secondsource.records import (
    Anchor,
    Assessment,
    Attribution,
    Claim,
    Document,
    Duplicate,
    Entity,
    Evidence,
    Figure,
    Link,
    Passage,
    Section,
    Span,
    Story,
    Storyline,
    Time,
)


@dataclass
class Article:
    """One invented article, to which sayings and figures are added by their words."""

    outlet: str
    day: str | None
    text: str
    agency: str | None = None
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    headline: str = ""

    @property
    def id(self) -> str:
        return "d-" + self.outlet.lower().replace(" ", "-") + (self.day or "")

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(self.id, start, start + len(words))

    def says(self, speaker, content, *, cue="said", stance="says", via=(), body=None) -> Article:
        source = (self.span(speaker),) if speaker in self.text else ()
        chain = [Link(self.outlet, "outlet"), *(Link(name, "carrier") for name in via), Link(speaker, "speaker")]
        self.attributions.append(
            Attribution(
                id=f"a-{self.id}-{len(self.attributions)}",
                doc_id=self.id,
                source=source,
                cue=(self.span(cue),),
                content=(self.span(content),),
                quoted="indirect",
                stance=stance,
                speaker=speaker,
                body=body or speaker,
                chain=tuple(chain),
            )
        )
        kind = "person" if body else "organisation"
        self.entities.append(Entity(f"n-{self.id}-{speaker}", self.id, speaker, kind, source, body))
        return self

    def counts(self, words, noun, predicate="", *, low, bound="=", **more) -> Article:
        span = self.span(words)
        around = [each for each in self.attributions if span.within(each.content[0])]
        self.figures.append(
            Figure(
                id=f"f-{self.id}-{span.start}",
                span=span,
                low=low,
                high=low if bound == "=" else None,
                bound=bound,
                unit=more.pop("unit", "person"),
                noun=noun,
                kind=more.pop("kind", "total"),
                predicate=predicate,
                attribution=around[-1].id if around else None,
                speaker=around[-1].speaker if around else None,
                **more,
            )
        )
        return self

    def dates(self, words: str, day: str) -> Article:
        date = dt.date.fromisoformat(day)
        self.times.append(Time(f"t-{self.id}-{words}", self.span(words), day, "date", date, date))
        return self

    def document(self) -> Document:
        body = len(self.headline) + 1 if self.headline else 0
        sections = [Section(Span(self.id, body, len(self.text)), "body", "test")]
        if self.headline:
            sections.insert(0, Section(Span(self.id, 0, len(self.headline)), "headline", "test"))
        return Document(
            id=self.id,
            text=self.text,
            sections=tuple(sections),
            sha256="",
            path=self.id + ".txt",
            format="text",
            language="en",
            outlet=self.outlet,
            agency=self.agency,
        )


def copy(of: Article, *, outlet: str, day: str, relation="reprint") -> tuple[Article, Duplicate]:
    """Return an article with the same text and sayings, and the edge that says so."""
    twin = Article(outlet, day, of.text, agency=of.agency)
    whole, source = Span(twin.id, 0, len(of.text)), Span(of.id, 0, len(of.text))
    passages = (Passage(whole, source, "prose"),)
    return twin, Duplicate("k-" + twin.id, twin.id, of.id, relation, 1.0, 1.0, credited=True, passages=passages)


def case(*articles: Article, copies=(), roots=None) -> Case:
    ids = tuple(sorted(article.id for article in articles))
    return Case(
        storyline=Storyline("l", ("s",)),
        stories={"s": Story("s", ids, Span(ids[0], 0, 1))},
        documents={article.id: article.document() for article in articles},
        anchors={
            article.id: Anchor(article.id, dt.date.fromisoformat(article.day) if article.day else None, "published")
            for article in articles
        },
        copies=tuple(copies),
        entities=tuple(each for article in articles for each in article.entities),
        attributions=tuple(each for article in articles for each in article.attributions),
        times=tuple(each for article in articles for each in article.times),
        figures=tuple(each for article in articles for each in article.figures),
        roots=roots or {},
        lexicon=load(),
    )


@dataclass(frozen=True)
class Line:
    """A claim with its assessment and evidence."""

    claim: Claim
    assessment: Assessment
    evidence: tuple[Evidence, ...]

    @property
    def status(self) -> str:
        return self.assessment.status


def lines(found: Findings) -> list[Line]:
    assessed = {each.claim_id: each for each in found.assessments}
    return [
        Line(each, assessed[each.id], tuple(e for e in found.evidence if e.claim_id == each.id))
        for each in found.claims
    ]


def line(found_case: Case, words: str, kind: str | None = None) -> Line:
    """Return the one claim with evidence on a stretch that holds `words`."""
    hits = [
        each
        for each in lines(reconcile(found_case))
        if (kind is None or each.claim.kind == kind)
        and any(words in found_case.documents[e.span.doc_id].slice(e.span) for e in each.evidence)
    ]
    assert len(hits) == 1, [(hit.claim.kind, hit.status) for hit in hits]
    return hits[0]
