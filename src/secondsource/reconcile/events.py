"""Who did what to what: the key under which an allegation, its denial and its admission meet.

An act is a word of the predicates' table whose class has a doer; the doer is the party named right before it, or the
speaker where the content begins with the act ("acknowledged sending the troops").
Source: event data codes (PLOVER): actor, event type, recipient; read by order of words, without a parser.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.propositions import Proposition
from secondsource.text.stems import stem

Key = tuple[str, str, str]
"""Root of the actor, class of the act, family of the object."""

_DONE_BY_SOMEONE = frozenset({"sent", "fired", "captured", "destroyed", "paid", "sold", "trained", "intercepted"})
"""Classes of acts that a party does to things or people, as `Ostria sent troops`; the others just happen."""

_REACH = 60
"""Characters after an act within which its object stands."""

_HEAD = 90
"""Characters of a content in which its main act stands; later acts are background."""

_LEAD = re.compile(
    r"^[\"“'‘\s]*(?:that\s+|to\s+|of\s+|the\s+|its\s+|their\s+|have\s+|having\s+|it\s+|they\s+|had\s+|has\s+)*$"
)
_ASIDE = re.compile(r"\b(?:for|of|by|after|before|in return|without|against|about)\s+(?:the\s+)?$")
_ACCUSED = re.compile(r"\W*(?P<who>[^.;:]+?)\s+of\s+(?:having\s+)?$")
"""Content of an accusation up to its act: `North Varnia of sending soldiers`."""
_TOWARDS = re.compile(r"\b(?:to|into|in|across|over|at|on|from|against|for)\b")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Acts:
    pattern: re.Pattern[str]
    classes: Mapping[str, str]
    families: Mapping[str, str]


@functools.lru_cache(maxsize=8)
def _acts(lexicon: Lexicon) -> _Acts:
    classes = {row.word.lower(): row.predicate for row in lexicon.predicates if row.predicate in _DONE_BY_SOMEONE}
    words = sorted(classes, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else r"(?!)", re.IGNORECASE)
    families = {stem(row.noun): row.family for row in lexicon.nouns if " " not in row.noun}
    return _Acts(pattern, classes, families)


def keys(index: Index, text: str, speaker: str | None) -> frozenset[Key]:
    """Return the events that `text`, said by the party `speaker`, is about."""
    acts = _acts(index.case.lexicon)
    found = (_key(index, text, matched, speaker) for matched in acts.pattern.finditer(text[:_HEAD]))
    return frozenset(key for key in found if key)


def _key(index: Index, text: str, act: re.Match[str], speaker: str | None) -> Key | None:
    acts = _acts(index.case.lexicon)
    before, after = text[: act.start()], text[act.end() : act.end() + _REACH]
    family = next(
        (acts.families[word] for word in map(stem, _WORD.findall(_clause(after))) if word in acts.families), ""
    )
    actor = _actor(index, before, after, speaker)
    return (actor, acts.classes[act[0].lower()], family) if actor and family else None


def _clause(text: str) -> str:
    return re.split(r"[.;:!?”]|\b(?:while|but|which|who)\b", text, maxsplit=1)[0]


def _actor(index: Index, before: str, after: str, speaker: str | None) -> str:
    if _LEAD.match(before):
        return index.parties.party(_TOWARDS.split(_clause(after), maxsplit=1)[0]) or speaker or ""
    if (accused := _ACCUSED.match(before)) and (party := index.parties.party(accused["who"])):
        return party
    if _ASIDE.search(before):
        return ""
    return index.parties.party(re.split(r"[.;:]", before)[-1])


def figure_key(index: Index, figure: Counted) -> Key | None:
    """Return the event that a figure belongs to: its subject did its predicate to its noun."""
    predicate = figure.figure.predicate
    if predicate not in _DONE_BY_SOMEONE or not figure.actor:
        return None
    family = _acts(index.case.lexicon).families.get(figure.noun, "")
    return (figure.actor, predicate, family) if family else None


def keyed(
    index: Index, said: Sequence[Proposition], figures: Iterable[Counted]
) -> tuple[Mapping[str, frozenset[Key]], Mapping[Key, tuple[Counted, ...]]]:
    """Return the events of each proposition by its id, and the figures in an outlet's own voice by their event."""
    by_id: dict[str, set[Key]] = {}
    at = {each.span: each.id for each in said if not each.attribution}
    for each in said:
        by_id[each.id] = set(keys(index, each.text, each.origin.name if each.attribution else None))
    voices: dict[Key, list[Counted]] = defaultdict(list)
    for figure in figures:
        key = figure_key(index, figure)
        if key and figure.attribution and figure.attribution.id in by_id:
            by_id[figure.attribution.id].add(key)
        elif key and index.sentence(figure.figure.span) in at:
            by_id[at[index.sentence(figure.figure.span)]].add(key)
        elif key:
            voices[key].append(figure)
    return {id_: frozenset(found) for id_, found in by_id.items()}, {key: tuple(found) for key, found in voices.items()}


def meetings(by_id: Mapping[str, frozenset[Key]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of propositions that are about one event."""
    holders: dict[Key, list[str]] = defaultdict(list)
    for id_ in sorted(by_id):
        for key in by_id[id_]:
            holders[key].append(id_)
    for key in sorted(holders):
        first, *others = holders[key]
        yield from ((first, other) for other in others)
