"""What goes wrong is one line that says what, where and what to do, and an exit code."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from secondsource.cli import entry
from secondsource.errors import InvariantError

PROGRAM = [sys.executable, "-c", "from secondsource.cli import main; main()"]


def test_a_missing_store_is_not_made_by_a_verb_that_reads(run, tmp_path):
    code, out, err = run("-s", tmp_path / "none.db", "stories")
    assert (code, out) == (4, "")
    assert "no store here; `secondsource add FILES` makes one" in err
    assert not (tmp_path / "none.db").exists()


def test_the_store_may_be_named_behind_the_verb_or_by_the_environment(run, store, tmp_path, monkeypatch):
    assert run("-s", tmp_path / "none.db", "stories", "-s", store)[0] == 0
    monkeypatch.setenv("SECONDSOURCE_STORE", str(store))
    assert run("stories")[0] == 0


def test_a_file_that_is_no_store_says_so(run, clippings):
    code, _, err = run("-s", clippings / "01-ferry.txt", "claims")
    assert code == 4
    assert len(err.splitlines()) == 1
    assert run("-s", clippings / "01-ferry.txt", "doctor")[0] == 4


def test_a_missing_input_says_so_and_makes_no_store(run, tmp_path):
    code, _, err = run("-s", tmp_path / "a.db", "add", tmp_path / "nothing.txt")
    assert code == 2
    assert err == f"secondsource: {tmp_path / 'nothing.txt'}: no such file or folder\n"
    assert not (tmp_path / "a.db").exists()


def test_standard_input_stands_alone(run, tmp_path, clippings):
    code, _, err = run("-s", tmp_path / "a.db", "add", "-", clippings)
    assert code == 2
    assert "stands alone" in err


@pytest.mark.parametrize(
    "words",
    [["claims", "--status", "wrong"], ["claims", "--since", "soon"], ["add"], ["nothing"], ["stories", "--limit", "0"]],
)
def test_wrong_options_are_exit_code_two(run, store, words):
    code, out, err = run("-s", store, *words)
    assert (code, out) == (2, "")
    assert "Error: " in err


@pytest.mark.parametrize(
    "words", [["show", "zz"], ["show", "szz"], ["explain", "e0"], ["timeline", "szz"], ["timeline"]]
)
def test_an_unknown_id_says_what_to_do(run, store, words):
    code, _, err = run("-s", store, *words)
    assert code == 2
    assert err.startswith("secondsource: ")
    assert len(err.splitlines()) == 1


def test_a_port_in_use_says_so(run, store):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = run("-s", store, "serve", "--port", taken.getsockname()[1])
    assert code == 2
    assert "cannot listen there" in err
    assert "--port" in err


def test_an_output_that_cannot_be_written_says_so(run, store, tmp_path):
    code, _, err = run("-s", store, "export", "jsonl", "-o", tmp_path / "no" / "all.jsonl")
    assert code == 2
    assert err == f"secondsource: {tmp_path / 'no' / 'all.jsonl'}: No such file or directory\n"


@pytest.mark.parametrize("error", [KeyError("span"), InvariantError("a span outside its text")])
def test_a_fault_is_one_line_and_its_traceback_can_be_had(run, store, monkeypatch, error):
    def fail(*_args, **_options):
        raise error

    monkeypatch.setattr("secondsource.cli.stories.reading", fail)
    code, _, err = run("-s", store, "stories")
    assert code == 70
    assert len(err.splitlines()) == 1
    assert "SECONDSOURCE_TRACEBACK=1" in err
    monkeypatch.setenv("SECONDSOURCE_TRACEBACK", "1")
    assert "Traceback" in run("-s", store, "stories")[2]


def test_an_interrupt_says_how_to_go_on(run, monkeypatch):
    def stop(**_options):
        raise click.Abort

    monkeypatch.setattr(entry.cli, "main", stop)
    code, _, err = run("add", "x")
    assert code == 130
    assert err == "secondsource: interrupted; run the same command again to go on\n"


def test_ctrl_c_during_add_is_quiet_and_the_next_add_goes_on(tmp_path):
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(3000):
        words = f"Ferry number {number} sank off Kalder on Tuesday, the coast guard said. " * 20
        (folder / f"{number:04}.txt").write_text(words)
    store = tmp_path / "affair.db"
    adding = subprocess.Popen(  # noqa: S603 - the program itself
        [*PROGRAM, "-s", str(store), "add", str(folder)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    while not store.exists():
        time.sleep(0.05)
    time.sleep(1.0)
    adding.send_signal(signal.SIGINT)
    _, err = adding.communicate()
    assert adding.returncode == 130
    assert err.strip() == "secondsource: interrupted; run the same command again to go on"
    listing = [*PROGRAM, "-s", str(store), "search", "--lang", "en"]
    assert subprocess.run(listing, capture_output=True, check=False).returncode in {0, 1}  # noqa: S603 - the program itself


def test_the_server_stops_quietly(store):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(  # noqa: S603 - the program itself
        [*PROGRAM, "-s", str(store), "serve", "--port", str(port)], stderr=subprocess.PIPE, text=True
    )
    assert serving.stderr.readline().startswith(f"http://127.0.0.1:{port}/")
    time.sleep(1.0)
    serving.send_signal(signal.SIGINT)
    _, err = serving.communicate(timeout=10)
    assert "Traceback" not in err
    assert serving.returncode == 0


@pytest.mark.parametrize("words", [["export", "jsonl"], ["claims", "--all"], ["claims", "--csv"], ["stories"]])
def test_a_reader_that_has_seen_enough_is_no_error(store, words):
    command = [*PROGRAM, "-s", str(store), *words]
    listing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - the program itself
    listing.stdout.close()
    err = listing.stderr.read()
    listing.stderr.close()
    assert listing.wait() == 0
    assert b"Traceback" not in err
    assert b"BrokenPipe" not in err


def test_a_file_name_of_unknown_encoding_is_printed_escaped(run, tmp_path):
    folder = os.fsencode(tmp_path)
    try:
        Path(os.fsdecode(folder + b"/caf\xe9.txt")).write_text("\n")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    code, _, err = run("-s", tmp_path / "a.db", "add", tmp_path)
    assert code == 3
    assert "caf\\xe9.txt" in err
    assert run("-s", tmp_path / "a.db", "status", "--failed")[0] == 0


def test_half_a_character_in_a_record_is_no_fault(run, tmp_path):
    (tmp_path / "cut.jsonl").write_text('{"text": "Twelve people drowned off Kalder, the coast guard said. \\ud83d"}')
    assert run("-s", tmp_path / "a.db", "add", tmp_path / "cut.jsonl")[0] == 0
    assert run("-s", tmp_path / "a.db", "export", "site", tmp_path / "out")[0] == 0
    code, out, _ = run("-s", tmp_path / "a.db", "export", "jsonl")
    assert code == 0
    assert "\ufffd" in out


def test_colour_is_left_out_where_it_is_not_wanted(run, store, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[3" not in run("-s", store, "claims")[1]
