"""Compares the small suites with the floors pinned in `baseline.json`; a lower figure fails the build.

Each entry of the file names an area, its gold below the data folder, the digest of that gold, the figures that may not
fall, the command that gives them and the day they were taken.  Lowering a floor needs a line in CHANGELOG.md.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.scorers import Row, data_root

BASELINE = Path(__file__).parent / "baseline.json"
EPSILON = 0.0005
"""Figures are printed to three decimals; a fall below that is rounding."""

Predict = Callable[..., None]
Score = Callable[[str, Path, Path], Row]


@dataclass(frozen=True, slots=True)
class Result:
    """One floor and the figure of this run."""

    area: str
    gold: str
    metric: str
    floor: float
    figure: float

    @property
    def held(self) -> bool:
        """Whether the figure is not below its floor (metrics named `false…` may not rise instead)."""
        if ".false" in f".{self.metric}":
            return self.figure <= self.floor + EPSILON
        return self.figure >= self.floor - EPSILON


def run(predict: Predict, score: Score, *, only: frozenset[str], update: bool) -> int:
    """Run every entry (of the areas in `only`, if any); return 1 if a figure fell, else 0."""
    if not data_root().is_dir():
        print(f"gate skipped: no evaluation data at {data_root()} (set SECONDSOURCE_DATA)")
        return 0
    entries: list[Row] = json.loads(BASELINE.read_text("utf-8"))
    results = []
    for entry in entries:
        if only and entry["area"] not in only:
            continue
        figures = _measured(entry, predict, score)
        if update:
            entry["floors"] = {metric: round(figures[metric], 3) for metric in entry["floors"]}
            entry["sha256"], entry["date"] = _digest(_gold(entry)), _today()
        found = [
            Result(entry["area"], entry["gold"], metric, floor, figures[metric])
            for metric, floor in entry["floors"].items()
        ]
        _print(found)
        results += found
    if update:
        BASELINE.write_text(json.dumps(entries, indent=1) + "\n", "utf-8")
    fallen = [result for result in results if not result.held]
    print(f"{len(results) - len(fallen)} floors held, {len(fallen)} fell")
    return 1 if fallen else 0


def table() -> str:
    """Return the pinned floors as the Markdown table of docs/evaluation.md, one suite a row."""
    lines = ["| area | gold (below the data folder) | figures | taken on |", "|---|---|---|---|"]
    for entry in json.loads(BASELINE.read_text("utf-8")):
        figures = "; ".join(f"{metric.removeprefix('all.')} {value:.3f}" for metric, value in entry["floors"].items())
        extra = " (with `--meta`)" if entry.get("meta") else ""
        lines.append(f"| {entry['area']} | `{entry['gold']}`{extra} | {figures} | {entry['date']} |")
    return "\n".join(lines)


def _measured(entry: Row, predict: Predict, score: Score) -> dict[str, float]:
    gold = _gold(entry)
    if entry["sha256"] and _digest(gold) != entry["sha256"]:
        print(f"note: {entry['gold']} is not the file that the floors were taken on", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        predict(entry["area"], gold, pred, **({"meta": True} if entry.get("meta") else {}))
        return dict(_flat(score(entry["area"], gold, pred)))


def _gold(entry: Row) -> Path:
    """Return where a gold lies: below the data, or, where it is ids and labels only, beside this file."""
    own: Path = BASELINE.parent / entry["gold"]
    return own if own.exists() else data_root() / entry["gold"]


def _flat(row: Row, prefix: str = "") -> list[tuple[str, float]]:
    """Return the numbers of a nested result by dotted name.

    A list is the attribution scorer's `[precision, recall, F1, …]`: its F1 is taken.

    >>> _flat({"clean": {"p": 1.0}, "n": 3, "cue": [0.5, 1.0, 0.67, 9, 9]})
    [('clean.p', 1.0), ('n', 3.0), ('cue', 0.67)]
    """
    flat: list[tuple[str, float]] = []
    for name, value in row.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{prefix}{name}.")
        elif isinstance(value, list) and len(value) >= 3:
            flat.append((prefix + name, float(value[2])))
        elif isinstance(value, int | float):
            flat.append((prefix + name, float(value)))
    return flat


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, or of all files of a folder in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()  # noqa: TID251 - the day the floors were taken


def _print(results: list[Result]) -> None:
    for result in results:
        mark = "ok  " if result.held else "FELL"
        print(f"{mark} {result.area:12s} {result.metric:34s} {result.figure:.3f}  floor {result.floor:.3f}")
