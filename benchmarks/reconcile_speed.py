"""How long a storyline takes to reconcile, and how much memory, as it grows: `python benchmarks/reconcile_speed.py`.

The articles are invented and their records are made here, without the encoder: six figures, six sayings and two dated
happenings an article, by twelve parties in forty outlets over sixty days.  Each size runs in a process of its own, so
that the peak is its own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, field

from secondsource.lexicon.load import load
from secondsource.reconcile import Case, reconcile
from secondsource.records import (
    Anchor,
    Attribution,
    Document,
    Entity,
    Figure,
    Link,
    Section,
    Span,
    Story,
    Storyline,
    Time,
)

SIZES = (250, 500, 1000, 2000)
BODIES = tuple(f"{name} {kind}" for name in ("Lassen", "Torran", "Ellery") for kind in ("coast guard", "hospital",
               "ministry", "fire brigade"))  # fmt: skip
ACTS = ("killed", "wounded", "missing", "rescued", "arrested", "displaced")
PLACES = tuple(f"Torran {number}" for number in range(40))
HAPPENED = ("sank", "capsized", "collapsed", "reopened", "burned", "departed")


@dataclass
class Made:
    """The records of the articles made so far."""

    documents: dict[str, Document] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


def storyline(size: int) -> Case:
    """Return a storyline of `size` invented articles."""
    made, dice = Made(), random.Random(3)  # noqa: S311 no secret
    for number in range(size):
        _article(made, dice, number=number, size=size)
    ids = tuple(sorted(made.documents))
    return Case(
        storyline=Storyline("l", ("s",)),
        stories={"s": Story("s", ids, Span(ids[0], 0, 1))},
        documents=made.documents,
        anchors=made.anchors,
        copies=(),
        entities=tuple(made.entities),
        attributions=tuple(made.attributions),
        times=tuple(made.times),
        figures=tuple(made.figures),
        roots={},
        lexicon=load(),
    )


def _article(made: Made, dice: random.Random, *, number: int, size: int) -> None:
    key = f"d{number:06}"
    day = dt.date(2024, 2, 1) + dt.timedelta(days=number * 60 // size)
    lines, at = [], 0
    for said in range(6):
        body, act = dice.choice(BODIES), dice.choice(ACTS)
        count = 30 + number * 200 // size + dice.randint(0, 30)
        line = f"At least {count} people were {act} near {dice.choice(PLACES)}, the {body} said."
        _said(made, Span(key, at, at + len(line)), line, (body, act, count), said=said)
        lines.append(line)
        at += len(line) + 1
    for happened in dice.sample(HAPPENED, 2):
        when = day - dt.timedelta(days=dice.randint(0, 4))
        line = f"The ferry {happened} off {dice.choice(PLACES)} on {when:%B} {when.day}, a clerk wrote."
        start = at + line.index(f"{when:%B}")
        span = Span(key, start, start + len(f"{when:%B} {when.day}"))
        made.times.append(Time(f"t{key}{happened}", span, when.isoformat(), "date", when, when))
        lines.append(line)
        at += len(line) + 1
    text = " ".join(lines)
    section = Section(Span(key, 0, len(text)), "body", "made")
    made.documents[key] = Document(
        id=key, text=text, sections=(section,), sha256="", path=f"{key}.txt", format="text", language="en",
        outlet=f"Paper {number % 40}",
    )  # fmt: skip
    made.anchors[key] = Anchor(key, day, "published")


def _said(made: Made, whole: Span, line: str, told: tuple[str, str, int], *, said: int) -> None:
    body, act, count = told
    key, at = whole.doc_id, whole.start
    source = Span(key, at + line.index(body), at + line.index(body) + len(body))
    cue = Span(key, whole.end - 5, whole.end - 1)
    content = Span(key, at, at + line.index(", the"))
    chain = (Link("Paper", "outlet"), Link(body, "speaker", source))
    quotation = Attribution(
        id=f"a{key}{said}", doc_id=key, source=(source,), cue=(cue,), content=(content,), quoted="indirect",
        stance="says", speaker=body, body=body, chain=chain,
    )  # fmt: skip
    made.attributions.append(quotation)
    made.entities.append(Entity(f"n{key}{said}", key, body, "organisation", (source,)))
    number = Span(key, at, at + len(f"At least {count}"))
    made.figures.append(
        Figure(
            id=f"f{key}{said}", span=number, low=count, high=None, bound=">=", unit="person", noun="people",
            kind="total", predicate=act, speaker=body, attribution=quotation.id,
        )
    )  # fmt: skip


def main() -> None:
    """Print a line a size: seconds, microseconds a document, claims, peak memory of the process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, help="measure this size only, in this process")
    size = parser.parse_args().size
    if size is None:
        for each in SIZES:
            subprocess.run([sys.executable, __file__, "--size", str(each)], check=True)
        return
    case = storyline(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = reconcile(case)
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{size:5} documents  {took:7.2f} s  {1000 * took / size:6.2f} ms each  {len(found.claims):6} claims  "
        f"{len(found.evidence):6} lines  peak {peak // 1024} MB, {(peak - before) // 1024} of it reconciling"
    )


if __name__ == "__main__":
    main()
