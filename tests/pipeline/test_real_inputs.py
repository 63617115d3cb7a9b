"""What a folder of clippings holds in practice, and what becomes of each thing in it."""

from __future__ import annotations

import json
import os
import time

import pytest

from secondsource import ingest, records
from secondsource.pipeline import Desk

FERRY = "Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said.\n"
HOSPITAL = "At least 14 people died when the ferry Maren sank, the harbour hospital said on Thursday.\n"
KOREAN = (
    "정부는 화요일 항구에서 여객선이 침몰해 열두 명이 숨졌다고 밝혔다. 해경은 생존자를 찾고 있다고 말했다. "
    "선사는 과적 사실을 부인했으며 조사에 협조하겠다고 덧붙였다.\n"
)


@pytest.fixture
def desk():
    with Desk.open(":memory:") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "clippings"
    made.mkdir()
    (made / "ferry.txt").write_text(FERRY)
    return made


def paths(rows):
    return {row.path.rsplit("/", 1)[-1] for row in rows}


def reasons(report):
    return {row.path.rsplit("/", 1)[-1]: row.reason for row in report.rejected}


def exported(desk, tmp_path, name):
    with (tmp_path / name).open("w+", encoding="utf-8") as out:
        desk.export_jsonl(out)
        out.seek(0)
        return out.read()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("photo.txt", bytes(range(256)) * 40),
        ("feed.xml", b'<?xml version="1.0"?>\n<rss><channel><item><title>Ferry'),
        ("cut.jsonl", b'{"text": "Twelve people drow'),
    ],
)
def test_what_is_no_article_is_a_reject_and_stops_nothing(desk, folder, name, raw):
    (folder / name).write_bytes(raw)
    report = desk.add([folder])
    assert paths(desk.scan(records.Document)) == {"ferry.txt"}
    assert {path.split("!")[0] for path in reasons(report)} == {name}


def test_a_cut_last_line_costs_only_itself(desk, folder):
    whole = [json.dumps({"text": f"Ferry number {n} sank off Kalder on Tuesday, police said."}) for n in range(3)]
    (folder / "many.jsonl").write_text("\n".join(whole) + '\n{"text": "Ferry num')
    report = desk.add([folder])
    assert len(report.read) == 4
    assert list(reasons(report)) == ["many.jsonl!4"]


def test_ten_million_characters_are_no_article_and_cost_little(desk, folder):
    (folder / "archive.txt").write_text((FERRY + "\n") * (10_000_000 // len(FERRY)))
    begun = time.perf_counter()
    report = desk.add([folder])
    assert time.perf_counter() - begun < 20
    assert "more than any article has" in reasons(report)["archive.txt"]


def test_a_long_article_is_read_in_time(desk, folder):
    lines = [f"Spokeswoman Petra Lund {n} of Kalder Line {n} said that {n} people drowned.\n\n" for n in range(500)]
    (folder / "long.txt").write_text("".join(lines))
    begun = time.perf_counter()
    assert len(desk.add([folder]).read) == 2
    assert time.perf_counter() - begun < 60


def test_a_page_in_korean_is_kept_and_found_and_claims_nothing(desk, folder):
    (folder / "korean.txt").write_text(KOREAN, encoding="utf-8")
    report = desk.add([folder])
    (page,) = [row for row in desk.scan(records.Document) if row.language == "ko"]
    assert len(report.read) == 2
    assert not page.analysed
    assert [hit.doc_id for hit in desk.find("여객선이")] == [page.id]
    assert all(row.span.doc_id != page.id for row in desk.scan(records.Evidence))
    assert not list(desk.scan(records.Attribution))[1:]


def test_a_folder_that_holds_itself_is_read_once(desk, folder):
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert len(desk.add([folder]).read) == 1


def test_the_same_file_twice_is_one_document(desk, folder):
    report = desk.add([folder, folder / "ferry.txt", folder / "*.txt"])
    assert len(report.read) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_a_reject(desk, folder):
    (folder / "secret.txt").write_text(HOSPITAL)
    (folder / "secret.txt").chmod(0)
    assert reasons(desk.add([folder])) == {"secret.txt": "permission denied"}


def test_a_file_name_that_is_no_unicode_is_kept_escaped(desk, folder):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(HOSPITAL)
    desk.add([folder])
    assert r"caf\xe9.txt" in paths(desk.scan(records.Document))


def test_a_file_that_is_gone_stays_in_the_store(desk, folder):
    desk.add([folder])
    (folder / "ferry.txt").unlink()
    (folder / "hospital.txt").write_text(HOSPITAL)
    assert len(desk.add([folder]).read) == 1
    assert paths(desk.scan(records.Document)) == {"ferry.txt", "hospital.txt"}


def test_the_metadata_beside_the_articles_is_used_and_is_no_input(desk, folder):
    line = {"file": "ferry.txt", "outlet": "Kalder Post", "published": "2026-01-14"}
    (folder / "meta.jsonl").write_text(json.dumps(line) + "\n")
    report = desk.add([folder])
    (row,) = desk.scan(records.Document)
    assert (row.outlet, row.published.value, report.rejected) == ("Kalder Post", "2026-01-14", ())


def test_what_the_user_says_wins_over_the_metadata_beside_the_articles(desk, folder):
    (folder / "meta.jsonl").write_text('{"file": "ferry.txt", "outlet": "Kalder Post"}\n')
    desk.add([folder], given={"ferry.txt": ingest.Given(outlet="Coast Radio")})
    assert [row.outlet for row in desk.scan(records.Document)] == ["Coast Radio"]


@pytest.mark.parametrize(
    "line",
    [
        {"file": "ferry.txt", "outlet": "Kalder Post", "text": HOSPITAL},
        {"file": "missing.txt", "outlet": "Kalder Post"},
        {"file": "ferry.txt"},
        {"outlet": "Kalder Post"},
        ["ferry.txt"],
    ],
)
def test_a_file_that_may_be_more_than_metadata_stays_an_input(folder, line):
    (folder / "meta.jsonl").write_text(json.dumps(line) + "\n")
    pile = ingest.sorted_out([folder / "ferry.txt", folder / "meta.jsonl"], {})
    assert (len(pile.articles), pile.sidecars, dict(pile.given)) == (2, (), {})


def test_a_pool_reads_the_same_as_one_process(folder, tmp_path, monkeypatch):
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{number} {HOSPITAL}{FERRY}Harbour master Ole Brenn denied it.\n")
    monkeypatch.setattr("secondsource.pipeline.pool.POOL_FROM", 2)
    with Desk.open(":memory:") as one, Desk.open(":memory:") as pool:
        one.add([folder])
        pool.add([folder], workers=2)
        assert exported(one, tmp_path, "one") == exported(pool, tmp_path, "pool")


def test_the_story_of_a_document_is_found_also_after_it_moved(desk, folder):
    desk.add([folder])
    (ferry,) = desk.scan(records.Document)
    before = desk.story_of(ferry.id)
    (folder / "again.txt").write_text(f"Kalder, Wednesday. {FERRY}")
    desk.add([folder])
    after = desk.story_of(ferry.id)
    assert ferry.id in before.doc_ids
    assert len(after.doc_ids) == 2
    assert desk.story_of("dnothing") is None


def test_every_story_has_a_summary_and_none_is_left_behind(desk, folder):
    desk.add([folder])
    (folder / "hospital.txt").write_text(HOSPITAL)
    (folder / "again.txt").write_text(f"Kalder, Wednesday. {FERRY}")
    desk.add([folder])
    stories = {row.id: row for row in desk.scan(records.Story)}
    lines = {key: line.id for line in desk.scan(records.Storyline) for key in line.story_ids}
    assert {row.id: row.storyline_id for row in desk.scan(records.Summary)} == lines
    assert stories.keys() == lines.keys()


def test_a_file_that_was_empty_and_is_filled_is_no_reject_any_more(tmp_path):
    path = tmp_path / "late.txt"
    path.write_text("", "utf-8")
    with Desk.open(":memory:") as desk:
        assert [row.path for row in desk.add([path]).rejected] == [str(path)]
        path.write_text("The ferry sank off Torran island late on Saturday, the coast guard said on Sunday.", "utf-8")
        desk.add([path])
        assert list(desk.scan(records.Reject)) == []
        assert [row.path for row in desk.scan(records.Document)] == [str(path)]
