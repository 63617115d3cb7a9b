"""`add` that is killed, watched by a reader, or left without room: nothing is lost and nothing locks."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from secondsource import records, web
from secondsource.pipeline import Desk

PROGRAM = [sys.executable, "-c", "from secondsource.cli import main; main()"]
TEXT = (
    "Ferry {0} sinks off Kalder\n\nAt least {0} people drowned when ferry number {0} sank off Kalder on Tuesday, the "
    "coast guard said. “We counted {0} of them,” spokeswoman Petra Lund said. The company denied that number {0} was "
    "overloaded.\n"
)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "clippings"
    made.mkdir()
    for number in range(260):
        (made / f"{number:04}.txt").write_text(TEXT.format(number))
    return made


def adding(store, folder):
    return subprocess.Popen(  # noqa: S603 - the program itself
        [*PROGRAM, "-s", str(store), "add", str(folder), "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def exported(store, path):
    with Desk.open(store) as desk, path.open("w", encoding="utf-8") as out:
        desk.export_jsonl(out)
    return path.read_text(encoding="utf-8")


def rows(store):
    with Desk.open(store) as desk:
        return sum(desk.counts().values())


def test_a_run_that_was_killed_and_run_again_writes_what_an_undisturbed_one_does(folder, tmp_path):
    killed, undisturbed = tmp_path / "killed.db", tmp_path / "undisturbed.db"
    for least in (1, 300, 1200):
        running = adding(killed, folder)
        while running.poll() is None and not (killed.exists() and rows(killed) >= least):
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    with Desk.open(killed) as desk:
        desk.add([folder])
    with Desk.open(undisturbed) as desk:
        desk.add([folder])
    assert exported(killed, tmp_path / "killed") == exported(undisturbed, tmp_path / "undisturbed")


def test_pages_are_read_while_articles_are_added(folder, tmp_path):
    store = tmp_path / "affair.db"
    with Desk.open(store) as desk:
        running, seen = adding(store, folder), set()
        while running.poll() is None:
            seen.add(len(desk.stories()))
            for document in desk.scan(records.Document):
                assert document.text
        assert running.wait() == 0, running.stderr.read()
        running.stdout.close()
        running.stderr.close()
        assert sum(row.documents for row in desk.stories()) == 260
        assert web.app(desk)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_not_be_written_says_so(run, folder, tmp_path):
    store = tmp_path / "affair.db"
    Desk.open(store).close()
    store.chmod(0o400)
    code, _, err = run("-s", store, "add", folder)
    assert code == 4
    assert "it may not be written to" in err


def test_a_full_disk_is_one_line_and_exit_code_four(folder, tmp_path):
    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    store = tmp_path / "affair.db"
    done = subprocess.run(  # noqa: S603 - the program itself
        [*PROGRAM, "-s", str(store), "add", str(folder), "--quiet"],
        capture_output=True, text=True, check=False, preexec_fn=little_room,
    )  # fmt: skip
    assert done.returncode == 4, done.stderr
    assert done.stderr.startswith(f"secondsource: {store}: ")
    assert len(done.stderr.splitlines()) == 1
    with Desk.open(store) as desk:
        desk.add([folder])
        assert desk.counts()["Document"] == 260
