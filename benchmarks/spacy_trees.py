"""Measures how many words of a treebank have the right head in trees that the bridge took from a spaCy pipeline.

    python -m benchmarks.spacy_trees en_core_web_sm

The argument is the name or folder of an installed pipeline with a parser.  Words and sentences are those of the
development part of the English Web Treebank; punctuation counts.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator

import spacy
from spacy.tokens import Doc

from evaluation.scorers import data_root
from secondsource.bridges.spacy import to_analysis
from secondsource.records import Document, Section, Span

Row = list[str]


def sentences() -> Iterator[list[Row]]:
    """Yield the sentences of the treebank as rows of CoNLL-U."""
    with gzip.open(data_root() / "syntax" / "ewt.dev.conllu.gz", "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
            words = [row for row in rows if row[0].isdigit()]
            if words:
                yield words


def document(text: str) -> Document:
    """Return a document that is all body."""
    sections = (Section(Span("d", 0, len(text)), "body", "given"),)
    return Document(id="d", text=text, sections=sections, sha256="", path="", format="text", language="en")


def main(pipeline: str) -> None:
    """Print the shares of right heads before the bridge and behind it."""
    nlp = spacy.load(pipeline, exclude=["ner", "lemmatizer"])
    gold = list(sentences())
    docs = [
        Doc(
            nlp.vocab,
            [r[1] for r in rows],
            ["SpaceAfter=No" not in r[9] for r in rows],
            sent_starts=[True] + [False] * (len(rows) - 1),
        )
        for rows in gold
    ]
    words = before = heads = both = 0
    for rows, doc in zip(gold, nlp.pipe(docs), strict=True):
        known = to_analysis(doc, document(doc.text)).syntax
        for row, token, head, relation in zip(rows, doc, known.heads, known.relations, strict=True):
            wanted = int(row[6]) - 1
            words += 1
            before += wanted == (-1 if token.head == token else token.head.i)
            heads += wanted == head
            both += (wanted, row[7]) == (head, relation)
    print(f"{words} words: right head {before / words:.1%} before the bridge, {heads / words:.1%} behind it,")
    print(f"{both / words:.1%} with the right relation as well")


if __name__ == "__main__":
    main(sys.argv[1])
