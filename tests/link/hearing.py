"""A document and its attributions from a text with marks: `[source] <cue> {content}`, `#` for an implicit source."""

from __future__ import annotations

import dataclasses
import re

from secondsource.analyse import annotate
from secondsource.lexicon.load import load
from secondsource.link import chains, people
from secondsource.records import Attribution, Document, Section, Span

_MARK = re.compile(r"[\[\]<>{}]")
_PAIRS = {"[": "]", "<": ">", "{": "}"}


def hear(marked, *, outlet="The Tolland Post", agency=None, headline=None, doc_id="d1"):
    """Return the document, its entities and its linked attributions, in order of their marks."""
    text, spans = _unmarked(marked, doc_id)
    document = _document(text, doc_id, headline, outlet=outlet, agency=agency)
    said = _nested(_attributions(spans, doc_id))
    lexicon = load()
    entities = people(document, annotate(document, lexicon), said, lexicon)
    return document, entities, chains(document, said, entities, lexicon)


def speakers_of(marked, **given):
    """Return the speakers of all attributions."""
    return [each.speaker for each in hear(marked, **given)[2]]


def bodies_of(marked, **given):
    """Return for whom each speaks."""
    return [each.body for each in hear(marked, **given)[2]]


def chains_of(marked, **given):
    """Return the names of each chain."""
    return [[link.name for link in each.chain] for each in hear(marked, **given)[2]]


def _unmarked(marked, doc_id):
    text, open_marks, spans, at = "", [], [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        if found[0] in _PAIRS:
            open_marks.append((found[0], len(text), len(spans)))
            spans.append(None)
        else:
            kind, start, slot = open_marks.pop()
            assert _PAIRS[kind] == found[0]
            spans[slot] = (kind, Span(doc_id, start, len(text)))
    return text + marked[at:], spans


def _attributions(spans, doc_id):
    """Pair each cue with the source and the content that stand nearest to it outside any other content."""
    contents = [span for kind, span in spans if kind == "{"]
    sources = [span for kind, span in spans if kind == "["]
    for cue in (span for kind, span in spans if kind == "<"):
        holder = _holder(cue, contents)
        content = _nearest(cue, [each for each in contents if each != holder and _holder(each, contents) == holder])
        source = _nearest(cue, [each for each in sources if _holder(each, contents) == holder])
        yield Attribution(
            id=f"a{cue.start}",
            doc_id=doc_id,
            source=(source,) if source else (),
            cue=(cue,),
            content=(content,) if content else (),
            quoted="indirect",
            stance="says",
        )


def _holder(span, contents):
    holding = [each for each in contents if span.within(each) and span != each]
    return min(holding, key=len, default=None)


def _nearest(cue, spans):
    return min(spans, key=lambda each: max(each.start - cue.end, cue.start - each.end), default=None)


def _nested(said):
    said = list(said)
    return [dataclasses.replace(each, parent=_parent(each, said)) for each in said]


def _parent(inner, said):
    holding = [each for each in said if each is not inner and any(inner.cue[0].within(part) for part in each.content)]
    return min(holding, key=lambda each: sum(map(len, each.content))).id if holding else None


def _document(text, doc_id, headline, *, outlet, agency):
    sections = [Section(Span(doc_id, 0, len(text)), "body", "given")]
    if headline:
        assert text.startswith(headline)
        sections = [
            Section(Span(doc_id, 0, len(headline)), "headline", "given"),
            Section(Span(doc_id, len(headline) + 1, len(text)), "body", "given"),
        ]
    return Document(
        id=doc_id, text=text, sections=tuple(sections), sha256="", path=f"{doc_id}.txt", format="text", language="en",
        outlet=outlet, agency=agency,
    )  # fmt: skip
