"""Reads JSON lines, JSON arrays and single JSON objects: each record an article; a bad one rejects only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.fields import read_record
from secondsource.ingest.given import Given
from secondsource.ingest.jsonfeed import is_json_feed, read_json_feed
from secondsource.ingest.ninjs import is_ninjs, read_ninjs
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject


def read_jsonl(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each line that is not blank; its number follows the path after `!`."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip("\ufeff \t\r"):
            yield from _member(line.strip("\ufeff \t\r"), number, origin, lexicon=lexicon, given=given)


def read_json(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each member of a JSON array, or for the one object of the file."""
    value = _parsed(text)
    if isinstance(value, Refusal):
        yield reject(origin.path, value.reason, origin.sha256)
    elif isinstance(value, list):
        for number, member in enumerate(value, start=1):
            yield from _record(member, number, origin, lexicon=lexicon, given=given)
        if not value:
            yield reject(origin.path, "an empty list", origin.sha256)
    else:
        yield from _record(value, 1, origin, lexicon=lexicon, given=given)


def _member(line: str, number: int, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    value = _parsed(line)
    if isinstance(value, Refusal):
        yield reject(f"{origin.path}!{number}", value.reason, origin.sha256)
    else:
        yield from _record(value, number, origin, lexicon=lexicon, given=given)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return Refusal(f"not JSON: {error.msg} at character {error.pos + 1} (a line cut short?)")
    except (RecursionError, ValueError) as error:
        return Refusal(f"not JSON: {error}")


def _record(
    value: object, number: int, origin: Origin, *, lexicon: Lexicon, given: Given
) -> Iterator[Document | Reject]:
    if isinstance(value, dict) and is_json_feed(value):
        yield from read_json_feed(value, origin, lexicon=lexicon, given=given)
        return
    place = replace(origin, path=f"{origin.path}!{number}")
    if isinstance(value, dict) and is_ninjs(value):
        yield from read_ninjs(value, place, lexicon=lexicon, given=given)
        return
    found = read_record(value, place, lexicon=lexicon, given=given)
    yield reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found
