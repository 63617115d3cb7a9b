"""What an addition changed: a claim is known by its lines, whatever id it has, and nothing is told twice."""

from __future__ import annotations

import dataclasses

import pytest

from secondsource import demo
from secondsource.ingest import read_given
from secondsource.pipeline import Desk
from secondsource.pipeline.changes import changes, standing
from secondsource.records import Assessment, Evidence


@pytest.fixture
def articles(tmp_path):
    """Return the demo's articles, the latest first, and what is known about them."""
    paths = demo.write(tmp_path / "articles")
    return sorted(map(str, paths), reverse=True), read_given(tmp_path / "articles" / demo.METADATA)


def test_in_an_empty_store_every_claim_is_new(articles):
    paths, given = articles
    with Desk.open(":memory:") as desk:
        before = standing(desk)
        desk.add(paths, given=given)
        found = changes(desk, before)
        assert {one.row.id for one in found} == {row.claim_id for row in desk.scan(Assessment)}
        assert {(one.change, one.before) for one in found} == {("new", None)}


def test_nothing_changed_where_nothing_was_added(articles):
    paths, given = articles
    with Desk.open(":memory:") as desk:
        desk.add(paths, given=given)
        before = standing(desk)
        desk.add(paths, given=given)
        assert changes(desk, before) == ()


def test_a_claim_with_a_known_line_is_never_new(articles):
    paths, given = articles
    seen = 0
    with Desk.open(":memory:") as desk:
        for path in paths:
            before = standing(desk)
            desk.add([path], given=given)
            lines = {}
            for row in desk.scan(Evidence):
                lines.setdefault(row.claim_id, set()).add(row.span)
            for one in changes(desk, before):
                if one.change == "new":
                    assert not lines[one.row.id] & before.at.keys(), one.row.gist
                    seen += 1
    assert seen > 10


def test_a_changed_status_is_told_with_the_one_before(articles):
    paths, given = articles
    with Desk.open(":memory:") as desk:
        told = []
        for path in reversed(paths):
            before = standing(desk)
            desk.add([path], given=given)
            told += [one for one in changes(desk, before) if one.change == "status"]
    assert told
    assert all(one.before not in {None, one.row.status} for one in told)
    assert "denied_then_admitted" in {one.row.status for one in told}


def test_a_claim_whose_id_changed_keeps_its_status_of_before(articles):
    paths, given = articles
    with Desk.open(":memory:") as desk:
        desk.add(paths, given=given)
        now = standing(desk)
        names = {key: f"c{number}" for number, key in enumerate(now.statuses)}
        renamed = dataclasses.replace(
            now,
            statuses={names[key]: status for key, status in now.statuses.items()},
            at={span: tuple(names[key] for key in claims if key in names) for span, claims in now.at.items()},
        )
        assert changes(desk, renamed) == ()
