"""What every engine does, said once for all of them."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_records import ANY_RECORD, document, evidence

from secondsource.errors import InvariantError, StoreError
from secondsource.records import Assessment, Document, Evidence, Reject
from secondsource.store import Hit, Run, open_store
from secondsource.store.codec import key_of


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    opened = open_store(":memory:" if request.param == "memory" else tmp_path / "affair.db")
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def lasting(request, tmp_path_factory):
    """A store for properties: what one example leaves behind does not matter to the next."""
    opened = open_store(":memory:" if request.param == "memory" else tmp_path_factory.mktemp("store") / "affair.db")
    yield opened
    opened.close()


def ids(rows):
    return [key_of(row) for row in rows]


def change_and_fail(store):
    """Change rows in a transaction and in one inside it, then fail."""
    with store.transaction():
        with store.transaction():
            store.put([document("d1", text="after"), document("d2")])
        store.delete(Evidence, ["v1"])
        raise ZeroDivisionError


@given(row=ANY_RECORD)
def test_a_record_comes_back_as_it_was_put(lasting, row):
    lasting.put([row])
    assert lasting.get(type(row), key_of(row)) == row


@given(text=st.text(alphabet=st.characters(), max_size=200), path=st.text(alphabet=st.characters(), max_size=20))
def test_any_text_and_any_file_name_come_back_unchanged(lasting, text, path):
    kept = document("dsurrogate", text=text + "\udcff", title=path)
    lasting.put([kept])
    assert lasting.get(Document, kept.id) == kept


def test_what_is_not_there_is_none(store):
    assert store.get(Document, "dnowhere") is None
    assert list(store.scan(Document)) == []
    assert store.count(Document) == 0


def test_the_same_id_replaces_and_leaves_one(store):
    store.put([Reject("r1", "a.txt", "empty")])
    assert store.put([Reject("r1", "a.txt", "a picture, not text")]) == 1
    assert [row.reason for row in store.scan(Reject)] == ["a picture, not text"]
    assert store.count(Reject) == 1


def test_records_come_in_order_of_their_id(store):
    store.put([document("dc"), document("da"), document("db")])
    assert ids(store.scan(Document)) == ["da", "db", "dc"]


def test_rows_are_found_by_document_and_by_owner(store):
    store.put([evidence("v1", "c1", "d1"), evidence("v2", "c1", "d2"), evidence("v3", "c2", "d2")])
    assert ids(store.scan(Evidence, doc="d2")) == ["v2", "v3"]
    assert ids(store.scan(Evidence, owner="c1")) == ["v1", "v2"]
    assert ids(store.scan(Evidence, owner="c1", doc="d2")) == ["v2"]
    assert ids(store.scan(Evidence, owner="c9")) == []


def test_a_row_moves_when_it_is_put_with_another_owner(store):
    store.put([evidence("v1", "c1", "d1")])
    store.put([evidence("v1", "c2", "d2")])
    assert ids(store.scan(Evidence, owner="c1")) == []
    assert ids(store.scan(Evidence, doc="d2")) == ["v1"]


def test_an_id_may_be_cut_to_its_beginning(store):
    store.put([document("dab"), document("dac"), document("db")])
    assert ids(store.scan(Document, prefix="da")) == ["dab", "dac"]
    assert ids(store.scan(Document, prefix="dab", doc="dab")) == ["dab"]
    assert ids(store.scan(Document, prefix="d_")) == []


def test_runs_go_by_stage_and_key_and_assessments_by_claim(store):
    assessed = Assessment(
        claim_id="c1", status="single_source", because=(), origins=(), n_origins=1, n_origins_low=1, n_against=0,
        outlets=1, texts=1,
    )  # fmt: skip
    store.put(
        [Run("figures", "d1", "1", "ab"), Run("figures", "d1", "2", "cd"), Run("times", "d1", "1", "ab"), assessed]
    )
    assert [run.version for run in store.scan(Run, owner="figures")] == ["2"]
    assert store.get(Assessment, "c1") == assessed


def test_delete_says_how_many_there_were(store):
    store.put([document("d1"), document("d2")])
    assert store.delete(Document, ["d1", "d1", "d9"]) == 1
    assert ids(store.scan(Document)) == ["d2"]


def test_a_scan_goes_on_while_rows_come_and_go(store):
    store.put([document(f"d{number:04}") for number in range(600)])
    seen = []
    for row in store.scan(Document):
        seen.append(row.id)
        store.put([document(f"e{row.id}")])
        store.delete(Document, ["d0599"])
    assert seen[:599] == [f"d{number:04}" for number in range(599)]
    assert len(seen) <= 600


def test_a_transaction_is_all_or_nothing(store):
    store.put([document("d1", text="before"), evidence("v1", "c1", "d1")])
    with pytest.raises(ZeroDivisionError):
        change_and_fail(store)
    assert store.get(Document, "d1").text == "before"
    assert store.get(Document, "d2") is None
    assert ids(store.scan(Evidence, owner="c1")) == ["v1"]
    assert store.find("after") == []
    assert [hit.doc_id for hit in store.find("before")] == ["d1"]


def test_an_inner_transaction_belongs_to_the_outer(store):
    with pytest.raises(ZeroDivisionError):
        change_and_fail(store)
    assert store.count(Document) == 0


def test_a_transaction_sees_its_own_rows(store):
    with store.transaction():
        store.put([document("d1")])
        assert store.get(Document, "d1") is not None
        assert [hit.doc_id for hit in store.find("ferry")] == ["d1"]


def test_after_a_failed_transaction_the_store_works_on(store):
    with pytest.raises(InvariantError, match="keeps no"):
        store.put([document("d1"), object()])
    store.put([document("d2")])
    assert ids(store.scan(Document)) == ["d2"]


def test_all_words_must_be_there_in_any_order(store):
    store.put([document("d1", text="The coast guard found the ferry."), document("d2", text="A ferry sank.")])
    assert [hit.doc_id for hit in store.find("guard coast")] == ["d1"]
    assert {hit.doc_id for hit in store.find("FERRY")} == {"d1", "d2"}
    assert store.find("ferry submarine") == []


def test_quoted_words_must_follow_each_other(store):
    store.put([document("d1", text="a coast-guard cutter"), document("d2", text="the guard on the coast")])
    assert [hit.doc_id for hit in store.find('"coast guard"')] == ["d1"]
    assert [hit.doc_id for hit in store.find("coast-guard")] == ["d1"]


def test_a_star_stands_for_any_ending(store):
    store.put([document("d1", text="Troops moved."), document("d2", text="A troop of scouts.")])
    assert {hit.doc_id for hit in store.find("troop*")} == {"d1", "d2"}
    assert [hit.doc_id for hit in store.find("troop")] == ["d2"]


def test_accents_do_not_matter_and_the_hit_still_stands_at_the_word(store):
    store.put([document("d1", text="Minister Zoë Håkansson said so.")])
    (hit,) = store.find("hakansson")
    assert document("d1", text="Minister Zoë Håkansson said so.").text[hit.start : hit.end] == "Håkansson"


def test_the_hit_brackets_the_first_word_and_the_best_comes_first(store):
    text = "Of the ferry nothing was found."
    store.put([document("d1", text=text), document("d2", text="ferry ferry ferry " + "harbour " * 3)])
    hits = store.find("ferry")
    assert [hit.doc_id for hit in hits] == ["d2", "d1"]
    assert hits[1] == Hit("d1", 7, 12, hits[1].score)
    assert len(store.find("ferry", limit=1)) == 1


def test_words_of_a_replaced_or_deleted_text_are_found_no_more(store):
    store.put([document("d1", text="seven drowned"), document("d2", text="seven missing")])
    store.put([document("d1", text="eight drowned")])
    store.delete(Document, ["d2"])
    assert store.find("seven") == []
    assert [hit.doc_id for hit in store.find("eight")] == ["d1"]


def test_other_metadata_leaves_the_words_where_they_are(store):
    store.put([document("d1", text="seven drowned")])
    store.put([document("d1", text="seven drowned", outlet="The Kalder Post")])
    assert store.get(Document, "d1").outlet == "The Kalder Post"
    assert [hit.doc_id for hit in store.find("drowned")] == ["d1"]


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', '""', "'", "*", "-", "a AND", "NEAR(", "text:x", "OR OR", "(", "^", '"a" "', "{x}", "\x00", "\ud800",
     "_", "a" * 5000, "word " * 5000, "🚢", "+x", "col : 'x'", "100%", "%_", "NOT", '"*"'],
)  # fmt: skip
def test_no_search_is_an_error(store, words):
    store.put([document("d1")])
    assert isinstance(store.find(words), list)


@given(words=st.text(max_size=30))
@settings(max_examples=200)
def test_whatever_is_searched_for_is_never_an_error(lasting, words):
    lasting.put([document("dany", text="The ferry sank, AND nobody came NEAR it.")])
    for hit in lasting.find(words, limit=3):
        assert hit.start <= hit.end


def test_threads_read_while_another_writes(store):
    over, failed = threading.Event(), []

    def read():
        while not over.is_set():
            try:
                for row in store.scan(Evidence, owner="c1"):
                    assert store.get(Document, row.span.doc_id) is not None
                store.find("ferry")
            except Exception as error:  # noqa: BLE001 - any error of a reader fails the test
                failed.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(100):
        with store.transaction():
            store.put([document(f"d{number}"), evidence(f"v{number}", "c1", f"d{number}")])
    over.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert store.count(Document) == 100


def test_a_snapshot_is_one_state_of_the_store(store):
    store.put([document("d1")])
    writer = threading.Thread(target=lambda: store.put([document("d2"), document("d3")]))
    with store.snapshot():
        assert store.count(Document) == 1
        writer.start()
        time.sleep(0.1)
        assert ids(store.scan(Document)) == ["d1"]
        assert len(store.find("ferry")) == 1
    writer.join()
    assert store.count(Document) == 3


def test_two_writing_threads_wait_for_each_other(store):
    def write(letter):
        for number in range(30):
            with store.transaction():
                store.put([document(f"d{letter}{number}")])

    writers = [threading.Thread(target=write, args=(letter,)) for letter in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.count(Document) == 60


def test_a_class_that_is_no_record_is_refused(store):
    with pytest.raises(InvariantError, match="a store keeps no int"):
        store.count(int)


def test_a_closed_file_says_so(tmp_path):
    opened = open_store(tmp_path / "affair.db")
    opened.close()
    with pytest.raises(StoreError, match="closed before"):
        opened.count(Document)
