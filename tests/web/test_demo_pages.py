"""The pages of the bundled affair, read by the whole program: one set of numbers, no line without its words."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from secondsource import demo, web
from secondsource.cli.entry import cli
from secondsource.ingest import read_given
from secondsource.page.words import Line, Words
from secondsource.pipeline import Desk, library
from secondsource.records import Claim, Document, Story
from tests.page.test_lines_and_their_spans import walk
from tests.web.client import Client
from tests.web.pages import Page

NUMBERS = ("outlets", "texts", "n_origins", "n_origins_low")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("affair")
    paths = demo.write(folder / "articles")
    with Desk.open(folder / "affair.db") as desk:
        desk.add(paths, given=read_given(folder / "articles" / demo.METADATA))
    return folder / "affair.db"


@pytest.fixture(scope="module")
def desk(store: Path) -> Iterator[Desk]:
    with Desk.open(store) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(desk: Desk) -> Client:
    return Client(web.app(desk))


@pytest.fixture(scope="module")
def exported(desk: Desk) -> list[dict[str, object]]:
    out = io.StringIO()
    desk.export_jsonl(out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def listed(store: Path, *verb: str) -> dict[str, dict[str, object]]:
    """Return what a verb of the command line lists, by id."""
    answer = CliRunner().invoke(cli, ["-s", str(store), *verb, "--json", "--all"], catch_exceptions=False)
    return {row["id"]: row for row in json.loads(answer.stdout)}


def paths(desk: Desk) -> list[str]:
    kinds = (("story", Story), ("lineage", Story), ("claim", Claim), ("document", Document), ("history", Document))
    records = [f"/{name}/{found.id}" for name, kind in kinds for found in desk.scan(kind)]
    return ["/", "/sources", "/rejects", "/about", "/search?q=soldiers", *records]


def counts(row: dict[str, object]) -> tuple[object, ...]:
    return tuple(row[name] for name in NUMBERS)


def counts_of_page(model: dict[str, dict[str, object]]) -> tuple[object, ...]:
    found = model["counts"]
    return tuple(found[name] for name in ("outlets", "texts", "origins", "origins_low"))


def test_a_story_has_the_same_numbers_on_its_page_in_the_list_and_on_the_command_line(
    store: Path, site: Client
) -> None:
    rows = {row["id"]: row for row in site.get("/api/stories").json()["rows"]}
    told = listed(store, "stories")
    assert set(rows) == set(told)
    for key, row in told.items():
        model = site.get(f"/api/story/{key}").json()
        assert counts(row) == counts_of_page(model) == counts_of_page(rows[key])
        assert (row["docs"], row["claims"]) == (model["documents"], model["claims"])
        assert [row[name] for name in ("disputed", "denied", "revised")] == [
            model["open"][name] for name in ("disputed", "denied", "revised")
        ]


def test_the_page_of_a_story_prints_its_numbers(store: Path, site: Client) -> None:
    for key, row in listed(store, "stories").items():
        flat = " ".join(Page(site.get(f"/story/{key}").text).text.split())
        low, high = row["n_origins_low"], row["n_origins"]
        span = f"{low}–{high}" if low < high else str(high)
        assert re.search(rf"outlets?{row['outlets']} printed it", flat)
        assert re.search(rf"texts?{row['texts']} ", flat)
        assert re.search(rf"origins?{span} say", flat)


def test_a_claim_has_the_same_numbers_on_its_page_on_the_command_line_and_in_the_export(
    store: Path, site: Client, exported: list[dict[str, object]]
) -> None:
    told = listed(store, "claims")
    written = {row["id"]: row for row in exported if row["type"] == "claim"}
    assert set(told) == set(written)
    for key, row in written.items():
        model = site.get(f"/api/claim/{key}").json()
        assert counts(row) == counts(told[key]) == counts_of_page(model)
        assert row["status"] == told[key]["status"] == model["status"]["status"]
        assert row["origins"] == told[key]["origins"] == model["origins"]
        assert model["gist"]["target"]["doc_id"] == row["gist_doc"]


def test_a_claim_has_the_same_evidence_on_its_page_and_in_the_export(
    site: Client, exported: list[dict[str, object]]
) -> None:
    evidence = [row for row in exported if row["type"] == "evidence"]
    total = Counter(row["claim"] for row in evidence)
    counted = Counter(row["claim"] for row in evidence if row["counted"])
    against = Counter(row["claim"] for row in evidence if row["stance"] in {"denies", "disputes"})
    for key, number in total.items():
        model = site.get(f"/api/claim/{key}").json()
        assert (model["evidence"], model["opposed"]) == (number, against[key])
        assert model["evidence"] - model["uncounted"] == counted[key]
        text = site.get(f"/claim/{key}").text
        assert text.count('<td class="date">') >= number


def test_the_origins_of_a_story_are_those_of_its_claims(site: Client, exported: list[dict[str, object]]) -> None:
    for told in (row for row in exported if row["type"] == "story"):
        claims = [row for row in exported if row["type"] == "claim" and row["story"] == told["id"]]
        names = {name for row in claims for name in row["origins"]}
        model = site.get(f"/api/story/{told['id']}").json()
        assert set(model["origins"]) == names
        drawn = model["lineage"]["origins"] + model["lineage"]["hidden_origins"]
        assert drawn + len(model["own_voice"]) >= len(names)


def test_every_printed_line_stands_at_its_span(desk: Desk) -> None:
    documents = {found.id: found for found in desk.scan(Document)}
    models: list[object] = [library.story_page(desk, found.id) for found in desk.scan(Story)]
    models += [library.lineage_page(desk, found.id) for found in desk.scan(Story)]
    models += [library.claim_page(desk, found.id) for found in desk.scan(Claim)]
    models += [library.document_page(desk, key) for key in documents]
    models += [library.source_list(desk), library.story_list(desk, library.Asked()), library.search_page(desk, "said")]
    seen = 0
    for part in (part for model in models for part in walk(model)):
        if isinstance(part, Words):
            seen += 1
            assert part.text == documents[part.span.doc_id].slice(part.span)
        if isinstance(part, Line):
            assert all(mark.within(part.words.span) for mark in part.marks)
    assert seen > 1000


def test_quotation_marks_are_printed_only_where_a_document_has_them(desk: Desk, site: Client) -> None:
    held = "".join(found.text for found in desk.scan(Document))
    for path in paths(desk):
        for words in re.findall(r"“([^”]{12,60})”", Page(site.get(path).text).text):
            assert " ".join(words.split()) in " ".join(held.split()), path


def test_no_sentence_is_led_with_twice_unless_it_is_contested(desk: Desk) -> None:
    for found in desk.scan(Story):
        page = library.story_page(desk, found.id)
        calm = [row.gist.words.span for row in page.highlights if row.status in {"single_source", "corroborated"}]
        if len(page.highlights) < page.claims:
            assert len(calm) == len(set(calm))
        below = [row.gist.words.span for row in page.unconfirmed]
        assert not set(below) & {row.gist.words.span for row in page.highlights}


def test_words_that_say_nothing_by_themselves_come_last(desk: Desk) -> None:
    for found in desk.scan(Story):
        rows = library.story_page(desk, found.id).highlights
        assert not any(row.gist.fragment for row in rows[:3])


def test_every_page_has_a_title_of_its_own_and_its_twin(desk: Desk, site: Client) -> None:
    titles = Counter()
    for path in paths(desk):
        page = Page(site.get(path).text)
        title = re.search(r"<title>(.*?) · Second Source</title>", page.html, re.DOTALL)
        assert title, path
        assert title.group(1).strip(), path
        titles[title.group(1)] += not path.startswith("/claim/")
        twins = [address for address in page.values("href") if address.startswith("/api/")]
        assert twins, path
        assert site.get(twins[0]).status_code == 200
    assert titles.most_common(1)[0][1] <= 2


def test_every_page_is_small(desk: Desk, site: Client) -> None:
    for path in paths(desk):
        assert len(site.get(path).content) < 100_000, path


@pytest.fixture(scope="module")
def folder(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("out") / "site"
    web.write_site(desk, written)
    return written


def test_every_link_of_the_folder_arrives(folder: Path) -> None:
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    ids = {path: set(page.values("id")) for path, page in pages.items()}
    seen = 0
    for path, page in pages.items():
        for address in page.values("href") + page.values("src"):
            assert not re.match(r"[a-z]+:|/", address), address
            name, _, anchor = unquote(address).partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.is_relative_to(folder.resolve())
            assert target.is_file(), (path.name, address)
            assert not anchor or anchor in ids[target], (path.name, address)
            seen += 1
    assert seen > 1000


def test_an_empty_store_says_what_to_do_next() -> None:
    with Desk.open(":memory:") as desk:
        site = Client(web.app(desk))
        assert "secondsource add" in site.get("/").text
        for path in ("/sources", "/rejects", "/about", "/search?q=x", "/search"):
            assert site.get(path).status_code == 200
