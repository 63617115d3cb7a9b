"""Counts the copies that are found again after every n-th word of an article was changed, by length of the text.

usage: python -m benchmarks.reworded_copies ARTICLES.jsonl[.gz] [--limit N]

The words put in come from all over the articles.  `strangers` counts edges between a copy and any other article.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from evaluation.areas.stories import articles
from secondsource import group
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

STEPS = (4, 5, 6, 8)
LENGTHS = (120, 250, 800)
COPIES = 150
"""Articles that are copied, the first ones of sufficient length."""


def reworded(document: Document, words: Sequence[str], *, step: int, vocabulary: Sequence[str]) -> Document:
    """Return a copy of some words of a document with another word in the place of each `step`-th one."""
    choose = random.Random(step)  # noqa: S311 - words to put in, no secret
    kept = [choose.choice(vocabulary) if place % step == step - 1 else word for place, word in enumerate(words)]
    key, text = f"copy of {document.id}", " ".join(kept)
    body = (Section(Span(key, 0, len(text)), "body", "given"),)
    return dataclasses.replace(document, id=key, text=text, sections=body, path=key, title=None, url=None, outlet=None)


def main() -> None:
    """Print the share found for each step and length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=1_500)
    arguments = parser.parse_args()
    documents, tables = list(islice(articles(arguments.articles), arguments.limit)), load()
    split = {document.id: document.text.split() for document in documents}
    vocabulary = [word for words in split.values() for word in words]
    for step in STEPS:
        for length in LENGTHS:
            chosen = [each for each in documents if len(split[each.id]) > length][:COPIES]
            copied = [reworded(each, split[each.id][:length], step=step, vocabulary=vocabulary) for each in chosen]
            wanted = {frozenset((f"copy of {each.id}", each.id)) for each in chosen}
            found = {frozenset((edge.doc_id, edge.of_id)) for edge in group.copies([*documents, *copied], tables)}
            strangers = sum(any(key.startswith("copy of ") for key in pair) for pair in found - wanted)
            share = len(wanted & found) / max(1, len(wanted))
            print(f"each {step}th word of {length}: {share:.3f} of {len(chosen)} found, {strangers} strangers")


if __name__ == "__main__":
    main()
