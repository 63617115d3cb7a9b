"""`watch`: whole files are read as they come, what changed is printed, and feeds are visited with patience."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from secondsource.cli.entry import cli
from secondsource.cli.rounds import LONGEST, Rounds
from secondsource.pipeline import Desk
from secondsource.pipeline.watching import SETTLED, Watched
from secondsource.records import Document

PROGRAM = [sys.executable, "-c", "from secondsource.cli import main; main()"]
FIRST = (
    "Ferry sinks off Kalder\n\nKALDER, Jan 14 - Twelve people drowned when a ferry sank off Kalder on Tuesday, the "
    "coast guard said.\n"
)
DENIED = (
    "Company rejects ferry toll\n\nKALDER, Jan 15 - Twelve people drowned when a ferry sank off Kalder on Tuesday, the "
    "harbour hospital said. The coast guard denied that twelve people drowned when the ferry sank off Kalder.\n"
)


def put(path, text, *, settled=True):
    path.write_text(text, encoding="utf-8")
    if settled:
        old = time.time() - 2 * SETTLED
        os.utime(path, (old, old))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def look(store, folder, *more):
    return CliRunner().invoke(cli, ["-s", str(store), "watch", str(folder), "--once", *more], catch_exceptions=False)


def test_a_file_that_is_still_being_written_waits_until_it_is_whole(folder):
    watched = Watched([folder])
    put(folder / "a.txt", "half", settled=False)
    assert watched.due() == []
    put(folder / "a.txt", "half and half", settled=False)
    assert watched.due() == []
    assert watched.due() == [folder / "a.txt"]
    assert watched.due() == []


def test_a_file_that_is_changed_is_due_again_with_those_beside_it(folder):
    watched = Watched([folder])
    for name in ("a.txt", "b.txt"):
        put(folder / name, "whole")
    assert len(watched.due()) == 2
    put(folder / "b.txt", "whole and more")
    assert watched.due() == [folder / "a.txt", folder / "b.txt"]


def test_a_folder_that_vanishes_and_comes_back_is_watched_on(folder):
    watched = Watched([folder])
    put(folder / "a.txt", "whole")
    assert watched.due()
    (folder / "a.txt").unlink()
    folder.rmdir()
    assert watched.due() == []
    folder.mkdir()
    put(folder / "b.txt", "whole")
    assert watched.due() == [folder / "b.txt"]


def test_new_claims_and_changed_statuses_are_printed(folder, tmp_path):
    store = tmp_path / "affair.db"
    put(folder / "1.txt", FIRST)
    first = look(store, folder)
    assert first.exit_code == 0
    assert "new: single source" in first.stdout
    put(folder / "2.txt", DENIED)
    second = [json.loads(line) for line in look(store, folder, "--jsonl").stdout.splitlines()]
    moved = [row for row in second if row["change"] == "status"]
    assert moved
    assert {row["before"] for row in moved} == {"single_source"}
    assert [row["change"] for row in second] == sorted((row["change"] for row in second), reverse=True)


def test_what_is_known_is_not_printed_again(folder, tmp_path):
    put(folder / "1.txt", FIRST)
    assert look(tmp_path / "affair.db", folder).stdout
    assert look(tmp_path / "affair.db", folder).stdout == ""


def test_the_command_of_the_user_is_told_without_a_shell(folder, tmp_path):
    put(folder / "1.txt", FIRST)
    told = tmp_path / "told; touch x.json"
    script = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"
    command = shlex.join([sys.executable, "-c", script, str(told)])
    assert look(tmp_path / "affair.db", folder, "--tell", command).exit_code == 0
    assert {row["change"] for row in json.loads(told.read_bytes())} == {"new"}


def test_an_address_is_an_error_where_the_network_is_forbidden(tmp_path, run):
    code, _, said = run("-s", tmp_path / "x.db", "watch", "https://example.org/feed.xml", "--offline", "--once")
    assert code == 2
    assert "--offline forbids the network" in said


def test_a_feed_is_read_as_it_grows(tmp_path):
    item = "<item><title>{0}</title><link>http://x.test/{1}</link><description>{0}. {2}</description></item>"
    feed = "<rss version='2.0'><channel><title>Kalder Post</title>{}</channel></rss>"
    web = tmp_path / "web"
    web.mkdir()
    one = item.format("Ferry sinks off Kalder", 1, FIRST)
    (web / "feed.xml").write_text(feed.format(one))
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(web))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/feed.xml"
        store = tmp_path / "affair.db"
        assert "new: " in look(store, url).stdout
        (web / "feed.xml").write_text(feed.format(one + item.format("Company rejects ferry toll", 2, DENIED)))
        future = time.time() + 5
        os.utime(web / "feed.xml", (future, future))
        assert look(store, url).stdout
        server.shutdown()
    with Desk.open(store) as desk:
        assert sum(1 for _ in desk.scan(Document)) == 2


def test_an_address_that_fails_is_tried_later_and_later():
    rounds = Rounds(["u"], 900.0)
    now, waits = 0.0, []
    for _ in range(8):
        assert rounds.due(now) == ("u",)
        rounds.visited(["u"], {"u"}, now)
        wait = next(step for step in range(1, 100_000) if rounds.due(now + step))
        waits.append(wait)
        now += wait
    assert waits[:3] == [1800, 3600, 7200]
    assert waits[-1] == LONGEST
    rounds.visited(["u"], (), now)
    assert rounds.due(now + 900) == ("u",)


def test_a_request_to_stop_carries_the_look_to_its_end(folder, tmp_path):
    store = tmp_path / "affair.db"
    put(folder / "1.txt", FIRST)
    watching = subprocess.Popen(  # noqa: S603 - the program itself
        [*PROGRAM, "-s", str(store), "watch", str(folder), "--every", "0.2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert "new: " in watching.stdout.readline()
    put(folder / "2.txt", DENIED)
    time.sleep(0.1)
    watching.send_signal(signal.SIGINT)
    _, said = watching.communicate(timeout=60)
    assert watching.returncode == 0
    assert said.endswith("stopped\n")
