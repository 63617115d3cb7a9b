"""Links stories that follow one affair over time: the same principal actors and the same subject.

In order of time each story joins the storyline to which it is most alike on average, if that is enough: a denial in
November meets the admission next April, and affairs that share one minister do not chain into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

import numpy as np

from secondsource.group.backrefs import differ, numbered
from secondsource.group.clusters import Postings
from secondsource.group.vectors import Positions, strongest, vectors
from secondsource.records import Document, Story, Storyline, identity

LIKENESS = 0.25
"""Average likeness (cosine) of a story's documents to a storyline's.

Source: measured on 12,000 articles of seven years: the largest storyline holds 10 stories at .25, 13 at .2.
"""
VOICES = 12
"""Documents by which a long story is compared, spread over its days."""


def storylines(stories: Sequence[Story], documents: Iterable[Document]) -> list[Storyline]:
    """Return the storylines of `stories`, each story in one of them, in order of their first story.

    Args:
        stories: in any order; they are gone through by first day and id.
        documents: those that the stories name, with their texts.
    """
    ordered = sorted(stories, key=lambda story: (story.begin.isoformat() if story.begin else "9999", story.id))
    by_id = {document.id: document for document in documents}
    voices = [(place, by_id[doc_id]) for place, story in enumerate(ordered) for doc_id in _voices(story)]
    lines = _lines(ordered, [document for _, document in voices], np.array([place for place, _ in voices], dtype=int))
    members: defaultdict[int, list[str]] = defaultdict(list)
    for story, line in zip(ordered, lines, strict=True):
        members[line].append(story.id)
    return [Storyline(identity("l", ids[0]), tuple(ids)) for _, ids in sorted(members.items(), key=itemgetter(0))]


def _voices(story: Story) -> list[str]:
    step = max(1, -(-len(story.doc_ids) // VOICES))
    return list(story.doc_ids[::step])


def _lines(stories: Sequence[Story], voices: Sequence[Document], owners: Positions) -> list[int]:
    """Return the line number of each story; `owners` holds the story of each voice, ascending."""
    postings = Postings(strongest(vectors(voices)))
    names = [dict(numbered(document)) for document in voices]
    lines: list[int] = []
    line_of = np.full(len(voices), len(stories), dtype=np.int64)
    bounds = np.searchsorted(owners, np.arange(len(stories) + 1)).tolist()
    for place, (start, end) in enumerate(pairwise(bounds)):
        line = place
        if start and end > start:
            near = np.mean([postings.likeness(index) for index in range(start, end)], axis=0)
            means = np.bincount(line_of[:start], near) / np.maximum(1, np.bincount(line_of[:start]))
            best = int(np.argmax(means))
            rivals = np.flatnonzero(line_of[:start] == best)
            if means[best] >= LIKENESS and not any(
                differ(names[ours], names[theirs]) for ours in range(start, end) for theirs in rivals
            ):
                line = best
        lines.append(line)
        line_of[start:end] = line
        for _ in range(start, end):
            postings.add()
    return lines
