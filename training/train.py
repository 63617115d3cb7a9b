"""Trains the annotator: seeds fixed, a checkpoint after each epoch, the mean of late weights kept beside the last."""

from __future__ import annotations

import logging
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch

from secondsource.analyse.pieces import Pieces, Vocabulary
from training.batches import Window, collate, epoch
from training.data import Text, corpora
from training.losses import WEIGHTS, losses
from training.model import Annotator

log = logging.getLogger("training")

ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 0.05
KEEP = 0.998
"""Weight of the past in the running mean of the weights (about the last 500 steps)."""


ROUNDS = ((1 / 2, 3, 1), (1 / 3, 2, 2))
"""Of each round of `finish`: share of the rate, epochs over which it would fall to nothing, epochs that are run."""


def finish(data: Path, start: Path, out: Path, *, seed: int = 14) -> None:
    """Train the mean of `train` for three more epochs, at lower rates, on a mix nearer to edited text.

    What is kept is the mean of three sets of weights: those of `train`, and those behind each of the two rounds.  It
    reads names better than any of them, and nothing worse.  Source: Wortsman et al. 2022 (model soups).

    Reads `mean.pt` in `out` and writes `finished.pt` there; `start` gives the vocabulary.
    """
    torch.manual_seed(seed)
    texts = _texts(corpora(data, edited=True), start)
    model = Annotator()
    kept = [torch.load(out / "mean.pt", weights_only=True)]
    for share, epochs, run in ROUNDS:
        model.load_state_dict(kept[-1])
        optimiser = _optimiser(model, share=share)
        mean = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
        for number in range(run):
            batches = epoch(texts, random.Random(f"{seed} {share:.2f} {number}"))  # noqa: S311  an order, no secret
            _pass(model, optimiser, mean, batches, number=number, epochs=epochs)
        kept.append(mean)
    torch.save({name: sum(each[name] for each in kept) / len(kept) for name in kept[0]}, out / "finished.pt")


def _texts(found: Sequence[Text], start: Path) -> list[tuple[Text, Pieces]]:
    vocabulary = Vocabulary((start.parent / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    return [(text, text.pieces(vocabulary)) for text in found]


def train(data: Path, start: Path, out: Path, *, epochs: int, seed: int = 13) -> None:
    """Train for `epochs` epochs, going on from the last checkpoint in `out` where there is one.

    Args:
        data: folder with the annotated corpora.
        start: published weights of all-MiniLM-L6-v2 (`model.safetensors`).
        out: folder for `last.pt` (to go on from) and `mean.pt` (to export).
        epochs: how many passes over the data the learning rate falls over.
        seed: of weights, dropout and order.
    """
    torch.manual_seed(seed)
    texts = _texts(corpora(data), start)
    model = Annotator.pretrained(start)
    optimiser = _optimiser(model)
    mean = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
    done = 0
    out.mkdir(parents=True, exist_ok=True)
    if (out / "last.pt").exists():
        saved = torch.load(out / "last.pt", weights_only=True)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        mean, done = saved["mean"], saved["epoch"]
    for number in range(done, epochs):
        torch.manual_seed(seed + number)
        batches = epoch(texts, random.Random(f"{seed} {number}"))  # noqa: S311  an order, no secret
        _pass(model, optimiser, mean, batches, number=number, epochs=epochs)
        torch.save(
            {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "mean": mean, "epoch": number + 1},
            out / "last.tmp",
        )
        (out / "last.tmp").replace(out / "last.pt")
        torch.save(mean, out / "mean.pt")


def _optimiser(model: Annotator, *, share: float = 1.0) -> torch.optim.AdamW:
    fresh = ("encoder.cases", "encoder.gaps", "encoder.quotes")
    old = [p for n, p in model.named_parameters() if n.startswith("encoder") and not n.startswith(fresh)]
    new = [p for n, p in model.named_parameters() if not n.startswith("encoder") or n.startswith(fresh)]
    groups = [{"params": old, "base": share * ENCODER_RATE}, {"params": new, "base": share * HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=1e-4, weight_decay=0.01, fused=True)


def _pass(
    model: Annotator,
    optimiser: torch.optim.AdamW,
    mean: dict[str, torch.Tensor],
    batches: Sequence[Sequence[Window]],
    *,
    number: int,
    epochs: int,
) -> None:
    """Go over `batches` once, in epoch `number` (from 0) of `epochs`."""
    model.train()
    began, seen, sums = time.monotonic(), 0, defaultdict(list)
    for at, windows in enumerate(batches):
        done = (number + at / len(batches)) / epochs
        rate = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * max(rate, 1e-3)
        batch = collate(windows)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(batch["ids"], batch["marks"], batch["mask"], batch["firsts"])
        found = losses(model, scores, batch)
        total = sum(WEIGHTS[name] * loss for name, loss in found.items())
        optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        with torch.no_grad():
            keep = min(KEEP, (number * len(batches) + at + 1) / (number * len(batches) + at + 10))
            for name, tensor in model.state_dict().items():
                mean[name].lerp_(tensor, 1 - keep)
        seen += sum(map(len, windows))
        for name, loss in found.items():
            sums[name].append(float(loss.detach()))
        if at % 50 == 49 or at + 1 == len(batches):
            shown = "  ".join(f"{name} {sum(v[-100:]) / len(v[-100:]):.3f}" for name, v in sorted(sums.items()))
            log.info(
                "epoch %d, %d/%d, %.0f pieces/s  %s",
                number + 1,
                at + 1,
                len(batches),
                seen / (time.monotonic() - began),
                shown,
            )
