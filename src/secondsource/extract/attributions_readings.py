"""Reads one frame: joins each cue with its source and its content."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from secondsource.extract import attributions_contents as contents
from secondsource.extract import attributions_grammar as grammar
from secondsource.extract import attributions_phrases as phrases
from secondsource.extract import attributions_sources as sources
from secondsource.extract.attributions_clause import Clause, Reading, resumed
from secondsource.extract.attributions_cues import CueMatch, carriers, matches
from secondsource.extract.attributions_openings import noun_begins
from secondsource.extract.attributions_subjects import is_called, is_mute, is_supposed, is_telephoned, shows_only

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueIndex
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

_FIRST_PERSON = frozenset({"i", "we", "you"})
_CITING = frozenset({"cite", "quote"})


def read(frame: Frame, cues: CueIndex) -> list[Reading]:
    """Return the attributions of one frame, in order of their cues."""
    found = matches(frame, cues)
    clause = Clause(frame, found, carriers(found))
    readings: list[Reading] = []
    for match in found:
        reading = _read(clause, match, readings)
        if reading and _disjoint(reading) and not _repeats(reading, readings):
            readings.append(reading)
    readings += _cited_before(clause, readings)
    return [reading for reading in readings if not _covered(reading, readings)]


def _cited_before(clause: Clause, readings: list[Reading]) -> list[Reading]:
    """Read `The paper, citing officials, said …`, where the source is named before the statement."""
    found = []
    for match in clause.found:
        if match.cue.phrase in _CITING and match.form == "participle":
            host = next((reading for reading in readings if reading.match.cue.kind == "verb"), None)
            cited = phrases.citing(clause, match, host) if host and host.match.first > match.last else None
            if cited and _disjoint(cited):
                found.append(cited)
    return found


def _disjoint(reading: Reading) -> bool:
    """Tell whether no role reaches into another; broken syntax can make them cross."""
    ranges = sorted((reading.cue, *reading.content, *([reading.source] if reading.source else [])))
    return all(before[1] < after[0] for before, after in itertools.pairwise(ranges))


def _repeats(reading: Reading, earlier: list[Reading]) -> bool:
    """Tell whether a noun without a source only names the occasion or the manner of speaking.

    So in `said in a statement that …` and `expressed concern that …`.
    """
    if reading.match.cue.kind != "noun" or reading.source is not None:
        return False
    return any(reading.content[0] in other.content or _says_with(other, reading.match.first) for other in earlier)


def _says_with(reading: Reading, noun: int) -> bool:
    """Tell whether the content of a verb opens with this noun (`expressed grave concern`)."""
    return reading.match.cue.kind == "verb" and any(0 <= noun - first <= 2 for first, _ in reading.content)


def _covered(reading: Reading, readings: list[Reading]) -> bool:
    """Tell whether of `has reportedly approved` the other word is the cue: verbs of speech keep it, others yield it."""
    if reading.match.cue.kind == "adverb":
        at = reading.match.first
        return any(_holds(other, at) and other.match.takes("quote", "bare") for other in readings)
    if reading.match.cue.kind != "verb" or reading.match.takes("quote", "bare"):
        return False
    return any(other.match.cue.kind == "adverb" and _holds(reading, other.match.first) for other in readings)


def _holds(reading: Reading, at: int) -> bool:
    return reading.match.cue.kind == "verb" and reading.match.group <= at < reading.match.first


def _read(clause: Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    if match.cue.kind != "verb":
        return phrases.read(clause, match)
    if match.cue.phrase == "say" and clause.frame.low(match.group - 1) == "as" and earlier:
        return _quoted_as_saying(clause, match, earlier[-1])
    if match.cue.phrase in _CITING and match.form == "participle" and earlier:
        cited = phrases.citing(clause, match, earlier[-1])
        if cited:
            return cited
    return phrases.passive(clause, match) if match.form == "passive" else _verb(clause, match, earlier)


def _quoted_as_saying(clause: Clause, match: CueMatch, host: Reading) -> Reading | None:
    """Read `quoted the minister as saying that …`: the minister speaks, and the host carries it."""
    content = contents.right(clause.frame, match, clause.found, clause.carriers)
    if host.match.cue.phrase not in _CITING or content is None:
        return None
    passive = host.match.form == "passive"
    source = host.content[0] if passive else (host.match.last + 1, match.group - 2)
    return Reading(match, source, (content,), (match.group, match.last)) if source[0] <= source[1] else None


def _verb(clause: Clause, match: CueMatch, earlier: list[Reading]) -> Reading | None:
    inverted = _inverted(clause, match)
    if inverted:
        return _before(clause, match, inverted, earlier)
    own = _adjacent(clause, match)
    source = own or _shared(clause, match, earlier)
    return _with_source(clause, match, (source, own), earlier) if source and _can_say(clause, match, source) else None


def _can_say(clause: Clause, match: CueMatch, source: Range) -> bool:
    """Tell whether the source is one that speaks, and does so as this verb stands."""
    frame = clause.frame
    if is_mute(frame, match, source) or is_supposed(frame, match) or is_called(frame, match):
        return False
    return not frame.inside or _speaks_inside(frame, match, source)


def _with_source(
    clause: Clause, match: CueMatch, found: tuple[Range, Range | None], earlier: list[Reading]
) -> Reading | None:
    """Join a verb with its content; `found` is the source, and the same where it stands directly before the verb."""
    source, own = found
    pleads = (
        match.takes("plea")
        and not match.takes("whom")
        and contents.right(clause.frame, match, clause.found, clause.carriers)
    )
    marked = clause.frame.low(match.last + 1) in {"that", "whether"}
    if own and _behind_quote(clause.frame, own[0]) and match.takes("quote", "bare") and not (pleads or marked):
        return _before(clause, match, own, earlier)
    if own and clause.frame.low(own[0] - 1) == "as" and match.takes("bare", "post"):
        return _as_reported(clause, match, own)
    if own and _breaks_in(clause.frame, own[0]):
        return _before(clause, match, own, earlier)
    return _onward(clause, match, source) or (
        _before(clause, match, own, earlier) if own and _postposed(clause, match, own) else None
    )


def _adjacent(clause: Clause, match: CueMatch) -> Range | None:
    """Return the source that stands directly before the verb group."""
    frame = clause.frame
    if _coordinated(frame, match):
        return None
    if match.form == "participle" and frame.category(match.group - 1) not in {"name", "word", "pronoun"}:
        return None
    return sources.left(frame, match.group, clause.carriers)


def _coordinated(frame: Frame, match: CueMatch) -> bool:
    before = match.group - 1 - (frame.low(match.group - 1) == ",")
    return frame.category(match.group - 1) == "conjunction" or frame.category(before) == "conjunction"


def _shared(clause: Clause, match: CueMatch, earlier: list[Reading]) -> Range | None:
    """Return the source that a participle or a second verb shares with the verb before it."""
    if match.form != "participle" and not _coordinated(clause.frame, match):
        return None
    same = [reading.source for reading in earlier if reading.match.cue.kind == "verb" and reading.source]
    if not same and match.form == "participle" and shows_only(match):
        return None
    before = same[-1] if same else sources.subject(clause.frame, match.group, clause.carriers)
    return before or (_subject_behind(clause, match) if match.form == "participle" else None)


def _subject_behind(clause: Clause, match: CueMatch) -> Range | None:
    """Return the subject of the main clause behind an opening participle (`After saying it was over, Ann Li left`)."""
    content = contents.right(clause.frame, match, clause.found, clause.carriers) if match.first <= 2 else None
    if content is None or clause.frame.low(content[1] + 1) != ",":
        return None
    return sources.right(clause.frame, content[1] + 2, clause.carriers)


def _as_reported(clause: Clause, match: CueMatch, source: Range) -> Reading | None:
    """Read `As the paper reported, …` and `…, as the paper reported`; `as` elsewhere tells when, not what."""
    frame, cue = clause.frame, (match.group, match.last)
    as_at = source[0] - 1
    if as_at <= 1 and frame.low(match.last + 1) == "," and match.last + 2 < len(frame.items):
        end = contents.clause_end(frame, match.last + 2, clause.limits(match))
        return Reading(match, source, ((match.last + 2, end),), cue) if end >= match.last + 2 else None
    content = contents.right(frame, match, clause.found, clause.carriers)
    if content:
        return Reading(match, source, (content,), cue)
    if frame.low(as_at - 1) != "," or not contents.closes(frame, match):
        return None
    if frame.category(as_at - 2) == "subordinator":
        return _interrupting(clause, match, source)
    said = contents.before(frame, as_at - 1, 0)
    return Reading(match, source, (said,), cue) if said else None


def _onward(clause: Clause, match: CueMatch, source: Range) -> Reading | None:
    """Read a cue whose content follows it, in this frame or in the next (`He declared:`)."""
    frame = clause.frame
    if frame.low(len(frame.items) - 1) == ":" and match.takes("quote") and contents.closes(frame, match, colon=True):
        told = match.takes("object") and noun_begins(frame, match.last + 1)
        return None if told else Reading(match, source, (), (match.group, match.last))
    content = contents.right(frame, match, clause.found, clause.carriers)
    if content:
        said = contents.within_relative(frame, match, source, content)
        heard = said and not is_telephoned(frame, match, said)
        return Reading(match, source, (said,), (match.group, match.last)) if said and heard else None
    nouns = {frame.low(at) for at in range(source[0], source[1] + 1)}
    found = match.takes("finding") and phrases.FINDERS & (nouns | {noun.removesuffix("s") for noun in nouns})
    if found and noun_begins(frame, match.last + 1):
        end = contents.clause_end(frame, match.last + 1, clause.limits(match))
        return Reading(match, source, ((match.last + 1, end),), (match.group, match.last))
    return None


def _breaks_in(frame: Frame, at: int) -> bool:
    """Tell whether the reporting clause at `at` interrupts a sentence behind its verb (`He was, she said, “…”`)."""
    return frame.low(at - 1) == "," and frame.category(at - 2) == "auxiliary"


def _postposed(clause: Clause, match: CueMatch, source: Range) -> bool:
    return match.takes("bare", "quote", "post") and clause.frame.low(source[0] - 1) in {",", "—", "–", "--"}


def _speaks_inside(frame: Frame, match: CueMatch, source: Range) -> bool:
    """Tell whether a cue inside quoted words reports somebody else's speech (`the mayor told me …`)."""
    person = frame.low(source[1]).replace("’", "'").split("'")[0]
    return match.takes("quote") and person not in _FIRST_PERSON


def _behind_quote(frame: Frame, at: int) -> bool:
    """Tell whether a quotation ends directly before item `at`."""
    return frame.category(at - 1) == "quote" or (
        frame.low(at - 1) in {",", "—", "–"} and frame.category(at - 2) == "quote"
    )


def _inverted(clause: Clause, match: CueMatch) -> Range | None:
    """Return the source of `“…,” said Ann Li`, where the cue directly follows the words."""
    frame = clause.frame
    if match.form != "finite" or match.group != match.first or not match.takes("quote", "bare"):
        return None
    quoted = _behind_quote(frame, match.first)
    if not quoted and not (frame.low(match.first - 1) == "," and match.first > 1):
        return None
    after = match.last + 1
    if not (frame.nominal(after) or frame.category(after) == "word") or frame.low(after) in grammar.TEMPORALS:
        return None
    found = sources.right(frame, after, clause.carriers)
    if found is None or quoted:
        return found
    named = any(frame.category(at) == "name" for at in range(found[0], found[1] + 1))
    closed = frame.category(found[1] + 1) in {None, "mark", "preposition"} and frame.has_finite(0, match.first - 2)
    related = sources.described_by_relative(frame, match.first - 1)
    ends = frame.low(found[1] + 1) in {"", "."} and frame.category(found[0]) != "pronoun"
    return found if (named or ends) and closed and not related and not match.takes("whom") else None


def _before(clause: Clause, match: CueMatch, source: Range, earlier: list[Reading]) -> Reading | None:
    """Read `content, source cue` and `content, cue source`, with what goes on behind it."""
    frame = clause.frame
    begin = min(source[0], match.group)
    floor = max((reading.end + 1 for reading in earlier if _is_over(frame, reading, begin)), default=0)
    if frame.category(begin - 2) in {"conjunction", "subordinator"} and begin < match.first:
        return _interrupting(clause, match, source)
    content = contents.before(frame, begin - 1, floor)
    if content is None:
        return None
    content = contents.toll(frame, content)
    rest = resumed(clause, max(match.last, source[1]) + 1, content)
    if not _says_something(frame, content, match) and not (rest and match.takes("bare", "post")):
        return None
    return Reading(match, source, (content, rest) if rest else (content,), (match.group, match.last))


def _interrupting(clause: Clause, match: CueMatch, source: Range) -> Reading | None:
    """Read `… and, records show, has never been sold`: only what follows is the content."""
    frame, start = clause.frame, match.last + 2
    if frame.low(match.last + 1) != "," or start >= len(frame.items):
        return None
    end = contents.clause_end(frame, start, clause.limits(match))
    return Reading(match, source, ((start, end),), (match.group, match.last)) if end >= start else None


def _is_over(frame: Frame, reading: Reading, begin: int) -> bool:
    """Tell whether an earlier attribution ended in a clause of its own (`“…,” he said, and “…,” she added`)."""
    after = reading.end + 1
    if reading.match.cue.kind != "verb" or after >= begin:
        return False
    following = after + (frame.low(after) == ",")
    return frame.category(following) in {"conjunction", "quote"} or frame.low(after) in {";", "."}


def _says_something(frame: Frame, content: Range, match: CueMatch) -> bool:
    """Tell whether a stretch before `she said` is a clause or quoted words, not an aside (`In her view, …`)."""
    if any(frame.category(at) == "quote" for at in range(content[0], content[1] + 1)):
        return True
    return match.takes("bare", "post") and (
        frame.has_finite(*content) or frame.category(content[0]) not in {"preposition", "adverb", "subordinator", "to"}
    )
