"""The page of a document: its whole text in order, what was cut, and every record at its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.page.cuts import WHY
from secondsource.page.dossier import Dossier
from secondsource.page.hedges import HEDGES
from secondsource.page.history import other_versions
from secondsource.page.markup import Node, nested
from secondsource.page.register import Masthead, Register, masthead, register
from secondsource.page.roles import Role, role
from secondsource.page.words import Line, Words, words
from secondsource.records import (
    READ_KINDS,
    Anchor,
    Attribution,
    Document,
    Figure,
    Link,
    Offsets,
    SectionKind,
    Span,
    Stamp,
    Stance,
    Status,
    Story,
    Time,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the text, with the marks in it; `cut` where later stages do not read it, and `why`."""

    span: Span
    kind: SectionKind | None
    rule: str
    why: str
    cut: bool
    content: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in the list beside the text."""

    id: str
    content: tuple[Words, ...]
    speaker: str | None
    body: str | None
    chain: tuple[str, ...]
    stance: Stance
    quoted: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in the list beside the text; `hedge` says that it is told as what may be or is not, "" for neither."""

    id: str
    words: Words
    noun: str
    scope: str
    as_of: str | None
    speaker: str | None
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in the list beside the text, with its TIMEX3 value and the others that it may stand for."""

    words: Words
    value: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearing:
    """A claim that words of this document bear on."""

    claim_id: str
    status: Status
    line: Line
    stance: Stance
    counted: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """All that the page of a document prints.

    Attributes:
        anchor: the day against which its relative dates are read.
        versions: how many other versions of it there are.
    """

    id: str
    head: Masthead
    path: str
    url: str | None
    agency: str | None
    byline: str | None
    published: Stamp | None
    updated: Stamp | None
    dateline: Stamp | None
    anchor: Anchor | None
    language: str
    sha256: str
    story_id: str | None
    story_title: Words | None
    role: Role | None
    versions: int
    parts: tuple[Part, ...]
    cut: int
    said: tuple[Said, ...] = ()
    counted: tuple[Counted, ...] = ()
    dated: tuple[Dated, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    anchors: tuple[Offsets, ...] = field(default=())


def document(found: Document, dossier: Dossier | None) -> DocumentPage:
    """Return the page of a document; `dossier` is its storyline, or None for one that is in no story."""
    filed = register(dossier) if dossier else None
    told = _story(found.id, dossier)
    parts = tuple(_parts(found, _marks(found, filed)))
    return DocumentPage(
        id=found.id,
        head=masthead(found),
        path=found.path,
        url=found.url,
        agency=found.agency,
        byline=found.byline,
        published=found.published,
        updated=found.updated,
        dateline=found.dateline,
        anchor=dossier.anchors.get(found.id) if dossier else None,
        language=found.language,
        sha256=found.sha256,
        story_id=told.id if told else None,
        story_title=words(dossier.documents[told.title.doc_id], told.title) if told and dossier else None,
        role=role(filed, found.id) if filed else None,
        versions=len(other_versions(found, dossier)),
        parts=parts,
        cut=sum(part.cut for part in parts),
        said=tuple(_said(found, one) for one in _own(filed, found.id)),
        counted=tuple(_counted(found, one) for one in filed.figures.values() if one.span.doc_id == found.id)
        if filed
        else (),
        dated=tuple(_dated(found, one) for one in dossier.times if one.span.doc_id == found.id) if dossier else (),
        bearings=tuple(_bearings(filed, found.id)) if filed else (),
    )


def _story(doc_id: str, dossier: Dossier | None) -> Story | None:
    stories = dossier.stories.values() if dossier else ()
    return next((told for told in stories if doc_id in told.doc_ids), None)


def _own(filed: Register | None, doc_id: str) -> list[Attribution]:
    found = [one for one in filed.attributions.values() if one.doc_id == doc_id and one.content] if filed else []
    return sorted(found, key=lambda one: one.content[0])


def _said(found: Document, one: Attribution) -> Said:
    content = tuple(words(found, span) for span in one.content)
    return Said(one.id, content, one.speaker, one.body, _names(one.chain), one.stance, one.quoted)


def _names(chain: Iterable[Link]) -> tuple[str, ...]:
    return tuple(link.name for link in reversed(tuple(chain)))


def _counted(found: Document, one: Figure) -> Counted:
    return Counted(one.id, words(found, one.span), one.noun, one.scope, one.as_of, one.speaker, HEDGES[one.modality])


def _dated(found: Document, one: Time) -> Dated:
    return Dated(words(found, one.span), one.value, tuple(each for each in one.readings if each != one.value))


def _bearings(filed: Register, doc_id: str) -> Iterable[Bearing]:
    for one in sorted(filed.dossier.evidence, key=lambda one: one.span):
        if one.span.doc_id == doc_id and one.claim_id in filed.dossier.assessments:
            status = filed.assessment(one.claim_id).status
            yield Bearing(one.claim_id, status, filed.line(one.span), one.stance, one.counted, one.why)


Mark = tuple[Span, str]


def _marks(found: Document, filed: Register | None) -> list[Mark]:
    """Return every span that some line of some page points at, with the kind of record that it belongs to."""
    heads = masthead(found)
    marks: list[Mark] = [(heads.title.span, "")] if heads.title else []
    if filed is None:
        return marks
    dossier, key = filed.dossier, found.id
    for one in _own(filed, key):
        marks += [(span, "source") for span in one.source] + [(span, "cue") for span in one.cue]
        marks += [(span, "content") for span in one.content]
    marks += [(one.span, "figure") for one in dossier.figures if one.span.doc_id == key]
    marks += [(one.span, "time") for one in dossier.times if one.span.doc_id == key]
    marks += [(one.span, "evidence") for one in dossier.evidence if one.span.doc_id == key]
    marks += [(one.gist, "evidence") for one in dossier.claims.values() if one.gist.doc_id == key]
    marks += [(told.title, "") for told in dossier.stories.values() if told.title.doc_id == key]
    marks += _copied(filed, key)
    return marks


def _copied(filed: Register, key: str) -> list[Mark]:
    taken = [(part.span, "copied") for edge in filed.copies.get(key, ()) for part in edge.passages]
    given = [(part.of_span, "") for edge in filed.dossier.copies if edge.of_id == key for part in edge.passages]
    return [*taken, *given]


def _parts(found: Document, marks: Sequence[Mark]) -> Iterable[Part]:
    """Yield the sections in order, and what lies between them as parts without a kind, so that no character is lost.

    A blank stretch between sections is printed as nothing.
    """
    at = 0
    for section in found.sections:
        yield from _between(found, at, section.span.start)
        content = nested(found.text, section.span, marks)
        cut = section.kind not in READ_KINDS
        yield Part(section.span, section.kind, section.rule, WHY.get(section.kind, ""), cut=cut, content=content)
        at = section.span.end
    yield from _between(found, at, len(found.text))


def _between(found: Document, start: int, end: int) -> Iterable[Part]:
    if found.text[start:end].strip():
        span = Span(found.id, start, end)
        yield Part(span, None, "", WHY[None], cut=True, content=nested(found.text, span, ()))
