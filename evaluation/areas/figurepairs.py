"""Pairs of figures and how they stand to each other: hand-labelled in `evaluation/figurepairs`, ids and offsets only.

The texts come from the development data (`data_root()`): the four seeds, the invented stories, the ledger, the texts of
its copy pairs, the grouped articles of `stories`, and news articles of four affairs in `timelines`.  `pairs.jsonl` is
split by its ids into a half to tune on and a half kept for the test; `more.jsonl` is for tuning only.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.scorers import Row, data_root, read, write
from secondsource import link
from secondsource.pipeline import Desk
from secondsource.reconcile import Case, compare_figures
from secondsource.records import (
    Anchor,
    Attribution,
    Document,
    Duplicate,
    Entity,
    Figure,
    Span,
    Story,
    Storyline,
    Time,
)

_MADE = "increment-or-derived"
_LABELS = {"increment": _MADE, "derived": _MADE, "not_comparable": "not-comparable"}
_NAMED_ONLY = ("t17/", "cp/", "vc/", "abp/")
"""Documents of collections so large that only those named in a pair are read."""
_GROUPED = (("vc", "vc_clean_earlier"), ("abp", "abp_story_earlier"))


def predict(gold: Path, pred: Path) -> None:
    """Write `{id, label, rule}` for each pair; a figure that is not found in its text gives the label `missing`."""
    pairs = list(read(gold))
    named = {pair[side]["doc"] for pair in pairs for side in "ab"}
    affairs: dict[str, list[Row]] = defaultdict(list)
    homes: dict[str, str] = {}
    for affair, row in _texts():
        if row["id"] in named or not row["id"].startswith(_NAMED_ONLY):
            affairs[affair].append(row)
            homes[row["id"]] = affair
    wanted: dict[str, list[Row]] = defaultdict(list)
    for pair in pairs:
        wanted[homes[pair["a"]["doc"]]].append(pair)
    found = {row["id"]: row for affair, here in wanted.items() for row in _judged(affairs[affair], here)}
    write(pred, (found[pair["id"]] for pair in pairs))


def score(gold: Path, pred: Path) -> Row:
    """Return accuracy, and how many pairs that cannot be compared were called a dispute, for each half."""
    said = {row["id"]: row["label"] for row in read(pred)}
    halves: dict[str, list[Row]] = defaultdict(list)
    for pair in read(gold):
        halves[half(pair["id"])].append(pair)
    return {name: _scored(rows, said) for name, rows in sorted(halves.items())}


def half(key: str) -> str:
    """Return the half that a pair belongs to: `tune` if its id, read as a hexadecimal number, is even.

    >>> half("fp00000002"), half("fp0000000f")
    ('tune', 'test')
    """
    return "test" if int(key.removeprefix("fp"), 16) % 2 else "tune"


def _scored(rows: list[Row], said: Mapping[str, str]) -> Row:
    right = [said[row["id"]] == row["label"] for row in rows]
    apart = [said[row["id"]] for row in rows if row["label"] == "not-comparable"]
    by_label: Counter[str] = Counter(row["label"] for row in rows if said[row["id"]] == row["label"])
    all_: Counter[str] = Counter(row["label"] for row in rows)
    return {
        "pairs": len(rows),
        "accuracy": sum(right) / len(right),
        "false_disputed": sum(label == "dispute" for label in apart) / max(len(apart), 1),
        "recall": {label: by_label[label] / all_[label] for label in sorted(all_)},
    }


def _judged(texts: list[Row], pairs: list[Row]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, Desk.open(":memory:") as desk:
        inputs = Path(folder) / "texts.jsonl"
        write(inputs, texts)
        desk.add([inputs])
        case = _case(desk)
    figures = {(case.documents[each.span.doc_id].external_id, each.span.start): each.id for each in case.figures}
    ids = {pair["id"]: [figures.get((pair[side]["doc"], pair[side]["start"])) for side in "ab"] for pair in pairs}
    known = [(key, (one, other)) for key, (one, other) in ids.items() if one and other]
    for key, judged in zip([key for key, _ in known], compare_figures(case, [each for _, each in known]), strict=True):
        yield {"id": key, "label": _LABELS.get(judged.verdict, judged.verdict), "rule": judged.rule}
    yield from ({"id": key, "label": "missing", "rule": ""} for key in ids.keys() - dict(known).keys())


def _case(desk: Desk) -> Case:
    """Return everything on the desk as one storyline."""
    documents = {row.id: row for row in desk.scan(Document)}
    entities = tuple(desk.scan(Entity))
    return Case(
        storyline=Storyline("l", ("s",)),
        stories={"s": Story("s", tuple(sorted(documents)), Span(min(documents), 0, 1))},
        documents=documents,
        anchors={row.doc_id: row for row in desk.scan(Anchor)},
        copies=tuple(desk.scan(Duplicate)),
        entities=entities,
        attributions=tuple(desk.scan(Attribution)),
        times=tuple(desk.scan(Time)),
        figures=tuple(desk.scan(Figure)),
        roots=link.roots(entities, documents.values()),
        lexicon=desk.lexicon,
    )


def _texts() -> Iterator[tuple[str, Row]]:
    """Yield (affair, record of an article) for all texts that pairs may come from."""
    root = data_root()
    for path in sorted((root / "seeds").glob("*.txt")):
        yield "seeds", {"id": f"seeds/{path.name}", "text": path.read_bytes().decode("utf-8")}
    for story in ("s1_ferry", "s3_breach"):
        yield from ((f"fiction/{story}", row) for row in _fiction(root / "fiction" / story))
    for row in read(root / "ledger" / "ledger.jsonl"):
        yield from ((f"ledger/{row['story']}", _article(f"ledger/{key}", text)) for key, text in row["texts"].items())
    yield from _copied(root / "ledger" / "copy_pairs.jsonl")
    for name, collection in _GROUPED:
        for row in _packed(root / "stories" / f"{collection}.jsonl.gz"):
            yield f"{name}/{row['story']}", _article(f"{name}/{row['id']}", row | {"site": row["source"]})
    for row in _packed(root / "timelines" / "t17.docs.dev.jsonl.gz"):
        yield f"t17/{row['topic']}", {"id": f"t17/{row['id']}", "text": row["text"], "published": row["date"]}


def _packed(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _fiction(folder: Path) -> Iterator[Row]:
    told = {row["file"]: row for row in read(folder / "meta.jsonl")}
    for path in sorted(folder.glob("*.txt")):
        text, meta = path.read_bytes().decode("utf-8"), told.get(path.name, {})
        key = f"fiction/{folder.name}/{path.name}"
        yield {"id": key, "text": text, "outlet": meta.get("outlet"), "published": meta.get("published")}


def _copied(path: Path) -> Iterator[tuple[str, Row]]:
    seen: set[str] = set()
    for pair in read(path):
        for text in (pair["a"], pair["b"]) if pair["same_story"] else ():
            if text["id"] not in seen:
                seen.add(text["id"])
                yield f"cp/{text['story']}", _article(f"cp/{text['id']}", text)


def _article(key: str, text: Row) -> Row:
    given = {"outlet": text["site"], "published": text["date"], "url": text["url"], "title": text["title"]}
    return {"id": key, "text": text["text"], **given}
