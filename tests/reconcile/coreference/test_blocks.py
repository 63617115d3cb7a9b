"""Terms, weights and likeness of documents; pairs of mentions side by side."""

import numpy as np
import pytest

from secondsource.reconcile.coreference.blocks import Report, block, likeness, part, rows, terms, weights
from secondsource.reconcile.coreference.mentions import EventMention


def report(text, *vector):
    return Report(terms(text), np.array(vector or (1.0, 0.0), dtype=np.float32))


def event(head, doc=0, **other):
    none = frozenset()
    given = {
        "sentence": 0, "written": head, "stems": (head,), "tag": "VERB", "parties": {}, "governor": "",
        "sentence_terms": none, "near_terms": none, "names": none, "places": none, "numbers": none, "negated": False,
    }  # fmt: skip
    return EventMention(doc=doc, head=head, **{**given, **other})


def test_common_words_are_no_terms():
    assert terms("The ferries were said to have sunk") == {"ferri": 1, "sink": 1}


def test_forms_of_a_word_are_one_term():
    assert terms("The ferry and two ferries")["ferri"] == 2


def test_a_word_of_all_documents_weighs_less_than_one_of_few():
    weight = weights([report("ferry sank"), report("ferry fire"), report("ferry lighthouse")])
    assert weight("ferri") < weight("lighthous") <= weight("unheard")


def test_documents_on_one_affair_are_alike_and_strangers_are_not():
    words, meaning = likeness(
        [report("Ostrian ferry sank", 1, 0), report("the Ostrian ferry that sank", 1, 0), report("bank robbery", 0, 1)]
    )
    assert words[0, 1] == pytest.approx(1.0, abs=0.01)
    assert words[0, 2] == 0
    assert meaning.tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_a_row_without_terms_is_alike_to_nothing():
    found = rows([{}, {"ferri": 1}], lambda _: 1.0)
    assert not found[0].any()


def test_pairs_agree_in_a_value_they_have():
    pairs = block([event("sink"), event("sink"), event("burn")], [report("ferry")], {})
    assert pairs.same(lambda each: each.head).tolist() == [1, 0, 0]
    assert pairs.same(lambda each: each.governor).tolist() == [0, 0, 0]


def test_a_part_keeps_the_weights_of_the_whole():
    whole = block([event("sink"), event("burn", 1), event("sink", 1)], [report("ferry"), report("fire")], {})
    some = part(whole, [0, 2])
    assert some.same(lambda each: each.head).tolist() == [1]
    assert some.weight("ferri") == whole.weight("ferri")


def test_numbers_of_pairs_lie_on_both_sides_of_the_diagonal():
    pairs = block([event("sink"), event("sink"), event("burn")], [report("ferry")], {})
    assert pairs.square(np.array([1.0, 2.0, 3.0])).tolist() == [[0, 1, 2], [1, 0, 3], [2, 3, 0]]
