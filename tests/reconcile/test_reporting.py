"""Which attributions bear evidence: words that were said, not wishes and views that only look like it."""

from __future__ import annotations

import pytest

from secondsource.lexicon.load import load
from secondsource.reconcile.reporting import reports
from secondsource.records import Attribution, Document, Quoted, Section, Span

LEXICON = load()


def bears(text: str, cue: str, content: str, quoted: Quoted = "indirect") -> bool:
    section = Section(Span("d", 0, len(text)), "body", "given")
    document = Document(id="d", text=text, sections=(section,), sha256="", path="", format="text", language="en")

    def spans(part: str) -> tuple[Span, ...]:
        start = text.index(part)
        return (Span("d", start, start + len(part)),)

    said = Attribution(
        id="a", doc_id="d", source=(), cue=spans(cue), content=spans(content), quoted=quoted, stance="says"
    )
    return reports(said, document, LEXICON)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ann Roe said the gate was open.", "said", "the gate was open"),
        ("According to Ann Roe, it was open.", "According to", "it was open"),
        ("The mill has denied the reports.", "has denied", "the reports"),
        ("Villagers saw that the gate was open.", "saw", "that the gate was open"),
    ],
)
def test_what_was_said_bears_evidence(text, cue, content):
    assert bears(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Observers see the move as a threat.", "see", "the move as a threat"),
        ("The villages now wait for answers.", "wait for", "answers"),
    ],
)
def test_a_view_or_a_wish_bears_none(text, cue, content):
    assert not bears(text, cue, content)
