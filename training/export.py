"""Writes the trained network as ONNX, in float32 and with weights and activations in int8."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.model import Annotator

OUTPUTS = ("roles", "pointers", "opens", "upos", "xpos", "arcs", "dependent", "head", "names", "fine")


class _Plain(nn.Module):
    """The network as the program calls it: one window, no padding, a tuple of scores."""

    def __init__(self, model: Annotator) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, marks: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        scores = self.model(ids, marks, torch.ones_like(ids), firsts)
        return tuple(getattr(scores, name) for name in OUTPUTS)


def export(weights: Path, out: Path) -> None:
    """Write `annotator.float32.onnx`, `annotator.onnx` (int8) and `tables.npz` into the folder `out`."""
    model = Annotator()
    model.load_state_dict(torch.load(weights, weights_only=True))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "annotator.float32.onnx"
    _write(model, whole)
    quantise(whole, out / "annotator.onnx")
    np.savez_compressed(
        out / "tables.npz",
        transitions=model.transitions.detach().numpy(),
        names=model.name_transitions.detach().numpy(),
        relation=model.label.detach().numpy().astype(np.float16),
    )


def _write(model: Annotator, path: Path) -> None:
    length, words = 40, 30
    ids = torch.randint(1000, 20000, (1, length))
    marks = torch.zeros((1, length, 3), dtype=torch.int64)
    firsts = torch.arange(words)[None]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Plain(model),
            (ids, marks, firsts),
            str(path),
            input_names=["ids", "marks", "firsts"],
            output_names=list(OUTPUTS),
            dynamic_axes={
                "ids": {1: "p"}, "marks": {1: "p"}, "firsts": {1: "w"},
                **{name: {1: "w"} for name in OUTPUTS}, "pointers": {2: "w", 3: "w"}, "arcs": {1: "w", 2: "w"},
            },
            opset_version=17,
            dynamo=False,
        )  # fmt: skip


def quantise(whole: Path, small: Path) -> None:
    """Write `small`: embeddings and weights in int8, one scale a channel; activations are scaled as they come."""
    prepared = small.with_suffix(".prepared")
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared), str(small), per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"], nodes_to_exclude=_kept(prepared),
    )  # fmt: skip
    prepared.unlink()


def _kept(path: Path) -> list[str]:
    """Return the nodes that stay in float: products of two activations (attention, pointers, arcs)."""
    graph = onnx.load(str(path)).graph
    constants = {tensor.name for tensor in graph.initializer}
    return [node.name for node in graph.node if node.op_type == "MatMul" and not set(node.input) & constants]
