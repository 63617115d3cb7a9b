"""Events over documents (ECB+) from nothing but the text: the words that name events are found, and then grouped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.areas.cdec import Place, answer, corpus, document_of, laid, score
from evaluation.scorers import Row, read
from secondsource.analyse import annotate
from secondsource.lexicon.load import load
from secondsource.reconcile.coreference.finding import acts, named_events
from secondsource.reconcile.coreference.mentions import Sentences, sentences

__all__ = ["predict", "score"]


def predict(gold: Path, pred: Path) -> None:
    """Write the event of each word that names one, in validated sentences; mentions and chains are not read."""
    documents = {row["doc_id"]: _read(row) for row in read(gold)}
    often = acts(documents.values())
    answer(gold, pred, corpus(gold, lambda row: _places(row, documents[row["doc_id"]], often)))


def _read(row: Row) -> Sentences:
    text = laid(row).text
    return sentences(0, text, annotate(document_of(row["doc_id"], text), load()))


def _places(row: Row, document: Sentences, often: frozenset[str]) -> Iterator[Place]:
    text = laid(row)
    found = {start for start, _ in named_events(document, often)}
    for sentence in row["validated"]:
        for token, (start, end) in enumerate(text.tokens[sentence]):
            if found & set(range(start, end)):
                yield Place(row["doc_id"], sentence, (token,))
