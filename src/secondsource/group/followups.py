"""Joins the groups that a week's window parted: the same event days later, its correction, its sequel at court.

How alike two groups must be depends on what else speaks for one event: that they are days apart, or that the later one
names a day of the earlier one.  Groups are compared by the average over their members, as documents are.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from secondsource.group.backrefs import Days, differ, looks_back, looks_back_to_month, numbered
from secondsource.group.clusters import Moment, Postings
from secondsource.group.vectors import FAR_WORDS, Floats, Lead, Positions, strongest, vectors
from secondsource.records import Document

LOOKS_BACK = 0.22
"""Average likeness that is enough where the later group names a day of the earlier one."""
LOOKS_BACK_FAR = 0.3
"""Average likeness that is enough where the later group names the month in which the earlier one began."""
ALIKE = ((3, 0.25, 0), (30, 0.35, 1), (math.inf, 0.4, 4))
"""Days between two groups, the average likeness that is enough without a day named, and the terms that they must share
and that stand in hardly any other report (the names of those concerned).

Source: measured on 2,936 reports of look-alike events: at these floors 85 to 95 % of the pairs are one event, and 15 to
25 % of those without such a term.
"""
UNLIKE = 0.08
"""Likeness below which two documents have nothing in common but common words."""
CORRECTS, CORRECTION_DAYS = 0.2, 30
"""A correction is on one article: likeness to the most alike is enough."""

_CORRECTION = re.compile(r"\W*(?:corrections?|clarifications?|editor['’]s note)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """A document that is compared with others: when it was written, and the words it begins with."""

    document: Document
    moment: Moment
    lead: Lead


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is compared, and for each document (by index) those that are like it, with their likeness."""

    voices: Sequence[Voice]
    postings: Postings
    near: Sequence[tuple[Positions, Floats]]


@dataclass(slots=True)
class Group:
    """Documents (indices) of one event so far, with the days that they span and the numbered names that they are on."""

    members: list[int] = field(default_factory=list)
    spans: list[Days] = field(default_factory=list)
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    def absorb(self, other: Group) -> None:
        """Take in the members of another group."""
        self.members += other.members
        self.spans = self.spans or other.spans
        for name, numbers in other.names.items():
            self.names[name] = self.names.get(name, frozenset()) | numbers


def joined(voices: Sequence[Voice], labels: Sequence[int]) -> list[int]:
    """Return the label of each document after joining groups; the earlier group's label stays.

    Groups are gone through twice, as the first sequel may be what brings the second one near.

    Args:
        voices: all documents that are compared, in order of time.
        labels: group number of each, 0, 1, 2 … by first document.
    """
    postings = Postings(strongest(vectors([voice.lead for voice in voices], FAR_WORDS)))
    corpus = Corpus(voices, postings, [_near(postings, index, len(voices)) for index in range(len(voices))])
    return _swept(_swept(labels, corpus), corpus)


def _near(postings: Postings, index: int, count: int) -> tuple[Positions, Floats]:
    """Return the documents that are at all like document `index`, and how much."""
    likeness = postings.likeness(index, 0, count)
    found = np.flatnonzero(likeness >= UNLIKE)
    return found, likeness[found]


def _swept(labels: Sequence[int], corpus: Corpus) -> list[int]:
    """Return the labels after each group has found the earlier group that it goes on with, corrections last."""
    waiting: defaultdict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        waiting[label].append(index)
    coming = {label: _group(members, corpus) for label, members in waiting.items()}
    corrections = {label for label, group in coming.items() if _corrects(group, corpus)}
    nowhere = max(waiting, default=0) + 1
    placed = np.full(len(labels), nowhere, dtype=np.int64)
    homes = placed.copy()
    groups: dict[int, Group] = {}
    for label in sorted(waiting, key=lambda label: (label in corrections, label)):
        found = _home(coming[label], groups, placed, corpus)
        home = label if found is None else found
        homes[waiting[label]] = home
        placed[waiting[label]] = nowhere if label in corrections else home
        groups.setdefault(home, Group()).absorb(coming[label])
    return [int(label) for label in homes]


def _group(members: list[int], corpus: Corpus) -> Group:
    days = [day for index in members if (day := corpus.voices[index].moment.day) is not None]
    group = Group(members, [(min(days), max(days))] if days else [])
    for index in members:
        group.absorb(Group(names=dict(numbered(corpus.voices[index].document))))
    return group


def _home(coming: Group, groups: Mapping[int, Group], placed: Positions, corpus: Corpus) -> int | None:
    """Return the label of the group that `coming` goes on with, None for a new event."""
    if not groups:
        return None
    means, most = _likeness(coming, placed, corpus)
    reach = np.flatnonzero((means >= LOOKS_BACK) | (most >= CORRECTS))
    fitting = [
        (float(means[label]), -label)
        for label in map(int, reach)
        if label in groups and _goes_on(coming, groups[label], (means[label], most[label]), corpus)
    ]
    return -max(fitting)[1] if fitting else None


def _likeness(coming: Group, placed: Positions, corpus: Corpus) -> tuple[Floats, Floats]:
    """Return the average and the highest likeness of a group to each label's documents, shape (labels,)."""
    counts = np.bincount(placed)
    sums, most = np.zeros(len(counts)), np.zeros(len(counts))
    for index in coming.members:
        found, likeness = corpus.near[index]
        sums += np.bincount(placed[found], likeness, minlength=len(counts))
        np.maximum.at(most, placed[found], likeness)
    return sums / np.maximum(1, counts) / len(coming.members), most


def _goes_on(coming: Group, group: Group, likeness: tuple[float, float], corpus: Corpus) -> bool:
    mean, most = likeness
    if differ(coming.names, group.names):
        return False
    gap = min(
        corpus.voices[ours].moment.gap(corpus.voices[theirs].moment)
        for ours in coming.members
        for theirs in group.members
    )
    near = [(floor, terms) for days, floor, terms in ALIKE if gap <= days and mean >= floor]
    if near and _exclusive(coming, group, corpus) >= min(terms for _, terms in near):
        return True
    if gap <= CORRECTION_DAYS and most >= CORRECTS and _corrects(coming, corpus):
        return True
    if mean < LOOKS_BACK:
        return False
    if mean >= LOOKS_BACK_FAR and any(_names_month(index, group, corpus) for index in coming.members):
        return True
    return any(
        _names_day(index, other, corpus)
        for later, other in ((coming, group), (group, coming))
        for index in later.members
    )


def _exclusive(coming: Group, group: Group, corpus: Corpus) -> int:
    """Return how many terms both groups hold and few documents beside theirs."""
    vectors = corpus.postings.vectors
    ours = np.unique(np.concatenate([vectors.row(index)[0] for index in coming.members]))
    inside = np.concatenate([vectors.row(index)[0] for index in (*coming.members, *group.members)])
    theirs = np.unique(np.concatenate([vectors.row(index)[0] for index in group.members]))
    shared = np.intersect1d(ours, theirs)
    held = np.bincount(inside, minlength=vectors.vocabulary)[shared]
    return int((corpus.postings.holders(shared) - held <= len(coming.members) + len(group.members)).sum())


def _corrects(coming: Group, corpus: Corpus) -> bool:
    documents = [corpus.voices[index].document for index in coming.members]
    return all(
        any(_CORRECTION.match(document.text, span.start, span.end) for span in document.spans("headline", "body")[:1])
        for document in documents
    )


def _names_month(index: int, group: Group, corpus: Corpus) -> bool:
    day = corpus.voices[index].moment.day
    document = corpus.voices[index].document
    return day is not None and looks_back_to_month(document, dt.date.fromordinal(day), group.spans)


def _names_day(index: int, group: Group, corpus: Corpus) -> bool:
    day = corpus.voices[index].moment.day
    return day is not None and looks_back(corpus.voices[index].document, dt.date.fromordinal(day), group.spans)
