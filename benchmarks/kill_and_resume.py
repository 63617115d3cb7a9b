"""Kills `add` at random moments and runs it again: is anything lost, doubled, or otherwise than undisturbed?

usage: python benchmarks/kill_and_resume.py [--moments N] [--articles N] [--seed N]

Each moment has a store of its own: `add` is started on it, killed (SIGKILL, with all that it started) after a random
share of the time that an undisturbed run takes, checked as it lies, run again to its end, and what it then exports is
compared with what the undisturbed run exports, byte by byte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from secondsource.pipeline import Desk

PROGRAM = (sys.executable, "-c", "from secondsource.cli import main; main()")
ARTICLE = (
    "Ferry {n} sinks off {port}, {toll} drowned\n\nKALDER, Jan {day} (Northern Wire) - At least {toll} people drowned "
    "when ferry number {n} sank off {port} on Tuesday, the coast guard said. “We counted {toll} of them,” spokeswoman "
    "Petra Lund said.\n\nThe shipping company denied that number {n} was overloaded. The harbour hospital said {more} "
    "people had been treated.\n"
)
PORTS = ("Kalder", "Sarn", "Ostrel", "Hallen", "Tidewater")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one moment came to.

    Attributes:
        at: seconds after the start; `killed` is false where the run was over before.
        rows: of the store as the kill left it.
        sound: whether SQLite finds it whole.
        same: whether the second run ended well and made what the undisturbed one did.
    """

    at: float
    killed: bool
    rows: int
    sound: bool
    same: bool


def main(arguments: Sequence[str]) -> int:
    """Run all moments; return 1 where one of them lost or doubled something."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = written(folder / "articles", asked.articles, chance)
        began = time.monotonic()
        finish(folder / "undisturbed.db", articles)
        whole = time.monotonic() - began
        wanted = digest(folder / "undisturbed.db")
        print(f"{asked.articles} articles, undisturbed in {whole:.1f} s, export {wanted[:12]}")
        outcomes = [
            moment(folder / f"{number}.db", articles, chance.uniform(0.0, whole), wanted)
            for number in range(asked.moments)
        ]
    return told(outcomes)


def written(folder: Path, number: int, chance: random.Random) -> Path:
    """Write `number` articles; return their folder."""
    folder.mkdir()
    for n in range(number):
        toll = chance.randint(2, 90)
        text = ARTICLE.format(n=n, port=chance.choice(PORTS), toll=toll, day=chance.randint(1, 28), more=toll // 2 + 3)
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
    return folder


def started(store: Path, articles: Path) -> subprocess.Popen[bytes]:
    """Start `add` in a process group of its own."""
    words = [*PROGRAM, "-s", str(store), "add", str(articles), "--quiet"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def finish(store: Path, articles: Path) -> bool:
    """Run `add` to its end; tell whether it ended well."""
    return started(store, articles).wait() == 0


def moment(store: Path, articles: Path, at: float, wanted: str) -> Outcome:
    """Kill a run after `at` seconds, and run it again."""
    running = started(store, articles)
    try:
        running.wait(at)
        killed = False
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        killed = True
    rows, sound = state(store)
    same = finish(store, articles) and digest(store) == wanted
    print(f"  {at:5.2f} s  {'killed' if killed else 'over  '}  {rows:6,} rows  {'same' if same else 'DIFFERENT'}")
    return Outcome(at, killed, rows, sound, same)


def state(store: Path) -> tuple[int, bool]:
    """Return how many rows a store holds as it lies, and whether SQLite finds it whole."""
    if not store.exists() or not store.stat().st_size:
        return 0, True
    with closing(sqlite3.connect(store)) as connection:
        (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    with Desk.open(store) as desk:
        return sum(desk.counts().values()), said == "ok"


def digest(store: Path) -> str:
    """Return the digest of all records of a store."""
    with Desk.open(store) as desk:
        return hashlib.sha256(desk.export("jsonl")).hexdigest()


def told(outcomes: Sequence[Outcome]) -> int:
    """Print what all moments came to."""
    killed = [one for one in outcomes if one.killed]
    midway = [one for one in killed if one.rows]
    print(f"{len(outcomes)} moments, {len(killed)} killed before the end, {len(midway)} of them with rows in the store")
    print(f"store whole after the kill: {sum(one.sound for one in outcomes)} of {len(outcomes)}")
    print(f"same export after the second run: {sum(one.same for one in outcomes)} of {len(outcomes)}")
    return 0 if all(one.sound and one.same for one in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
