"""Puts speakers, figures and names right as a person has ruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.records import (
    Attribution,
    Entity,
    Figure,
    FigureRuling,
    Link,
    NameRuling,
    Span,
    SpeakerRuling,
)
from secondsource.records.judgements import Judgement, regrouped

MEANT = 0.5
"""Share of both stretches together that must be common to them for one to be what the other was called."""


def overlap(one: Span, other: Span) -> float:
    """Return the share (0 to 1) of two stretches that is common to both; a later version may read a word more.

    >>> overlap(Span("d", 0, 10), Span("d", 5, 10))
    0.5
    """
    if one.doc_id != other.doc_id:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(0, common) / whole if whole else 1.0


def respoken(
    said: Iterable[Attribution], entities: Iterable[Entity], rulings: Sequence[SpeakerRuling]
) -> list[Attribution]:
    """Return the attributions, those whose words a ruling names with the speaker that it gives."""
    found = list(said)
    named = {entity.name: entity for entity in sorted(entities, key=lambda each: each.id, reverse=True)}
    for ruling in rulings:
        likeness = [overlap(spoken_at(each), ruling.span) for each in found]
        best = max(likeness, default=0.0)
        if best >= MEANT:
            found = [
                _spoken_by(each, ruling, named) if alike == best else each
                for each, alike in zip(found, likeness, strict=True)
            ]
    return found


def spoken_at(said: Attribution) -> Span:
    """Return the stretch from the first to the last character of what is said (of the cue where nothing is)."""
    parts = said.content or said.cue or said.source
    if not parts:
        return Span(said.doc_id, 0, 0)
    return Span(said.doc_id, min(part.start for part in parts), max(part.end for part in parts))


def _spoken_by(said: Attribution, ruling: SpeakerRuling, named: Mapping[str, Entity]) -> Attribution:
    way = said.chain[:-1] if said.chain and said.chain[-1].kind == "speaker" else said.chain
    if ruling.speaker is None:
        return replace(said, speaker=None, speaker_id=None, body=None, chain=way)
    known = named.get(ruling.speaker)
    body = ruling.body or (known.body if known and known.body else ruling.speaker)
    chain = (*way, Link(ruling.speaker, "speaker", known.mentions[0] if known else None))
    return replace(said, speaker=ruling.speaker, speaker_id=known.id if known else None, body=body, chain=chain)


def recounted(figures: Iterable[Figure], rulings: Sequence[FigureRuling]) -> list[Figure]:
    """Return the figures, that which a ruling names with the value that it gives, or without it."""
    found = list(figures)
    for ruling in rulings:
        likeness = [overlap(each.span, ruling.span) for each in found]
        best = max(likeness, default=0.0)
        if best >= MEANT:
            at = likeness.index(best)
            found[at : at + 1] = _valued(found[at], ruling)
    return found


def _valued(figure: Figure, ruling: FigureRuling) -> Iterator[Figure]:
    if ruling.value is not None:
        low, high, bound = ruling.value
        yield replace(figure, low=low, high=high, bound=bound, vague=False)


def told_apart(
    entities: Iterable[Entity], said: Iterable[Attribution], rulings: Iterable[NameRuling]
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """Return both with another name where one name means two people, so that namesakes are two."""
    others = {
        (doc_id, ruling.name): _namesake(ruling)
        for ruling in rulings
        if ruling.apart and ruling.name == ruling.other
        for doc_id in ruling.doc_ids[1:]
    }
    if not others:
        return tuple(entities), tuple(said)
    return (
        tuple(replace(each, name=others.get((each.doc_id, each.name), each.name)) for each in entities),
        tuple(_renamed_speaker(each, others) for each in said),
    )


def _namesake(ruling: NameRuling) -> str:
    return f"{ruling.other} ({ruling.doc_ids[-1]})"


def _renamed_speaker(said: Attribution, others: Mapping[tuple[str, str], str]) -> Attribution:
    def other(name: str | None) -> str | None:
        return others.get((said.doc_id, name or ""), name)

    chain = tuple(replace(link, name=other(link.name) or link.name) for link in said.chain)
    return replace(said, speaker=other(said.speaker), body=other(said.body), chain=chain)


def renamed(roots: Mapping[str, str], rulings: Sequence[NameRuling]) -> dict[str, str]:
    """Return the name that stands for each name, as ruled; a party goes by the first name of the pair.

    Args:
        roots: each name of a storyline with that of the party whose word it is.
        rulings: in the order in which they were made.
    """
    if not rulings:
        return dict(roots)
    pairs = [_pair(ruling) for ruling in rulings]
    names = sorted({*roots, *roots.values(), *(name for pair in pairs for name in (pair.one, pair.other))})
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        parties[roots.get(name, name)].append(name)
    found: dict[str, str] = {}
    for group in regrouped(parties.values(), pairs):
        found.update(dict.fromkeys(group, _stands_for(group, roots, pairs)))
    return found


def _pair(ruling: NameRuling) -> Judgement[str]:
    other = _namesake(ruling) if ruling.apart and ruling.name == ruling.other else ruling.other
    return Judgement(ruling.id, ruling.name, other, ruling.apart)


def _stands_for(group: Sequence[str], roots: Mapping[str, str], pairs: Sequence[Judgement[str]]) -> str:
    """Return the name for a group: the root of the first name of the pair that made it one, if it is in the group."""
    first = [each.one for each in reversed(pairs) if not each.apart and {each.one, each.other} <= set(group)]
    for name in (*first, *group):
        if roots.get(name, name) in group:
            return roots.get(name, name)
    return group[0]
