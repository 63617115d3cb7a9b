"""Annotates headline and body of one document: sentences, tokens and quotations by rule, the rest by the encoder."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import replace

from secondsource.analyse.encoder import Encoder, encoder
from secondsource.analyse.mentions import joined, mentions
from secondsource.analyse.pieces import pieces
from secondsource.analyse.roles import Attributed, Run, attributed
from secondsource.analyse.syntax import names, syntax
from secondsource.analyse.words import words
from secondsource.lexicon.tables import Lexicon
from secondsource.records import READ_KINDS, Analysis, Document, Offsets, Roles
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens


def annotate(document: Document, lexicon: Lexicon) -> Analysis:
    """Return what is known about the sentences of the sections that later stages read.

    All offsets are half-open code points into `document.text`.
    """
    text = document.text
    stretches: list[Offsets] = [
        (section.span.start, section.span.end) for section in document.sections if section.kind in READ_KINDS
    ]
    cut = [sentence for start, end in stretches for sentence in sentences(text, start, end)]
    surface = [token for start, end in stretches for token in tokens(text, start, end)]
    ruled = mentions(document, cut, surface, lexicon)
    bare = Analysis(document.id, tuple(cut), tuple(surface), tuple(quotations(text, stretches)), tuple(ruled))
    return _read(document, bare, encoder(), lexicon)


def _read(document: Document, bare: Analysis, model: Encoder, lexicon: Lexicon) -> Analysis:
    """Add what the encoder reads."""
    parts, firsts = _words(document.text, bare.sentences)
    if not parts:
        return bare
    scores = list(model.scores(pieces(document.text, parts, bare.quotations, model.vocabulary), firsts))
    together = _together(parts, _seams(document))
    return replace(
        bare,
        mentions=tuple(joined(document.text, names(parts, scores, model.naming, together), bare.mentions, lexicon)),
        syntax=syntax(parts, firsts, scores, model.relation),
        roles=tuple(
            Roles(*(_offsets(document.text, parts, runs) for runs in (_whole(each, firsts), each.cue, each.content)))
            for each in attributed(scores, model.transitions, together)
        ),
    )


def _seams(document: Document) -> list[int]:
    """Return where a section begins that other words part from the one before it (a dateline, a caption)."""
    read = [section for section in document.sections if section.kind in READ_KINDS]
    return [
        later.span.start
        for earlier, later in itertools.pairwise(read)
        if earlier.kind != later.kind or document.text[earlier.span.end : later.span.start].strip()
    ]


def _together(parts: Sequence[Offsets], seams: Sequence[int]) -> list[Run]:
    """Return the runs of words that no seam parts."""
    at = [bisect.bisect_left(parts, (seam, seam)) for seam in seams]
    return list(itertools.pairwise(sorted({0, *at, len(parts)})))


def _whole(each: Attributed, firsts: Sequence[int]) -> tuple[Run, ...]:
    """Return the source, of one that runs over sentences (a heading, then `Police`) the last of them."""
    return tuple((max([first, *(at for at in firsts if first < at < stop)]), stop) for first, stop in each.source)


def _offsets(text: str, parts: Sequence[Offsets], runs: Sequence[Run]) -> tuple[Offsets, ...]:
    """Return runs of words as offsets, without the marks that end a clause and belong to no role."""
    found: list[Offsets] = []
    for first, stop in runs:
        last = stop
        while last > first + 1 and text[slice(*parts[last - 1])] in _ENDS:
            last -= 1
        found.append((parts[first][0], parts[last - 1][1]))
    return tuple(found)


_ENDS = frozenset({",", ";", ":", ".", "—", "–", "-", "--"})


def _words(text: str, cut: Sequence[Offsets]) -> tuple[list[Offsets], list[int]]:
    """Return the words of all sentences, and the number of the first word of each sentence that has one."""
    found: list[Offsets] = []
    firsts: list[int] = []
    for start, end in cut:
        inside = words(text, start, end)
        if inside:
            firsts.append(len(found))
            found += inside
    return found, firsts
