"""Builds the way each statement took: outlet, agency, carriers, speaker."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from secondsource.lexicon.tables import Lexicon
from secondsource.link.people import mentioned
from secondsource.records import Attribution, Document, Entity, Figure, Link, LinkKind, Span
from secondsource.text.names import is_acronym, normalise, same_body

_MEDIA = re.compile(
    r"\b(?:radio|television|tv|news|wire|agency|newspaper|daily|times|post|herald|gazette|tribune|press|media|"
    r"broadcaster|magazine|website|outlet|report|reports|channel)\b",
    re.IGNORECASE,
)
"""Words in names of those who carry what others say."""
_CITING = re.compile(r"cit(?:ing|es|ed)|quoting", re.IGNORECASE)
_DEEPEST = 10
"""More carriers than this stand in no sentence; a longer way is a circle."""


def chains(
    document: Document, attributions: Sequence[Attribution], entities: Sequence[Entity], lexicon: Lexicon
) -> list[Attribution]:
    """Return the attributions with speaker, body and chain, in their order.

    The chain opens with the document's outlet and the agency it credits, where these are known, and goes on with the
    sources of the attributions that hold this one, outermost first.
    """
    cast = _Cast(
        mentioned(entities),
        {each.id: each for each in attributions},
        dict(_citing(document, attributions)),
        _carriers(lexicon),
    )
    opening = tuple(_opening(document))
    return [_linked(attribution, opening, cast) for attribution in attributions]


@dataclasses.dataclass(frozen=True, slots=True)
class _Cast:
    by_span: Mapping[Span, Entity]
    by_id: Mapping[str, Attribution]
    citing: Mapping[str, str]
    carriers: frozenset[str]


def _citing(document: Document, attributions: Sequence[Attribution]) -> Iterator[tuple[str, str]]:
    """Yield each attribution that names a cited source, with the one whose speaker cites it.

    `…, Coast Radio reported, citing the mission`: the mission's words reach the reader through Coast Radio.
    """
    for cited in attributions:
        if not any(_CITING.fullmatch(document.slice(cue)) for cue in cited.cue):
            continue
        for other in attributions:
            shared = any(one.overlaps(two) for one in cited.content for two in other.content)
            if other.id != cited.id and other.source and shared and other.parent == cited.parent:
                yield cited.id, other.id
                break


@functools.lru_cache(maxsize=4)
def _carriers(lexicon: Lexicon) -> frozenset[str]:
    agencies = (name for agency in lexicon.agencies for name in (agency.name, *agency.aliases))
    return frozenset(normalise(name) for name in (*agencies, *(outlet.name for outlet in lexicon.outlets)))


def _opening(document: Document) -> Iterator[Link]:
    if document.outlet:
        yield Link(document.outlet, "outlet")
    if document.agency and not (document.outlet and _same(document.agency, document.outlet)):
        yield Link(document.agency, "agency")


def _same(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return normalise(one) == normalise(two) or same_body(one, two) or is_acronym(short, long)


def _linked(attribution: Attribution, opening: tuple[Link, ...], cast: _Cast) -> Attribution:
    links = list(opening)
    for outer in _outer(attribution, cast):
        if (entity := _entity(outer, cast)) and not _repeats(links, entity.name):
            links.append(Link(entity.name, _kind(entity.name, cast.carriers), outer.source[0]))
    entity = _entity(attribution, cast)
    if entity is None:
        return dataclasses.replace(attribution, chain=tuple(links))
    links = [link for link in links if link.kind == "outlet" or not _same(link.name, entity.name)]
    if not (links and _same(links[-1].name, entity.name)):
        links.append(Link(entity.name, "speaker", attribution.source[0]))
    return dataclasses.replace(
        attribution,
        speaker=entity.name,
        speaker_id=entity.id,
        body=entity.body or entity.name,
        chain=tuple(links),
    )


def _outer(attribution: Attribution, cast: _Cast) -> list[Attribution]:
    """Return the attributions that hold or cite this one, outermost first."""
    found: list[Attribution] = []
    while len(found) < _DEEPEST:
        above = cast.citing.get(attribution.id) or attribution.parent
        if above not in cast.by_id or above in {each.id for each in found}:
            break
        attribution = cast.by_id[above or ""]
        found.insert(0, attribution)
    return found


def _entity(attribution: Attribution, cast: _Cast) -> Entity | None:
    return cast.by_span.get(attribution.source[0]) if attribution.source else None


def _repeats(links: Iterable[Link], name: str) -> bool:
    return any(_same(link.name, name) for link in links)


def _kind(name: str, carriers: frozenset[str]) -> LinkKind:
    return "carrier" if normalise(name) in carriers or _MEDIA.search(name) else "speaker"


def speakers(figures: Iterable[Figure], attributions: Iterable[Attribution]) -> list[Figure]:
    """Return the figures with who gives them: the innermost attribution whose content holds the figure."""
    contents = sorted(attributions, key=lambda each: (sum(map(len, each.content)), -len(each.chain), each.id))
    said = []
    for figure in figures:
        holder = next((each for each in contents if any(figure.span.within(part) for part in each.content)), None)
        if holder is not None:
            said.append(dataclasses.replace(figure, speaker=holder.speaker, attribution=holder.id))
        else:
            said.append(figure)
    return said
