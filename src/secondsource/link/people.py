"""Turns the names, descriptions and pronouns of one document into entities: who is who, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.lexicon.tables import Lexicon
from secondsource.link.bodies import best_name, body_of
from secondsource.link.lookups import tables
from secondsource.link.naming import known_words, roster
from secondsource.link.roster import Party, Roster
from secondsource.link.speaking import resolve
from secondsource.records import Analysis, Attribution, Document, Entity, Span, identity


def people(
    document: Document, analysis: Analysis, attributions: Sequence[Attribution], lexicon: Lexicon
) -> list[Entity]:
    """Return the parties that the document names or quotes, in order of their first mention.

    The span of every source that stands for a known party is one of that party's mentions; a pronoun that may stand
    for several, or an anonymous passive, belongs to none.

    Args:
        document: gives the text and the outlet.
        analysis: its sentences and names.
        attributions: their sources are resolved; `parent` must be set.
        lexicon: states and titles.
    """
    index = tables(lexicon)
    found = roster(document, analysis, attributions, index)
    resolve(found, document, analysis, attributions, names=known_words(document, analysis))
    parties = [party for party in found.parties if party.spans]
    made = [_entity(document, party, found) for party in sorted(parties, key=_order)]
    return list({entity.id: entity for entity in made}.values())


def _order(party: Party) -> tuple[int, int, str]:
    first = min(party.spans)
    return first[0], -first[1], party.name


def _entity(document: Document, party: Party, found: Roster) -> Entity:
    name = best_name(party)
    body = body_of(party, found)
    spans = tuple(Span(document.id, start, end) for start, end in sorted(set(party.spans)))
    return Entity(
        id=identity("n", document.id, name, party.kind, spans[0].start, spans[0].end),
        doc_id=document.id,
        name=name,
        kind=party.kind,
        mentions=spans,
        body=body if body != name else None,
        country=party.state.code if party.state else None,
    )


def mentioned(entities: Iterable[Entity]) -> dict[Span, Entity]:
    """Return the entity of each mention."""
    return {span: entity for entity in entities for span in entity.mentions}
