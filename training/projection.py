"""Fits a projection in which mentions of one event lie close and those of two events apart.

Source: a linear metric by logistic loss on scaled cosines, as in contrastive encoders of mentions (Hsu and Horwood
2022); pairs of one event weigh less in a long chain, so that no event outweighs the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

DIMENSIONS, EPOCHS, RATE, DECAY, DROPOUT = 96, 40, 2e-3, 1e-2, 0.3


class _Metric(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.matrix = nn.Linear(width, DIMENSIONS, bias=False)
        nn.init.normal_(self.matrix.weight, std=width**-0.5)
        self.scale, self.base = nn.Parameter(torch.tensor(8.0)), nn.Parameter(torch.tensor(-5.0))

    def forward(self, seen: Tensor) -> Tensor:
        placed = functional.normalize(self.matrix(functional.dropout(seen, DROPOUT)), dim=1)
        return self.scale * (placed @ placed.T) + self.base


def projection(
    seen: npt.NDArray[np.float32], chain: npt.NDArray[np.str_], groups: Sequence[Sequence[int]], seed: int
) -> npt.NDArray[np.float64]:
    """Return the matrix, shape (96, width).

    Args:
        seen: one row a mention, shape (mentions, width).
        chain: its event.
        groups: the mentions that are compared with each other.
        seed: of start, dropout and order.
    """
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    model, given = _Metric(seen.shape[1]), torch.tensor(seen)
    used = [np.array(group) for group in groups if len(group) > 2]
    scalars = {"params": [model.scale, model.base], "weight_decay": 0.0, "lr": 0.02}
    optimiser = torch.optim.AdamW([{"params": model.matrix.parameters(), "weight_decay": DECAY}, scalars], lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [RATE, 0.02], total_steps=EPOCHS * len(used))
    size = Counter(chain.tolist())
    share = np.array([size[each] for each in chain.tolist()], float) ** -0.5
    for _ in range(EPOCHS):
        for number in order.permutation(len(used)):
            loss = _loss(model(given[used[number]]), chain[used[number]], share[used[number]])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return model.matrix.weight.detach().numpy().astype(np.float64)


def _loss(odds: Tensor, chain: npt.NDArray[np.str_], share: npt.NDArray[np.float64]) -> Tensor:
    first, second = np.triu_indices(len(chain), 1)
    same = chain[first] == chain[second]
    weight = torch.tensor(np.where(same, share[first], 1.0), dtype=torch.float32)
    answers = torch.tensor(same, dtype=torch.float32)
    found = functional.binary_cross_entropy_with_logits(odds[first, second], answers, reduction="none")
    return (found * weight).sum() / len(chain)
