"""The network: MiniLM's encoder, and heads for attribution roles and links, sentences, syntax and names.

Sources: encoder BERT (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2 (Apache-2.0); scalar mix Peters et al.
2018; biaffine parser Dozat and Manning 2017; linear-chain CRF Lafferty et al. 2001.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from secondsource.analyse.labels import FINE, NAMES, POINTERS, RELATIONS, ROLES, UPOS, XPOS
from secondsource.analyse.pieces import CASES, GAPS, QUOTES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
POINTER, ARC, LABEL = 128, 256, 96
DROPOUT = 0.1
NEVER = -1e4
"""Score of what is impossible: small enough for exp() to be 0, large enough for bfloat16."""


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward net, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.fed = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.query_key_value(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.output(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attended(x + functional.dropout(seen, DROPOUT, self.training))
        fed = self.down(functional.gelu(self.up(x)))
        return self.fed(x + functional.dropout(fed, DROPOUT, self.training))


class Encoder(nn.Module):
    """Word pieces with their marks in, the states of all layers out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(CASES, WIDTH)
        self.gaps = nn.Embedding(GAPS, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for table in (self.cases, self.gaps, self.quotes):
            nn.init.normal_(table.weight, std=0.005)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> list[Tensor]:
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = x + self.cases(marks[..., 0]) + self.gaps(marks[..., 1]) + self.quotes(marks[..., 2])
        x = functional.dropout(self.embedded(x), DROPOUT, self.training)
        hidden = (1.0 - mask[:, None, None, :].to(x.dtype)) * NEVER
        states = []
        for layer in self.layers:
            x = layer(x, hidden)
            states.append(x)
        return states

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the published weights of all-MiniLM-L6-v2."""
        bare = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
        take = {
            "pieces.weight": bare["embeddings.word_embeddings.weight"],
            "positions.weight": bare["embeddings.position_embeddings.weight"],
            "kind": bare["embeddings.token_type_embeddings.weight"][0],
        }
        renamed = {
            "embedded": "embeddings.LayerNorm",
            **{f"layers.{n}.output": f"encoder.layer.{n}.attention.output.dense" for n in range(LAYERS)},
            **{f"layers.{n}.attended": f"encoder.layer.{n}.attention.output.LayerNorm" for n in range(LAYERS)},
            **{f"layers.{n}.up": f"encoder.layer.{n}.intermediate.dense" for n in range(LAYERS)},
            **{f"layers.{n}.down": f"encoder.layer.{n}.output.dense" for n in range(LAYERS)},
            **{f"layers.{n}.fed": f"encoder.layer.{n}.output.LayerNorm" for n in range(LAYERS)},
        }
        for part in ("weight", "bias"):
            take |= {f"{ours}.{part}": bare[f"{theirs}.{part}"] for ours, theirs in renamed.items()}
            for n in range(LAYERS):
                rows = [bare[f"encoder.layer.{n}.attention.self.{one}.{part}"] for one in ("query", "key", "value")]
                take[f"layers.{n}.query_key_value.{part}"] = torch.cat(rows)
        marks = {name: tensor for name, tensor in self.state_dict().items() if name.split(".")[0] in _MARKS}
        self.load_state_dict({**take, **marks})


_MARKS = frozenset({"cases", "gaps", "quotes"})


class Mix(nn.Module):
    """A learned weighted sum of the layers."""

    def __init__(self, start: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([2.0 if n == start else -1.0 for n in range(LAYERS)]))

    def forward(self, states: list[Tensor]) -> Tensor:
        share = self.weights.softmax(0)
        return sum(share[n] * state for n, state in enumerate(states))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch: words are its second axis, word 0 is `[CLS]` (the root, and "none").

    Shapes: roles (b, w, 7), pointers (b, 3, w, w), opens (b, w, 2), upos (b, w, 17), xpos (b, w, 50), arcs (b, w, w),
    dependent and head (b, w, 97), names (b, w, 9), fine (b, w, 10).
    """

    roles: Tensor
    pointers: Tensor
    opens: Tensor
    upos: Tensor
    xpos: Tensor
    arcs: Tensor
    dependent: Tensor
    head: Tensor
    names: Tensor
    fine: Tensor


class Annotator(nn.Module):
    """The encoder with its heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.said, self.built, self.called = Mix(LAYERS - 1), Mix(LAYERS - 2), Mix(LAYERS - 2)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.pointing = nn.Linear(WIDTH, len(POINTERS) * POINTER)
        self.pointed = nn.Linear(WIDTH, len(POINTERS) * POINTER)
        self.opens = nn.Linear(WIDTH, 2)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.xpos = nn.Linear(WIDTH, len(XPOS))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.fine = nn.Linear(WIDTH, len(FINE))
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(len(RELATIONS), LABEL + 1, LABEL + 1))
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.name_transitions = nn.Parameter(torch.zeros(len(NAMES), len(NAMES)))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.label, std=0.02)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor, firsts: Tensor) -> Scores:
        """Score a batch.

        Args:
            ids: (b, p) word pieces, `[CLS]` first and `[SEP]` last.
            marks: (b, p, 3) case, gap and quotation.
            mask: (b, p) 1 for a piece, 0 for padding.
            firsts: (b, w) index of each word's first piece; word 0 is `[CLS]`.
        """
        states = self.encoder(ids, marks, mask)
        at = firsts[..., None].expand(-1, -1, WIDTH)
        words = [functional.dropout(state.gather(1, at), DROPOUT, self.training) for state in states]
        said, built, called = self.said(words), self.built(words), self.called(words)
        dependent, head = functional.gelu(self.arc_dependent(built)), functional.gelu(self.arc_head(built))
        return Scores(
            roles=self.roles(said),
            pointers=self._pointers(said),
            opens=self.opens(built),
            upos=self.upos(built),
            xpos=self.xpos(built),
            arcs=_one(dependent) @ self.arc @ head.transpose(1, 2),
            dependent=_one(functional.gelu(self.label_dependent(built))),
            head=_one(functional.gelu(self.label_head(built))),
            names=self.names(called),
            fine=self.fine(called),
        )

    def _pointers(self, said: Tensor) -> Tensor:
        batch, length, _ = said.shape
        split = (batch, length, len(POINTERS), POINTER)
        ask = self.pointing(said).view(split).transpose(1, 2)
        answer = self.pointed(said).view(split).transpose(1, 2)
        return ask @ answer.transpose(2, 3) / POINTER**0.5

    @classmethod
    def pretrained(cls, weights: Path) -> Annotator:
        """Return a network that starts from `weights`, the published `model.safetensors`."""
        made = cls()
        made.encoder.start_from(load_file(weights))
        return made


def _one(x: Tensor) -> Tensor:
    """Append a column of ones, which gives a biaffine form its linear part."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
