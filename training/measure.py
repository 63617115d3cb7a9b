"""Measures an exported network on the development halves: syntax on gold tokens, names, roles of attributions."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from secondsource.analyse.encoder import Encoder, loaded
from secondsource.analyse.labels import RELATIONS, UPOS, XPOS
from secondsource.analyse.roles import Run, attributed
from secondsource.analyse.syntax import names, syntax
from secondsource.records import MentionKind
from training.data import Text, joined, lines, treebank
from training.data import attributed as attributed_texts

TREEBANKS = ("syntax/ewt.dev.conllu.gz", "syntax/gum.dev.conllu.gz")
NAMED = {
    "entities/uner_ewt.dev.jsonl.gz": "PER,ORG,LOC",
    "entities/re3d.dev.jsonl.gz": "PER,ORG,LOC",
    "entities/wikigold.dev.jsonl.gz": None,
    "entities/gum.ner.dev.jsonl.gz": None,
}
ATTRIBUTED = ("attribution/polnear.dev.jsonl", "attribution/gum_news.attribution.dev.jsonl")
_LABELS: Mapping[MentionKind, str] = {"person": "PER", "organisation": "ORG", "place": "LOC", "other": "MISC"}
_SHOWN = ("source.exact-seg", "cue.exact-seg", "content.exact-seg", "content.token", "attr-soft", "link-source")


def measure(folder: Path, data: Path, file: str = "annotator.onnx") -> dict[str, float]:
    """Return each figure, in percent, by name.

    Args:
        folder: holds `file` and `tables.npz`.
        data: folder of the annotated corpora with their scorers.
        file: the network, in int8 or float32.
    """
    model = loaded(folder, file)
    found: dict[str, float] = {}
    for name in TREEBANKS:
        found |= {f"{_short(name)} {key}": value for key, value in _syntax(model, data / name).items()}
    for name, labels in NAMED.items():
        found[f"{_short(name)} names F1"] = _named(model, data / name, labels)
    for name in ATTRIBUTED:
        found |= {f"{_short(name)} {key}": value for key, value in _roles(model, data / name).items()}
    return found


def _short(name: str) -> str:
    return Path(name).name.partition(".jsonl")[0].partition(".conllu")[0]


def _syntax(model: Encoder, path: Path) -> dict[str, float]:
    words = tags = fine = heads = labels = 0
    opened = np.zeros(3)
    for text in treebank(path):
        scores = list(model.scores(text.pieces(model.vocabulary), text.sentences))
        read = syntax(text.words, text.sentences, scores, model.relation)
        same = [gold == mine for gold, mine in zip(text.heads, read.heads, strict=True)]
        kinds = [
            RELATIONS[gold].partition(":")[0] == mine.partition(":")[0]
            for gold, mine in zip(text.relations, read.relations, strict=True)
        ]
        words += len(same)
        tags += sum(UPOS[gold] == mine for gold, mine in zip(text.upos, read.upos, strict=True))
        fine += sum(XPOS[gold] == mine for gold, mine in zip(text.xpos, read.xpos, strict=True))
        heads += sum(same)
        labels += sum(a and b for a, b in zip(same, kinds, strict=True))
        mine, gold = np.concatenate([each.opens for each in scores]).argmax(1), np.array(text.opens)
        opened += [(mine & gold).sum(), mine.sum(), gold.sum()]
    counts = {"UPOS": tags, "XPOS": fine, "UAS": heads, "LAS": labels}
    shares = {name: 100 * count / words for name, count in counts.items()}
    return shares | {"sentence starts F1": 200 * opened[0] / (opened[1] + opened[2])}


def _named(model: Encoder, path: Path, labels: str | None) -> float:
    def rows() -> Iterator[dict[str, object]]:
        for record in lines(path):
            text = joined([record], 1.0)
            scores = list(model.scores(text.pieces(model.vocabulary), text.sentences))
            spans = (
                (*mention.span, _LABELS[mention.kind])
                for mention in names(text.words, scores, model.naming, [(0, len(text.words))])
            )
            yield {"id": record["id"], "entities": [{"start": s, "end": e, "label": kind} for s, e, kind in spans]}

    limit = ["--labels", labels] if labels else []
    return float(_scored(path, rows(), "score_ner.py", [*limit, "--json"])["micro"]["f1"])


def _roles(model: Encoder, path: Path) -> dict[str, float]:
    def row(text: Text) -> dict[str, object]:
        def offsets(runs: Iterable[Run]) -> list[list[int]]:
            return [[text.words[first][0], text.words[stop - 1][1]] for first, stop in runs]

        scores = list(model.scores(text.pieces(model.vocabulary), text.sentences))
        read = attributed(scores, model.transitions, [(0, len(text.words))])
        return {
            "id": text.id,
            "attributions": [
                {"source": offsets(a.source), "cue": offsets(a.cue), "content": offsets(a.content)} for a in read
            ],
        }

    found = _scored(path, map(row, attributed_texts(path)), "score_attribution.py", ["--json"])["all"]
    return {name: 100 * found[name][2] for name in _SHOWN}


def _scored(gold: Path, rows: Iterable[Mapping[str, object]], scorer: str, options: list[str]) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(gold.parent / scorer), str(gold), str(predicted), *options]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """Return a Markdown table of measured figures, a column a network."""
    rows = next(iter(columns.values()))
    head = "| measure | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns)
    return "\n".join(
        [head, *(f"| {name} | " + " | ".join(f"{c[name]:.2f}" for c in columns.values()) + " |" for name in rows)]
    )
