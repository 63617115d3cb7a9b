"""Reads the cues that are no active verbs: `according to`, `citing`, `reportedly`, nouns and passives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.extract import attributions_contents as contents
from secondsource.extract import attributions_grammar as grammar
from secondsource.extract import attributions_sources as sources
from secondsource.extract.attributions_clause import Clause, Reading, resumed
from secondsource.extract.attributions_subjects import head

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

SOURCE_NOUNS = grammar.words(
    "report reports list document documents record records data figures statement study poll survey official "
    "officials source sources agency ministry spokesman spokeswoman people person media newspaper website analyst "
    "analysts letter email emails memo filing filings police authorities intelligence government witnesses "
    "residents expert experts broadcaster channel radio television analysis investigation inquiry review audit "
    "commission committee court judge researchers scientists investigators panel researcher"
)
"""Nouns for persons and papers on whose authority something is said.

Source: PolNeAR train, what follows `according to`.
"""

FINDERS = grammar.words(
    "report reports study poll survey analysis investigation inquiry review audit commission committee court "
    "judge researchers scientists investigators panel researcher figures data records statement documents jury "
    "inspectors census polling video footage images photos photographs recording recordings transcript "
    "transcripts"
)
"""Nouns whose finding is a statement; of others `found` tells what they came upon (`divers found a body`)."""

PARTIES = grammar.words(
    "mission council department bureau office union association federation army navy guard military brigade court "
    "fund bank institute institution university hospital clinic school laboratory group organisation organization "
    "charity party company firm operator airline consortium service board authority authorities embassy parliament "
    "inspectorate observatory watchdog regulator centre center network club church alliance force forces "
    "minister president governor mayor ambassador diplomat diplomats lawyer lawyers lawmaker lawmakers doctor doctors "
    "engineer engineers officer officers soldier soldiers commander director manager inspector inspectors adviser "
    "aide aides chief chairman chairwoman monitors observers survivor survivors witness neighbours neighbors "
    "relatives villagers activist activists spokesperson executive executives employee employees survey register"
)
"""More nouns for bodies and persons, which are a source only as the head of what is cited (`citing a hospital`)."""

_POSSESSIVE_ENDS = ("’s", "'s", "’", "'")


def read(clause: Clause, match: CueMatch) -> Reading | None:
    """Read a preposition, adverb or noun cue."""
    if clause.frame.inside:
        return None
    if match.cue.kind == "preposition":
        if match.takes("signature"):
            return _signed(clause, match)
        if match.takes("carrier"):
            return _carried(clause, match)
        return _in_view(clause, match) if match.takes("view") else _according(clause, match)
    return _adverb(clause, match) if match.cue.kind == "adverb" else _noun(clause, match)


def passive(clause: Clause, match: CueMatch) -> Reading | None:
    """Read `is believed to have …`, `was accused of …`, `was reported by …`, `it is claimed that …`."""
    frame = clause.frame
    topic = sources.left(frame, match.group, clause.carriers)
    agent = _agent(clause, match.last + 1)
    if topic is None or frame.inside or not (agent or match.takes("passive")):
        return None
    topic = _antecedent(frame, topic)
    after = agent[1] + 1 if agent else match.last + 1
    low = frame.low(after)
    cue = (match.group, match.last)
    if low in grammar.COMPLEMENTISERS or low in {"to", "of", "for", "as"}:
        if low == "to" and frame.category(after + 1) not in {"word", "auxiliary", "adverb", "negation"}:
            return None
        content = (after, contents.clause_end(frame, after, clause.limits(match)))
        if content[1] <= after:
            return None
        return Reading(match, agent, (content,) if frame.low(topic[1]) == "it" else (topic, content), cue)
    return Reading(match, agent, (topic,), cue) if agent else None


def _antecedent(frame: Frame, topic: Range) -> Range:
    """Return what `which` stands for, without what stands before it (`in | his remarks |, which were carried by`)."""
    if frame.category(topic[1]) != "subordinator" or topic[1] == topic[0]:
        return topic
    last = topic[1] - 1 - (frame.low(topic[1] - 1) == ",")
    first = max(
        (at + 1 for at in range(topic[0], last) if frame.category(at) == "preposition" and frame.low(at) != "of"),
        default=topic[0],
    )
    return (first, last) if first <= last else topic


def _agent(clause: Clause, at: int) -> Range | None:
    """Return the noun phrase of a `by` phrase at `at`."""
    frame = clause.frame
    if frame.low(at) != "by" or not (frame.nominal(at + 1) or frame.category(at + 1) == "word"):
        return None
    return sources.right(frame, at + 1, clause.carriers)


def _according(clause: Clause, match: CueMatch) -> Reading | None:
    frame = clause.frame
    opens = match.first == 0 or (match.first == 1 and frame.category(0) in {"conjunction", "adverb"})
    opens = opens or (frame.low(match.first - 1) == "," and frame.low(match.first - 2) in {"that", "whether"})
    source = (_to_comma(frame, match.last + 1) if opens else None) or _whole(clause, match.last + 1, enclosed=opens)
    if source is None:
        return None
    cue = (match.first, match.last)
    if opens:
        start = source[1] + 1 + (frame.low(source[1] + 1) == ",")
        end = contents.clause_end(frame, start, clause.limits(match)) if start < len(frame.items) else -1
        return Reading(match, source, ((start, end),), cue) if end >= start else None
    content = contents.before(frame, match.first - 1, _floor(frame, match.first))
    if content is None:
        return None
    rest = resumed(clause, source[1] + 1, content) if frame.category(content[1]) != "quote" else None
    return Reading(match, source, (content, rest) if rest else (content,), cue)


def _carried(clause: Clause, match: CueMatch) -> Reading | None:
    """Read `In remarks carried by the agency, …` and `…, in remarks carried by the agency`."""
    frame, agent = clause.frame, _agent(clause, match.last)
    begin = next((at for at in range(match.first, -1, -1) if frame.low(at) == "in"), None)
    if agent is None or begin is None or match.first - begin > 4:
        return None
    cue = (match.first, match.last)
    if begin == 0 and frame.low(agent[1] + 1) == "," and agent[1] + 2 < len(frame.items):
        start = agent[1] + 2
        end = len(frame.items) - 1 - (frame.low(len(frame.items) - 1) == ".")
        return Reading(match, agent, ((start, end),), cue)
    said = contents.before(frame, begin - 1, 0) if begin > 1 else None
    return Reading(match, agent, (said,), cue) if said else None


def _in_view(clause: Clause, match: CueMatch) -> Reading | None:
    """Read `in the inspector’s view, …` and `…, in her words`."""
    frame, at = clause.frame, match.last + 1
    while frame.category(at) in {"name", "determiner", "word"} and not frame.low(at).endswith(_POSSESSIVE_ENDS):
        at += 1
    owned = frame.category(at) == "possessive" or frame.low(at).endswith(_POSSESSIVE_ENDS)
    if not owned or frame.low(at + 1) not in _VIEWS:
        return None
    if match.first == 0 and frame.low(at + 2) == ",":
        content = (at + 3, contents.clause_end(frame, at + 3, clause.limits(match)))
        return Reading(match, (match.last + 1, at), (content,), (at + 1, at + 1)) if content[1] >= content[0] else None
    said = (
        contents.before(frame, match.first - 1, _floor(frame, match.first))
        if frame.low(match.first - 1) == ","
        else None
    )
    return Reading(match, (match.last + 1, at), (said,), (at + 1, at + 1)) if said else None


_VIEWS = grammar.words("view opinion words telling account estimation judgment")


def _signed(clause: Clause, match: CueMatch) -> Reading | None:
    """Read quoted words with a name under them (`“It was full.” — Ann Li`)."""
    frame, end = clause.frame, len(clause.frame.items) - 1
    while end > match.last and frame.low(end) in {".", ","}:
        end -= 1
    alone = match.first == 1 and frame.category(0) == "quote" and frame.category(2) == "name"
    source = sources.right(frame, match.last + 1, clause.carriers) if alone else None
    return Reading(match, source, ((0, 0),), (1, 1)) if source and source[1] == end else None


def _to_comma(frame: Frame, first: int) -> Range | None:
    """Return the source of an opening `According to …,`: all up to the comma, with an apposition between commas."""
    comma = next((at for at in range(first, min(first + 14, len(frame.items))) if frame.low(at) == ","), None)
    if comma is None or comma == first or frame.has_finite(first, comma - 2):
        return None
    end = sources.addition_end(frame, comma + 1)
    return (first, end) if end is not None and frame.low(end + 1) == "," else (first, comma - 1)


def _floor(frame: Frame, before: int) -> int:
    """Return the first item of the main clause before item `before`: behind the last semicolon or colon."""
    return max((at + 1 for at in range(before) if frame.low(at) in {";", ":"}), default=0)


def _whole(clause: Clause, first: int, *, enclosed: bool = False) -> Range | None:
    """Return the noun phrase at `first` with what limits it (`an official who was not allowed to speak`)."""
    frame = clause.frame
    found = sources.right(frame, first, clause.carriers, enclosed=enclosed) if first < len(frame.items) else None
    if found is None:
        return None
    last = found[1]
    if not _limits(frame, last + 1):
        return found
    while last + 1 < len(frame.items) and frame.category(last + 1) not in {"mark", "quote"}:
        clausal = frame.category(last + 1) == "conjunction" and frame.nominal(last + 2)
        if clausal or frame.low(last + 1) in {"because", "while", "when", "if"}:
            break
        last += 1
    return first, last


def _limits(frame: Frame, at: int) -> bool:
    low = frame.low(at)
    if low in {"who", "that", "which"} or low.endswith("ing") or grammar.is_past(low):
        return True
    return frame.category(at) in {"preposition", "to"} and frame.low(at + 1) not in grammar.TEMPORALS


def citing(clause: Clause, match: CueMatch, host: Reading) -> Reading | None:
    """Read `…, citing a list drawn up by …` as an attribution of its own, if what is cited can be a source."""
    frame = clause.frame
    source = _whole(clause, match.last + 1)
    if source is None or not host.content:
        return None
    near = {frame.low(at) for at in range(source[0], min(source[1], source[0] + 7) + 1)}
    named = frame.category(source[0]) == "name" and source[1] - source[0] <= 4
    if not (named or SOURCE_NOUNS & near or frame.low(head(frame, source)) in PARTIES):
        return None
    return Reading(match, source, host.content, (match.first, match.last), cited_by=host.match)


def _adverb(clause: Clause, match: CueMatch) -> Reading | None:
    """Read `Officials reportedly approved a plan`: the clause without the adverb is the content, nobody the source."""
    frame = clause.frame
    start = match.last + 1
    end = contents.clause_end(frame, start, clause.limits(match)) if start < len(frame.items) else -1
    if end < start:
        return None
    verb = match.first
    while verb > 0 and frame.category(verb - 1) == "auxiliary":
        verb -= 1
    topic = sources.left(frame, verb, clause.carriers)
    pieces = ((topic[0], match.first - 1), (start, end)) if topic else ((start, end),)
    return Reading(match, None, pieces, (match.first, match.last))


def _noun(clause: Clause, match: CueMatch) -> Reading | None:
    """Read `claims by Seoul that …`, `its denial that …`, `reports of …`."""
    frame = clause.frame
    agent = _agent(clause, match.last + 1) or _from(clause, match.last + 1)
    after = agent[1] + 1 if agent else match.last + 1
    if not _noun_opens(frame, after, match):
        return None
    end = _before_main_verb(frame, match.first, contents.clause_end(frame, after, clause.limits(match)))
    start = after if frame.low(after) in {"that", "to"} else after + 1
    if end < start or (start > after and _is_clause(frame, start, end)):
        return None
    source = agent or _possessor(frame, match.first)
    if source is None and (frame.low(after) == "to" or _is_occasion(frame, match.first)):
        return None
    return Reading(match, source, ((start, end),), (match.first, match.last))


def _is_occasion(frame: Frame, noun: int) -> bool:
    """Tell whether a noun only tells where something was said (`in an emailed statement that she shared`)."""
    at = noun - 1
    while frame.category(at) in {"word", "determiner", "name"}:
        at -= 1
    return frame.low(at) == "in"


def _before_main_verb(frame: Frame, noun: int, end: int) -> int:
    """Cut the main verb off a content whose noun is the subject (`Claims that it sank | were denied`)."""
    if frame.has_finite(0, noun):
        return end
    finite = [at for at in range(noun + 1, end + 1) if frame.verb_at(at)]
    groups = [at for at in finite if at - 1 not in finite and frame.category(at - 1) not in {"negation", "adverb"}]
    if len(groups) < 2 or frame.category(groups[-1]) != "auxiliary":
        return end
    return groups[-1] - 1


def _noun_opens(frame: Frame, at: int, match: CueMatch) -> bool:
    low = frame.low(at)
    if low not in match.cue.takes or at + 1 >= len(frame.items):
        return False
    if low == "that":
        return not frame.finite(at + 1)
    if low == "to":
        return frame.category(at + 1) in {"word", "adverb"}
    return frame.low(at + 2) not in grammar.TEMPORALS and frame.low(at + 1) != "comment"


def _is_clause(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a finite verb without a subordinator follows: then the preposition's phrase was the subject."""
    for at in range(start, end + 1):
        if frame.category(at) == "subordinator":
            return False
        if frame.finite(at):
            return True
    return False


def _from(clause: Clause, at: int) -> Range | None:
    if clause.frame.low(at) != "from" or not clause.frame.nominal(at + 1):
        return None
    return sources.right(clause.frame, at + 1, clause.carriers)


def _possessor(frame: Frame, noun: int) -> Range | None:
    """Return the possessor before a cue noun (`its denial`, `the ministry’s statement`)."""
    at = noun - 1
    while at > 0 and frame.category(at) == "word" and not frame.low(at).endswith(_POSSESSIVE_ENDS):
        at -= 1
    if frame.category(at) == "possessive":
        return at, at
    if not frame.low(at).endswith(_POSSESSIVE_ENDS):
        return None
    first = at
    while first > 0 and frame.category(first - 1) in {"name", "word", "determiner"} and not frame.finite(first - 1):
        first -= 1
    return first, at
