"""Command line of the evaluation: `python -m evaluation predict|score|gate|table|naive|contents`.

`predict AREA GOLD PRED` reads only the inputs of a gold file and writes predictions; `score AREA GOLD PRED` calls the
scorer that lies beside the data; `gate` does both for the small suites and compares with `evaluation/baseline.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from evaluation import contents, gate, naive
from evaluation.scorers import Row

AREAS = (
    "html", "pasted", "metadata", "dates", "quantities", "figurepairs", "attribution", "stories", "wirecopy",
    "copypairs", "ledger", "origins", "fiction", "speakers", "cdec", "cdecfound", "events", "timelines",
)  # fmt: skip


def predict(area: str, gold: Path, pred: Path, *, meta: bool = False) -> None:
    """Write predictions for the inputs of `gold`; `meta` lets `fiction` read its `meta.jsonl`."""
    module = _module(area)
    if meta:
        module.predict(gold, pred, meta=True)
    else:
        module.predict(gold, pred)


def score(area: str, gold: Path, pred: Path) -> Row:
    """Return the figures of the area's scorer."""
    figures: Row = _module(area).score(gold, pred)
    return figures


def _module(area: str) -> Any:
    try:
        return import_module(f"evaluation.areas.{area}")
    except ModuleNotFoundError as error:
        there = [name for name in AREAS if (Path(__file__).parent / "areas" / f"{name}.py").exists()]
        message = f"area '{area}' is not measured yet; there are: {', '.join(there)}"
        raise SystemExit(message) from error


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in ("predict", "score"):
        sub = verbs.add_parser(verb)
        sub.add_argument("area", choices=AREAS)
        sub.add_argument("gold", type=Path)
        sub.add_argument("pred", type=Path)
        if verb == "predict":
            sub.add_argument("--meta", action="store_true", help="fiction: read meta.jsonl too")
    sub = verbs.add_parser("gate")
    sub.add_argument("--update", action="store_true", help="write the figures of this run as the new floors")
    sub_naive = verbs.add_parser("naive", help="set the counts of `predict origins` beside four naive ones")
    sub_naive.add_argument("gold", type=Path)
    sub_naive.add_argument("pred", type=Path)
    sub_contents = verbs.add_parser("contents", help="count the kinds of error of `predict attribution`")
    sub_contents.add_argument("gold", type=Path)
    sub_contents.add_argument("pred", type=Path)
    verbs.add_parser("table", help="print the floors as the table of docs/evaluation.md")
    sub.add_argument("--only", action="append", default=[], metavar="AREA", help="run only these areas")
    return parser.parse_args()


def main() -> int:
    """Run the verb; return the exit code (1 when the gate finds a figure under its floor)."""
    arguments = _arguments()
    if arguments.verb == "predict":
        predict(arguments.area, arguments.gold, arguments.pred, meta=arguments.meta)
    elif arguments.verb == "score":
        print(json.dumps(score(arguments.area, arguments.gold, arguments.pred), indent=1))
    elif arguments.verb == "contents":
        print(contents.table(contents.kinds(arguments.gold, arguments.pred)))
    elif arguments.verb == "naive":
        print(naive.table(naive.rows(arguments.gold, arguments.pred)))
    elif arguments.verb == "table":
        print(gate.table())
    elif arguments.verb == "gate":
        return gate.run(predict, score, only=frozenset(arguments.only), update=arguments.update)
    return 0


if __name__ == "__main__":
    sys.exit(main())
