"""What is known about a document before anything is extracted: sentences, tokens, quotations, names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.analyse import annotate
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()


def annotated(text, *, noise=""):
    whole = noise + text
    sections = [Section(Span("d1", len(noise), len(whole)), "body", "given")]
    if noise:
        sections.insert(0, Section(Span("d1", 0, len(noise)), "boilerplate", "given"))
    read = Document(id="d1", text=whole, sections=tuple(sections), sha256="", path="", format="text", language="en")
    return read, annotate(read, LEXICON)


def names(text):
    read, analysis = annotated(text)
    return [(read.text[slice(*mention.span)], mention.kind) for mention in analysis.mentions]


def test_only_headline_and_body_are_read():
    read, analysis = annotated("Ann Li left.", noise="Subscribe to Oss Weekly now.\n")
    assert [read.text[slice(*sentence)] for sentence in analysis.sentences] == ["Ann Li left."]
    assert all(token[0] >= 29 for token in analysis.tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gov. Mara Dole left.", [("Mara Dole", "person")]),
        ("It was Ivo Lund, 41, who ran.", [("Ivo Lund", "person")]),
        ("Then Ivo Lund said no. Later Lund ran.", [("Ivo Lund", "person"), ("Lund", "person")]),
        ("The Norland Port Authority paid.", [("Norland Port Authority", "organisation")]),
        ("The ship of Roe Lines sank.", [("Roe Lines", "organisation")]),
        ("It sank in the Lassen Strait.", [("Lassen Strait", "place")]),
        ("They met in Oss on Monday.", [("Oss", "place")]),
        ("They live in France.", [("France", "place")]),
        ("The USGC said no.", [("USGC", "organisation")]),
        ("Officials left. Nobody spoke.", []),
        ("On Monday the Defense Minister left.", []),
        ("They saw Lund’s boat.", [("Lund", "other")]),
    ],
)
def test_a_name_has_a_kind_and_no_title(text, expected):
    assert names(text) == expected


def test_a_headline_in_title_case_gives_only_its_names():
    assert names("Angry Parents Meet Ivo Lund\n\nThen Ivo Lund said no.") == [("Ivo Lund", "person")] * 2
    assert names("Angry Parents Meet Mayor\n\nThen Ivo Lund said no.") == [("Ivo Lund", "person")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_makes_it_fail(text):
    _, analysis = annotated(text)
    for mention in analysis.mentions:
        assert 0 <= mention.span[0] < mention.span[1] <= len(text)
    starts = [mention.span for mention in analysis.mentions]
    assert starts == sorted(starts)
