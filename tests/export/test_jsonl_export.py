from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from secondsource import demo, records
from secondsource.ingest import read_given
from secondsource.pipeline import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("export")
    opened = Desk.open(":memory:")
    opened.add(demo.write(folder), given=read_given(folder / demo.METADATA))
    return opened


@pytest.fixture(scope="module")
def lines(desk: Desk) -> list[dict[str, Any]]:
    out = io.StringIO()
    desk.export_jsonl(out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_line_opens_with_its_type(lines: list[dict[str, Any]]) -> None:
    assert all(next(iter(line)) == "type" for line in lines)


def test_words_are_the_characters_at_their_offsets(desk: Desk, lines: list[dict[str, Any]]) -> None:
    documents = {row.id: row.text for row in desk.scan(records.Document)}
    spans = [line for line in lines if {"doc", "start", "end", "text"} <= set(line)]
    assert spans
    for line in spans:
        assert documents[line["doc"]][line["start"] : line["end"]] == line["text"]


def test_each_gist_and_title_is_in_a_source(desk: Desk, lines: list[dict[str, Any]]) -> None:
    texts = [row.text for row in desk.scan(records.Document)]
    printed = [line["gist"] for line in lines if line["type"] == "claim"]
    printed += [line["title"] for line in lines if line["type"] == "story"]
    assert printed
    assert all(any(words in text for text in texts) for words in printed)


def test_counts_agree_between_lists_and_export(desk: Desk, lines: list[dict[str, Any]]) -> None:
    def number(kind: str) -> int:
        return sum(line["type"] == kind for line in lines)

    assert number("claim") == len(desk.claims())
    assert number("figure") == len(desk.figures())
    assert number("attribution") == len(desk.quotes())
    assert number("story") == len(desk.stories())


def test_evidence_belongs_to_exported_claims(lines: list[dict[str, Any]]) -> None:
    claims = {line["id"] for line in lines if line["type"] == "claim"}
    assert {line["claim"] for line in lines if line["type"] == "evidence"} == claims


def test_every_type_is_described_in_the_docs(lines: list[dict[str, Any]]) -> None:
    described = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    for line in lines:
        assert f"`{line['type']}`" in described
