"""The description of the JSON twins for other programs.

Source: OpenAPI Specification 3.1.0; the schemas are made from the classes that the pages are made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from secondsource import __version__
from secondsource.web.twins import TWINS, Query, Twin

_ERROR = "Error"


@dataclass(frozen=True, slots=True)
class Error:
    """What is returned where there is no such record, or the query cannot be meant."""

    error: str


@cache
def document() -> bytes:
    """Return the description as JSON."""
    models = [twin.model for twin in TWINS]
    schemas, components = msgspec.json.schema_components([*models, Error], ref_template="#/components/schemas/{name}")
    found = {
        "openapi": "3.1.0",
        "info": {
            "title": "Second Source",
            "version": __version__,
            "description": "Every page as JSON. Offsets are half-open code points into the text of a document.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {twin.path: {"get": _operation(twin, schema)} for twin, schema in zip(TWINS, schemas, strict=False)},
        "components": {"schemas": components},
    }
    return msgspec.json.encode(found)


def _operation(twin: Twin, schema: Mapping[str, object]) -> Mapping[str, object]:
    name = "_".join(part for part in twin.path.split("/")[2:] if not part.startswith("{"))
    answers = {"200": {"description": twin.what, "content": {"application/json": {"schema": schema}}}}
    if twin.keys or name == "beside":
        error = {"$ref": f"#/components/schemas/{_ERROR}"}
        answers["404"] = {"description": "No such record", "content": {"application/json": {"schema": error}}}
    return {
        "operationId": name,
        "summary": twin.what,
        "parameters": [*map(_key, twin.keys), *map(_query, twin.query)],
        "responses": answers,
    }


def _key(name: str) -> Mapping[str, object]:
    return {"name": name, "in": "path", "required": True, "description": "Id", "schema": {"type": "string"}}


def _query(query: Query) -> Mapping[str, object]:
    one: Mapping[str, object] = {"type": "string", "enum": list(query.values)} if query.values else {"type": "string"}
    schema = {"type": "array", "items": one} if query.many else one
    return {"name": query.name, "in": "query", "required": False, "description": query.what, "schema": schema}
