"""What a sentence says about one event; trees are written by hand, as the encoder would read them."""

import pytest

from secondsource.reconcile.coreference.mentions import mention, sentences
from secondsource.records import Analysis, Mention, Syntax

TEXT = "Gunmen who fled Ostria did not kill three guards on Monday ."
HEADS = (6, 2, 0, 2, 6, 6, -1, 8, 6, 10, 6, 6)
RELATIONS = (
    "nsubj", "nsubj", "acl:relcl", "obj", "aux", "advmod", "root", "nummod", "obj", "case", "obl", "punct",
)  # fmt: skip
TAGS = ("NOUN", "PRON", "VERB", "PROPN", "AUX", "PART", "VERB", "NUM", "NOUN", "ADP", "PROPN", "PUNCT")


def words():
    start = 0
    for word in TEXT.split():
        yield start, start + len(word)
        start += len(word) + 1


def read():
    laid = tuple(words())
    start = TEXT.index("Ostria")
    names = (Mention((start, start + 6), "place"),)
    tree = Syntax(laid, TAGS, TAGS, HEADS, RELATIONS)
    return sentences(3, TEXT, Analysis("d", ((0, len(TEXT)),), laid, (), names, tree))


def event(named):
    start = TEXT.index(named)
    return mention(read(), 7, (0, len(TEXT)), [(start, start + len(named))])


def test_parties_are_read_by_their_role():
    parties = event("kill").parties
    assert parties["subject"] == {"gunmen"}
    assert "guard" in parties["object"]
    assert parties["oblique"] == {"monday"}


def test_an_event_knows_its_place():
    found = event("kill")
    assert (found.doc, found.sentence, found.head, found.tag) == (3, 7, "kill", "VERB")


def test_what_did_not_happen_is_negated():
    assert event("kill").negated
    assert not event("fled").negated


def test_a_clause_that_describes_someone_shares_them():
    assert event("fled").parties["shared"] == {"gunmen"}


def test_a_verb_counts_by_its_base_form():
    assert event("fled").head == "flee"


def test_an_event_is_not_among_the_words_around_it():
    found = event("kill")
    assert "kill" not in found.sentence_terms
    assert "guard" in found.sentence_terms


def test_words_far_from_an_event_are_not_near_it():
    found = event("fled")
    assert "guard" in found.sentence_terms
    assert "monday" not in found.near_terms


def test_a_place_is_no_other_name():
    found = event("kill")
    assert (found.names, found.places) == (frozenset(), {"ostria"})


def test_an_event_of_two_words_hangs_on_the_upper_one():
    assert event("not kill").head == "kill"


@pytest.mark.parametrize("named", ["kill", "Gunmen", "."])
def test_every_word_can_name_an_event(named):
    assert event(named).stems
