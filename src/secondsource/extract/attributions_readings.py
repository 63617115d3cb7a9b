"""Reads one frame: joins each cue with its source and its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.extract import attributions_contents as contents
from secondsource.extract import attributions_grammar as grammar
from secondsource.extract import attributions_sources as sources
from secondsource.extract.attributions_cues import CueMatch, carriers, matches

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueIndex
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

_SOURCE_NOUNS = frozenset(
    "report reports list document documents record records data figures statement study poll survey official officials "
    "source sources agency ministry spokesman spokeswoman people person media newspaper website analyst analysts letter "
    "email emails memo filing filings police authorities intelligence government witnesses residents expert experts "
    "broadcaster channel radio television".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution inside one frame, as ranges of items.

    `content` is empty where the words follow in the next frame (`He declared:`); `cited_by` is the cue of the speaker
    who names this source.
    """

    match: CueMatch
    source: Range | None
    content: tuple[Range, ...]
    cue: Range
    cited_by: CueMatch | None = None


@dataclass(frozen=True, slots=True)
class _Clause:
    """What is known while a frame is read from left to right."""

    frame: Frame
    found: list[CueMatch]
    carriers: frozenset[int]


def read(frame: Frame, cues: CueIndex) -> list[Reading]:
    """Return the attributions of one frame, in order of their cues."""
    found = matches(frame, cues)
    clause = _Clause(frame, found, carriers(found))
    readings: list[Reading] = []
    for match in found:
        reading = _read(clause, match, readings)
        if reading:
            readings.append(reading)
    return readings


def _read(clause: _Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    if match.cue.kind == "preposition":
        return _according(clause, match, earlier)
    if match.cue.kind == "adverb":
        return _adverb(clause, match)
    if match.cue.kind == "noun":
        return _noun(clause, match)
    if match.cue.phrase == "cite" and match.form == "participle" and earlier:
        cited = _citing(clause, match, earlier)
        if cited:
            return cited
    if match.form == "passive":
        return _passive(clause, match)
    return _verb(clause, match, earlier)


def _verb(clause: _Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    frame = clause.frame
    inverted = _inverted(clause, match)
    if inverted:
        return _before(clause, match, inverted, earlier)
    source = _source(clause, match, earlier)
    if source is None:
        return None
    closing = _closing_quote(frame, source[0])
    if closing is not None and match.takes("quote", "bare"):
        return _before(clause, match, source, earlier)
    content = contents.right(frame, match, clause.found, clause.carriers)
    if content:
        return Reading(match, source, (content,), (match.group, match.last))
    if frame.low(len(frame.items) - 1) == ":" and match.takes("quote") and contents.closes(frame, match, colon=True):
        return Reading(match, source, (), (match.group, match.last))
    if match.takes("bare", "quote") and match.form == "finite" and frame.low(source[0] - 1) in {",", "—", "–", "--"}:
        return _before(clause, match, source, earlier)
    return None


def _source(clause: _Clause, match: CueMatch, earlier: list[Reading]) -> Range | None:
    frame = clause.frame
    if match.form == "infinitive":
        return None
    coordinated = frame.category(match.group - 1) == "conjunction" or (
        frame.low(match.group - 1) == "," and frame.category(match.group - 2) == "conjunction"
    )
    if match.form == "participle" or coordinated:
        same = [reading.source for reading in earlier if reading.match.cue.kind == "verb" and reading.source]
        own = (
            sources.left(frame, match.group, clause.carriers)
            if match.form == "participle" and _follows_noun(frame, match)
            else None
        )
        return own or (same[-1] if same else sources.subject(frame, match.group, clause.carriers))
    return sources.left(frame, match.group, clause.carriers)


def _follows_noun(frame: Frame, match: CueMatch) -> bool:
    return match.group > 0 and frame.category(match.group - 1) in {"name", "word", "pronoun"}


def _closing_quote(frame: Frame, before: int) -> int | None:
    """Return the item of a quotation that ends directly before item `before`."""
    at = before - 1
    if frame.low(at) in {",", "—", "–"}:
        at -= 1
    return at if at >= 0 and frame.category(at) == "quote" else None


def _inverted(clause: _Clause, match: CueMatch) -> Range | None:
    """Return the source of `“…,” said Ann Li`, where the cue directly follows the words."""
    frame = clause.frame
    if match.form != "finite" or match.group != match.first or not match.takes("quote", "bare"):
        return None
    before = frame.category(match.first - 1)
    if not (before == "quote" or (frame.low(match.first - 1) == "," and match.first > 1)):
        return None
    if not (frame.nominal(match.last + 1) or frame.category(match.last + 1) == "word"):
        return None
    if (
        before != "quote"
        and frame.category(match.first - 2) != "quote"
        and sources.left(frame, match.group, clause.carriers)
    ):
        return None
    return sources.right(frame, match.last + 1, clause.carriers)


def _before(clause: _Clause, match: CueMatch, source: Range, earlier: list[Reading]) -> Reading | None:
    """Read `content, source cue` and `content, cue source`, with what goes on behind it."""
    frame = clause.frame
    begin = min(source[0], match.group)
    floor = max((_end(reading) + 1 for reading in earlier if _end(reading) < begin and _closed(reading)), default=0)
    content = contents.before(frame, begin - 1, floor)
    if content is None:
        return None
    pieces = [content]
    rest = _resumed(frame, max(match.last, source[1]) + 1, content)
    if rest:
        pieces.append(rest)
    return Reading(match, source, tuple(pieces), (match.group, match.last))


def _end(reading: Reading) -> int:
    source_end = reading.source[1] if reading.source else 0
    return max(source_end, reading.cue[1], *(piece[1] for piece in reading.content))


def _closed(reading: Reading) -> bool:
    return reading.match.cue.kind == "verb"


def _resumed(frame: Frame, at: int, content: Range) -> Range | None:
    """Return the second half of words that the reporting clause interrupts."""
    while at < len(frame.items) and frame.low(at) not in {",", "—", "–", ":", ""} and frame.category(at) != "quote":
        if frame.category(at) in {"subordinator", "conjunction"} and frame.low(at) != "and":
            return None
        at += 1
    if frame.low(at) in {",", "—", "–", ":"}:
        at += 1
    quoted = frame.category(content[1]) == "quote"
    last = len(frame.items) - 1
    while last > at and frame.low(last) in {".", "!", "?"}:
        last -= 1
    if at > last:
        return None
    if quoted:
        begin = at + (frame.category(at) == "conjunction")
        return (begin, begin) if frame.category(begin) == "quote" else None
    if not frame.has_finite(*content) and frame.has_finite(at, last):
        return at, last
    return None


def _passive(clause: _Clause, match: CueMatch) -> Reading | None:
    """Read `is believed to have …`, `was accused of …`, `was reported by …`, `it is claimed that …`."""
    frame = clause.frame
    topic = sources.left(frame, match.group, clause.carriers)
    if topic is None:
        return None
    agent = _agent(clause, match.last + 1)
    after = agent[1] + 1 if agent else match.last + 1
    low = frame.low(after)
    opens = (
        low in grammar.COMPLEMENTISERS or low in {"to", "of", "for", "as"} or (low == "as" and match.takes("object"))
    )
    if opens:
        content = (after, contents.clause_end(frame, after, match, clause.found, clause.carriers))
        impersonal = frame.low(topic[1]) == "it" or (low in {"that", "whether"} and match.takes("whom"))
        pieces = (content,) if impersonal else (topic, content)
        if low == "that" and match.takes("whom") and not agent:
            return None
        return Reading(match, agent, pieces, (match.group, match.last)) if content[1] >= after else None
    if agent:
        return Reading(match, agent, (topic,), (match.group, match.last))
    return None


def _agent(clause: _Clause, at: int) -> Range | None:
    """Return the noun phrase of a `by` phrase at `at`."""
    frame = clause.frame
    if frame.low(at) != "by" or not (frame.nominal(at + 1) or frame.category(at + 1) == "word"):
        return None
    return sources.right(frame, at + 1, clause.carriers)


def _according(clause: _Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    frame = clause.frame
    source = _whole(clause, match.last + 1)
    if source is None:
        return None
    cue = (match.first, match.last)
    if match.first == 0 or (match.first == 1 and frame.category(0) in {"conjunction", "adverb"}):
        start = source[1] + 1 + (frame.low(source[1] + 1) == ",")
        end = (
            contents.clause_end(frame, start, match, clause.found, clause.carriers) if start < len(frame.items) else -1
        )
        return Reading(match, source, ((start, end),), cue) if end >= start else None
    content = contents.before(frame, match.first - 1, _floor(frame, match.first))
    if content is None:
        return None
    rest = _resumed(frame, source[1] + 1, content) if frame.category(content[1]) != "quote" else None
    return Reading(match, source, (content, rest) if rest else (content,), cue)


def _floor(frame: Frame, before: int) -> int:
    """Return the first item of the main clause before item `before`: behind the last semicolon."""
    return max((at + 1 for at in range(before) if frame.low(at) == ";"), default=0)


def _whole(clause: _Clause, first: int) -> Range | None:
    """Return the noun phrase at `first` with its relative clause (`an official who was not allowed to speak`)."""
    frame = clause.frame
    if first >= len(frame.items):
        return None
    found = sources.right(frame, first, clause.carriers)
    if found is None:
        return None
    last = found[1]
    if (
        frame.low(last + 1) in {"who", "that", "which"}
        or (frame.category(last + 1) == "preposition" and frame.low(last + 2) not in grammar.TEMPORALS)
        or frame.low(last + 1).endswith(("ed", "ing"))
        or grammar.is_past(frame.low(last + 1))
    ):
        while last + 1 < len(frame.items) and frame.low(last + 1) not in {",", ".", ";", ":", "—", "–", "?", "!"}:
            if frame.category(last + 1) == "quote" or (
                frame.category(last + 1) == "conjunction" and frame.nominal(last + 2)
            ):
                break
            if frame.low(last + 1) == "because":
                break
            last += 1
    return first, last


def _citing(clause: _Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    """Read `…, citing a list drawn up by …` as an attribution of its own, if what is cited can be a source."""
    frame = clause.frame
    source = _whole(clause, match.last + 1)
    host = earlier[-1]
    if source is None or not host.content:
        return None
    head = [frame.low(at) for at in range(source[0], source[1] + 1)]
    named = frame.category(source[0]) == "name" and source[1] - source[0] <= 4
    if not (named or _SOURCE_NOUNS & set(head[:8])):
        return None
    return Reading(match, source, host.content, (match.first, match.last), cited_by=host.match)


def _adverb(clause: _Clause, match: CueMatch) -> Reading | None:
    """Read `Officials reportedly approved a plan`: the clause without the adverb is the content, nobody the source."""
    frame = clause.frame
    end = (
        contents.clause_end(frame, match.last + 1, match, clause.found, clause.carriers)
        if match.last + 1 < len(frame.items)
        else -1
    )
    if end <= match.last:
        return None
    pieces: list[Range] = [(match.last + 1, end)]
    verb = match.first
    while verb > 0 and frame.category(verb - 1) == "auxiliary":
        verb -= 1
    topic = sources.left(frame, verb, clause.carriers)
    if topic:
        pieces.insert(0, (topic[0], match.first - 1))
    return Reading(match, None, tuple(pieces), (match.first, match.last))


def _noun(clause: _Clause, match: CueMatch) -> Reading | None:
    """Read `claims by Seoul that …`, `its denial that …`, `reports of …`."""
    frame = clause.frame
    agent = _agent(clause, match.last + 1) or _from(clause, match.last + 1)
    after = agent[1] + 1 if agent else match.last + 1
    opened = frame.low(after)
    if opened not in match.cue.takes or (
        opened in {"of", "for", "about", "over"} and frame.category(after + 1) is None
    ):
        return None
    if (
        opened == "that"
        and frame.category(after + 1) in {"auxiliary", None}
        or (opened == "that" and frame.finite(after + 1))
    ):
        return None
    end = contents.clause_end(frame, after, match, clause.found, clause.carriers)
    start = after if opened in {"that", "to"} else after + 1
    if end < start:
        return None
    source, first = (agent, match.first) if agent else _possessor(frame, match.first)
    return Reading(match, source, ((start, end),), (first, match.last))


def _from(clause: _Clause, at: int) -> Range | None:
    if clause.frame.low(at) != "from" or not clause.frame.nominal(at + 1):
        return None
    return sources.right(clause.frame, at + 1, clause.carriers)


def _possessor(frame: Frame, noun: int) -> tuple[Range | None, int]:
    """Return the possessor before a cue noun and where the cue begins."""
    at = noun - 1
    while at > 0 and frame.category(at) == "word" and not frame.low(at).endswith(("’s", "'s", "’", "'")):
        at -= 1
    if frame.category(at) == "possessive":
        return (at, at), noun
    if frame.low(at).endswith(("’s", "'s", "’", "'")):
        first = at
        while first > 0 and frame.category(first - 1) in {"name", "word", "determiner"} and not frame.finite(first - 1):
            first -= 1
        return (first, at), noun
    return None, noun
