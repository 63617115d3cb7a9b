"""The file itself: it survives being killed, is opened by many, and says what is wrong with it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from store_records import document

from secondsource.errors import StoreError
from secondsource.records import Document, Reject
from secondsource.store import Run, open_store, sqlite

WRITER = """
import sys
from store_records import document
from secondsource.records import Reject
from secondsource.store import Run, open_store
store = open_store(sys.argv[1])
print("ready", flush=True)
for number in range(store.count(Run), 100_000):
    key = f"d{number:06}"
    with store.transaction():
        store.put([document(key, text=f"ferry number {number} " + "sank " * 300)])
        store.put(Reject(f"r{number:06}-{part}", key, "x" * 50) for part in range(5))
        store.put([Run("reading", key, "1", "ab")])
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_writer_leaves_whole_documents_and_goes_on(tmp_path, seed):
    path, chance, last = tmp_path / "affair.db", random.Random(seed), 0  # noqa: S311 - repeatable, no secret
    for _ in range(3):
        writer = subprocess.Popen(  # noqa: S603 - runs this file's own script
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parent
        )
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.3))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        last = _whole(path, last)


def _whole(path, at_least):
    """Check that every document stands there with all its rows and its stamp; return how many there are."""
    store = open_store(path)
    keys = [row.id for row in store.scan(Document)]
    runs = [run.key for run in store.scan(Run, owner="reading")]
    rejects = [row.path for row in store.scan(Reject)]
    store.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    connection.close()
    assert keys == runs
    assert sorted(rejects) == sorted(5 * keys)
    assert len(keys) >= at_least
    return len(keys)


def test_a_store_is_one_file_once_it_is_closed(tmp_path):
    store = open_store(tmp_path / "affair.db")
    store.put([document("d1")])
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["affair.db"]


def test_what_was_written_is_there_after_reopening(tmp_path):
    for key in ("d1", "d2"):
        store = open_store(tmp_path / "affair.db")
        store.put([document(key)])
        store.close()
    store = open_store(tmp_path / "affair.db")
    assert [row.id for row in store.scan(Document)] == ["d1", "d2"]
    assert len(store.find("ferry")) == 2
    store.close()


def test_many_may_make_the_same_store_at_once(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(open_store, [tmp_path / "affair.db"] * 8))
    for store in opened:
        assert store.count(Document) == 0
        store.close()


def test_another_schema_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "SCHEMA", 0)
    open_store(tmp_path / "affair.db").close()
    monkeypatch.undo()
    with pytest.raises(StoreError, match=r"affair\.db: written by schema 0.*add the articles again"):
        open_store(tmp_path / "affair.db")


def test_a_foreign_database_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE history (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no store of this program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("The ferry sank off Kalder, officials said. " * 50)
    with pytest.raises(StoreError, match=r"notes\.txt: a file, but no store"):
        open_store(path)
    assert path.read_text().startswith("The ferry")


def test_a_missing_folder_says_so(tmp_path):
    with pytest.raises(StoreError, match="folder must exist"):
        open_store(tmp_path / "nowhere" / "affair.db")


def test_a_locked_store_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("secondsource.store.connections.BUSY_SECONDS", 0.1)
    path = tmp_path / "affair.db"
    first, second = open_store(path), open_store(path)
    with first.transaction():
        first.put([document("d1")])
        assert second.count(Document) == 0
        with pytest.raises(StoreError, match="another program is writing"):
            second.put([document("d2")])
    second.put([document("d2")])
    assert first.count(Document) == 2
    first.close()
    second.close()


def test_a_row_of_another_version_says_what_to_do(tmp_path):
    path = tmp_path / "affair.db"
    store = open_store(path)
    store.put([Reject("r1", "a.txt", "empty")])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE reject SET body = ?", (sqlite.squeeze(b'{"id": "r1", "path": 3}'),))
    connection.close()
    with pytest.raises(StoreError, match=r"written by another version.*new store"):
        store.get(Reject, "r1")
    store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_says_so(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="writable"):
        open_store(tmp_path / "affair.db")
    tmp_path.chmod(0o700)
