"""Exports the untouched sentence encoder: mean of its last layer, length 1, weights in int8."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.export import quantise
from training.model import Encoder


class _Sentences(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        marks = torch.zeros((*ids.shape, 3), dtype=torch.int64)
        states = self.encoder(ids, marks, torch.ones_like(ids))
        return functional.normalize(states[-1].mean(1), dim=-1)


def export_meaning(start: Path, out: Path) -> None:
    """Write `meaning.onnx` into the folder `out` from the published weights `start`."""
    encoder = Encoder()
    encoder.start_from(load_file(start))
    for table in (encoder.cases, encoder.gaps, encoder.quotes):
        nn.init.zeros_(table.weight)
    model = _Sentences(encoder).eval()
    whole = out / "meaning.float32.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model, (torch.randint(1000, 20000, (1, 12)),), str(whole), input_names=["ids"], output_names=["vector"],
            dynamic_axes={"ids": {1: "p"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
    quantise(whole, out / "meaning.onnx")
