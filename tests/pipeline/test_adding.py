"""What `add` keeps when it is stopped, and what it replaces."""

from __future__ import annotations

import json

import pytest

from secondsource import records
from secondsource.ingest import Given
from secondsource.pipeline import Desk, desk


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    lines = [
        json.dumps(
            {"text": f"Ferry number {number} sank off Kalder on Tuesday, the coast guard said. Nobody was hurt."}
        )
        for number in range(250)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_one_large_file_that_is_stopped_keeps_what_was_read_of_it(articles, monkeypatch):
    def stopped(path, **options):
        for number, item in enumerate(read(path, **options)):
            if number == 249:
                raise KeyboardInterrupt
            yield item

    read = desk.read
    opened = Desk.open(":memory:")
    with monkeypatch.context() as patch:
        patch.setattr(desk, "read", stopped)
        with pytest.raises(KeyboardInterrupt):
            opened.add([articles])
    assert opened.counts()["Document"] == 200
    report = opened.add([articles])
    assert (len(report.read), len(report.known)) == (50, 200)


def test_the_same_file_with_other_metadata_takes_the_place_of_what_it_was(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said.\n")
    opened = Desk.open(":memory:")
    opened.add([path], given={"ferry.txt": Given(outlet="Kalder Post")})
    opened.add([path], given={"ferry.txt": Given(outlet="Tidewater Gazette")})
    assert [row.outlet for row in opened.scan(records.Document)] == ["Tidewater Gazette"]


def test_inputs_without_any_document_are_no_fault(tmp_path):
    (tmp_path / "empty.txt").write_text("\n")
    opened = Desk.open(":memory:")
    assert len(opened.add([tmp_path]).rejected) == 1
    assert opened.stories() == ()
    assert opened.claims() == []
