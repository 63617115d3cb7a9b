"""Fits the weights by which groups of reports are joined to one story, and prints them as a table for the package.

usage: python -m training.stories ARTICLES.jsonl[.gz]=WEIGHT … (labelled stories, and how often each pair counts)

The table is `WEIGHTS` of `secondsource.group.merging`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evaluation.areas.stories import articles, meanings
from evaluation.scorers import read
from secondsource.group import copies
from secondsource.group.followups import grouped, ties_of
from secondsource.group.merging import WEIGHTS, features
from secondsource.group.stories import first_groups
from secondsource.lexicon.load import load

Floats = npt.NDArray[np.float64]
PENALTY = 3.0
"""Ridge on standardised features."""
STEPS = 40


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs of groups: what ties them, the share of their pairs of documents that are one story, and their weight."""

    read: Floats
    same: Floats
    weight: Floats


def sample(path: Path, weight: float) -> Sample:
    """Return the pairs of groups that the window leaves in a file of labelled articles."""
    documents = list(articles(path))
    gold = {row["id"]: row["story"] for row in read(path)}
    corpus, labels = first_groups(documents, copies(documents, load()), meanings(documents))
    groups = grouped(labels, corpus)
    story = np.array([gold[voice.document.id] for voice in corpus.voices])
    rows: list[tuple[float, ...]] = []
    same: list[float] = []
    for left, right, ties in ties_of(groups, corpus):
        ours, theirs = story[list(groups[left].members)], story[list(groups[right].members)]
        rows.append(features(ties))
        same.append(float((ours[:, None] == theirs[None, :]).mean()))
    return Sample(np.array(rows), np.array(same), np.full(len(rows), weight))


def fitted(samples: list[Sample]) -> Floats:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    x = np.concatenate([each.read for each in samples])
    same = np.concatenate([each.same for each in samples])
    weight = np.concatenate([each.weight for each in samples])
    mean, spread = x.mean(axis=0), x.std(axis=0)
    mean[0], spread[spread == 0] = 0.0, 1.0
    z = (x - mean) / spread
    ridge = np.full(z.shape[1], PENALTY)
    ridge[0] = 0.0
    found = np.zeros(z.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-z @ found))
        slope = z.T @ (weight * (odds - same)) + ridge * found
        bend = (z * (weight * odds * (1 - odds))[:, None]).T @ z + np.diag(ridge + 1e-6)
        found -= np.linalg.solve(bend, slope)
    raw: Floats = found / spread
    raw[0] -= float((raw * mean).sum())
    return raw


def table(weights: Floats) -> Iterator[str]:
    """Yield the lines of the table."""
    for (name, _), weight in zip(WEIGHTS, weights, strict=True):
        yield f'    ("{name}", {weight:.4f}),'


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", metavar="ARTICLES=WEIGHT")
    samples = [
        sample(Path(path), float(weight))
        for path, _, weight in (a.partition("=") for a in parser.parse_args().articles)
    ]
    sys.stdout.write("\n".join(table(fitted(samples))) + "\n")


if __name__ == "__main__":
    main()
