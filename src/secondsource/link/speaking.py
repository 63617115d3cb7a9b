"""Resolves the sources of a document in the order in which they speak: names, descriptions, pronouns."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.link import vocabulary
from secondsource.link.bodies import best_name, body_of
from secondsource.link.descriptions import Describing, described
from secondsource.link.naming import points_back
from secondsource.link.phrases import Phrase, parse
from secondsource.link.roster import Party, Roster
from secondsource.records import Analysis, Attribution, Document, Offsets
from secondsource.text.names import words

REACH = 1000
"""Characters over which a pronoun looks back: about five paragraphs of news."""


@dataclass(slots=True)
class Scene:
    """What has been said so far: who spoke where, and who opened the sentences.

    `inside` has those who speak within another's words, by the id of the attribution around them.
    """

    roster: Roster
    document: Document
    sentences: Sequence[Offsets]
    by_id: Mapping[str, Attribution]
    quoted: Sequence[Offsets] = ()
    turns: list[tuple[int, Party]] = field(default_factory=list)
    inside: dict[str, list[tuple[int, Party]]] = field(default_factory=dict)
    speaker: dict[str, Party] = field(default_factory=dict)


def resolve(
    roster: Roster,
    document: Document,
    analysis: Analysis,
    said: Sequence[Attribution],
    *,
    names: frozenset[str],
) -> None:
    """Add the span of each source to the party that speaks; descriptions of nobody known become parties."""
    scene = Scene(
        roster,
        document,
        analysis.sentences,
        {each.id: each for each in said},
        [each.outer for each in analysis.quotations],
    )
    ordered = sorted(said, key=_position)
    phrases = {
        each.id: parse(document.slice(each.source[0]), roster.tables, names=names) for each in said if each.source
    }
    for at, attribution in enumerate(ordered):
        if not attribution.source:
            continue
        party = _party(scene, attribution, phrases, ordered[at + 1 :])
        if party is None:
            continue
        span = attribution.source[0]
        if (span.start, span.end) not in party.spans:
            party.spans.append((span.start, span.end))
        scene.speaker[attribution.id] = party
        _introduced(scene, party, phrases[attribution.id], span.start)
        if not _inside_speech(scene, attribution):
            scene.turns.append((span.start, party))
        elif attribution.parent:
            scene.inside.setdefault(attribution.parent, []).append((span.start, party))


def _introduced(scene: Scene, party: Party, phrase: Phrase, at: int) -> None:
    """Give a bare new name the role of the unnamed spokesman just before (`A spokesman denied it. … Ann Li said`)."""
    if not scene.turns or party.roles or phrase.roles or len(phrase.name.split()) < 2 or party.last_before(at) >= 0:
        return
    start, before = scene.turns[-1]
    speaks = any(role.head in vocabulary.SPOKES for role in before.roles)
    if before.unnamed and speaks and not before.plural and at - start < REACH // 3:
        party.roles += before.roles


def _position(attribution: Attribution) -> tuple[int, int, str]:
    spans = attribution.source or attribution.cue or attribution.content
    return (spans[0].start, -sum(map(len, attribution.content)), attribution.id) if spans else (0, 0, attribution.id)


def _inside_speech(scene: Scene, attribution: Attribution) -> bool:
    """Tell whether somebody other than a carrier says it, so that the next `he` is rather the outer speaker."""
    parent = attribution.parent
    for _ in range(10):
        if parent is None or parent not in scene.by_id:
            return False
        party = scene.speaker.get(parent)
        if scene.by_id[parent].source and not (party and party.is_medium):
            return True
        parent = scene.by_id[parent].parent
    return False


def _party(
    scene: Scene, attribution: Attribution, phrases: Mapping[str, Phrase], later: Sequence[Attribution]
) -> Party | None:
    phrase = phrases[attribution.id]
    at = attribution.source[0].start
    low = scene.document.slice(attribution.source[0]).strip(" ,").lower()
    if points_back(scene.document.slice(attribution.source[0])):
        if low in vocabulary.FIRST_PERSON:
            return _first_person(scene, attribution)
        found = pronoun(scene, low, at, attribution)
        phrase = _subject(scene, attribution) if found is None and low == "they" else Phrase(text=low)
        if not phrase.noun:
            return found
    if phrase.name:
        kind = phrase.kind if phrase.kind != "other" else "other"
        return scene.roster.find(phrase.name, at, kind) or scene.roster.add(phrase, at)
    lookup = lambda pointing: pronoun(scene, pointing, at, attribution)
    return described(phrase, Describing(scene.roster, scene.document, attribution, lookup, phrases, later))


def _subject(scene: Scene, attribution: Attribution) -> Phrase:
    """Return the people whom the words before `…, they told the Gazette` begin with (`Four families in the valley`)."""
    said = attribution.content[0] if attribution.content else None
    before = said is not None and said.end <= attribution.source[0].start
    tokens = scene.document.slice(said).split()[:_SUBJECT] if said and before else []
    last = next((at for at, token in enumerate(tokens) if token.lower() in vocabulary.PERSONS), -1)
    return parse(" ".join(tokens[: last + 1]), scene.roster.tables)


_SUBJECT = 6
"""Words in which the noun of a subject comes."""


def _first_person(scene: Scene, attribution: Attribution) -> Party | None:
    """Return who says `I` or `we`: the speaker of the quotation around it, else the outlet."""
    start = attribution.source[0].start
    if attribution.parent in scene.speaker:
        return scene.speaker[attribution.parent or ""]
    for each in sorted(scene.by_id.values(), key=_position):
        if each.id != attribution.id and each.id in scene.speaker and _covers(each, start):
            return scene.speaker[each.id]
    quoted = any(outer[0] <= start < outer[1] for outer in scene.quoted)
    return max(scene.turns, key=lambda turn: turn[0])[1] if quoted and scene.turns else None


def _covers(attribution: Attribution, at: int) -> bool:
    return any(part.start <= at < part.end for part in attribution.content)


def pronoun(scene: Scene, low: str, at: int, attribution: Attribution) -> Party | None:
    """Return the party that a pronoun at offset `at` stands for, None where nobody fits within reach."""
    wanted = vocabulary.POSSESSIVES.get(low, low)
    if wanted in {"who", "whom", "which", "that"}:
        return scene.roster.before(at, lambda party: party.last_before(at) > at - 120)
    outer = scene.speaker.get(attribution.parent or "")
    if outer and not outer.is_medium and fits(outer, wanted):
        return outer
    carriers = _carriers(scene, attribution)
    turns = [*scene.turns, *scene.inside.get(attribution.parent or "", ())]
    candidates = [(start, party) for start, party in turns if start < at and party not in carriers]
    candidates += _subjects(scene, at)
    others = _others(scene, wanted, at, outer or _named_outer(scene, attribution))
    candidates = [(start, party) for start, party in candidates if party not in others]
    near = [(start, party) for start, party in candidates if start > at - REACH and fits(party, wanted)]
    found = max(near, key=lambda pair: pair[0])[1] if near else _named_near(scene, wanted, at)
    if found in others:
        return None
    if found and wanted in {"he", "she"} and found.kind != "organisation":
        found.gender = "male" if wanted == "he" else "female"
    return found


def _others(scene: Scene, wanted: str, at: int, outer: Party | None) -> list[Party]:
    """Return who is not meant by `they` inside somebody's own quoted words: the body that he speaks for."""
    quoted = any(start <= at < end for start, end in scene.quoted)
    name = body_of(outer, scene.roster) if outer and quoted and wanted == "they" else None
    return [party for party in scene.roster.parties if name and best_name(party) == name]


def _named_outer(scene: Scene, attribution: Attribution) -> Party | None:
    """Return who says the words around this attribution, where he is named only behind them."""
    outer = scene.by_id.get(attribution.parent or "")
    phrase = parse(scene.document.slice(outer.source[0]), scene.roster.tables) if outer and outer.source else None
    return scene.roster.find(phrase.name, attribution.source[0].start) if phrase and phrase.name else None


def _named_near(scene: Scene, wanted: str, at: int) -> Party | None:
    found = scene.roster.before(at, lambda party: _sure(party, wanted) and fits(party, wanted))
    return found if found and found.last_before(at) > at - REACH // 2 else None


def _sure(party: Party, wanted: str) -> bool:
    """Tell whether a party that has not spoken is of the right kind beyond doubt."""
    if wanted == "it":
        return party.is_body
    return party.plural if wanted == "they" else party.kind == "person"


def _carriers(scene: Scene, attribution: Attribution) -> list[Party]:
    found: list[Party] = []
    parent = attribution.parent
    for _ in range(10):
        if parent is None or parent not in scene.by_id:
            break
        found += [scene.speaker[parent]] if parent in scene.speaker else []
        parent = scene.by_id[parent].parent
    return found


def _subjects(scene: Scene, at: int) -> list[tuple[int, Party]]:
    """Return the parties whose name opens one of the last sentences before `at`."""
    last = bisect.bisect_left(scene.sentences, (at, at))
    found = []
    for start, end in scene.sentences[max(0, last - 4) : last]:
        opening = [
            (span[0], party)
            for party in scene.roster.parties
            for span in party.spans
            if start <= span[0] < min(end, at) and span[0] - start <= OPENING
        ]
        found += sorted(opening, key=lambda pair: pair[0])[:1]
    return found


OPENING = 16
"""Characters between a sentence's start and a name that is its subject: room for an article and a form of address."""


def fits(party: Party, wanted: str) -> bool:
    """Tell whether a pronoun (in its subject form) can stand for the party; `he` never for a body."""
    if wanted == "it":
        return party.is_body
    if wanted == "they":
        return party.plural or party.is_body
    gender = {"he": "male", "him": "male", "she": "female", "hers": "female"}.get(wanted)
    if gender is None:
        return False
    paper = party.kind == "other" and bool({*words(party.name)[-1:]} & vocabulary.PAPERS)
    human = party.kind == "person" or (party.kind == "other" and not paper and (party.unnamed or bool(party.spoken)))
    return human and not party.plural and party.gender in {"", gender}
