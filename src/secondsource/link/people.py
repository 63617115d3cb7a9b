"""Ties the names, descriptions and pronouns of one document to people and bodies."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from secondsource.lexicon.tables import Lexicon
from secondsource.link.cast import Cast, Member
from secondsource.link.phrases import (
    BODY_HEADS,
    PERSONS,
    RELATIVES,
    SELVES,
    SPEAKING_FOR,
    Phrase,
    is_name,
    parties,
    phrase,
    split_title,
)
from secondsource.records import Analysis, Attribution, Document, Entity, Mention, MentionKind, Span, identity
from secondsource.text.names import without_article

_BEFORE = re.compile(r"(?:^|[\s“\"(])((?:[\w’'.-]+\s+){1,6})$")
_AFTER = re.compile(r"^,\s+((?:a|an|the|its|his|her|their|who|[a-z][\w-]*)\s[^,.;:“”]{2,80})")
_ACRONYM_AFTER = re.compile(r"^\s+\(([A-Z][A-Z&-]{1,7})\)")
_GENDERS = {
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "king": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "queen": "f",
}


def people(
    document: Document, analysis: Analysis, attributions: Sequence[Attribution], lexicon: Lexicon
) -> list[Entity]:
    """Return who the document names and who speaks in it, in order of first appearance.

    Each source of an attribution is a mention of its entity, so that `chains` finds it by its span.  A source that
    nothing can be said about (a pronoun without antecedent) belongs to no entity.
    """
    cast = Cast(_states(lexicon), _peoples(lexicon))
    _introduce(cast, document, analysis, lexicon)
    _hear(cast, document, attributions, lexicon)
    return [_entity(document, cast, member) for member in cast.members if member.mentions]


@functools.lru_cache(maxsize=4)
def _states(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the lower-case names of states, their capitals and seats, with the state that each stands for."""
    names: dict[str, str] = {}
    for state in lexicon.states:
        for name in (state.name, state.capital, *state.aliases, *state.metonyms):
            if name:
                names.setdefault(without_article(name).lower(), state.name)
    return names


@functools.lru_cache(maxsize=4)
def _peoples(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the lower-case names of peoples with the state of each (`varnian leader` speaks for the state)."""
    return {people.lower(): state.name for state in lexicon.states for people in state.demonyms}


def _entity(document: Document, cast: Cast, member: Member) -> Entity:
    mentions = tuple(sorted(set(member.mentions)))
    return Entity(
        id=identity("n", document.id, member.name, mentions[0].start),
        doc_id=document.id,
        name=member.name,
        kind=member.kind,
        mentions=mentions,
        body=cast.body_of(member),
    )


def _introduce(cast: Cast, document: Document, analysis: Analysis, lexicon: Lexicon) -> None:
    """Bring on stage all that the text names, full names before short ones."""
    full = [mention for mention in analysis.mentions if _is_full(document, mention)]
    rest = [mention for mention in analysis.mentions if not _is_full(document, mention)]
    for mention in (*full, *rest):
        start, end = mention.span
        span, text = Span(document.id, start, end), document.text[start:end]
        roles, gender = _surroundings(document.text, mention, _opens(analysis, start), lexicon)
        if mention.kind == "person":
            title, text = split_title(text, lexicon)
            roles = [*roles, title] if title else roles
        member = cast.name(text, mention.kind, span, roles if mention.kind == "person" else ())
        member.gender = member.gender or gender
        if found := _ACRONYM_AFTER.match(document.text[end : end + 12]):
            cast.alias(found[1], member)


def _is_full(document: Document, mention: Mention) -> bool:
    return " " in document.text[mention.span[0] : mention.span[1]]


def _opens(analysis: Analysis, offset: int) -> int:
    """Return where the sentence at an offset begins."""
    at = bisect.bisect_right(analysis.sentences, (offset, 1 << 40)) - 1
    return analysis.sentences[at][0] if at >= 0 else 0


def _surroundings(text: str, mention: Mention, opens: int, lexicon: Lexicon) -> tuple[list[str], str]:
    """Return the roles that stand before and behind a name in its sentence, and the gender that a title tells."""
    start, end = mention.span
    roles, gender = [], ""
    if found := _BEFORE.search(text[max(opens, start - 60) : start]):
        title, _ = split_title(found[1] + "X", lexicon)
        if title:
            gender = _GENDERS.get(title.split()[-1].lower(), "")
            roles += [] if gender else [title]
    if found := _AFTER.match(text[end : end + 120]):
        roles.append(found[1])
    return roles, gender


def _hear(cast: Cast, document: Document, attributions: Sequence[Attribution], lexicon: Lexicon) -> None:
    """Let the sources speak in order of the text, so that a pronoun finds who spoke last."""
    spoken: list[Member] = []
    by_id: dict[str, Member] = {}
    parents = {each.id: each for each in attributions}
    for attribution in sorted(attributions, key=lambda each: (_turn(each), _depth(each, parents))):
        member = _speaker(cast, document, attribution, _Scene(spoken, by_id, lexicon))
        if member is not None:
            by_id[attribution.id] = member
            spoken.insert(0 if attribution.parent is None else len(spoken), member)


class _Scene:
    """Who has spoken so far, the last first, and who speaks in each attribution."""

    def __init__(self, spoken: list[Member], by_id: Mapping[str, Member], lexicon: Lexicon) -> None:
        self.spoken = spoken
        self.by_id = by_id
        self.lexicon = lexicon


def _turn(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _depth(attribution: Attribution, by_id: Mapping[str, Attribution]) -> int:
    depth = 0
    while attribution.parent in by_id and depth < 10:
        attribution, depth = by_id[attribution.parent or ""], depth + 1
    return depth


def _speaker(cast: Cast, document: Document, attribution: Attribution, scene: _Scene) -> Member | None:
    if not attribution.source:
        return None
    span = attribution.source[0]
    text = document.slice(span)
    if together := parties(text):
        return cast.several(without_article(text), together[0], span)
    found = phrase(text, scene.lexicon)
    if found.kind == "pronoun":
        member = _pronoun(cast, found.head, attribution, scene)
        if member is not None:
            member.mentions.append(span)
            member.gender = member.gender or {"she": "f", "her": "f", "he": "m", "his": "m"}.get(found.head, "")
        return member
    if found.kind == "name":
        return _named(cast, found, span, _owner(cast, found, span, scene))
    if not found.head:
        return None
    definite = not re.match(r"(?:a|an|one|another|some|several|many|most|other)\s", text, re.IGNORECASE)
    return cast.description(found.head, span, definite=definite)


def _pronoun(cast: Cast, head: str, attribution: Attribution, scene: _Scene) -> Member | None:
    start = attribution.source[0].start
    outer = scene.by_id.get(attribution.parent or "")
    if head in SELVES:
        return outer
    if head in RELATIVES:
        return cast.latest("who", start, ()) if head in {"who", "whose"} else None
    if outer is not None and outer.fits(head):
        return outer
    return cast.latest(head, start, scene.spoken)


def _owner(cast: Cast, found: Phrase, span: Span, scene: _Scene) -> str:
    """Return whom a possessive in a role means (`Its head, …` after `The mission had counted …`)."""
    for role in found.roles:
        if owned := re.match(r"(?:its|their)\s+(\w+)$", role, re.IGNORECASE):
            owner = cast.latest("its", span.start, scene.spoken)
            return f"{owned[1]} of {owner.name}" if owner else ""
    return ""


def _named(cast: Cast, found: Phrase, span: Span, owner: str) -> Member:
    roles = [role for role in (owner, found.title, *found.roles) if role]
    kind: MentionKind = "person" if _is_person(found) else _kind_of(found.head)
    member = cast.name(found.head, kind, span, roles)
    if member.kind == "other" and kind == "person":
        member.kind = "person"
    if found.title:
        member.gender = member.gender or _GENDERS.get(found.title.split()[-1].lower(), "")
    return member


def _is_person(found: Phrase) -> bool:
    return bool(found.title) or any(SPEAKING_FOR.search(role) for role in found.roles)


def _kind_of(name: str) -> MentionKind:
    last = name.rsplit(maxsplit=1)[-1].lower()
    if last in BODY_HEADS or name.isupper():
        return "organisation"
    return "other"


def named_speaker(text: str) -> bool:
    """Tell whether a source names its speaker (and does not describe or point back)."""
    return is_name(without_article(text)) and text.lower() not in PERSONS


def mentioned(entities: Iterable[Entity]) -> dict[Span, Entity]:
    """Return the entity of each mention."""
    return {span: entity for entity in entities for span in entity.mentions}
