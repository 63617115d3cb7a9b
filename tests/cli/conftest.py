from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.cli.entry import cli, main

ARTICLES = {
    "01-ferry.txt": (
        "Ferry sinks off Kalder, 12 drowned\n\n"
        "KALDER, Jan 14 (Northern Wire) - Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast "
        "guard said.\n\nAt least 30 passengers were rescued, coast guard spokeswoman Petra Lund said. “We are still "
        "searching,” she said.\n\nThe shipping company denied that the ferry was overloaded.\n"
    ),
    "02-ferry.txt": (
        "Kalder ferry toll rises to 14\n\n"
        "At least 14 people drowned when the ferry Maren sank off Kalder, the harbour hospital said on Thursday.\n\n"
        "The coast guard said the search would end on Friday.\n"
    ),
    "03-ecole.txt": (
        "Une école ferme à Sarn\n\nLe maire de la ville a annoncé mercredi que l’école du quartier nord fermera ses "
        "portes cet été, faute d’élèves. Les parents ont dit qu’ils iront en justice contre cette décision.\n"
    ),
    "04-empty.txt": "\n",
}
META = (
    '{"file": "01-ferry.txt", "outlet": "Kalder Post", "published": "2026-01-14"}\n'
    '{"file": "02-ferry.txt", "outlet": "Tidewater Gazette", "published": "2026-01-15"}\n'
)


@pytest.fixture(scope="session")
def clippings(tmp_path_factory) -> Path:
    """A folder with two invented articles on one affair, one in another language, and a file that is none."""
    folder = tmp_path_factory.mktemp("clippings")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "meta.jsonl").write_text(META, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(clippings, tmp_path_factory) -> Path:
    """A store to which the clippings were added; tests only read it."""
    path = tmp_path_factory.mktemp("store") / "affair.db"
    added = CliRunner().invoke(
        cli, ["-s", str(path), "add", str(clippings), "--meta", str(clippings / "meta.jsonl")], catch_exceptions=False
    )
    assert added.exit_code == 3, added.output
    return path


@pytest.fixture
def ask(store, monkeypatch) -> Callable[..., Result]:
    """Return a function that runs a verb on the store."""
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *args: CliRunner().invoke(cli, ["-s", str(store), *args], catch_exceptions=False)


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs the whole entry and gives exit code, stdout and stderr."""

    def entered(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["secondsource", *map(str, args)])
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return stopped.value.code, captured.out, captured.err

    return entered
