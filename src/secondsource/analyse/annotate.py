"""Annotates headline and body of one document by rule; an encoder may later stand behind the same function."""

from __future__ import annotations

from secondsource.analyse.mentions import mentions
from secondsource.lexicon.tables import Lexicon
from secondsource.records import READ_KINDS, Analysis, Document, Offsets
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens


def annotate(document: Document, lexicon: Lexicon) -> Analysis:
    """Return sentences, tokens, quotations and name mentions of the sections that later stages read.

    All offsets are half-open code points into `document.text`.
    """
    stretches: list[Offsets] = [
        (section.span.start, section.span.end) for section in document.sections if section.kind in READ_KINDS
    ]
    text = document.text
    cut = [sentence for start, end in stretches for sentence in sentences(text, start, end)]
    words = [token for start, end in stretches for token in tokens(text, start, end)]
    return Analysis(
        doc_id=document.id,
        sentences=tuple(cut),
        tokens=tuple(words),
        quotations=tuple(quotations(text, stretches)),
        mentions=tuple(mentions(document, cut, words, lexicon)),
    )
