"""Trees of the CLEAR style become trees of Universal Dependencies, and stay trees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.bridges.clear import is_clear, universal

LABELS = ["ROOT", "prep", "pobj", "pcomp", "agent", "attr", "acomp", "expl", "cc", "conj", "nsubj", "dobj", "npadvmod"]


def turned(*rows):
    """Return (head, relation) of each row of (word, part of speech, head, label)."""
    words, upos, heads, labels = zip(*rows, strict=True)
    return list(zip(*universal(words, upos, heads, labels), strict=True))


def test_a_preposition_hangs_on_its_object():
    assert turned(
        ("ships", "NOUN", -1, "ROOT"), ("of", "ADP", 0, "prep"), ("roe", "PROPN", 1, "pobj")
    ) == [(-1, "root"), (2, "case"), (0, "nmod")]  # fmt: skip


def test_the_actor_of_a_passive_is_an_oblique_agent():
    assert turned(
        ("sunk", "VERB", -1, "ROOT"), ("by", "ADP", 0, "agent"), ("ice", "NOUN", 1, "pobj")
    ) == [(-1, "root"), (2, "case"), (0, "obl:agent")]  # fmt: skip


def test_a_preposition_before_a_clause_marks_its_verb():
    assert turned(
        ("left", "VERB", -1, "ROOT"), ("after", "ADP", 0, "prep"), ("paying", "VERB", 1, "pcomp")
    ) == [(-1, "root"), (2, "mark"), (0, "advcl")]  # fmt: skip


def test_be_hangs_on_what_it_joins_to_the_subject():
    assert turned(
        ("port", "NOUN", 1, "nsubj"), ("is", "AUX", -1, "ROOT"), ("open", "ADJ", 1, "acomp"), (".", "PUNCT", 1, "punct")
    ) == [(2, "nsubj"), (2, "cop"), (-1, "root"), (2, "punct")]  # fmt: skip


def test_what_there_is_is_the_subject():
    assert turned(
        ("there", "PRON", 1, "expl"), ("are", "VERB", -1, "ROOT"), ("dead", "NOUN", 1, "attr")
    ) == [(1, "expl"), (-1, "root"), (1, "nsubj")]  # fmt: skip


def test_members_of_a_row_hang_on_the_first_and_conjunctions_on_the_next():
    assert turned(
        ("oss", "PROPN", -1, "ROOT"), ("tolland", "PROPN", 0, "conj"), ("and", "CCONJ", 1, "cc"),
        ("roe", "PROPN", 1, "conj"),
    ) == [(-1, "root"), (0, "conj"), (3, "cc"), (0, "conj")]  # fmt: skip


def test_a_fragment_that_begins_inside_a_row_keeps_one_root():
    assert [head for head, _ in turned(("roe", "PROPN", -1, "conj"), ("oss", "PROPN", 0, "conj"))] == [-1, 0]


def test_a_conjunction_can_be_a_root():
    assert [head for head, _ in turned(("and", "CCONJ", -1, "cc"), ("oss", "PROPN", 0, "conj"))] == [-1, 0]


@pytest.mark.parametrize(
    ("label", "relation"),
    [("dobj", "obj"), ("nsubjpass", "nsubj:pass"), ("poss", "nmod:poss"), ("nmod", "compound"), ("neg", "advmod")],
)
def test_other_labels_have_other_names(label, relation):
    assert turned(("said", "VERB", -1, "ROOT"), ("x", "X", 0, label))[1] == (0, relation)


def test_to_before_a_verb_marks_it():
    assert turned(("to", "PART", 1, "aux"), ("pay", "VERB", -1, "ROOT"))[0] == (1, "mark")


def test_universal_labels_are_left_alone():
    assert not is_clear(["nsubj", "ROOT", "obl", "case", "nsubj:pass", ""])
    assert is_clear(["nsubj", "ROOT", "pobj"])


@st.composite
def trees(draw):
    count = draw(st.integers(1, 12))
    order = draw(st.permutations(range(count)))
    heads = [-1] * count
    for at in range(1, count):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    words = draw(st.lists(st.sampled_from(["is", "in", "x"]), min_size=count, max_size=count))
    upos = draw(st.lists(st.sampled_from(["NOUN", "VERB"]), min_size=count, max_size=count))
    return words, upos, heads, draw(st.lists(st.sampled_from(LABELS), min_size=count, max_size=count))


@given(trees())
def test_any_tree_stays_a_tree(drawn):
    heads, relations = universal(*drawn)
    assert heads.count(-1) == 1
    for at in range(len(heads)):
        climbed = at
        for _ in heads:
            climbed = heads[climbed] if climbed >= 0 else -1
        assert climbed == -1
    assert not is_clear(relations)
