"""What the shipped encoder reads: of any length, always the same, and with spans that fit the text."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.analyse import annotate
from secondsource.analyse.meaning import vectors
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()
STORY = (
    "Ann Roe, the mayor of Dorne, said on Monday that 11,000 soldiers had been sent to the coast. "
    "“We saw them leave,” she told the Harbour Gazette. The ministry has denied the report.\n\n"
)


def analysis(text: str):
    section = Section(Span("d", 0, len(text)), "body", "given")
    read = Document(id="d", text=text, sections=(section,), sha256="", path="", format="text", language="en")
    return annotate(read, LEXICON)


def words(text: str, spans):
    return [text[start:end] for start, end in spans]


def test_source_cue_and_content_are_read_with_their_links():
    roles = [tuple(words(STORY, part) for part in (r.source, r.cue, r.content)) for r in analysis(STORY).roles]
    assert (["Ann Roe, the mayor of Dorne"], ["said"], ["that 11,000 soldiers had been sent to the coast"]) in roles
    assert (["she"], ["told"], ["“We saw them leave,”"]) in roles


def test_a_count_hangs_on_the_noun_it_counts():
    syntax = analysis(STORY).syntax
    spelled = words(STORY, syntax.words)
    number = spelled.index("11,000")
    assert (spelled[syntax.heads[number]], syntax.relations[number]) == ("soldiers", "nummod")
    assert (syntax.upos[number], syntax.xpos[spelled.index("told")]) == ("NUM", "VBD")


def test_names_have_their_kinds():
    found = {STORY[slice(*mention.span)]: mention.kind for mention in analysis(STORY).mentions}
    assert found["Ann Roe"] == "person"
    assert found["Harbour Gazette"] == "organisation"


def test_a_long_article_is_read_without_seams():
    text = STORY * 60
    read = analysis(text)
    assert len(read.syntax.words) == 60 * len(analysis(STORY).syntax.words)
    said = [role for role in read.roles if words(text, role.cue) == ["said"]]
    assert len(said) == 60
    assert all(text[slice(*role.source[0])] == "Ann Roe, the mayor of Dorne" for role in said)


def test_the_same_text_is_always_read_the_same():
    assert analysis(STORY * 5) == analysis(STORY * 5)


@pytest.mark.parametrize(
    "text", ["", " \n ", "?", "x" * 5000, "한국어 기사입니다. " * 40, "a\u0301e\u0308 🇰🇵 \u202eabc", "word " * 900]
)
def test_odd_texts_are_read_without_fault(text):
    syntax = analysis(text).syntax
    assert len({len(syntax.words), len(syntax.upos), len(syntax.xpos), len(syntax.heads), len(syntax.relations)}) == 1


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_trees_stay_in_their_sentence_and_spans_in_the_text(text):
    read = analysis(text)
    bounds = read.sentences
    for number, head in enumerate(read.syntax.heads):
        start = read.syntax.words[number][0]
        sentence = next(s for s in bounds if s[0] <= start < s[1])
        assert head == -1 or sentence[0] <= read.syntax.words[head][0] < sentence[1]
    spans = [span for role in read.roles for span in itertools.chain(role.source, role.cue, role.content)]
    assert all(0 <= start < end <= len(text) for start, end in [*spans, *(m.span for m in read.mentions)])


def test_texts_of_like_meaning_lie_closer_than_others():
    strikes, capital, rates = vectors(
        ["Nine killed in strikes on Kyiv", "Missiles hit the Ukrainian capital", "Bank raises rates"]
    )
    assert strikes @ capital > strikes @ rates + 0.2
    assert np.isclose(strikes @ strikes, 1.0, atol=1e-5)


def test_an_empty_text_has_no_meaning():
    assert not vectors([""]).any()
