"""Joins the groups that a week's window parted: the same event days later, its correction, its sequel at court.

Groups are gone through twice, as the first sequel may be what brings the second one near.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from secondsource.group.backrefs import (
    Days,
    days_named,
    differ,
    looks_back,
    looks_back_to_month,
    months_named,
    numbered,
)
from secondsource.group.clusters import Moment
from secondsource.group.linkage import Pairs, average_link
from secondsource.group.merging import Ties, one_event
from secondsource.group.vectors import Vectors
from secondsource.records import Document

LEAST = 0.15
"""Average likeness below which two groups are not looked at. Source: measured on 2,936 reports of look-alike events:
below it 3 % of the pairs of groups are one event."""
UNKNOWN = -4.0
"""What speaks for one event in pairs of groups that are not looked at, as the logarithm of the odds."""
NEVER = -1e6
CORRECTS, CORRECTION_DAYS = 0.2, 30
"""A correction is on one article: likeness to the most alike is enough."""
UNDATED_DAYS = 30
"""Days that are taken to lie between groups without a day: a term that is rare and a likeness have to speak alone."""
ENOUGH = 100
"""Documents that it takes to tell a term that few hold."""
FEW = 40
"""Documents that may hold a term for it to be the name of one affair."""

_CORRECTION = re.compile(r"\W*(?:corrections?|clarifications?|editor['’]s note)\b", re.IGNORECASE)


_Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""The members of two groups."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A document that is compared with others, and when it was written."""

    document: Document
    moment: Moment


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document has that few others have, and what it says of earlier ones; see `Group`."""

    names: Mapping[str, frozenset[str]]
    terms: Sequence[int]
    corrects: bool
    days: tuple[int, ...]
    months: frozenset[dt.date]


@dataclass(frozen=True, slots=True)
class Group:
    """Documents (indices) of one event so far.

    Attributes:
        members: in order of time.
        spans: the days from the first to the last, none where no day is known.
        names: the numbered names that they are on.
        terms: for each term that few documents hold, how many of these do.
        corrects: whether they only correct another report.
        days: the earlier days that they name.
        months: the earlier months that they name.
    """

    members: tuple[int, ...]
    spans: list[Days]
    names: Mapping[str, frozenset[str]]
    terms: Mapping[int, int]
    corrects: bool
    days: frozenset[int]
    months: frozenset[dt.date]


_NO_GROUPS: Mapping[tuple[int, ...], Group] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is compared.

    Attributes:
        voices: the documents, in order of time.
        pairs: those at all alike, with the likeness of their words.
        facts: what is read out of each document.
        held: for each term that few documents hold, how many of them do.
    """

    voices: Sequence[Voice]
    pairs: Pairs
    facts: Sequence[Facts]
    held: Mapping[int, int]


def corpus(voices: Sequence[Voice], vectors: Vectors, pairs: Pairs) -> Corpus:
    """Return what `joined` goes by.

    Args:
        voices: all documents that are compared, in order of time.
        vectors: their words.
        pairs: those at all alike, with the likeness of their words.
    """
    held = np.bincount(vectors.terms, minlength=vectors.vocabulary)
    few = np.flatnonzero((held > 1) & (held <= FEW))
    wanted = np.zeros(vectors.vocabulary, dtype=np.bool_)
    wanted[few] = True
    rows = [vectors.row(index)[0] for index in range(len(vectors))]
    facts = [_facts(voice, terms[wanted[terms]].tolist()) for voice, terms in zip(voices, rows, strict=True)]
    return Corpus(voices, pairs, facts, dict(zip(few.tolist(), held[few].tolist(), strict=True)))


def _facts(voice: Voice, terms: list[int]) -> Facts:
    day = None if voice.moment.day is None else dt.date.fromordinal(voice.moment.day)
    return Facts(
        names=numbered(voice.document),
        terms=terms,
        corrects=_corrects(voice.document),
        days=days_named(voice.document, day) if day else (),
        months=months_named(voice.document, day) if day else frozenset(),
    )


def joined(labels: Sequence[int], corpus: Corpus) -> list[int]:
    """Return the label of each document after joining groups, 0, 1, 2 … by first document.

    Args:
        labels: group number of each document, 0, 1, 2 … by first document.
        corpus: the documents.
    """
    known: dict[_Pair, float] = {}
    groups = grouped(labels, corpus)
    again = _joined(labels, groups, corpus, known)
    kept = {group.members: group for group in groups}
    return _joined(again, grouped(again, corpus, kept), corpus, known)


def _joined(labels: Sequence[int], groups: Sequence[Group], corpus: Corpus, known: dict[_Pair, float]) -> list[int]:
    """Return the labels after one pass; `known` keeps what pairs are worth, as most groups stay as they are."""
    left, right, worth = [], [], []
    for place, other, likeness in _near(groups, corpus):
        first, second = groups[place], groups[other]
        key = (first.members, second.members)
        if key not in known:
            known[key] = _worth(_ties(first, second, likeness, corpus), first, second)
        left.append(place)
        right.append(other)
        worth.append(known[key] - UNKNOWN)
    pairs = Pairs(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64), np.array(worth, dtype=np.float64))
    homes = average_link(len(groups), pairs, -UNKNOWN)
    return [homes[label] for label in labels]


def grouped(labels: Sequence[int], corpus: Corpus, known: Mapping[tuple[int, ...], Group] = _NO_GROUPS) -> list[Group]:
    """Return the groups in order of their labels (0, 1, 2 …); `known` are some of them by their members."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        members[label].append(index)
    each = [tuple(members[label]) for label in sorted(members)]
    return [known.get(one) or _group(one, corpus) for one in each]


def _group(members: tuple[int, ...], corpus: Corpus) -> Group:
    known = [day for index in members if (day := corpus.voices[index].moment.day) is not None]
    facts = [corpus.facts[index] for index in members]
    names: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for fact in facts:
        for name, numbers in fact.names.items():
            names[name] |= numbers
    return Group(
        members=members,
        spans=[(min(known), max(known))] if known else [],
        names=dict(names),
        terms=Counter(term for fact in facts for term in fact.terms),
        corrects=all(fact.corrects for fact in facts),
        days=frozenset(day for fact in facts for day in fact.days),
        months=frozenset[dt.date]().union(*(fact.months for fact in facts)),
    )


def _corrects(document: Document) -> bool:
    spans = document.spans("headline", "body")[:1]
    return any(_CORRECTION.match(document.text, span.start, span.end) for span in spans)


def ties_of(groups: Sequence[Group], corpus: Corpus) -> Iterator[tuple[int, int, Ties]]:
    """Yield the pairs of groups (by index) that are alike enough to be looked at, with what ties them."""
    for left, right, likeness in _near(groups, corpus):
        yield left, right, _ties(groups[left], groups[right], likeness, corpus)


def _near(groups: Sequence[Group], corpus: Corpus) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Yield the pairs of groups that are alike enough, with the average and the highest likeness."""
    owner = np.zeros(len(corpus.voices), dtype=np.int64)
    for place, group in enumerate(groups):
        owner[list(group.members)] = place
    ours, theirs = owner[corpus.pairs.left], owner[corpus.pairs.right]
    keys = np.minimum(ours, theirs) * len(groups) + np.maximum(ours, theirs)
    apart = ours != theirs
    found, where = np.unique(keys[apart], return_inverse=True)
    sums = np.bincount(where, corpus.pairs.worth[apart], minlength=len(found))
    most = np.zeros(len(found))
    np.maximum.at(most, where, corpus.pairs.worth[apart])
    sizes = np.array([len(group.members) for group in groups], dtype=np.int64)
    left, right = found // max(1, len(groups)), found % max(1, len(groups))
    means = sums / (sizes[left] * sizes[right])
    for place in np.flatnonzero((means >= LEAST) | (most >= CORRECTS)).tolist():
        first, second = groups[left[place]], groups[right[place]]
        if means[place] >= LEAST or first.corrects or second.corrects:
            yield int(left[place]), int(right[place]), (float(means[place]), float(most[place]))


def _ties(first: Group, second: Group, likeness: tuple[float, float], corpus: Corpus) -> Ties:
    moments = [[corpus.voices[index].moment for index in group.members] for group in (first, second)]
    return Ties(
        mean=likeness[0],
        most=likeness[1],
        gap=_gap(*moments),
        terms=_own_terms(first, second, corpus),
        day=looks_back(first.days, second.spans) or looks_back(second.days, first.spans),
        month=looks_back_to_month(second.months, first.spans),
        pairs=len(first.members) * len(second.members),
    )


def _gap(ours: Sequence[Moment], theirs: Sequence[Moment]) -> float:
    """Return the fewest days between two groups; where none are known, so many that they speak for nothing."""
    return min(
        (one.gap(other) for one in ours for other in theirs if not (one.timeless or other.timeless)),
        default=UNDATED_DAYS,
    )


def _own_terms(first: Group, second: Group, corpus: Corpus) -> float:
    """Return how many terms both groups hold and few documents beside theirs; a small pile cannot tell."""
    few = len(first.members) + len(second.members)
    shared = first.terms.keys() & second.terms.keys()
    own = sum(corpus.held[term] - first.terms[term] - second.terms[term] <= few for term in shared)
    return own * min(1.0, len(corpus.voices) / ENOUGH)


def _worth(ties: Ties, first: Group, second: Group) -> float:
    """Return what speaks for one event: nothing against two numbers, and a correction needs little."""
    if differ(first.names, second.names):
        return NEVER
    if (first.corrects or second.corrects) and ties.gap <= CORRECTION_DAYS and ties.most >= CORRECTS:
        return ties.most
    return one_event(ties) if ties.mean >= LEAST else UNKNOWN
