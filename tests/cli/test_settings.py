"""Settings and source list from the command line: shown, changed, refused, and printed with what they bear on."""

from __future__ import annotations

import json

from click.testing import CliRunner

from secondsource.cli.entry import cli
from secondsource.errors import UsageError
from secondsource.pipeline import Desk, library
from secondsource.records import Claim


def call(store, *words):
    return CliRunner().invoke(cli, ["-s", str(store), *words])


def article(tmp_path):
    text = "MARLOW, March 2, 2031 - A judge sentenced 14 rebels on Tuesday.\n\nLena Ost said she was glad.\n"
    (tmp_path / "lamp.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "x.db"
    assert call(store, "add", str(tmp_path / "lamp.txt")).exit_code == 0
    return store


def test_a_setting_is_kept_and_shown(tmp_path):
    store = article(tmp_path)

    assert call(store, "settings", "own-voice", "folded").exit_code == 0
    assert json.loads(call(store, "settings", "--json").output)["own_voice"] == "folded"


def test_a_group_is_added_and_cleared(tmp_path):
    store = article(tmp_path)
    call(store, "settings", "one-party", "Velia = Marland")

    assert "Velia = Marland" in call(store, "settings").output
    assert "one-party  none" in call(store, "settings", "one-party", "none").output


def test_what_is_no_setting_is_refused_with_the_names_of_those_there_are(tmp_path):
    answer = call(article(tmp_path), "settings", "loudness", "5")

    assert isinstance(answer.exception, UsageError)
    assert "own-voice" in str(answer.exception)


def test_a_source_list_goes_out_and_comes_in(tmp_path):
    store = article(tmp_path)
    target = tmp_path / "list.tsv"
    target.write_text("outlet\tfamily\treliability\nDaily Lamp\tLamp Group\tb\n", encoding="utf-8")

    assert call(store, "sources", "--import", str(target)).exit_code == 0
    assert "Daily Lamp\t\tLamp Group\toutlet\t\tB" in call(store, "sources", "--export", "-").output


def test_a_faulty_list_changes_nothing(tmp_path):
    store = article(tmp_path)
    target = tmp_path / "list.tsv"
    target.write_text("outlet\trole\nDaily Lamp\tparrot\n", encoding="utf-8")

    answer = call(store, "sources", "--import", str(target))

    assert isinstance(answer.exception, UsageError)
    assert "line 2" in str(answer.exception)


def test_explain_prints_the_settings_that_a_count_rests_on(tmp_path):
    store = article(tmp_path)
    claim = json.loads(call(store, "claims", "--json").output)[0]

    assert "an outlet's own line counts apart" in call(store, "explain", claim["id"]).output
    assert json.loads(call(store, "explain", claim["id"], "--json").output)["settings"]


def test_the_page_of_a_claim_prints_the_settings_that_its_count_rests_on(tmp_path):
    store = article(tmp_path)
    call(store, "settings", "own-voice", "never")

    with Desk.open(store) as desk:
        (first, *_) = desk.scan(Claim)
        assert "an outlet's own line counts for nothing" in library.claim_page(desk, first.id).settings
