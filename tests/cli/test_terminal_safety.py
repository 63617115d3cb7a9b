"""No article commands the terminal: what it would obey is shown as replacement characters."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.entry import cli
from secondsource.cli.wording import plain, short

CLIPBOARD, CLEAR, TITLE = "\x1b]52;c;cm0gLXJm\x07", "\x1b[2J", "\x9b31m"
ARTICLE = (
    f"Ferry {CLIPBOARD}sinks off Kalder\n\nKALDER, Jan 14 - Twelve people drowned{CLEAR} when a ferry sank off Kalder "
    f"on Tuesday, the coast guard{TITLE} said. “We are still {CLEAR}searching,” spokeswoman Petra Lund said.\n"
)
VERBS = ("stories", "claims", "quotes", "figures", "events", "sources", "check", "search", "status")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "1.txt").write_text(ARTICLE, encoding="utf-8")

    def asked(*words):
        return CliRunner().invoke(cli, ["-s", str(folder / "affair.db"), *words], catch_exceptions=False, color=True)

    assert asked("add", str(folder / "1.txt")).exit_code == 0
    return asked


def ids(ask):
    return [
        line.split()[0] for verb in ("stories", "claims", "search") for line in ask(verb).stdout.splitlines()[1:]
        if line[:1] in set("scd") and len(line.split()[0]) == 7
    ]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_no_list_passes_on_what_a_terminal_obeys(ask, verb):
    shown = ask(verb, *(["Ferry"] if verb == "search" else [])).stdout
    assert shown == plain(shown)


def test_no_record_is_shown_or_explained_with_what_a_terminal_obeys(ask):
    keys = ids(ask)
    assert {key[0] for key in keys} >= {"s", "c", "d"}
    for key in keys:
        shown = ask("show", key).stdout
        assert shown == plain(shown)
        if key[0] == "c":
            explained = ask("explain", key).stdout
            assert explained == plain(explained)


def test_the_hostile_characters_were_there(ask):
    key = next(key for key in ids(ask) if key[0] == "d")
    assert "\N{REPLACEMENT CHARACTER}]52;c;cm0gLXJm\N{REPLACEMENT CHARACTER}" in ask("show", key).stdout


@given(st.text())
def test_words_on_a_line_hold_no_control_character(text):
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in short(text))
