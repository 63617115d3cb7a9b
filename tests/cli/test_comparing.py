"""`beside` and `events`: who says what on the same claims, and what is said to have happened."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from secondsource import demo
from secondsource.cli.entry import cli
from secondsource.pipeline import Desk
from secondsource.records import Evidence


@pytest.fixture(scope="module")
def affair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("affair")
    with Desk.open(folder / "affair.db") as desk:
        desk.add(demo.write(folder / "articles"))
    return folder / "affair.db"


@pytest.fixture(scope="module")
def admitted(affair):
    """Return the claim that was denied and admitted, with its evidence."""
    with Desk.open(affair) as desk:
        claim = next(row for row in desk.claims() if row.status == "denied_then_admitted")
        return claim, [row for row in desk.scan(Evidence) if row.claim_id == claim.id]


@pytest.fixture
def ask(affair):
    return lambda *args: CliRunner().invoke(cli, ["-s", str(affair), *args], catch_exceptions=False)


def test_two_documents_are_set_side_by_side_by_their_ids(ask, admitted):
    claim, evidence = admitted
    one, other = sorted({row.span.doc_id for row in evidence})[:2]
    found = json.loads(ask("beside", one[:8], other[:8], "--json").stdout)
    assert (found["left"]["key"], found["right"]["key"]) == (one, other)
    assert claim.id in {row["claim_id"] for row in found["meetings"]}


def test_two_parties_are_set_side_by_side_by_their_names(ask, admitted):
    claim, evidence = admitted
    denier = next(row.origin for row in evidence if row.stance == "denies")
    named = [row for row in evidence if any(link.kind == "speaker" for link in row.chain)]
    sayer = next(row.origin for row in named if row.stance != "denies" and row.origin != denier)
    shown = ask("beside", sayer, denier, "--story", claim.story)
    assert shown.exit_code == 0
    assert any(line.startswith("  <") and sayer in line for line in shown.stdout.splitlines())
    assert any(line.startswith("  >") and f"{denier} denies" in line for line in shown.stdout.splitlines())


def test_a_name_that_says_nothing_is_wrong_use(run, affair, admitted):
    claim, _ = admitted
    code, _, said = run("-s", affair, "beside", "Nobody", "Noone", "--story", claim.story)
    assert code == 2
    assert "'Nobody' is neither a document nor a party" in said


def test_those_who_share_no_claim_are_exit_code_one(ask, affair):
    with Desk.open(affair) as desk:
        for told in desk.dossiers():
            bears = {}
            for row in told.evidence:
                bears.setdefault(row.span.doc_id, set()).add(row.claim_id)
            pairs = [(a, b) for a in bears for b in bears if a < b and not bears[a] & bears[b]]
            if pairs:
                break
    shown = ask("beside", *pairs[0])
    assert (shown.exit_code, shown.stderr) == (1, "no claim that both of them bear on\n")


def test_an_event_names_who_did_what_where_the_words_do(ask, admitted):
    claim, _ = admitted
    rows = json.loads(ask("events", "--status", "denied_then_admitted", "--json").stdout)
    assert [row["claim"] for row in rows] == [claim.id]
    assert (rows[0]["act"], rows[0]["acted_on"]) == ("sent", "troops")
    assert {"denies", "admits"} <= set(rows[0]["stances"])
    assert rows[0]["first"] < rows[0]["last"]


def test_events_come_with_the_latest_first_and_narrow_by_day(ask):
    rows = json.loads(ask("events", "--json").stdout)
    days = [row["last"] for row in rows]
    assert days == sorted(days, reverse=True)
    late = json.loads(ask("events", "--since", "2026-03-01", "--json").stdout)
    assert 0 < len(late) < len(rows)
    assert all(row["last"] >= "2026-03-01" for row in late)
