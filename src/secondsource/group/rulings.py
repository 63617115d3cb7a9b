"""Puts copies and stories right as a person has ruled: no copy, these reports on one event, these on two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.group.stories import in_order, told
from secondsource.records import CopyRuling, Document, Duplicate, Story, StoryRuling
from secondsource.records.judgements import Judgement, regrouped


def uncopied(copies: Iterable[Duplicate], rulings: Iterable[CopyRuling]) -> list[Duplicate]:
    """Return the copy edges without those between documents that took nothing from each other."""
    apart = {frozenset((ruling.doc_id, ruling.other_id)) for ruling in rulings}
    return [edge for edge in copies if frozenset((edge.doc_id, edge.of_id)) not in apart]


def retold(stories: Sequence[Story], documents: Iterable[Document], rulings: Sequence[StoryRuling]) -> list[Story]:
    """Return the stories as ruled, each with the documents that now tell it, in order of their first day and id.

    Args:
        stories: as grouped.
        documents: all that the stories name.
        rulings: in the order in which they were made.
    """
    if not rulings:
        return list(stories)
    by_id = {document.id: document for document in documents}
    known = {story.doc_ids: story for story in stories}
    groups = regrouped([story.doc_ids for story in stories], [each for one in rulings for each in judged(one)])
    return in_order(known.get(group) or told([by_id[doc_id] for doc_id in group]) for group in groups)


def judged(ruling: StoryRuling) -> list[Judgement[str]]:
    """Return what a ruling says of pairs: its documents stay together, and with the story or not with it."""
    first, *rest = ruling.doc_ids
    together = [Judgement(ruling.id, first, each, apart=False) for each in rest]
    return [*together, *(Judgement(ruling.id, ruling.with_id, each, ruling.apart) for each in ruling.doc_ids)]
