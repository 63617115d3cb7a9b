"""`check`: an exit code for scripts, rules in a file, and a draft held beside the store without a trace."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from secondsource import demo
from secondsource.cli.entry import cli
from secondsource.pipeline import Desk
from secondsource.store import MemoryStore

DRAFT = (
    "Varnian troops in Ostrel hills\n\nOSTREL, Kaldera - Varnia has sent as many as 1,200 soldiers across the border "
    "into the Ostrel hills, the Kalderan defense ministry said. Monitors of the Border Monitoring Mission said that "
    "500 cows had been stolen in Hallen.\n"
)


@pytest.fixture(scope="module")
def affair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("affair")
    with Desk.open(folder / "affair.db") as desk:
        desk.add(demo.write(folder / "articles"))
    return folder / "affair.db"


@pytest.fixture
def check(affair):
    return lambda *args, **more: CliRunner().invoke(
        cli, ["-s", str(affair), "check", *map(str, args)], catch_exceptions=False, **more
    )


@pytest.fixture
def check_file(affair, run, tmp_path):
    """Return a function that runs the verb on a file that holds a text, named behind some words."""

    def checked(text, *words):
        (tmp_path / "desk.toml").write_text(text, encoding="utf-8")
        return run("-s", affair, "check", *words, tmp_path / "desk.toml")

    return checked


def rows(result):
    return json.loads(result.stdout)


def test_a_hit_is_exit_code_one_and_no_hit_is_zero(check):
    assert check("--fail-on", "superseded").exit_code == 1
    nothing = check("--fail-on", "superseded", "--about", "no such words anywhere")
    assert (nothing.exit_code, nothing.stdout) == (0, "no hit\n")
    assert rows(check("--about", "no such words anywhere", "--json")) == []


def test_a_claim_of_a_status_is_found_with_the_rule_that_gave_it(check):
    found = rows(check("--fail-on", "denied-then-admitted", "--json"))
    assert {row["status"] for row in found} == {"denied_then_admitted"}
    assert all(row["why"] for row in found)


def test_a_claim_of_one_origin_is_found_whatever_its_status(check):
    found = rows(check("--fail-on", "one-origin", "--json"))
    assert found
    assert all(row["n_origins_low"] <= 1 for row in found)
    assert {row["status"] for row in found} > {"single_source"}


def test_a_line_that_is_not_counted_is_found_with_its_reason(check, affair):
    found = rows(check("--fail-on", "not_counted", "--json"))
    with Desk.open(affair) as desk:
        told = {(row.claim_id, row.span.start): row for one in desk.dossiers() for row in one.evidence}
    assert found
    for row in found:
        assert not told[row["claim"], row["start"]].counted
        assert row["why"] == told[row["claim"], row["start"]].why


def test_every_finding_points_at_its_words(check, affair):
    with Desk.open(affair) as desk:
        texts = {row.id: row.text for told in desk.dossiers() for row in told.documents.values()}
    for row in rows(check("--fail-on", "one_origin,superseded,not_counted", "--json")):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"]


def test_since_goes_by_the_last_change_of_status(check):
    kept = rows(check("--fail-on", "revised", "--since", "2026-03-01", "--json"))
    assert kept
    assert all(row["last"] >= "2026-03-01" for row in kept)
    assert len(kept) < len(rows(check("--fail-on", "revised", "--json")))
    assert check("--since", "last week").exit_code == 2


def test_what_cannot_be_looked_for_is_wrong_use(run, affair):
    code, _, said = run("-s", affair, "check", "--fail-on", "false")
    assert code == 2
    assert "'false' is nothing to look for" in said


def test_rules_from_a_file_each_find_under_their_own_name(check, tmp_path):
    rules = tmp_path / "desk.toml"
    rules.write_text(
        '[[rule]]\nname = "overtaken"\nfail-on = ["superseded"]\n\n'
        '[[rule]]\nname = "alone"\nfail-on = "one-origin"\nabout = "soldiers"\nsince = "2026-01-01"\nmin-origins = 1\n'
    )
    found = rows(check("--rules", rules, "--json"))
    assert {(row["rule"], row["condition"]) for row in found} == {("overtaken", "superseded"), ("alone", "one_origin")}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "it holds no [[rule]]"),
        ("[[rule]\n", "desk.toml"),
        ('[[rule]]\nfail_on = "disputed"\n', "rule 1: its fields are"),
        ('[[rule]]\nfail-on = ["untrue"]\n', "'untrue' is nothing to look for"),
        ('[[rule]]\nstatus = "true"\n', "'true' is no status"),
        ('[[rule]]\nmin-origins = "two"\n', "min-origins is a whole number"),
    ],
)
def test_a_file_of_rules_that_cannot_be_meant_is_wrong_use(check_file, text, complaint):
    code, _, said = check_file(text, "--rules")
    assert code == 2
    assert complaint in said


def test_the_lines_of_a_draft_stand_beside_the_claims_that_they_bear_on(check, tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    done = check(tmp_path / "draft.txt", "--json")
    assert done.exit_code == 1
    found = rows(done)
    for row in found:
        assert DRAFT[row["start"] : row["end"]] == row["text"]
        assert row["sentence"] in DRAFT
        assert row["sentence"][row["at"] :].startswith(row["text"])
    sent = next(row for row in found if "1,200" in row["text"] and row["beside"])
    assert sent["beside"]["status"] == "denied_then_admitted"
    cows = next(row for row in found if "500" in row["text"])
    assert (cows["beside"], [name for name, _ in cows["meets"]]) == (None, ["unsupported"])


def test_a_draft_leaves_no_trace_in_the_store(affair):
    with Desk.open(affair) as desk:
        before = desk.counts(), b"".join(repr(told).encode() for told in desk.dossiers())
    CliRunner().invoke(cli, ["-s", str(affair), "check", "-"], input=DRAFT)
    with Desk.open(affair) as desk:
        assert (desk.counts(), b"".join(repr(told).encode() for told in desk.dossiers())) == before


def test_a_draft_leaves_no_trace_in_memory_either(tmp_path):
    store = MemoryStore()
    desk = Desk(store)
    desk.add(demo.write(tmp_path / "articles"))
    before = desk.counts()
    day = max(told.published.day for one in desk.dossiers() for told in one.documents.values() if told.published)
    assert desk.check_draft(DRAFT, day=day)
    assert desk.counts() == before


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("\n", "the draft cannot be read"),
        ("Le maire de la ville a annoncé mercredi que l’école du quartier fermera ses portes cet été.\n" * 4, "'fr'"),
    ],
)
def test_a_draft_that_cannot_be_read_is_wrong_use(check_file, text, complaint):
    code, _, said = check_file(text)
    assert code == 2
    assert complaint in said
