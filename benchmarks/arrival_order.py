"""Groups articles in the order in which they arrive, some at a time, and compares the stories with those of one batch.

usage: python -m benchmarks.arrival_order ARTICLES.jsonl[.gz] [--limit N] [--batches N] [--orders N]

For each of several shuffled orders the pile grows by equal parts, and copies and stories are found anew after each, as
`add` does.  Printed are the adjusted Rand index of the last state against the batch, whether the stories have the same
ids, and along the way how alike the articles that are there are grouped to how they will be in the end.  Mark: .97.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from math import comb
from pathlib import Path

from evaluation.areas.stories import articles
from evaluation.areas.stories import meanings as meanings_of
from secondsource import group
from secondsource.lexicon.load import load
from secondsource.records import Document, Meaning, Story

Homes = dict[str, str]
"""The id of its story by the id of each document."""


def rand_index(one: Homes, other: Homes) -> float:
    """Return the adjusted Rand index of two groupings of the documents that both know: 1 where they are the same."""
    shared = sorted(one.keys() & other.keys())
    together = _pairs((one[key], other[key]) for key in shared)
    first, second = _pairs(one[key] for key in shared), _pairs(other[key] for key in shared)
    chance = first * second / max(1, comb(len(shared), 2))
    most = (first + second) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def _pairs(labels: Iterable[object]) -> int:
    return sum(comb(count, 2) for count in Counter(labels).values())


def _stories(documents: Sequence[Document], meanings: dict[str, Meaning]) -> list[Story]:
    copies = group.copies(documents, load())
    return group.stories(documents, copies, [meanings[document.id] for document in documents])


def _homes(stories: Iterable[Story]) -> Homes:
    return {doc_id: story.id for story in stories for doc_id in story.doc_ids}


def main() -> None:
    """Print a line for each order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--batches", type=int, default=5)
    parser.add_argument("--orders", type=int, default=3)
    arguments = parser.parse_args()
    documents = list(islice(articles(arguments.articles), arguments.limit))
    meanings = {meaning.doc_id: meaning for meaning in meanings_of(documents)}
    whole = _homes(_stories(documents, meanings))
    print(f"{len(documents)} articles, {len(set(whole.values()))} stories in one batch")
    for seed in range(arguments.orders):
        random.Random(seed).shuffle(documents)  # noqa: S311 - repeatable, no secret
        steps = [len(documents) * part // arguments.batches for part in range(1, arguments.batches + 1)]
        states = [_homes(_stories(documents[:count], meanings)) for count in steps]
        last = states[-1]
        same = len(set(last.values()) & set(whole.values())) / len(set(whole.values()))
        on_the_way = zip(steps, states, strict=True)
        told = ", ".join(f"{count}: {rand_index(state, whole):.3f}" for count, state in on_the_way)
        print(f"order {seed}: ARI {rand_index(last, whole):.4f}, {same:.1%} of the ids the same; on the way {told}")


if __name__ == "__main__":
    main()
