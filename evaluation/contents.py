"""In what ways contents of attributions are read wrongly, and how many of each kind of speech are found at all.

The scorer beside the data gives F1; this tells the errors apart: pieces of content that touch nothing in the gold, that
begin or end too early or too late, that are parts of one broken content or that join two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation.scorers import Row, read
from secondsource.text.quotes import quotations

Words = frozenset[int]

_WORD = re.compile(r"\w+")


def kinds(gold: Path, pred: Path) -> Counter[str]:
    """Return how many pieces of content there are of each kind of error, and of each kind of speech found or missed.

    Args:
        gold: texts with attributions, in the form of PolNeAR's README.
        pred: what `predict attribution` wrote for it.
    """
    found: Counter[str] = Counter()
    told = {row["id"]: row["attributions"] for row in read(pred)}
    for row in read(gold):
        at = [match.start() for match in _WORD.finditer(row["text"])]
        found.update(_pieces(at, row["attributions"], told.get(row["id"], [])))
        found.update(_speech(row, at, told.get(row["id"], [])))
    return found


def _pieces(at: Sequence[int], gold: Iterable[Row], pred: Iterable[Row]) -> Iterator[str]:
    wanted = [words for each in gold for words in _contents(at, each)]
    read_ = [words for each in pred for words in _contents(at, each)]
    yield from (_piece(one, wanted, read_) for one in read_)
    yield from ("missed" for one in wanted if not any(one & other for other in read_))


def _contents(at: Sequence[int], attribution: Row) -> Iterator[Words]:
    return filter(None, (_between(at, start, end) for start, end in attribution["content"]))


def _between(at: Sequence[int], start: int, end: int) -> Words:
    return frozenset(range(bisect_left(at, start), bisect_left(at, end)))


def _piece(one: Words, wanted: Sequence[Words], read_: Sequence[Words]) -> str:
    touched = [other for other in wanted if one & other]
    if not touched:
        return "touches nothing"
    if len(touched) > 1:
        return "joins two"
    (other,) = touched
    if one == other:
        return "right"
    if sum(bool(other & each) for each in read_) > 1:
        return "part of a broken one"
    begin = "begins early" if min(one) < min(other) else "begins late" if min(one) > min(other) else ""
    end = "ends late" if max(one) > max(other) else "ends early" if max(one) < max(other) else ""
    return " and ".join(filter(None, (begin, end))) or "has a gap"


def _speech(row: Row, at: Sequence[int], pred: Sequence[Row]) -> Iterator[str]:
    text = str(row["text"])
    quoted = sorted(each.outer for each in quotations(text, [(0, len(text))]))
    read_ = [(frozenset().union(*_contents(at, each)), bool(each["source"])) for each in pred]
    for each in row["attributions"]:
        words = frozenset().union(*_contents(at, each))
        if words:
            kind = _kind(each["content"], quoted)
            twins = [with_source for other, with_source in read_ if other & words]
            yield f"{kind}: {'found' if twins else 'missed'}"
            if kind == "direct" and each["source"] and not any(twins):
                yield "direct: without a source"


def _kind(content: Sequence[Sequence[int]], quoted: Sequence[tuple[int, int]]) -> str:
    """Return `direct` where quotation marks hold the content, `mixed` where they hold some of it, else `indirect`."""
    size = sum(end - start for start, end in content)
    held = sum(_held(start, end, quoted) for start, end in content)
    return "direct" if held >= _ALL * size else "mixed" if held else "indirect"


_ALL = 0.9
"""Share of a content inside quotation marks from which it is direct speech."""


def _held(start: int, end: int, quoted: Sequence[tuple[int, int]]) -> int:
    near = quoted[max(0, bisect_right(quoted, (start, start)) - 2) :]
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in near)


def table(found: Counter[str]) -> str:
    """Return the counts, the most frequent first."""
    return "\n".join(f"{number:6,}  {name}" for name, number in found.most_common())
