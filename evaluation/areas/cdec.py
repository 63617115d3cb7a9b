"""Events over documents (ECB+): mentions in, the event of each out; topics are found, not given.

A mention's words are given, its chain is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation.scorers import Row, read, run, write
from secondsource.analyse import annotate
from secondsource.analyse.meaning import vectors
from secondsource.analyse.senses import project, unprojected
from secondsource.lexicon.load import load
from secondsource.reconcile.coreference import EventMention, Report, block, events, mention, sentences, topics
from secondsource.reconcile.coreference.blocks import Views, terms
from secondsource.records import Document, Offsets, Section, Span

_EVENT = re.compile(r"(?:NEG_)?ACTION")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: document, number of the sentence, numbers of the tokens."""

    doc_id: str
    sentence: int
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """What is read of a file: `places`, `mentions` and rows of `views` side by side; `reports` are its documents."""

    places: Sequence[Place]
    mentions: Sequence[EventMention]
    views: Views
    reports: Sequence[Report]


@dataclass(frozen=True, slots=True)
class Text:
    """A document's tokens as running text: extents of its sentences, and of the tokens of each."""

    text: str
    sentences: tuple[Offsets, ...]
    tokens: tuple[tuple[Offsets, ...], ...]


def predict(gold: Path, pred: Path) -> None:
    """Write the event of each mention in a validated sentence."""
    answer(gold, pred, corpus(gold))


def answer(gold: Path, pred: Path, found: Corpus) -> None:
    """Write the event of each mention of a corpus, by documents."""
    whole = block(found.mentions, found.reports, project(found.views))
    labels = events(whole, topics(found.reports))
    rows: dict[str, list[Row]] = {row["doc_id"]: [] for row in read(gold)}
    for place, label in zip(found.places, labels, strict=True):
        rows[place.doc_id].append({"sent": place.sentence, "tokens": list(place.tokens), "chain": str(label)})
    write(pred, [{"doc_id": doc_id, "mentions": mentions} for doc_id, mentions in rows.items()])


def score(gold: Path, pred: Path) -> Row:
    """Return MUC, B3, CEAFe and their mean over the events of validated sentences, singletons included."""
    return run("cdec/score_cdec.py", gold, pred)


def corpus(path: Path, places_of: Callable[[Row], Iterable[Place]] | None = None) -> Corpus:
    """Return the mentions of a file with all that is read of their documents but the fitted projections.

    Args:
        path: the file.
        places_of: where the mentions of a document are; without it, where the file says.
    """
    given = places_of or _places
    places: list[Place] = []
    mentions: list[EventMention] = []
    views: list[Views] = []
    reports: list[Report] = []
    for number, row in enumerate(read(path)):
        text, inside = laid(row), list(given(row))
        named = [(place.sentence, [text.tokens[place.sentence][token] for token in place.tokens]) for place in inside]
        document = sentences(number, text.text, annotate(document_of(row["doc_id"], text.text), load()))
        mentions += [mention(document, sentence, text.sentences[sentence], words) for sentence, words in named]
        views.append(unprojected(text.text, text.sentences, named))
        reports.append(Report(terms(text.text), vectors([text.text])[0]))
        places += inside
    joined = {name: np.concatenate([each[name] for each in views if each]) for name in max(views, key=len)}
    return Corpus(places, mentions, joined, reports)


def _places(row: Row) -> Iterator[Place]:
    for each in row["mentions"]:
        if _EVENT.match(each["type"]) and each["sent"] in row["validated"]:
            yield Place(row["doc_id"], each["sent"], tuple(sorted(each["tokens"])))


def laid(row: Row) -> Text:
    """Return the tokens with a blank between them, each sentence in a line of its own."""
    lines = [" ".join(tokens) for tokens in row["sentences"]]
    starts = np.cumsum([0, *(len(line) + 1 for line in lines)]).tolist()
    extents = tuple((start, start + len(line)) for start, line in zip(starts, lines, strict=False))
    numbered = tuple(tuple(_offsets(tokens, start)) for tokens, start in zip(row["sentences"], starts, strict=False))
    return Text("\n".join(lines), extents, numbered)


def _offsets(tokens: Sequence[str], start: int) -> Iterator[Offsets]:
    for token in tokens:
        yield start, start + len(token)
        start += len(token) + 1


def document_of(doc_id: str, text: str) -> Document:
    """Return a text as a document with nothing but a body."""
    body = Section(Span(doc_id, 0, len(text)), "body", "given")
    return Document(id=doc_id, text=text, sections=(body,), sha256="", path="", format="jsonl", language="en")
