"""Turns an `Analysis` into a spaCy `Doc`, and what any spaCy pipeline made into an `Analysis`; needs the extra `spacy`.

The `Doc` holds the whole text of the document, so that `token.idx` is the offset that all records use.  Blank lines are
blank tokens; other sections than headline and body are tokens without tags.  Attributions stand in one span group,
`doc.spans["attributions"]`: the label of a span is its role, its id the number of the attribution.
Source: spaCy 3 API, `Doc`, `SpanGroup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secondsource.bridges.names import kind_of, label_of
from secondsource.bridges.stretches import Stretches
from secondsource.bridges.tiles import Tiles, cut, hung, runs, tiles
from secondsource.bridges.trees import syntax
from secondsource.errors import InvariantError, UsageError
from secondsource.records import READ_KINDS, Analysis, Document, Mention, Offsets, Roles
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

ATTRIBUTIONS = "attributions"
"""Name of the span group, and of the extension `doc._.attributions` that reads it."""
SECTIONS = "sections"
"""Name of the span group with the document's sections; the label of a span is the kind of its section."""
_MISSING = "the bridge to spaCy needs an extra: pip install 'secondsource[spacy]'"
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution in a `Doc`: the spans of its source (none where it is implicit), cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def to_doc(document: Document, analysis: Analysis, vocab: Vocab) -> Doc:
    """Return the analysis as a spaCy `Doc` over the whole text of the document.

    Tokens are the words of the trees, or without trees the tokens of the analysis, in parts where a name or a role ends
    inside one.  A name or role that ends inside a word of a tree takes in the whole word.

    Args:
        document: the article.
        analysis: what was read in it.
        vocab: of the pipeline that will read the `Doc` (`nlp.vocab`).

    Raises:
        UsageError: spaCy is not installed, or the analysis is of another document.
        InvariantError: words overlap, or words, names or roles lie outside the text.
    """
    try:
        from spacy.tokens import Doc  # noqa: PLC0415 - an extra that most lack
    except ImportError as error:
        raise UsageError(_MISSING) from error
    if analysis.doc_id != document.id:
        message = f"the analysis is of document {analysis.doc_id}, not of {document.id}; give both of one document"
        raise UsageError(message)
    text = _encodable(document.text)
    tiled = tiles(text, analysis.syntax.words or cut(analysis.tokens, _edges(analysis)))
    numbers = runs(text, tiled.spans, analysis.sentences)
    doc = Doc(
        vocab,
        words=[text[start:end] for start, end in tiled.spans],
        spaces=list(tiled.spaced),
        **(_tree(text, tiled, numbers, analysis) if analysis.syntax.words else {"sent_starts": _openings(numbers)}),
    )
    _mark(doc, document, analysis)
    if not Doc.has_extension(ATTRIBUTIONS):
        Doc.set_extension(ATTRIBUTIONS, getter=attributions)
    return doc


def attributions(doc: Doc) -> tuple[Attributed, ...]:
    """Return the attributions that stand in the span group of a `Doc`; after `to_doc` also as `doc._.attributions`."""
    found: dict[str, dict[str, list[Span]]] = {}
    for span in doc.spans.get(ATTRIBUTIONS, ()):
        found.setdefault(span.id_, {}).setdefault(span.label_, []).append(span)
    return tuple(
        Attributed(*(tuple(spans.get(role, ())) for role in ("source", "cue", "content"))) for spans in found.values()
    )


def to_analysis(doc: Doc, document: Document) -> Analysis:
    """Return what a spaCy pipeline, or `to_doc`, wrote into `doc` as the analysis of `document`.

    Only headline and body are read; what crosses their edges is cut there.  Quotations and surface tokens are always
    those of this program, sentences too where the pipeline sets none.  Without a dependency tree there is no syntax.
    Names are all entities but numbers and times; attributions are read from the span group of `to_doc`.

    Args:
        doc: made from the whole text: `nlp(document.text)`.
        document: the article.

    Raises:
        UsageError: the text of `doc` is not that of the document.
    """
    if doc.text != _encodable(document.text):
        message = f"the spaCy document holds another text than document {document.id}; make it with nlp(document.text)"
        raise UsageError(message)
    text = document.text
    read = [(s.span.start, s.span.end) for s in document.sections if s.kind in READ_KINDS]
    stretches = Stretches(text, read)
    cut_at = list(_sentences(doc, stretches))
    return Analysis(
        doc_id=document.id,
        sentences=tuple(cut_at),
        tokens=tuple(token for start, end in read for token in tokens(text, start, end)),
        quotations=tuple(quotations(text, read)),
        mentions=tuple(_mentions(doc, stretches)),
        syntax=syntax(doc, stretches, cut_at),
        roles=tuple(_roles(doc, stretches)),
    )


def _encodable(text: str) -> str:
    """Return the text with U+FFFD for halves of surrogate pairs, which spaCy cannot store; offsets stay."""
    return _LONE.sub("\ufffd", text)


def _edges(analysis: Analysis) -> list[int]:
    spans = [mention.span for mention in analysis.mentions]
    spans += [span for each in analysis.roles for span in (*each.source, *each.cue, *each.content)]
    return sorted({edge for span in spans for edge in span})


def _openings(numbers: list[int]) -> list[bool]:
    return [True, *(earlier != later for earlier, later in pairwise(numbers))][: len(numbers)]


def _tree(text: str, tiled: Tiles, numbers: list[int], analysis: Analysis) -> dict[str, list[str] | list[int]]:
    """Return the arguments of `Doc` for tags and trees; spaCy derives the sentences from the trees."""
    known = analysis.syntax
    blank = [text[start:end].isspace() for start, end in tiled.spans]
    pos = ["SPACE" if each else "" for each in blank]
    tags = ["_SP" if each else "" for each in blank]
    heads = hung(tiled, numbers, known.heads)
    deps = ["ROOT" if head == at else "dep" for at, head in enumerate(heads)]
    for number, place in enumerate(tiled.places):
        pos[place], tags[place] = known.upos[number], known.xpos[number]
        if known.heads[number] >= 0:
            deps[place] = known.relations[number]
    return {"pos": pos, "tags": tags, "heads": heads, "deps": deps}


def _mark(doc: Doc, document: Document, analysis: Analysis) -> None:
    """Write names, attributions and sections into `doc`."""
    from spacy.util import filter_spans  # noqa: PLC0415 - an extra that most lack

    named = [_span(doc, m.span, label_of(m.kind, m.fine), m.fine) for m in analysis.mentions]
    doc.ents = filter_spans(named)
    doc.spans[ATTRIBUTIONS] = [
        _span(doc, span, role, str(number))
        for number, each in enumerate(analysis.roles)
        for role, spans in (("source", each.source), ("cue", each.cue), ("content", each.content))
        for span in spans
    ]
    doc.spans[SECTIONS] = [
        _span(doc, (section.span.start, section.span.end), section.kind)
        for section in document.sections
        if document.slice(section.span).strip(" ")
    ]


def _span(doc: Doc, place: Offsets, label: str, id_: str = "") -> Span:
    span = doc.char_span(*place, label=label, alignment_mode="expand", span_id=id_)
    if span is None:
        message = f"{label} {place[0]}-{place[1]} lies outside its text of {len(doc.text)} characters"
        raise InvariantError(message)
    return span


def _sentences(doc: Doc, stretches: Stretches) -> Iterator[Offsets]:
    if doc.has_annotation("SENT_START"):
        for span in doc.sents:
            yield from stretches.within(span.start_char, span.end_char)
    else:
        for start, end in stretches.spans:
            yield from sentences(stretches.text, start, end)


def _mentions(doc: Doc, stretches: Stretches) -> Iterator[Mention]:
    for span in doc.ents:
        known = kind_of(span.label_, span.id_)
        if known is not None:
            yield from (Mention(piece, *known) for piece in stretches.within(span.start_char, span.end_char)[:1])


def _roles(doc: Doc, stretches: Stretches) -> Iterator[Roles]:
    for each in attributions(doc):
        placed = [
            tuple(piece for span in spans for piece in stretches.hull(span.start_char, span.end_char))
            for spans in (each.source, each.cue, each.content)
        ]
        if any(placed):
            yield Roles(*placed)
