"""Finds the noun phrase that speaks: left of the cue, right of an inverted one, or the subject of its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from secondsource.extract.attributions_frames import Frame

Range = tuple[int, int]
"""First and last item of a phrase, both included."""

_DASHES = frozenset({"—", "–", "--", "-"})
_DESCRIBING = grammar.words(
    "former now then chief head president chairman chairwoman director aged spokesman spokeswoman leader "
    "co-founder founder professor author himself herself"
)
_PERSONAL = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_PHRASE_ENDS = frozenset(
    {"name", "word", "pronoun", "number", "possessive", "quote", "determiner", "subordinator", "aside"}
)


def left(frame: Frame, verb: int, carriers: frozenset[int]) -> Range | None:
    """Return the noun phrase that ends directly before the verb group at `verb`, with its apposition.

    `carriers` are the items of verbs that may carry a clause without `that`, which a phrase never reaches across.
    """
    last = _before_time(frame, verb - 1)
    if last < 0:
        return None
    if frame.low(last) == ",":
        return _with_apposition(frame, last, carriers)
    if frame.low(last) in _DASHES:
        opened = next((at for at in range(last - 1, 0, -1) if frame.low(at) in _DASHES), 0)
        return phrase(frame, opened - 1, carriers) if opened else None
    found = phrase(frame, last, carriers)
    if found is None or all(_is_time(frame, at) for at in range(found[0], found[1] + 1)):
        return None
    return _listed(frame, _located(frame, found, carriers), carriers)


def _is_time(frame: Frame, at: int) -> bool:
    """Tell whether an item is but a part of a time (`this week`), or nothing that could speak besides it."""
    lone = frame.category(at) in {"determiner", "number", "preposition"}
    return frame.low(at) in grammar.TEMPORALS or (lone and frame.low(at + 1) in grammar.TEMPORALS)


def _before_time(frame: Frame, last: int) -> int:
    """Return the item before a time that parts subject and verb (`The union on Tuesday accused …`), else `last`."""
    at = last
    while at > 0 and (frame.low(at) in grammar.TEMPORALS or frame.category(at) == "number"):
        at -= 1
    timed = at < last and any(frame.low(index) in grammar.TEMPORALS for index in range(at + 1, last + 1))
    if not timed or at <= 0:
        return last
    if frame.low(at) in {"on", "in", "at", "during"}:
        return last if frame.finite_at(at - 1) else at - 1
    return at if frame.low(at + 1) in {"last", "next", "late", "early", "earlier"} else last


def _located(frame: Frame, found: Range, carriers: frozenset[int]) -> Range:
    """Reach back over the comma of a place name (`Police in Oss, Norland, say`, `Police in Oss, Norland say`)."""
    first, last = found
    if frame.low(first - 1) != "," or not all(frame.category(at) == "name" for at in range(first, last + 1)):
        return found
    earlier = phrase(frame, first - 2, carriers)
    if earlier is None or not _is_name(frame, earlier):
        return found
    if (
        frame.category(earlier[0] - 1) not in {None, "conjunction", "quote"}
        or frame.low(earlier[0]) in grammar.TEMPORALS
    ):
        return found
    placed = any(frame.low(at) in {"in", "of", "from", "near", "at"} for at in range(earlier[0] + 1, earlier[1]))
    return (earlier[0], last) if placed else found


def _listed(frame: Frame, found: Range, carriers: frozenset[int]) -> Range:
    """Reach back over the members of a list that ends in `and` (`Oslo, Paris and their allies`)."""
    first, last = found
    if not any(frame.category(at) == "conjunction" for at in range(first, last + 1)):
        return found
    while frame.low(first - 1) == ",":
        member = phrase(frame, first - 2, carriers)
        if member is None or not _is_name(frame, member) or frame.category(member[0] - 1) not in {None, "mark"}:
            break
        first = member[0]
    return first, last


def phrase(frame: Frame, last: int, carriers: frozenset[int], floor: int = 0) -> Range | None:
    """Return the noun phrase that ends at item `last` and begins not before `floor`."""
    if last < floor or frame.category(last) not in _PHRASE_ENDS:
        return None
    if frame.category(last) == "subordinator":
        return _relative(frame, last, carriers, floor)
    if frame.low(last) in _PERSONAL:
        return last, last
    low = last
    while low > floor and not _bounds(frame, low - 1, carriers):
        low -= 1
    verbs = [at for at in range(low, last) if frame.finite(at)]
    opener = frame.low(low - 1) if low > floor else ""
    if verbs and opener in grammar.RELATIVES and verbs[0] - low <= 2 and not carriers & set(verbs):
        antecedent = phrase(frame, low - 2, carriers, floor)
        if antecedent:
            return antecedent[0], last
    if grammar.is_past(frame.low(last)) and frame.finite(last):
        antecedent = phrase(frame, low - 2, carriers, floor) if opener in grammar.RELATIVES else None
        return (antecedent[0], last) if antecedent else None
    found = _trimmed(frame, verbs[-1] + 1 if verbs else low, last)
    reduced = found is None and len(verbs) == 1 and frame.category(verbs[0]) != "auxiliary" and verbs[0] > low
    return _trimmed(frame, low, last) if reduced else found


def _bounds(frame: Frame, at: int, carriers: frozenset[int]) -> bool:
    category = frame.category(at)
    return (
        at in carriers
        or category == "mark"
        or category in {"subordinator", "quote"}
        or frame.low(at) in {"after", "before", "since", "until", "once"}
        or (category == "to" and frame.low(at - 1) == "according")
        or (category == "conjunction" and frame.low(at) in {"but", "yet"})
    )


def _relative(frame: Frame, at: int, carriers: frozenset[int], floor: int) -> Range | None:
    """Return a relative pronoun with the phrase that it stands for (`researchers, who`)."""
    if frame.low(at) not in grammar.RELATIVES:
        return None
    before = at - 1 - (frame.low(at - 1) == ",")
    found = phrase(frame, before, carriers, floor) if before >= floor else None
    if found is None:
        return None if frame.low(at) == "that" else (at, at)
    return (_antecedent(frame, found) if frame.low(at) == "who" else found[0]), at


def _antecedent(frame: Frame, found: Range) -> int:
    """Return where the persons begin of whom `who` speaks, within the phrase before it.

    They stand behind `by` (`examined by divers, who`) and behind a feeling or a deed (`fears in the valley, who`).
    """
    for at in range(found[1], found[0], -1):
        if frame.category(at - 1) != "preposition" or frame.category(at) == "preposition":
            continue
        noun = frame.low(at - 2)
        if frame.low(at - 1) == "by" or (noun in _FEELINGS or noun.endswith(("tion", "ment", "ness"))):
            return at
    return found[0]


_FEELINGS = grammar.words(
    "concern concerns fear fears anger alarm outrage worry worries doubt doubts anxiety unease hope hopes praise "
    "support opposition protest protests unrest interest pressure surprise joy grief relief"
)
"""Nouns for what goes on in or among people, which no `who` can refer to."""


def _trimmed(frame: Frame, low: int, last: int) -> Range | None:
    """Drop conjunctions, adverbs and a leading prepositional phrase (`On Tuesday the ministry`)."""
    while low < last and frame.category(low) in {"conjunction", "adverb", "negation", "mark", "auxiliary"}:
        low += 1
    if frame.category(low) == "word" and frame.category(low - 1) in {"auxiliary", "negation"}:
        low = max(
            (at for at in range(low, last + 1) if frame.category(at) in {"determiner", "possessive"}), default=low
        )
    if frame.category(low) == "preposition" and not _quantifies(frame, low):
        companion = [low + 1] if frame.low(low) in {"with", "amid", "for", "from", "despite"} else []
        heads = companion + [at for at in range(low + 1, last + 1) if _begins(frame, at)]
        if not heads:
            return None
        low = heads[-1]
    lone = low == last and frame.category(last) in {"conjunction", "possessive", "preposition"}
    if lone or (frame.category(last) == "determiner" and low != last):
        return None
    begins_well = frame.category(low) not in {"to", "adverb", "conjunction"} and not _is_gerund(frame, low)
    return (low, last) if begins_well else None


def _is_gerund(frame: Frame, at: int) -> bool:
    doing = frame.category(at) == "word" and frame.low(at).endswith("ing") and not frame.items[at].capital
    return doing and frame.category(at + 1) not in {"word", None}


def _quantifies(frame: Frame, at: int) -> bool:
    return frame.low(at) in {"at", "about", "over", "around"} and (
        frame.low(at + 1) in {"least", "most"} or frame.category(at + 1) == "number"
    )


def _begins(frame: Frame, at: int) -> bool:
    """Tell whether a new noun phrase begins at `at` behind a leading prepositional phrase."""
    before = frame.category(at - 1)
    if before in {"preposition", "determiner", "possessive", "conjunction", "to"}:
        return False
    if frame.category(at) in {"determiner", "possessive", "pronoun"}:
        return True
    dated = before == "number" and frame.low(at - 2) in grammar.TEMPORALS
    after_time = frame.low(at - 1) in grammar.TEMPORALS or dated
    return after_time and frame.category(at) in {"name", "word"} and frame.low(at) not in grammar.TEMPORALS


def _with_apposition(frame: Frame, comma: int, carriers: frozenset[int]) -> Range | None:
    chunks = _chunks(frame, comma, carriers)
    depth = 0
    while depth + 1 < len(chunks) and _adds(frame, chunks[depth]):
        depth += 1
    low, high = chunks[depth]
    head = phrase(frame, high, carriers, low)
    if head is None or (depth == 0 and not _is_name(frame, head)):
        return None
    first = _described(frame, chunks[depth + 1 :], head, carriers)
    nominal = [chunk for chunk in chunks[:depth] if _is_nominal(frame, chunk)]
    last = nominal[0][1] if nominal else head[1]
    return first, last


def _chunks(frame: Frame, comma: int, carriers: frozenset[int]) -> list[Range]:
    """Return the stretches between commas, the nearest first, back to the clause's start."""
    found: list[Range] = []
    high = at = comma - 1
    while at >= 0:
        low = frame.low(at)
        if frame.category(at) == "quote" or low in {";", ":", ".", "—", "–"} or _carries(frame, at, carriers):
            break
        if low == ",":
            found.append((at + 1, high))
            high = at - 1
        at -= 1
    found.append((at + 1, high))
    return [chunk for chunk in found if chunk[0] <= chunk[1]] or [(comma, comma)]


def _carries(frame: Frame, at: int, carriers: frozenset[int]) -> bool:
    """Tell whether a verb that can carry a clause stands at `at`, and not in a relative clause (`who said …`)."""
    if at not in carriers:
        return False
    begin = next((index + 1 for index in range(at, -1, -1) if frame.low(index) == ","), 0)
    return frame.low(begin) not in grammar.RELATIVES


def described_by_relative(frame: Frame, comma: int) -> bool:
    """Tell whether the stretch before `comma` is a relative clause (`Ann Li, who runs it, said …`)."""
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if frame.low(at) == ","), 0)
    return begin > 0 and frame.low(begin) in {"who", "whose", "which"}


def _adds(frame: Frame, chunk: Range) -> bool:
    """Tell whether a stretch between commas describes the phrase before it."""
    first = frame.items[chunk[0]]
    if first.category in {"determiner", "number", "preposition", "adverb", "conjunction"}:
        return True
    if first.category == "subordinator":
        return first.low in {"who", "whose", "which", "where", "when"}
    if first.category == "possessive" or first.low.endswith(("’s", "'s", "s’", "s'")):
        return True
    if chunk[0] == chunk[1] and _PARTY.fullmatch(first.low):
        return True
    return first.category == "word" or first.low in _DESCRIBING or (first.capital and _office(frame, chunk))


_PARTY = re.compile(r"[a-z]{1,4}-[a-z.]{2,8}")
"""Party and state as short forms (`R-Ky.`)."""


def _office(frame: Frame, chunk: Range) -> bool:
    return any(frame.low(at) in {"of", "for", "at"} for at in range(chunk[0], chunk[1] + 1))


def _is_nominal(frame: Frame, chunk: Range) -> bool:
    first = frame.items[chunk[0]]
    doing = first.low.endswith("ing") and first.low not in _OFFICES
    return first.category not in {"preposition", "adverb", "mark"} and not doing


_OFFICES = grammar.words("managing acting leading founding presiding ranking commanding king")


def _is_name(frame: Frame, span: Range) -> bool:
    return frame.category(span[1]) == "name"


def _described(frame: Frame, chunks: list[Range], head: Range, carriers: frozenset[int]) -> int:
    """Return the first item of `One survivor, Ann Li`: a description before a bare name belongs to the source."""
    names_only = all(frame.category(at) == "name" for at in range(head[0], head[1] + 1))
    the_named = frame.low(head[0]) == "the" and all(
        frame.category(at) == "name" for at in range(head[0] + 1, head[1] + 1)
    )
    if not chunks or not (names_only or the_named) or frame.category(chunks[0][1]) == "name":
        return head[0]
    if frame.category(chunks[0][0]) in {"preposition", "adverb", "subordinator"}:
        return head[0]
    description = phrase(frame, chunks[0][1], carriers, chunks[0][0])
    if description is None or frame.category(description[0]) not in {"determiner", "possessive", "number", "name"}:
        return head[0]
    return description[0]


def right(frame: Frame, first: int, carriers: frozenset[int], *, enclosed: bool = False) -> Range | None:
    """Return the noun phrase that begins at `first`, with its apposition (`said Ann Li, a teacher in Oss`).

    Where a clause follows the phrase, its apposition must be `enclosed` in commas.
    """
    last = _forward(frame, first, carriers)
    if last is None:
        return None
    while frame.low(last + 1) in {",", "—", "–"} and last + 2 < len(frame.items):
        end = addition_end(frame, last + 2)
        if end is None or (enclosed and frame.low(end + 1) != ","):
            break
        last = end
    return first, last


def _forward(frame: Frame, first: int, carriers: frozenset[int]) -> int | None:
    last = None
    for at in range(first, len(frame.items)):
        category = frame.category(at)
        if at in carriers or category in _CLAUSE_WORDS or (at > first and _leaves(frame, at)):
            break
        if category not in {"preposition", "determiner", "possessive", "conjunction"} or frame.low(at) in {
            "others",
            "many",
        }:
            last = at
        if category == "pronoun":
            return at
    return last


_CLAUSE_WORDS = frozenset({"mark", "quote", "subordinator", "auxiliary", "negation", "to", "adverb"})


def _leaves(frame: Frame, at: int) -> bool:
    """Tell whether the noun phrase is over before item `at`."""
    category = frame.category(at)
    if category == "preposition":
        return not _attached(frame, at)
    if category == "conjunction":
        return frame.category(at + 1) != "name"
    return frame.finite(at) or frame.low(at) in grammar.TEMPORALS


def _attached(frame: Frame, at: int) -> bool:
    """Tell whether a preposition continues the noun phrase and does not begin a time or a place of speaking."""
    if frame.low(at) in {"of", "for", "from"}:
        return True
    if frame.low(at) not in {"at", "with", "in", "on", "close", "near"}:
        return False
    following = {frame.low(at + 1), frame.low(at + 2)}
    return not (frame.low(at + 1) in grammar.TEMPORALS | {"a", "an"} or following & _OCCASIONS)


_OCCASIONS = grammar.words(
    "statement interview speech briefing conference tweet post email letter news press rally time saying "
    "televised written telephone phone"
)


def addition_end(frame: Frame, first: int) -> int | None:
    """Return the last item of a description behind a name, None where what follows is something else."""
    if first >= len(frame.items):
        return None
    item = frame.items[first]
    relative = item.low in {"who", "whose", "which"}
    describes = item.category in {"determiner", "number", "possessive", "word"} or item.low in _DESCRIBING
    if (item.low.endswith("ing") and item.low not in _OFFICES) or not (
        relative or describes or item.category == "name"
    ):
        return None
    at = first
    while (
        at < len(frame.items)
        and frame.category(at) != "quote"
        and not (frame.category(at) == "mark" and frame.low(at) in {",", ".", ";", ":", "—", "–", "?", "!"})
    ):
        at += 1
    if at == first or (not relative and frame.has_finite(first, at - 1)):
        return None
    return at - 1


def subject(frame: Frame, before: int, carriers: frozenset[int]) -> Range | None:
    """Return the subject of the first finite verb left of `before`."""
    for at in range(1, before):
        if frame.finite(at) or at in carriers:
            begin = at
            while begin > 0 and frame.category(begin - 1) in {"adverb", "auxiliary", "negation"}:
                begin -= 1
            found = left(frame, begin, carriers)
            if found:
                return found
    return None
