"""One affair from files to answers, through the command line alone."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from secondsource.cli.entry import cli

LISTS = (
    ["stories"], ["claims"], ["quotes"], ["figures"], ["events"], ["timeline"], ["sources"], ["search", "ferry"],
)  # fmt: skip


def story_of(ask):
    rows = json.loads(ask("stories", "--json").stdout)
    return next(row["id"] for row in rows if "erry" in row["title"])


def asked(ask, verb):
    return [*verb, story_of(ask)] if verb == ["timeline"] else verb


@pytest.mark.parametrize("verb", LISTS, ids=" ".join)
def test_a_table_fits_eighty_columns(ask, verb):
    shown = ask(*asked(ask, verb))
    assert shown.exit_code == 0
    assert all(len(line) <= 80 and line == line.rstrip() for line in shown.stdout.splitlines())


@pytest.mark.parametrize("verb", LISTS, ids=" ".join)
def test_all_forms_of_a_list_hold_the_same_rows(ask, verb):
    verb = asked(ask, verb)
    rows = json.loads(ask(*verb, "--json").stdout)
    lines = [json.loads(line) for line in ask(*verb, "--jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(ask(*verb, "--csv").stdout)))
    assert rows
    assert lines == rows
    assert [list(row) for row in table] == [list(row) for row in rows]


@pytest.mark.parametrize("verb", LISTS, ids=" ".join)
def test_every_row_of_the_data_points_at_its_words(ask, verb):
    for row in json.loads(ask(*asked(ask, verb), "--json").stdout):
        assert row["doc"].startswith("d")
        assert 0 <= row["start"] < row["end"]


def test_add_says_what_became_of_every_input(clippings, tmp_path):
    words = ["-s", str(tmp_path / "affair.db"), "add", str(clippings), "--meta", str(clippings / "meta.jsonl")]
    first, again = CliRunner().invoke(cli, words), CliRunner().invoke(cli, words)
    assert first.stdout == "read 3 new documents, 1 of them not analysed (not English), 1 input failed\n"
    assert "04-empty.txt: " in first.stderr
    assert again.stdout == "read 0 new documents, 3 known before, 1 input failed\n"
    assert (first.exit_code, again.exit_code) == (3, 3)


def test_a_dry_run_reports_and_writes_nothing(clippings, tmp_path):
    store = tmp_path / "affair.db"
    words = ["-s", str(store), "add", "--dry-run", str(clippings), "--outlet", "Kalder Post"]
    shown = CliRunner().invoke(cli, words, env={"COLUMNS": "80"})
    assert "3 documents, " in shown.stderr
    assert "nothing was written" in shown.stderr
    assert "Tidewater" in shown.stdout
    assert shown.stdout.count("Kalder ") == 2
    assert not store.exists()


def test_standard_input_is_a_document(tmp_path, clippings):
    store = tmp_path / "affair.db"
    text = (clippings / "01-ferry.txt").read_text(encoding="utf-8")
    added = CliRunner().invoke(cli, ["add", "-s", str(store), "-", "--outlet", "Kalder Post"], input=text)
    assert added.stdout == "read 1 new document\n"
    (row,) = json.loads(CliRunner().invoke(cli, ["search", "-s", str(store), "--json"]).stdout)
    assert (row["outlet"], row["path"]) == ("Kalder Post", "-")


def test_the_outlet_of_the_metadata_wins_over_the_one_for_all(clippings, tmp_path):
    words = ["-s", str(tmp_path / "a.db"), "add", str(clippings / "01-ferry.txt"), str(clippings / "03-ecole.txt"),
             "--meta", str(clippings / "meta.jsonl"), "--outlet", "Coast Radio"]  # fmt: skip
    CliRunner().invoke(cli, words)
    rows = json.loads(CliRunner().invoke(cli, ["-s", str(tmp_path / "a.db"), "search", "--json"]).stdout)
    assert {row["path"].rsplit("/", 1)[-1]: row["outlet"] for row in rows} == {
        "01-ferry.txt": "Kalder Post", "03-ecole.txt": "Coast Radio",
    }  # fmt: skip


def test_a_list_says_how_much_it_leaves_out(ask):
    shown = ask("quotes", "--limit", "1")
    total = len(json.loads(ask("quotes", "--json").stdout))
    assert shown.stderr == f"showing 1 of {total}; --all shows the rest\n"
    assert len(ask("quotes", "--limit", "1", "--jsonl").stdout.splitlines()) == 1
    assert ask("quotes", "--all").stderr == ""


def test_filters_narrow_a_list(ask):
    assert {row["speaker"] for row in json.loads(ask("quotes", "--speaker", "lund", "--json").stdout)} == {"Petra Lund"}
    days = {row["published"] for row in json.loads(ask("figures", "--since", "2026-01-15", "--json").stdout)}
    assert days == {"2026-01-15"}
    both = json.loads(ask("search", "ferry", "--source", "gazette", "--json").stdout)
    assert [row["outlet"] for row in both] == ["Tidewater Gazette"]
    assert ask("stories", "--until", "2020-01-01").exit_code == 1
    assert ask("claims", "--min-origins", "9").exit_code == 1


def test_an_outlet_carries_a_claim_and_does_not_say_it(ask):
    assert ask("claims", "--source", "kalder post").exit_code == 0
    assert ask("claims", "--speaker", "coast guard").exit_code == 0
    assert ask("claims", "--speaker", "northern wire").exit_code == 1


def test_a_search_may_be_narrowed_to_a_language_and_needs_no_words(ask):
    (row,) = json.loads(ask("search", "--lang", "fr", "--json").stdout)
    assert row["text"] == "Une école ferme à Sarn"
    assert len(json.loads(ask("search", "--json").stdout)) == 3
    assert ask("search", "ecole", "--lang", "en").exit_code == 1


def test_nothing_that_matches_is_exit_code_one(ask):
    shown = ask("search", "submarine")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (1, "", "nothing matched\n")
    assert ask("claims", "--about", "submarine", "--json").stdout == "[]\n"


@pytest.mark.parametrize("letter", ["s", "d", "c", "f", "a"])
def test_what_a_list_prints_can_be_shown_by_a_beginning_of_its_id(ask, letter):
    verb = {"s": "stories", "d": "search", "c": "claims", "f": "figures", "a": "quotes"}[letter]
    row = json.loads(ask(verb, "--json").stdout)[0]
    key = row["doc"] if letter == "d" else row["id"]
    assert key.startswith(letter)
    shown = ask("show", key[:7])
    assert shown.exit_code == 0
    assert key in shown.stdout
    assert json.loads(ask("show", key[:7], "--json").stdout)["id"] == key


def test_a_document_is_shown_with_what_was_cut(ask):
    key = json.loads(ask("search", "spokeswoman", "--json").stdout)[0]["doc"]
    shown = ask("show", key).stdout
    assert "[headline]\nFerry sinks off Kalder, 12 drowned\n" in shown
    assert "outlet     Kalder Post" in shown


def test_an_explanation_leads_to_the_bytes(ask, clippings):
    claim = json.loads(ask("claims", "--json").stdout)[0]["id"]
    found = json.loads(ask("explain", claim[:7], "--json").stdout)
    assert found["footings"]
    for footing in found["footings"]:
        text = (clippings / footing["path"].rsplit("/", 1)[-1]).read_text(encoding="utf-8")
        assert text[footing["start"] : footing["end"]] == footing["words"]
    shown = ask("explain", found["footings"][0]["id"]).stdout
    assert found["footings"][0]["sha256"] in shown
    assert shown.count("sha256") == 1


def test_status_counts_and_lists_what_failed(ask):
    assert json.loads(ask("status", "--json").stdout)["document"] == 3
    shown = ask("status")
    assert "1 in 'fr'" in shown.stderr
    assert "1 input failed" in shown.stderr
    (failed,) = json.loads(ask("status", "--failed", "--json").stdout)
    assert failed["path"].endswith("04-empty.txt")
    assert failed["reason"]


def test_everything_is_exported_as_json_lines(ask, tmp_path):
    shown = [json.loads(line) for line in ask("export", "jsonl").stdout.splitlines()]
    assert {"document", "section", "reject", "story", "attribution", "figure", "claim", "evidence"} <= {
        line["type"] for line in shown
    }
    written = ask("export", "jsonl", "-o", str(tmp_path / "all.jsonl"))
    assert written.stderr == f"{len(shown)} lines in {tmp_path / 'all.jsonl'}\n"
    assert len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()) == len(shown)


def test_a_site_is_written(ask, tmp_path):
    assert ask("export", "site", str(tmp_path / "out")).exit_code == 0
    assert "<html" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_the_doctor_finds_everything_in_order(ask):
    shown = ask("doctor")
    assert shown.exit_code == 0
    assert "FTS5 there" in shown.stdout
    assert "journal wal, check ok" in shown.stdout
    assert all(len(line) <= 80 for line in shown.stdout.splitlines() if not line.startswith("store"))


def test_the_demo_says_where_to_look(tmp_path):
    shown = CliRunner().invoke(cli, ["demo", str(tmp_path / "affair")], catch_exceptions=False)
    assert shown.exit_code == 0
    assert (tmp_path / "affair" / "site" / "index.html").exists()
    assert f"secondsource -s {tmp_path / 'affair' / 'secondsource.db'} serve" in shown.stdout
