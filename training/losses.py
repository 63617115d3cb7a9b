"""What each head is trained to lower: one loss a layer of annotation, over the windows that carry it."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.data import UNKNOWN
from training.model import NEVER, Annotator, Scores

WEIGHTS: Mapping[str, float] = {
    "roles": 1.0, "pointers": 0.3, "opens": 0.2, "upos": 0.3, "xpos": 0.3, "arcs": 0.7, "labels": 0.5, "names": 1.0,
    "fine": 0.15,
}  # fmt: skip


def losses(model: Annotator, scores: Scores, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss a labelled word of each layer that the batch carries."""
    found: dict[str, Tensor] = {}
    if bool(batch["has_roles"].any()):
        rows = batch["has_roles"]
        roles = batch["roles"][rows]
        found["roles"] = chain_loss(scores.roles[rows].float(), model.transitions, roles).sum() / (roles >= 0).sum()
        found["pointers"] = _pointer_loss(scores.pointers[rows].float(), batch["pointers"][rows], batch["words"][rows])
    if bool(batch["has_syntax"].any()):
        rows = batch["has_syntax"]
        for name in ("opens", "upos", "xpos"):
            found[name] = _labels(getattr(scores, name)[rows], batch[name][rows])
        found |= _trees(model, scores, batch, rows)
    if bool(batch["has_names"].any()):
        rows = batch["has_names"]
        allowed = batch["allowed"][rows][:, None, :]
        logits = scores.names[rows].float().masked_fill(~allowed, NEVER)
        gold = batch["names"][rows]
        weight = batch["weight"][rows]
        known = ((gold >= 0).sum(1) * weight).sum().clamp(min=1)
        found["names"] = (chain_loss(logits, model.name_transitions, gold) * weight).sum() / known
        if bool((batch["fine"][rows] >= 0).any()):
            found["fine"] = _labels(scores.fine[rows], batch["fine"][rows])
    return found


def _labels(logits: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)


def _trees(model: Annotator, scores: Scores, batch: Mapping[str, Tensor], rows: Tensor) -> dict[str, Tensor]:
    heads, relations, sentence = batch["heads"][rows], batch["relations"][rows], batch["sentence"][rows]
    same = sentence[:, :, None] == sentence[:, None, :]
    same[:, :, 0] = True
    arcs = scores.arcs[rows].float().masked_fill(~same, NEVER)
    known = (heads >= 0) & (relations >= 0)
    safe = heads.clamp(min=0)
    head = scores.head[rows].gather(1, safe[..., None].expand(-1, -1, scores.head.shape[-1]))[known].float()
    labels = torch.einsum("ni,rij,nj->nr", scores.dependent[rows][known].float(), model.label, head)
    return {"arcs": _labels(arcs, heads), "labels": functional.cross_entropy(labels, relations[known])}


def _pointer_loss(scores: Tensor, wanted: Tensor, words: Tensor) -> Tensor:
    """Return minus the log of the share that goes to any right word; `wanted` (b, 3, w, w) tells which are right."""
    scores = scores.masked_fill(~words[:, None, None, :], NEVER)
    asks = wanted.any(-1)
    right = scores.masked_fill(~wanted, NEVER).logsumexp(-1) - scores.logsumexp(-1)
    return -right[asks].mean() if bool(asks.any()) else scores.sum() * 0.0


def chain_loss(emissions: Tensor, transitions: Tensor, gold: Tensor) -> Tensor:
    """Return minus the log likelihood of the gold tags under a linear-chain CRF, (b,).

    The partition is folded pairwise (an associative scan over log-matrices), so that a window of 300 words takes nine
    steps and not three hundred.

    Args:
        emissions: (b, w, t); word 0 and words whose gold is below 0 are skipped.
        transitions: (t, t), from row to column.
        gold: (b, w).
    """
    tags = emissions.shape[-1]
    known = gold >= 0
    follows = known[:, 1:] & known[:, :-1]
    opening = known & ~functional.pad(known, (1, 0))[:, :-1]
    safe = gold.clamp(min=0)
    said = (emissions.gather(2, safe[..., None]).squeeze(2) * known).sum(1)
    said = said + (transitions[safe[:, :-1], safe[:, 1:]] * follows).sum(1)
    steps = torch.where(opening[..., None, None], emissions[:, :, None, :], transitions + emissions[:, :, None, :])
    identity = torch.full((tags, tags), NEVER, dtype=emissions.dtype).fill_diagonal_(0.0)
    chain = torch.where(known[..., None, None], steps, identity)
    while chain.shape[1] > 1:
        if chain.shape[1] % 2:
            chain = torch.cat([chain, identity.expand(chain.shape[0], 1, tags, tags)], dim=1)
        chain = (chain[:, 0::2, :, :, None] + chain[:, 1::2, None, :, :]).logsumexp(3)
    return chain[:, 0, 0, :].logsumexp(-1) - said
