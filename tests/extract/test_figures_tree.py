"""Figures read with the tree of their sentence: counted noun, predicate, actor and place."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.figures import figures
from secondsource.extract.figures_tree import Tree, branch, governors, grown, subject
from secondsource.extract.times import times
from secondsource.lexicon.load import load
from secondsource.records import Analysis, Anchor, Document, Figure, Offsets, Section, Span, Syntax


def planted(rows: str) -> tuple[str, Syntax]:
    """Return text and trees of `form head relation upos` rows; heads count from 1, 0 is the root."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words: list[Offsets] = []
    at = 0
    for form, *_ in cells:
        words.append((at, at + len(form)))
        at += len(form) + 1
    text = " ".join(form for form, *_ in cells)
    upos = tuple(cell[3] for cell in cells)
    heads = tuple(int(cell[1]) - 1 for cell in cells)
    return text, Syntax(tuple(words), upos, upos, heads, tuple(cell[2] for cell in cells))


def tree_of(rows: str) -> tuple[str, Tree]:
    text, syntax = planted(rows)
    tree = grown(text, syntax, 0, len(text))
    assert tree is not None
    return text, tree


def read(rows: str) -> list[Figure]:
    text, syntax = planted(rows)
    body = (Section(Span("d", 0, len(text)), "body", "test"),)
    document = Document(id="d", text=text, sections=body, sha256="", path="d", format="text", language="en")
    analysis = Analysis("d", ((0, len(text)),), (), (), (), syntax)
    anchor = Anchor("d", dt.date(2024, 3, 13), "published")
    return figures(document, analysis, times(document, analysis, anchor), load(), anchor)


MISSILES = """
Norvania 2 nsubj PROPN
sent 0 root VERB
60 7 nummod NUM
short 6 amod ADJ
- 6 punct PUNCT
range 7 compound NOUN
missiles 2 obj NOUN
to 9 case ADP
Elbia 2 obl PROPN
. 2 punct PUNCT
"""
WAVE = """
The 2 det DET
wave 3 nsubj NOUN
left 0 root VERB
61 5 nummod NUM
sailors 3 obj NOUN
missing 3 xcomp ADJ
. 3 punct PUNCT
"""
CROWD = """
Hundreds 6 nsubj NOUN
of 3 case ADP
thousands 1 nmod NOUN
of 5 case ADP
people 3 nmod NOUN
marched 0 root VERB
. 6 punct PUNCT
"""
RAIDS = """
Elbia 2 nsubj PROPN
provided 0 root VERB
a 4 det DET
base 2 obj NOUN
for 8 case ADP
12 8 nummod NUM
later 8 amod ADJ
raids 4 nmod NOUN
. 2 punct PUNCT
"""
KILLING = """
A 2 det DET
shell 3 nsubj NOUN
struck 0 root VERB
the 5 det DET
market 3 obj NOUN
, 7 punct PUNCT
killing 3 advcl VERB
34 7 obj NUM
. 3 punct PUNCT
"""
BODIES = """
The 2 det DET
bodies 8 nsubj:pass NOUN
of 5 case ADP
12 5 nummod NUM
miners 2 nmod NOUN
have 8 aux AUX
been 8 aux:pass AUX
recovered 0 root VERB
by 10 case ADP
divers 8 obl:agent NOUN
. 8 punct PUNCT
"""
SHOT = """
4 2 nummod NUM
shot 0 root NOUN
at 4 case ADP
party 2 nmod NOUN
"""
MISSING = """
A 2 det DET
wave 3 nsubj NOUN
left 0 root VERB
61 3 obj NUM
missing 2 amod ADJ
. 3 punct PUNCT
"""
INSIDE = """
It 2 nsubj PRON
has 0 root VERB
2 5 nummod NUM
in 5 case ADP
Elbia 2 obl PROPN
. 2 punct PUNCT
"""
SPEED = """
It 2 nsubj PRON
drove 0 root VERB
90 4 nummod NUM
knots 2 obl NOUN
. 2 punct PUNCT
"""
MORE = """
Elbia 2 nsubj PROPN
killed 0 root VERB
12 2 obj NUM
and 6 cc CCONJ
several 6 nummod NUM
more 3 conj ADJ
. 2 punct PUNCT
"""
MISREAD = """
The 2 det DET
shell 3 nsubj NOUN
killed 0 root VERB
34 3 advmod NUM
. 3 punct PUNCT
"""
PRONOUN = """
One 3 nsubj PRON
never 3 advmod ADV
forgets 0 root VERB
sailors 3 obj NOUN
. 3 punct PUNCT
"""


@pytest.mark.parametrize(
    ("rows", "noun", "predicate", "actor"),
    [
        (MISSILES, "short-range missiles", "sent", "Norvania"),
        (WAVE, "sailors", "missing", "wave"),
        (CROWD, "persons", "attended", None),
        (RAIDS, "later raids", "", None),
        (KILLING, "persons", "killed", "shell"),
        (BODIES, "miners", "found", "divers"),
    ],
)
def test_noun_predicate_and_actor_follow_the_tree(rows: str, noun: str, predicate: str, actor: str | None) -> None:
    (figure,) = read(rows)
    assert (figure.noun, figure.predicate, figure.subject) == (noun, predicate, actor)


def test_whom_it_was_done_to_stands_under_the_verb() -> None:
    (figure,) = read(MISSILES)
    assert figure.object_ == "Elbia"


def test_a_verb_that_the_tree_takes_for_the_noun_is_the_predicate() -> None:
    (figure,) = read(SHOT)
    assert (figure.noun, figure.predicate) == ("persons", "shot")


def test_those_who_are_counted_by_their_state_keep_it_in_a_bent_tree() -> None:
    (figure,) = read(MISSING)
    assert (figure.noun, figure.predicate) == ("missing", "missing")


def test_a_unit_of_measurement_is_left_to_the_rules() -> None:
    (figure,) = read(SPEED)
    assert (figure.noun, figure.unit) == ("knots", "knot")


def test_several_more_are_of_those_before() -> None:
    _, more = read(MORE)
    assert (more.noun, more.predicate) == ("persons", "killed")


def test_no_noun_is_counted_from_behind_a_preposition() -> None:
    text, tree = tree_of(INSIDE)
    found = branch(tree, (text.index("2"), text.index("2") + 1))
    assert found is not None
    assert found.noun is None


def test_a_verb_right_beside_the_number_is_believed_also_against_the_tree() -> None:
    (figure,) = read(MISREAD)
    assert (figure.noun, figure.predicate) == ("persons", "killed")


def test_a_number_that_is_a_pronoun_counts_nothing() -> None:
    assert read(PRONOUN) == []


def test_a_number_alone_stands_for_what_it_counts() -> None:
    text, tree = tree_of(KILLING)
    found = branch(tree, (text.index("34"), text.index("34") + 2))
    assert found is not None
    assert found.noun is None
    assert [tree.texts[at] for at in governors(tree, found)] == ["34", "killing"]


def test_the_subject_of_a_participle_is_that_of_its_sentence() -> None:
    text, tree = tree_of(KILLING)
    span = subject(tree, tree.texts.index("killing"))
    assert span is not None
    assert text[slice(*span)] == "shell"


def test_no_tree_grows_where_there_are_no_words_or_a_head_lies_outside() -> None:
    text, syntax = planted(WAVE)
    assert grown(text, Syntax(), 0, len(text)) is None
    assert grown(text, syntax, 0, text.index("left")) is None


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["nsubj", "obj", "nummod", "nmod", "conj", "case"]))))
def test_any_tree_is_read_without_harm(shape: list[tuple[int, str]]) -> None:
    words = ["the", "12", "ships", "of", "34", "men", "sank", "in", "May"]
    rows = []
    for at, (head, relation) in enumerate(shape[: len(words)]):
        rows.append(f"{words[at]} {min(head, at)} {relation} NOUN")
    if rows:
        for figure in read("\n".join(rows)):
            assert figure.span.start < figure.span.end
