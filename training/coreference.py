"""Fits what tells whether two mentions are of one event, and writes it into the package.

usage: python -m training.coreference ECBPLUS.train.jsonl[.gz]

Writes `analyse/weights/senses.npz` and `reconcile/coreference/weights.py`.  What is itself fitted is taken from a fit
on other topics (five folds), so that the later fits see what they will see of new text.  Five minutes on two cores;
the seeds are fixed.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evaluation.areas.cdec import Corpus, corpus
from evaluation.scorers import read
from secondsource.analyse.senses import VIEWS, projected
from secondsource.reconcile.coreference.blocks import Block, block, part
from secondsource.reconcile.coreference.events import groups, topics
from secondsource.reconcile.coreference.features import features
from secondsource.reconcile.coreference.scoring import HOPELESS, neighbours

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Weights = dict[str, float]
Fit = Callable[[Floats, Floats], Floats]

FOLDS, SEED = 5, 0
RIDGE, STEPS = 1e-3, 12
"""Ridge on standardised features, for each pair, and steps of Newton's method."""
EASY_SHARE = 0.2
"""Share of the plainest pairs, three in five of all, that are fitted, each for five."""
_LOG = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[1] / "src" / "secondsource"


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """A corpus with its answers: `chain` and `fold` of each mention, and the mentions of each topic that is found."""

    read: Corpus
    chain: npt.NDArray[np.str_]
    fold: Numbers
    groups: Sequence[Sequence[int]]


def main() -> None:
    """Fit and write."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    path = Path(sys.argv[1])
    fit(marked(path, corpus(path)), ROOT)


def marked(path: Path, found: Corpus) -> Marked:
    """Return a corpus with the chains of its file, and folds that keep its topics whole."""
    rows = {row["doc_id"]: row for row in read(path)}
    chains = {
        (doc_id, each["sent"], tuple(sorted(each["tokens"]))): each["chain"]
        for doc_id, row in rows.items()
        for each in row["mentions"]
    }
    topic = [rows[place.doc_id]["topic"] for place in found.places]
    order = np.random.default_rng(SEED).permutation(sorted(set(topic))).tolist()
    return Marked(
        found,
        np.array([chains[place.doc_id, place.sentence, place.tokens] for place in found.places]),
        np.array([order.index(each) % FOLDS for each in topic]),
        groups(block(found.mentions, found.reports, {}), topics(found.reports)),
    )


def fit(given: Marked, root: Path) -> tuple[Sequence[Block], Sequence[Floats]]:
    """Fit on a corpus and write below `root`; return the topics, and what fits on other folds say of their pairs."""
    matrices, views = _projections(given)
    whole = block(given.read.mentions, given.read.reports, {**given.read.views, **views})
    blocks = [part(whole, members) for members in given.groups]
    alone = [features(each) for each in blocks]
    plain, everything = _look(given, alone)
    hopeful = np.concatenate(everything) > HOPELESS
    first, looked = _look(given, alone, hopeful)
    wider = [one | neighbours(each, odds) for one, each, odds in zip(alone, blocks, looked, strict=True)]
    second, likelihoods = _look(given, wider, hopeful)
    _write(root, matrices, {"PLAIN": plain, "FIRST": first, "SECOND": second})
    return blocks, likelihoods


def _projections(given: Marked) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Return the projections fitted on all topics, and the views of each mention by a fit on the other folds."""
    from training.projection import projection

    matrices: dict[str, Floats] = {}
    views: dict[str, Floats] = {}
    for name, parts in VIEWS.items():
        seen = np.concatenate([given.read.views[view] for view in parts], axis=1)
        matrices[name] = projection(seen, given.chain, given.groups, SEED)
        views[name] = np.zeros((len(seen), len(matrices[name])), np.float32)
        for fold in range(FOLDS):
            kept = [[member for member in members if given.fold[member] != fold] for members in given.groups]
            matrix = projection(seen, given.chain, kept, SEED)
            rows = np.flatnonzero(given.fold == fold)
            part_of = {view: given.read.views[view][rows] for view in parts}
            views[name][rows] = projected(part_of, name, matrix)
        _LOG.info("projection %s", name)
    return matrices, views


def _look(
    given: Marked, found: Sequence[Mapping[str, Floats]], hopeful: npt.NDArray[np.bool_] | None = None
) -> tuple[Weights, list[Floats]]:
    """Return the weights fitted on all pairs, and the likelihoods of each topic's pairs by a fit on the other folds.

    Where `hopeful` tells which pairs are worth it, only those are fitted, and the others have no likelihood.
    """
    names = list(found[0])
    pairs = [np.array(np.triu_indices(len(members), 1)) for members in given.groups]
    members = [np.array(group)[each] for group, each in zip(given.groups, pairs, strict=True)]
    left, right = np.concatenate(members, axis=1)
    same = (given.chain[left] == given.chain[right]).astype(np.float64)
    rows = np.concatenate([np.stack([each[name] for name in names], axis=1) for each in found])
    weight = _weight(rows, names, same) if hopeful is None else hopeful.astype(np.float64)
    likely = np.zeros(len(rows))
    for fold in range(FOLDS):
        others = (given.fold[left] != fold) & (given.fold[right] != fold)
        tested = (given.fold[left] == fold) | (given.fold[right] == fold)
        likely[tested] = _likely(logistic(rows[others], same[others], weight[others]), rows[tested])
    likely *= weight > 0 if hopeful is not None else 1
    cuts = np.cumsum([each.shape[1] for each in pairs])[:-1]
    fitted = logistic(rows, same, weight)
    return dict(zip(["base", *names], fitted.tolist(), strict=True)), np.split(likely, cuts)


def _weight(rows: Floats, names: Sequence[str], same: Floats) -> Floats:
    """Return what each pair counts: a draw of the plainest ones stands for all of them."""
    alike = sum(rows[:, names.index(name)] for name in ("alone", "wide_6", "documents"))
    plain = (alike < np.quantile(alike, 0.6)) & (same == 0)
    drawn = np.random.default_rng(SEED).random(len(rows)) < EASY_SHARE
    weight: Floats = np.where(plain, drawn / EASY_SHARE, 1.0)
    return weight


def logistic(rows: Floats, same: Floats, weight: Floats) -> Floats:
    """Return base and weights of a logistic regression with a ridge, by Newton's method, over rows with a weight."""
    kept = weight > 0
    rows, same, weight = rows[kept], same[kept], weight[kept]
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    z = np.concatenate([np.ones((len(rows), 1)), (rows - mean) / spread], axis=1)
    ridge = np.full(z.shape[1], RIDGE * weight.sum())
    ridge[0] = 0.0
    found = np.zeros(z.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-z @ found))
        slope = z.T @ (weight * (likely - same)) + ridge * found
        bend = (z * (weight * likely * (1 - likely))[:, None]).T @ z + np.diag(ridge + 1e-6)
        found -= np.linalg.solve(bend, slope)
    raw = found[1:] / spread
    return np.concatenate([[found[0] - (raw * mean).sum()], raw])


def _likely(weights: Floats, rows: Floats) -> Floats:
    likely: Floats = 1 / (1 + np.exp(-(weights[0] + rows @ weights[1:])))
    return likely


def _write(root: Path, matrices: Mapping[str, Floats], looks: Mapping[str, Weights]) -> None:
    halves = {name: matrix.astype(np.float16) for name, matrix in matrices.items()}
    np.savez_compressed(root / "analyse" / "weights" / "senses.npz", **halves)
    text = "\n".join(_module(looks))
    (root / "reconcile" / "coreference" / "weights.py").write_text(text + "\n", encoding="utf-8")


def _module(looks: Mapping[str, Weights]) -> Iterator[str]:
    yield '"""The weights of the three looks at a pair of mentions, by the names of the features.'
    yield ""
    yield "Source: fitted by `python -m training.coreference` on the training part of ECB+ (Cybulska and Vossen 2014,"
    yield 'CC BY 3.0).\n"""\n'
    yield "from collections.abc import Mapping\nfrom typing import Final\n"
    for name, weights in looks.items():
        yield f"{name}: Final[Mapping[str, float]] = {{"
        yield from (f'    "{feature}": {weight:.5f},' for feature, weight in weights.items())
        yield "}"


if __name__ == "__main__":
    main()
