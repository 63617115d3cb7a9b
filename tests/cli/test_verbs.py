"""Every verb is there, says what it does, and stands in the manual; the start stays quick."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from secondsource.cli.entry import VERBS, cli

MANUAL = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
LISTS = ("stories", "claims", "quotes", "figures", "events", "timeline", "sources", "search", "status", "check")
HEAVY = ("trafilatura", "numpy", "starlette", "uvicorn", "rich", "sqlite3", "msgspec", "secondsource.pipeline")


def options(verb):
    command = cli.get_command(None, verb)
    params = [param for one in (command, *getattr(command, "commands", {}).values()) for param in one.params]
    return {name for option in params for name in option.opts if name.startswith("--")}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_help_and_its_first_line_stands_in_the_manual(verb):
    shown = CliRunner().invoke(cli, [verb, "--help"])
    assert shown.exit_code == 0
    assert VERBS[verb] in shown.output
    assert f"## {verb}\n{VERBS[verb]}\n\n    " in MANUAL


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_a_verb_says_what_it_does(verb):
    command = cli.get_command(None, verb)
    commands = [command, *getattr(command, "commands", {}).values()]
    for option in (param for one in commands for param in one.params if isinstance(param, click.Option)):
        assert option.help, option.name


def test_the_manual_shows_no_verb_and_no_option_that_is_not_there():
    assert set(re.findall(r"^## (\w+)$", MANUAL, re.MULTILINE)) == set(VERBS)
    for verb, rest in re.findall(r"^ +(?:.*\| )?secondsource (\w+)(.*)$", MANUAL, re.MULTILINE):
        assert set(re.findall(r"--[a-z-]+", rest)) <= options(verb), (verb, rest)


def test_the_manuals_table_of_filters_is_the_program():
    for names, verbs in re.findall(r"^\| (`--[^|]*) \|[^|]*\| ([a-z, ]+) \|$", MANUAL, re.MULTILINE):
        for name in re.findall(r"--[a-z-]+", names):
            assert {verb for verb in VERBS if name in options(verb)} == set(verbs.split(", ")), name


@pytest.mark.parametrize("verb", LISTS)
def test_every_list_has_the_same_forms(verb):
    assert {"--json", "--jsonl", "--csv", "--limit", "--all", "--store"} <= options(verb)


def test_nothing_heavy_is_loaded_before_a_verb_asks_for_it():
    script = (
        "import sys; from secondsource.cli.entry import cli\n"
        "for args in (['--version'], ['--help'], ['nothing']):\n"
        "    cli.main(args, standalone_mode=False) if args != ['nothing'] else None\n"
        "print([name for name in sys.argv[1:] if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True)  # noqa: S603 - own script
    assert done.stdout.splitlines()[-1] == "[]"
