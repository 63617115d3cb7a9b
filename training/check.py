"""Checks a file of one's own annotations before it is trained on, and says line by line what to mend."""

from __future__ import annotations

import bisect
import gzip
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from secondsource.analyse.words import words
from secondsource.records import Offsets

ROLES: Final = ("source", "cue", "content")
_TEXT: Final = {"id": "a name that no other line has", "text": "the article, as one string", "attributions": "a list"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on one line, counted from 1, and what to do about it."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """How many texts and attributions a file holds, and all that is wrong in it, in order."""

    texts: int
    attributions: int
    problems: tuple[Problem, ...]


def check_file(path: Path) -> Report:
    """Return what is in a file of annotations, also a gzipped one (`.gz`), and what is wrong with it."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
        return check(file)


def check(lines: Iterable[bytes]) -> Report:
    r"""Return what is in the lines of a file of annotations, and what is wrong with them.

    >>> check([b'{"id": "a"}\n']).problems[0].message
    '"text" is missing: add the article, as one string'
    """
    texts = attributions = 0
    ids: dict[str, int] = {}
    found: list[Problem] = []
    for number, raw in enumerate(lines, start=1):
        record = _parsed(raw) if raw.strip() else None
        if record is None:
            continue
        if isinstance(record, str):
            found.append(Problem(number, record))
            continue
        texts += 1
        attributed = record.get("attributions")
        attributions += len(attributed) if isinstance(attributed, list) else 0
        messages = [*_twice(record, ids, number), *_record(record)]
        found += [Problem(number, message) for message in messages]
    return Report(texts, attributions, tuple(found))


def _parsed(raw: bytes) -> dict[str, object] | str:
    """Return the record of a line, or what is wrong with it."""
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return f"not UTF-8 (byte {error.start + 1}): save the file as UTF-8"
    except json.JSONDecodeError as error:
        return (
            f"not JSON ({error.msg}, column {error.colno}): write one whole object a line, nothing before or after it"
        )
    except RecursionError:
        return "not JSON that can be read (nested too deep): write one object of the form of docs/annotations.md"
    if not isinstance(record, dict):
        return 'not an object: write {"id": …, "text": …, "attributions": […]}'
    return record


def _twice(record: Mapping[str, object], ids: dict[str, int], line: int) -> Iterator[str]:
    id_ = record.get("id")
    if isinstance(id_, str) and ids.setdefault(id_, line) != line:
        yield f'the id "{id_}" stands on line {ids[id_]} already: give each text its own'


def _record(record: Mapping[str, object]) -> Iterator[str]:
    sorts = {"id": str, "text": str, "attributions": list}
    for key, wanted in _TEXT.items():
        if key not in record:
            yield f'"{key}" is missing: add {wanted}'
        elif not isinstance(record[key], sorts[key]):
            yield f'"{key}" is of the wrong sort: it is {wanted}'
    text, attributed = record.get("text"), record.get("attributions")
    if not isinstance(text, str):
        return
    yield from _spans(record.get("discard", []), text, "discard")
    cut = words(text, 0, len(text))
    numbered = list(enumerate(attributed if isinstance(attributed, list) else (), start=1))
    for number, each in numbered:
        yield from _attribution(each, text, cut, f"attribution {number}")
    for role in ("cue", "content"):
        yield from _shared([(number, each) for number, each in numbered if isinstance(each, dict)], text, role)


def _attribution(each: object, text: str, cut: Sequence[Offsets], name: str) -> Iterator[str]:
    if not isinstance(each, dict):
        yield f'{name} is not an object: write {{"source": […], "cue": […], "content": […]}}'
        return
    for role in ROLES:
        where = f"{name}, {role}"
        if role not in each:
            yield f'{name} has no "{role}": add its spans, or [] where there is none'
            continue
        wrong = list(_spans(each[role], text, where))
        yield from wrong or _placed([(start, end) for start, end in each[role]], text, cut, where)


def _spans(spans: object, text: str, where: str) -> Iterator[str]:
    """Yield what is wrong with the form of a list of spans, or with an offset that is outside the text."""
    if not isinstance(spans, list):
        yield f"{where} is not a list: write [[start, end], …]"
        return
    for span in spans:
        if not (isinstance(span, list) and len(span) == 2 and all(type(edge) is int for edge in span)):
            yield f"{where} holds {json.dumps(span)[:40]}: write each span as [start, end] with two whole numbers"
        elif not 0 <= span[0] < span[1] <= len(text):
            yield (
                f"{where} {span[0]}-{span[1]} is no span of a text of {len(text)} characters: "
                "0 ≤ start < end ≤ length, counted in code points from 0, the end not included"
            )


def _placed(spans: Sequence[Offsets], text: str, cut: Sequence[Offsets], where: str) -> Iterator[str]:
    """Yield which spans overlap, and which begin or end inside a word."""
    for earlier, later in pairwise(sorted(spans)):
        if later[0] < earlier[1]:
            yield f"{where} {_told(earlier, text)} and {_told(later, text)} overlap: join them into one span"
    for span in spans:
        for edge, verb in zip(span, ("begins", "ends"), strict=True):
            inside = _inside(edge, text, cut)
            if inside is not None:
                word = text[slice(*inside)]
                yield (
                    f"{where} {_told(span, text)} {verb} at {edge}, inside the word “{word}”: "
                    f"move that edge to {inside[0]} or {inside[1]}"
                )


def _shared(numbered: Sequence[tuple[int, Mapping[str, object]]], text: str, role: str) -> Iterator[str]:
    """Yield which attributions overlap in a role that each word can have once; a source may have said two things."""
    placed: list[tuple[Offsets, int]] = []
    for number, each in numbered:
        spans = each.get(role)
        if isinstance(spans, list) and not any(_spans(spans, text, role)):
            placed += [((start, end), number) for start, end in spans]
    for (earlier, first), (later, second) in pairwise(sorted(placed)):
        if later[0] < earlier[1] and first != second:
            yield (
                f"{role} {_told(earlier, text)} of attribution {first} and "
                f"{_told(later, text)} of attribution {second} overlap: keep the outermost attribution only"
            )


def _inside(edge: int, text: str, cut: Sequence[Offsets]) -> Offsets | None:
    """Return the word that has `edge` inside, a letter with its combining marks for one, or None."""
    at = bisect.bisect_left(cut, (edge, edge)) - 1
    if at >= 0 and cut[at][0] < edge < cut[at][1]:
        return cut[at]
    first = stop = edge
    while 0 < first < len(text) and unicodedata.combining(text[first]):
        first -= 1
    while stop < len(text) and unicodedata.combining(text[stop]):
        stop += 1
    return (first, stop) if first < edge < stop else None


def _told(span: Offsets, text: str) -> str:
    words_ = " ".join(text[slice(*span)].split())
    return f"{span[0]}-{span[1]} (“{words_ if len(words_) <= 30 else words_[:30] + '…'}”)"
