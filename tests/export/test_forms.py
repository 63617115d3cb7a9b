"""What all formats promise: equal bytes, words of a source only, no verdict, the counts of the pages."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest

from secondsource import records
from secondsource.errors import UsageError
from secondsource.export.forms import FORMS
from secondsource.pipeline import Desk

STATEMENTS = ["annotations", "prov", "schemaorg", "ftm", "stix", "ninjs", "vegalite"]
VERDICTS = re.compile(r"\b(true|false|verified|debunked|credib\w*|ClaimReview|rating\w*)\b", re.IGNORECASE)


def parsed(desk: Desk, form: str) -> object:
    content = desk.export(form)
    return [json.loads(line) for line in content.splitlines()] if form == "ftm" else json.loads(content)


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield all strings of a JSON value with the key that they stand under."""
    if isinstance(value, str):
        yield key, value
    for name, one in value.items() if isinstance(value, dict) else ():
        yield name, name
        yield from strings(one, name)
    for one in value if isinstance(value, list) else ():
        yield from strings(one, key)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_records_make_the_same_bytes(desk: Desk, form: str) -> None:
    assert desk.export(form) == desk.export(form)


@pytest.mark.parametrize("form", FORMS)
def test_every_format_can_write_an_empty_store(form: str) -> None:
    with Desk.open(":memory:") as empty:
        empty.export(form)


@pytest.mark.parametrize("form", FORMS)
def test_a_story_alone_is_smaller_than_everything(desk: Desk, form: str) -> None:
    story = desk.stories()[0].id
    assert len(desk.export(form, story=story)) < len(desk.export(form))


@pytest.mark.parametrize("form", STATEMENTS)
def test_every_long_string_is_words_of_a_source_or_of_the_program(desk: Desk, texts: dict[str, str], form: str) -> None:
    whys = {row.why for row in desk.scan(records.Evidence)}
    for key, value in strings(parsed(desk, form)):
        if len(value.split()) > 6 and key not in {"schema", "filter", "role"} and value not in whys:
            folded = " ".join(value.split())
            assert any(value in text or folded in " ".join(text.split()) for text in texts.values()), (key, value)


@pytest.mark.parametrize("form", STATEMENTS)
def test_no_label_is_a_verdict(desk: Desk, texts: dict[str, str], form: str) -> None:
    for _key, value in strings(parsed(desk, form)):
        if VERDICTS.search(value):
            assert any(value in text for text in texts.values()), value


def test_a_story_has_the_same_counts_in_every_export_as_on_its_page(desk: Desk) -> None:
    stix = {one["name"]: one for one in json.loads(desk.export("stix"))["objects"] if one["type"] == "report"}
    markdown, html = desk.export("markdown").decode(), desk.export("html").decode()
    for row in desk.stories():
        page = desk.story(row.id)
        (words,) = stix[" ".join(page.title.text.split())]["extensions"].values()
        assert words["claims"] == page.claims
        assert (words["outlets"], words["texts"]) == (page.counts.outlets, page.counts.texts)
        assert (words["n_origins_low"], words["n_origins"]) == (page.counts.origins_low, page.counts.origins)
        numbers = [page.counts.outlets, page.counts.texts, page.counts.span, page.claims]
        assert "| " + " | ".join(map(str, numbers)) in markdown
        assert "".join(f"<td>{number}</td>" for number in numbers) in html


def test_a_claim_has_the_same_counts_in_every_export_as_in_the_list(desk: Desk) -> None:
    noted = {one["id"]: one for one in json.loads(desk.export("annotations"))["items"]}
    entities = json.loads(desk.export("prov"))["entity"]
    linked = {one["@id"]: one for one in json.loads(desk.export("schemaorg"))["@graph"]}
    for row in desk.claims():
        tags = {body["value"] for body in noted[f"urn:secondsource:{row.id}"]["body"]}
        assert {f"outlets:{row.outlets}", f"texts:{row.texts}", f"origins:{row.n_origins_low}-{row.n_origins}"} <= tags
        assert entities[f"ss:{row.id}"]["ss:n_origins"] == row.n_origins
        assert linked[f"urn:secondsource:{row.id}"]["ss:against"] == row.n_against


def test_an_unknown_format_is_named_with_those_that_there_are(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no format 'docx'; there are jsonl"):
        desk.export("docx")


def test_the_time_of_an_export_is_the_one_that_was_given(desk: Desk) -> None:
    content = desk.export("stix", at=dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC))
    assert {one["created"] for one in json.loads(content)["objects"]} == {"2026-03-01T12:30:00.000Z"}
