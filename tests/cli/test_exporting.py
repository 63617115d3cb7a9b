"""`secondsource export`: every format from the command line, whole or for one story, to stdout, a file or a folder."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from secondsource.export.forms import FORMS
from secondsource.pipeline import Desk


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_the_same_from_the_command_line_and_from_python(ask, store, form):
    with Desk.open(store) as desk:
        assert ask("export", form).stdout_bytes == desk.export(form)


def test_help_lists_every_format(ask):
    shown = ask("export", "--help").stdout
    assert all(f"  {form} " in shown for form in FORMS)


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if not form.packed])
def test_a_file_holds_what_stdout_shows(ask, tmp_path, form):
    target = tmp_path / f"out{FORMS[form].suffix}"
    written = ask("export", form, "-o", str(target))
    assert written.exit_code == 0
    assert written.stdout == ""
    assert target.read_bytes() == ask("export", form).stdout_bytes


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_go_into_a_folder_or_an_archive(ask, tmp_path, form):
    assert ask("export", form, "-o", str(tmp_path / "all.zip")).exit_code == 0
    written = ask("export", form, "-o", str(tmp_path / "tables"))
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert f"{len(names)} files in" in written.stderr
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert set(packed.namelist()) == names


def test_the_list_and_the_table_of_claims_agree(ask, tmp_path):
    listed = json.loads(ask("claims", "--all", "--json").stdout)
    ask("export", "csv", "-o", str(tmp_path / "tables"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "tables" / "claim.csv").read_text("utf-8"), newline="")))
    assert {row["id"]: int(row["n_origins"]) for row in rows} == {row["id"]: row["n_origins"] for row in listed}


def test_a_story_brings_its_own_documents_only(ask):
    (story, *_) = json.loads(ask("stories", "--json").stdout)
    lines = [json.loads(line) for line in ask("export", "jsonl", "--story", story["id"]).stdout.splitlines()]
    told = {doc for line in lines if line["type"] == "story" for doc in line["docs"]}
    assert {line["id"] for line in lines if line["type"] == "document"} == told
    claims = json.loads(ask("claims", "--story", story["id"], "--all", "--json").stdout)
    assert {line["id"] for line in lines if line["type"] == "claim"} == {row["id"] for row in claims}


def test_the_time_of_an_export_can_be_given(ask):
    shown = json.loads(ask("export", "stix", "--at", "2026-03-01").stdout)
    assert {one["created"] for one in shown["objects"]} == {"2026-03-01T00:00:00.000Z"}


def test_an_unknown_story_is_named(run, store):
    code, _, err = run("-s", store, "export", "stix", "--story", "szzzz")
    assert code == 2
    assert "szzzz" in err
