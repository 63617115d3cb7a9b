"""What `add` keeps when it is stopped, and what it replaces."""

from __future__ import annotations

import json
import zipfile

import pytest

from secondsource import records
from secondsource.ingest import Given, read_bytes
from secondsource.pipeline import Desk, intake
from secondsource.store.base import BOOKS, KINDS


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

    read = intake.read
    opened = Desk.open(":memory:")
    with monkeypatch.context() as patch:
        patch.setattr(intake, "read", stopped)
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


ONE = "Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said. Nobody else was hurt.\n"
TWO = "The council of Kalder voted on Monday for a new harbour wall, the mayor said. It will cost four million.\n"


@pytest.fixture
def reads(monkeypatch):
    """Return the list of names of the files that were read, which grows as they are."""
    named, real = [], intake.read

    def noted(path, **options):
        named.append(path.name)
        return real(path, **options)

    monkeypatch.setattr(intake, "read", noted)
    return named


def everything(opened):
    return {kind: list(opened.scan(kind)) for kind in (*KINDS, *BOOKS)}


def zipped(path, **texts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return path.read_bytes()


def test_the_same_files_again_are_not_read_and_change_nothing(tmp_path, reads):
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "empty.txt").write_text("\n")
    zipped(tmp_path / "pack.zip", two=TWO, void="")
    opened = Desk.open(":memory:")
    first = opened.add([tmp_path], given={"one.txt": Given(retrieved="2026-01-14T08:00")})
    before = everything(opened)
    reads.clear()
    again = opened.add([tmp_path], given={"one.txt": Given(retrieved="2026-01-15T08:00")})
    assert reads == []
    assert everything(opened) == before
    assert (again.read, set(again.known)) == ((), set(first.read))
    assert {row.id for row in again.rejected} == {row.id for row in first.rejected}
    assert len(again.rejected) == 2


def test_a_changed_file_is_read_again_and_the_others_are_not(tmp_path, reads):
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text)
    opened = Desk.open(":memory:")
    opened.add([tmp_path])
    reads.clear()
    (tmp_path / "one.txt").write_text(ONE.replace("Twelve", "Thirteen"))
    report = opened.add([tmp_path])
    assert reads == ["one.txt"]
    assert (len(report.read), len(report.known)) == (1, 1)


def test_a_file_is_read_again_when_the_rules_of_reading_are_others(tmp_path, reads, monkeypatch):
    (tmp_path / "one.txt").write_text(ONE)
    opened = Desk.open(":memory:")
    opened.add([tmp_path])
    monkeypatch.setattr(intake, "reading", lambda: "another")
    opened.add([tmp_path])
    assert reads == ["one.txt", "one.txt"]


def test_a_broken_archive_that_was_repaired_is_no_longer_a_failed_input(tmp_path):
    path = tmp_path / "pack.zip"
    whole = zipped(path, one=ONE, two=TWO)
    path.write_bytes(whole[: len(whole) // 2])
    opened = Desk.open(":memory:")
    assert opened.add([path]).rejected
    path.write_bytes(whole)
    report = opened.add([path])
    assert report.rejected == ()
    assert list(opened.scan(records.Reject)) == []
    assert opened.counts()["Document"] == 2


def test_an_input_read_elsewhere_takes_back_the_reject_of_what_it_was_packed_in():
    opened = Desk.open(":memory:")
    broken, other = (
        records.Reject("r1", "-", "packed data that breaks off"),
        records.Reject("r2", "-!2", "no article"),
    )
    opened.add_items([broken, other])
    opened.add_items(read_bytes(ONE.encode(), "-!1", lexicon=opened.lexicon))
    assert [row.id for row in opened.scan(records.Reject)] == ["r2"]


def test_a_text_that_two_files_hold_stays_while_one_of_them_has_it(tmp_path):
    for name in ("one.txt", "same.txt"):
        (tmp_path / name).write_text(ONE)
    opened = Desk.open(":memory:")
    (key,) = opened.add([tmp_path]).read
    opened.add([tmp_path], given={"same.txt": Given(outlet="Kalder Post")})
    assert key in {row.id for row in opened.scan(records.Document)}
    assert opened.counts()["Document"] == 2


def test_a_list_of_feeds_is_always_read_since_the_feeds_may_change(tmp_path, reads):
    item = f"<item><title>Ferry</title><description>{ONE}</description></item>"
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel><title>Kalder Post</title>{item}</channel></rss>")
    (tmp_path / "list.opml").write_text(
        "<opml version='2.0'><body><outline text='Post' type='rss' xmlUrl='feed.xml'/></body></opml>"
    )
    opened = Desk.open(":memory:")
    for _ in range(2):
        opened.add([tmp_path / "list.opml"])
    assert reads == ["list.opml", "list.opml"]


PILE = [
    ("Kalder Post", "2026-01-14", ONE),
    (
        "Tidewater Gazette",
        "2026-01-15",
        ONE.replace("Twelve", "Thirteen").replace("Nobody else was hurt", "Two are missing"),
    ),
    ("Vell Herald", "2026-01-15", TWO),
    (
        "Torran Times",
        "2026-01-14",
        ONE + "The ferry had left Vell at noon, its owner told the Torran Times on Wednesday.\n",
    ),
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
def test_articles_that_come_one_by_one_make_the_stories_and_claims_of_one_batch(tmp_path, order):
    given = {}
    for number, (outlet, day, text) in enumerate(PILE):
        (tmp_path / f"{number}.txt").write_text(text)
        given[f"{number}.txt"] = Given(outlet=outlet, published=day)
    batch, grown = Desk.open(":memory:"), Desk.open(":memory:")
    batch.add([tmp_path], given=given)
    for number in order:
        grown.add([tmp_path / f"{number}.txt"], given=given)
    assert everything(grown) == everything(batch)


HOUSE = "Our newsroom stands in the old customs hall beside the harbour of Vell and welcomes visitors.\n"
LONGER = (
    ONE + "The ferry had left Vell at noon with a school class on board, as it does each day of the week in summer.\n",
    TWO + "It will stand where the old one broke in the storms of the last two winters, when the sea came in.\n",
)


def test_what_the_next_page_of_an_outlet_repeats_is_no_longer_read_as_text(tmp_path):
    given = {f"{number}.txt": Given(outlet="Vell Herald", published="2026-01-14") for number in range(2)}
    for number, text in enumerate(LONGER):
        (tmp_path / f"{number}.txt").write_text(text + HOUSE)
    opened = Desk.open(":memory:")
    for number, found in enumerate(("body", "boilerplate")):
        opened.add([tmp_path / f"{number}.txt"], given=given)
        kinds = {
            section.kind
            for document in opened.scan(records.Document)
            for section in document.sections
            if document.slice(section.span) == HOUSE.strip()
        }
        assert kinds == {found}
    before = everything(opened)
    opened.add([tmp_path], given=given)
    assert everything(opened) == before
