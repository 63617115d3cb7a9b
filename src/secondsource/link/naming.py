"""Gathers everyone whom a document names, with the roles that stand around the name, before sources are resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.link import vocabulary
from secondsource.link.countries import capitalised, has_adjective
from secondsource.link.lookups import Tables
from secondsource.link.phrases import Phrase, parse
from secondsource.link.roster import Role, Roster
from secondsource.records import Analysis, Attribution, Document, MentionKind, Offsets
from secondsource.text.names import words

_PAUSES = ',;:“”"\n()'
_AFTER = re.compile(r",\s+((?:[a-z][\w’'-]*\s)[^,;:“”\"\n—]{2,90}?)(?=[,;—]|\.(?:\s|$)|\s[“”])")
_DESCRIPTION = re.compile(r"(?:^|[.!?”\"\n]\s*)((?:A|An|The|One|Its|His|Her|Their)\s[^,.;:“”\"\n]{3,70}),\s*$")
_OPENING = re.compile(r"(?:The|A|An)\s+([a-z][\w-]+)\b")
_ACRONYM = re.compile(r"\s+\(([A-Z][A-Z&.-]{1,8})\)")
_LINKING = vocabulary.words(
    "coast chief managing deputy prime foreign defense defence vice former senior state police fire security general "
    "assistant acting retired executive national federal local regional intelligence press government presidential "
    "telecommunications hacker mobile"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in the text: where it stands, its parts, and what kind the analysis takes it for."""

    span: Offsets
    phrase: Phrase
    kind: MentionKind
    speaks: bool = False


def roster(document: Document, analysis: Analysis, said: Sequence[Attribution], tables: Tables) -> Roster:
    """Return all named parties of the document; fuller names come first, so that short ones find them."""
    found = Roster(tables)
    names = known_words(document, analysis)
    sources = list(_sources(document, said, tables, names))
    whole = [_name_span(document.text, each) for each in sources if each.phrase.kind == "organisation"]
    namings = [each for each in _mentions(document, analysis, tables) if not _is_part(each.span, whole)] + sources
    for naming in sorted(namings, key=lambda each: (-len(words(each.phrase.name)), each.span)):
        party = found.add(naming.phrase, naming.span[0], kind=naming.kind)
        if party and naming.speaks:
            party.spoken.append(naming.phrase.name)
        if party and naming.span not in party.spans:
            party.spans.append(naming.span)
    capitals = capitalised(document.text)
    for party in found.named():
        place = party.state is None and party.kind in {"other", "place"} and has_adjective(party.name, capitals)
        party.country = place or party.state is not None
        if place:
            party.kind = "place"
    return found


def _name_span(text: str, naming: Naming) -> Offsets:
    start = text.find(naming.phrase.name, *naming.span)
    return start, start + len(naming.phrase.name)


def _is_part(span: Offsets, whole: Sequence[Offsets]) -> bool:
    """Tell whether a mention is only a part of a body's name (`River Wire` in `North and River Wire`)."""
    return any(start <= span[0] and span[1] <= end and span != (start, end) for start, end in whole)


def points_back(text: str) -> bool:
    """Tell whether a source is a pronoun; `WHO` and `US` are not."""
    bare = text.strip(" ,")
    written = bare == "I" or not bare.isupper()
    return written and bare.lower() in vocabulary.PRONOUNS | vocabulary.FIRST_PERSON | set(vocabulary.POSSESSIVES)


def known_words(document: Document, analysis: Analysis) -> frozenset[str]:
    """Return the words of all names that the analysis found."""
    return frozenset(
        word for mention in analysis.mentions for word in document.text[mention.span[0] : mention.span[1]].split()
    )


def _mentions(document: Document, analysis: Analysis, tables: Tables) -> Iterator[Naming]:
    text = document.text
    for mention in analysis.mentions:
        start, end = mention.span
        phrase = parse(text[start:end], tables, names=frozenset(text[start:end].split()))
        if phrase.name and phrase.name.lower() not in vocabulary.BODIES:
            yield Naming((start, end), _with_surroundings(text, phrase, (start, end), tables), mention.kind)


def _sources(
    document: Document, said: Sequence[Attribution], tables: Tables, names: frozenset[str]
) -> Iterator[Naming]:
    for attribution in said:
        for span in attribution.source[:1]:
            phrase = _owned(document.text, span.start, parse(document.slice(span), tables, names=names))
            if phrase.name and not points_back(document.slice(span)):
                yield Naming((span.start, span.end), phrase, phrase.kind, speaks=True)


def _owned(text: str, start: int, phrase: Phrase) -> Phrase:
    """Put what opens the sentence in place of `its` (`The dairy will open again, its manager, Bo Ash, said`)."""
    opening = _OPENING.match(text[:start], _sentence_start(text, start)) if phrase.owner in {"its", "their"} else None
    return replace(phrase, owner=opening[1]) if opening else phrase


def _sentence_start(text: str, at: int) -> int:
    ends = [text.rfind(mark, 0, at) + len(mark) for mark in (". ", "? ", "! ", "” ", "\n") if mark in text[:at]]
    return max(ends, default=0)


def _with_surroundings(text: str, phrase: Phrase, span: Offsets, tables: Tables) -> Phrase:
    """Add the roles that stand directly before a name, and those between commas behind it."""
    start, end = span
    before = _role_before(text, start, tables)
    after = _AFTER.match(text, end)
    behind = parse(after[1], tables) if after else None
    if behind and not _describes(behind):
        behind = None
    if behind is None and (found := _DESCRIPTION.search(text[max(0, start - 90) : start])):
        described = parse(found[1], tables)
        behind = described if _describes(described) else None
    acronym = _ACRONYM.match(text, end)
    roles = [*phrase.roles, *([before.text] if before else []), *([behind.noun] if behind else [])]
    kind = phrase.kind
    if before and before.head in vocabulary.BODIES - vocabulary.PERSONS:
        kind = "organisation"
    elif any(Role(role).head in vocabulary.PERSONS for role in roles):
        kind = "person" if phrase.kind != "organisation" else kind
    return replace(
        phrase,
        kind=kind,
        roles=tuple(roles),
        home=phrase.home or (behind.home if behind else ""),
        owner=phrase.owner or (before.owner if before else "") or (behind.owner if behind else ""),
        alias=acronym[1] if acronym else phrase.alias,
        gender=phrase.gender
        or (tables.gender(before.text.split()) if before else "")
        or (behind.gender if behind else ""),
    )


def _describes(phrase: Phrase) -> bool:
    return not phrase.name and phrase.head in vocabulary.PERSONS | vocabulary.COMPANIES | vocabulary.ASSOCIATIONS


def _role_before(text: str, start: int, tables: Tables) -> Role | None:
    """Return the role before a name (`coast guard commander`, `the captain,`, `Gov.`), if there is one."""
    window = text[max(0, start - 70) : start].rstrip()
    window = window.removesuffix(",")
    tokens = window[max(map(window.rfind, _PAUSES)) + 1 :].split()[-6:]
    last = tokens[-1].lower() if tokens else ""
    titled = tables.is_title(tokens[-1:]) or tables.is_title(tokens[-2:])
    if not (titled or last in vocabulary.PERSONS or last in vocabulary.BODIES):
        return None
    at = len(tokens) - 1
    while at > 0 and _modifies(tokens[at - 1]):
        at -= 1
    owner = ""
    for index, token in enumerate(tokens[at:], start=at):
        if token.endswith(("’s", "'s")):
            owner, at = token[:-2], index + 1
    return Role(" ".join(tokens[at:]), "", owner) if at < len(tokens) else None


def _modifies(token: str) -> bool:
    low = token.lower()
    if low in vocabulary.DETERMINERS | vocabulary.TAILS or token.endswith(","):
        return False
    return low in _LINKING | vocabulary.BODIES | vocabulary.PERSONS or token[:1].isupper()
