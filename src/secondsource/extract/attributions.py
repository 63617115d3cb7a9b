"""Reads who said what in one document: source, cue and content of each attribution, nested ones included.

Conventions are those of PolNeAR (Newell, Margolin and Ruths, 2018): a content holds its quotation marks and a leading
`that` or `to`, a source has no trailing comma, words interrupted by `he said` are one content of several spans.  Other
than there, attributions inside a content are records of their own, whose `parent` is the one that holds them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.extract import attributions_cues as cues
from secondsource.extract.attributions_frames import frames, within
from secondsource.extract.attributions_roles import merged
from secondsource.extract.attributions_speech import Utterance, utterances
from secondsource.extract.attributions_stance import admitted, key_words, stance
from secondsource.records import Analysis, Attribution, Document, Quotation, Quoted, Roles, Span, identity
from secondsource.text.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from secondsource.lexicon.tables import Lexicon
    from secondsource.records import Offsets


def attributions(document: Document, analysis: Analysis, lexicon: Lexicon) -> list[Attribution]:
    """Return the attributions of headline and body, in order of their cues.

    Speaker, body and chain are still empty; `parent` is set.

    Args:
        document: the text that all spans point into.
        analysis: its sentences, tokens and quotations.
        lexicon: its cues.
    """
    index = cues.index(lexicon)
    laid_out = list(frames(document.text, analysis, index.reporting))
    made: dict[str, tuple[Attribution, Utterance]] = {}
    ruled = utterances(document.text, laid_out, index)
    for utterance in merged(document.text, _in_body(document, analysis.roles), ruled, index):
        record = _attribution(document, analysis, utterance)
        made.setdefault(record.id, (record, utterance))
    found = _nested(list(made.values()))
    return _in_context(document, sorted(found, key=_position))


def _in_body(document: Document, roles: Sequence[Roles]) -> list[Roles]:
    """Leave out what the encoder read in headlines: they say in short, and often without source, what bodies say."""
    headlines = [(span.start, span.end) for span in document.spans("headline")]
    return [each for each in roles if not any(start <= each.cue[0][0] < end for start, end in headlines)]


def _in_context(document: Document, found: list[Attribution]) -> list[Attribution]:
    """Move the stance of plain statements where the headline tells what the article is: a correction, an admission."""
    headlines = document.spans("headline")
    if any(_CORRECTION.match(document.slice(headline)) for headline in headlines):
        return [replace(record, stance="corrects") for record in found]
    confessed = frozenset(
        word
        for record in found
        if record.stance == "admits" and any(record.cue[0].within(headline) for headline in headlines)
        for word in key_words(_words(document, record))
    )
    return [
        replace(record, stance="admits")
        if record.stance == "says" and admitted(_words(document, record), confessed)
        else record
        for record in found
    ]


_CORRECTION = re.compile(r"\W*(?:correction|clarification|corrected|editor[’']s note)\b", re.IGNORECASE)


def _words(document: Document, record: Attribution) -> str:
    return " ".join(document.slice(span) for span in record.content)


def _position(attribution: Attribution) -> tuple[int, int]:
    return attribution.cue[0].start, attribution.cue[0].end


def _attribution(document: Document, analysis: Analysis, utterance: Utterance) -> Attribution:
    content = sorted(set(utterance.content))
    words = " ".join(document.text[start:end] for start, end in content)
    cue = utterance.match.cue
    return Attribution(
        id=identity("a", document.id, utterance.source, utterance.cue, tuple(content)),
        doc_id=document.id,
        source=_spans(document, utterance.source),
        cue=_spans(document, [utterance.cue]),
        content=_spans(document, content),
        quoted=quoted(document.text, content, analysis.quotations),
        stance=stance(
            cue, words, negated=utterance.match.negated or _nobody(document, utterance), unsourced=not utterance.source
        ),
    )


def _nobody(document: Document, utterance: Utterance) -> bool:
    """Tell whether the source says that nobody spoke (`Neither side has confirmed it`)."""
    words = document.text[slice(*utterance.source[0])].lower().split() if utterance.source else []
    return bool(words) and words[0] in {"neither", "nobody", "none", "no"}


def _spans(document: Document, offsets: Sequence[Offsets]) -> tuple[Span, ...]:
    return tuple(Span(document.id, start, end) for start, end in offsets)


def quoted(text: str, content: Sequence[Offsets], quotations: Sequence[Quotation]) -> Quoted:
    """Tell whether all, some or none of the words of `content` stand in quotation marks.

    A leading `that` and the marks around quoted words do not count; a nested quotation counts once.
    """
    marked = [quotation for start, end in content for quotation in within(quotations, start, end)]
    if not marked:
        return "indirect"
    inside = outside = 0
    for start, end in content:
        for token_start, token_end in tokens(text, start, end):
            if not text[token_start].isalnum() or (token_start == start and text[token_start:token_end] == "that"):
                continue
            if any(q.outer[0] <= token_start < q.outer[1] for q in marked):
                inside += 1
            else:
                outside += 1
    return "indirect" if not inside else "mixed" if outside else "direct"


def _nested(made: Sequence[tuple[Attribution, Utterance]]) -> list[Attribution]:
    """Set each parent: the attribution whose speaker cites this source, else the smallest content that holds it."""
    speakers = {utterance.cue: record.id for record, utterance in made}
    citing = {record.id for record, utterance in made if utterance.cited_by}
    spans = sorted((span, number) for number, (record, _) in enumerate(made) for span in record.content)
    opened: list[tuple[Span, int]] = []
    found: list[Attribution] = []
    at = 0
    for record, utterance in sorted(made, key=lambda pair: _position(pair[0])):
        while at < len(spans) and spans[at][0].start <= record.cue[0].start:
            opened.append(spans[at])
            at += 1
        opened = [(span, number) for span, number in opened if span.end > record.cue[0].start]
        hosts = [made[number][0] for _, number in opened if _holds(made[number][0], record)]
        cited = speakers.get(utterance.cited_by) if utterance.cited_by else None
        found.append(replace(record, parent=cited or _smallest(hosts, citing)))
    return found


def _smallest(hosts: Sequence[Attribution], citing: AbstractSet[str]) -> str | None:
    """Return the smallest content's attribution, of two with one content that of the party cited."""
    sizes = [(_size(host), host.id not in citing, host.id) for host in hosts]
    return min(sizes)[2] if sizes else None


def _size(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether `inner` stands in what `outer` says; of two that interrupt each other, the longer holds."""
    return (
        (_size(outer), outer.id) > (_size(inner), inner.id)
        and all(any(span.within(content) for content in outer.content) for span in (*inner.cue, *inner.source))
        and any(span.within(content) for span in inner.content for content in outer.content)
    )
