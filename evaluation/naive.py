"""How far counts of sources that others use are off on the labelled claims, beside the program's own.

A claim of the ledger is carried by some documents.  The naive counts say how many of them there are after merging those
of one outlet, of one host, of one publisher's family, or with headlines alike; the program's is the origins that it
finds when it is given the same stretches.  Each is compared with the labelled range of independent origins.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from evaluation.scorers import Row, read
from secondsource.lexicon.load import load
from secondsource.reconcile.families import components, publishers

ALIKE = 0.55
"""Jaccard index of the words of two headlines from which a common clustering takes them for one text."""

_SUPPORTING = frozenset({"asserts", "attributes", "revises", "admits"})
_WORD = re.compile(r"\w+")

Texts = Mapping[str, Row]
Count = Callable[[Sequence[str], Texts], int]


def outlets(docs: Sequence[str], texts: Texts) -> int:
    """Return how many outlets there are."""
    return len({str(texts[doc]["site"]) for doc in docs})


def domains(docs: Sequence[str], texts: Texts) -> int:
    """Return how many hosts there are; of a page of a web archive, that of the page it keeps."""
    return len({_host(texts[doc]) for doc in docs})


def _host(text: Row) -> str:
    url = _ARCHIVED.sub("", str(text.get("url") or ""))
    return (urlsplit(url).hostname or str(text["site"])).removeprefix("www.")


_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+/")


def families(docs: Sequence[str], texts: Texts) -> int:
    """Return how many owners of outlets there are."""
    owners = publishers(load())
    names = (str(texts[doc]["site"]) for doc in docs)
    return len({owners.get(name.lower(), name) for name in names})


def headlines(docs: Sequence[str], texts: Texts) -> int:
    """Return how many groups of headlines alike there are."""
    words = {doc: frozenset(_WORD.findall(str(texts[doc].get("title") or "").lower())) for doc in docs}
    pairs = (
        (one, other) for one, other in itertools.combinations(sorted(words), 2) if _alike(words[one], words[other])
    )
    return len(set(components(words, pairs).values()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one | other) and len(one & other) >= ALIKE * len(one | other)


NAIVE: Mapping[str, Count] = {"outlets": outlets, "domains": domains, "families": families, "headlines": headlines}


def rows(gold: Path, pred: Path) -> dict[str, dict[str, float]]:
    """Return for each way of counting its figures over all claims of a ledger.

    `off` is the mean distance from the labelled range of origins, `exact` the share of claims with the labelled highest
    count, `inside` the share within the range, and `two` the share of claims of one origin at the lowest that are said
    to have two or more.

    Args:
        gold: the ledger.
        pred: what `predict origins` wrote for it.
    """
    own = {(row["story"], row["claim"]): (int(row["n_origins_low"]), int(row["n_origins"])) for row in read(pred)}
    told: dict[str, list[tuple[Row, int, int]]] = {name: [] for name in ("program", *NAIVE)}
    for story, claim in _claims(gold):
        docs = sorted({str(each["doc"]) for each in claim["evidence"] if each["stance"] in _SUPPORTING})
        told["program"].append((claim, *own[story["story"], claim["id"]]))
        for name, count in NAIVE.items():
            number = count(docs, story["texts"])
            told[name].append((claim, number, number))
    return {name: _figures(found) for name, found in told.items()}


def _claims(gold: Path) -> Iterator[tuple[Row, Row]]:
    return ((story, claim) for story in read(gold) for claim in story["claims"])


def _figures(found: Iterable[tuple[Row, int, int]]) -> dict[str, float]:
    listed = list(found)
    single = [(claim, low) for claim, low, _ in listed if claim["n_origins_low"] < len("ab")]
    return {
        "off": sum(_distance(claim, high) for claim, _, high in listed) / len(listed),
        "exact": sum(claim["n_origins"] == high for claim, _, high in listed) / len(listed),
        "inside": sum(not _distance(claim, high) for claim, _, high in listed) / len(listed),
        "two": sum(low >= len("ab") for _, low in single) / max(1, len(single)),
    }


def _distance(claim: Row, count: int) -> int:
    return max(int(claim["n_origins_low"]) - count, count - int(claim["n_origins"]), 0)


def table(found: Mapping[str, Mapping[str, float]]) -> str:
    """Return the figures as a Markdown table."""
    head = "| count | mean distance from the range | exact | in the range | two or more, of claims of one |"
    lines = [head, "|---|---|---|---|---|"]
    lines += [
        f"| {name} | " + " | ".join(f"{value:.2f}" for value in row.values()) + " |" for name, row in found.items()
    ]
    return "\n".join(lines)
