"""ninjs, checked by jsonschema against what the standard allows of the names that are used, and read back by `add`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema

from secondsource import records
from secondsource.pipeline import Desk

Loaded = Callable[[str], Any]
STRING, URI, MOMENT = {"type": "string"}, {"type": "string", "format": "uri"}, {"type": "string", "format": "date-time"}


def closed(**properties: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def many(**properties: object) -> dict[str, object]:
    return {"type": "array", "items": closed(**properties)}


PIECES = many(
    role=STRING, contentType=STRING, charCount={"type": "integer"}, wordCount={"type": "integer"}, value=STRING
)
TEXTS = many(role=STRING, contentType=STRING, value=STRING)
ITEM = closed(
    uri=URI,
    type={"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    representationType={"enum": ["full", "partial"]},
    standard=closed(name=STRING, version=STRING, schema=URI),
    language=STRING,
    title=STRING,
    by=STRING,
    contentCreated=MOMENT,
    versionCreated=MOMENT,
    headlines=TEXTS,
    descriptions=TEXTS,
    bodies=PIECES,
    infoSources=many(name=STRING, role=STRING, uri=URI, literal=STRING),
    altIds=many(role=STRING, value=STRING),
    renditions=many(name=STRING, href=URI, contentType=STRING, title=STRING),
    associations={"type": "array", "items": {"type": "object", "required": ["name", "uri"]}},
) | {"required": ["uri"]}
"""Names and types of ninjs 3.1 as far as the export uses them; every object is closed, as it is in the standard."""


def test_every_item_is_of_names_and_types_of_the_standard(loaded: Loaded) -> None:
    checker = jsonschema.Draft202012Validator(ITEM, format_checker=jsonschema.FormatChecker())
    for item in loaded("ninjs"):
        checker.validate(item)


def test_a_story_is_made_of_its_articles_and_describes_its_claims(desk: Desk, loaded: Loaded) -> None:
    items = {item["uri"]: item for item in loaded("ninjs")}
    assert len(items) == len(desk.stories()) + sum(1 for _ in desk.scan(records.Document))
    for row in desk.stories():
        item = items[f"urn:secondsource:{row.id}"]
        assert all(part["uri"] in items for part in item["associations"])
        assert len(item["descriptions"]) == desk.story(row.id).claims


def test_a_description_names_the_place_of_its_words(loaded: Loaded, texts: dict[str, str]) -> None:
    for item in loaded("ninjs"):
        for claim in item.get("descriptions", ()):
            doc, place = claim["role"].rsplit(" ", 1)[1].removeprefix("urn:secondsource:").split("#char=")
            start, end = map(int, place.split(","))
            assert texts[doc][start:end] == claim["value"]


def test_articles_can_be_added_again(desk: Desk, put: Callable[[bytes, str], Path]) -> None:
    with Desk.open(":memory:") as again:
        again.add([put(desk.export("ninjs"), "items.json")])
        bodies = {row.title: row.spans("body") for row in again.scan(records.Document)}
    for row in desk.scan(records.Document):
        if row.title:
            assert bodies[row.title]
