"""The log of corrections: nothing in it is lost, doubled, or changed unseen."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.errors import StoreError, UsageError
from secondsource.records import Correction, sealed
from secondsource.store.journal import Journal, line, open_journal, parsed


def entry(number, because="heard again"):
    made = f"2026-01-14T10:00:00.{number:06}+00:00"
    return sealed(Correction(id="", kind="note", by="A. Rossi", because=because, made=made))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "affair.db.corrections.jsonl"


def test_a_store_without_corrections_has_no_file(tmp_path):
    assert open_journal(tmp_path / "affair.db").entries() == []
    assert list(tmp_path.iterdir()) == []


def test_entries_come_back_in_the_order_in_which_they_were_added(path):
    Journal(path).add([entry(2)])
    Journal(path).add([entry(1)])
    assert Journal(path).entries() == [entry(2), entry(1)]


def test_an_entry_that_is_there_is_not_added_again(path):
    log = Journal(path)
    assert (log.add([entry(1), entry(1)]), log.add([entry(1), entry(2)])) == (1, 1)
    assert len(path.read_text().splitlines()) == 2


def test_adding_leaves_the_lines_before_as_they_are(path):
    Journal(path).add([entry(1)])
    before = path.read_bytes()
    Journal(path).add([entry(2)])
    assert path.read_bytes().startswith(before)


def test_what_a_killed_process_left_of_a_line_is_no_entry_and_spoils_none(path):
    Journal(path).add([entry(1)])
    with path.open("ab") as torn:
        torn.write(line(entry(2)).encode()[:40])
    assert Journal(path).entries() == [entry(1)]
    Journal(path).add([entry(3)])
    assert Journal(path).entries() == [entry(1), entry(3)]


def test_a_line_that_was_changed_stops_everything_and_is_named(path):
    Journal(path).add([entry(1), entry(2)])
    path.write_text(path.read_text().replace("heard again", "made up", 1))
    with pytest.raises(StoreError, match=r"corrections\.jsonl: line 1 was changed"):
        Journal(path).entries()


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "correction", "kind": "guess"}', '{"id": 3}'])
def test_a_line_that_is_no_correction_is_named(text):
    with pytest.raises(UsageError, match="line 2 is no correction"):
        list(parsed(["", text]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_log_that_may_not_be_written_says_so(path):
    path.touch(mode=0o400)
    with pytest.raises(StoreError, match="was not kept"):
        Journal(path).add([entry(1)])


def test_a_log_in_a_folder_that_is_gone_says_so(tmp_path):
    with pytest.raises(StoreError, match="was not kept"):
        Journal(tmp_path / "gone" / "affair.db.corrections.jsonl").add([entry(1)])


def test_without_a_file_entries_are_kept_in_memory():
    log = open_journal(":memory:")
    assert (log.add([entry(1)]), log.add([entry(1)]), log.entries()) == (1, 0, [entry(1)])


@given(st.text(min_size=1))
def test_any_reason_is_one_line_and_comes_back_as_it_was(because):
    text = line(entry(1, because))
    assert len(text.splitlines()) == 1
    assert list(parsed([text])) == [entry(1, because)]
