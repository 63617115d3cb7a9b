"""The bridge to spaCy: what goes over comes back, and every offset stays where it was."""

import builtins

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.bridges.spacy import to_analysis, to_doc
from secondsource.errors import InvariantError, UsageError
from secondsource.records import Analysis, Document, Mention, Roles, Section, Span, Syntax
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens

spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
from spacy.pipeline import Sentencizer  # noqa: E402 - only where spaCy is

NLP = spacy.blank("en")

HEAD, BODY, MORE = "Ferry 🛳 late", "“No  one\u0301 is hurt,” Ann Li’s aide said.\nHe left.", "Read more: Oss"
LETTERS = "ab .\n“”\u0301🛳Z"


def article(*parts):
    """Return a document of (kind, text) parts with a blank line between them."""
    text, sections = "", []
    for kind, part in parts:
        text += "\n\n" if text else ""
        sections.append(Section(Span("d1", len(text), len(text) + len(part)), kind, "given"))
        text += part
    return Document(id="d1", text=text, sections=tuple(sections), sha256="", path="", format="text", language="en")


def surface(read, **known):
    """Return the analysis by the cutters of the program, with what else is known."""
    stretches = [(span.start, span.end) for span in read.spans("headline", "body")]
    return Analysis(
        doc_id=read.id,
        sentences=tuple(each for start, end in stretches for each in sentences(read.text, start, end)),
        tokens=tuple(each for start, end in stretches for each in tokens(read.text, start, end)),
        quotations=tuple(quotations(read.text, stretches)),
        mentions=known.get("mentions", ()),
        syntax=known.get("syntax", Syntax()),
        roles=known.get("roles", ()),
    )


def place(read, words):
    start = read.text.index(words)
    return start, start + len(words)


@pytest.fixture
def ferry():
    return article(("headline", HEAD), ("body", BODY), ("related", MORE))


@pytest.fixture
def known(ferry):
    said = Roles(
        source=(place(ferry, "Ann Li’s aide"),), cue=(place(ferry, "said"),), content=(place(ferry, BODY[:19]),)
    )
    return surface(ferry, mentions=(Mention(place(ferry, "Ann Li"), "person", "person"),), roles=(said,))


def test_a_token_stands_where_it_stands_in_the_document(ferry, known):
    doc = to_doc(ferry, known, NLP.vocab)
    assert doc.text == ferry.text
    assert all(ferry.text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_sentences_names_and_roles_are_those_of_the_analysis(ferry, known):
    doc = to_doc(ferry, known, NLP.vocab)
    assert [sent.text.strip() for sent in doc.sents] == [HEAD, *BODY.split("\n"), MORE]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ann Li", "PERSON")]
    (said,) = doc._.attributions
    assert [span.text for span in (*said.source, *said.cue, *said.content)] == ["Ann Li’s aide", "said", BODY[:19]]
    assert [(span.label_, span.text) for span in doc.spans["sections"]][::2] == [("headline", HEAD), ("related", MORE)]


def test_trees_stand_in_the_doc(ferry):
    analysis = parsed(ferry, lambda count: [-1, *range(count - 1)])
    doc = to_doc(ferry, analysis, NLP.vocab)
    roots = [token for token in doc if token.head == token and not token.is_space]
    assert [token.text for token in roots] == ["Ferry", "“", "He", "Read"]
    late = next(token for token in doc if token.text == "late")
    assert (late.head.text, late.dep_, late.pos_, late.tag_) == ("🛳", "obj", "NOUN", "NN")


def parsed(read, tree):
    """Return an analysis with the tokens as words and `tree(count)` as the heads of each sentence."""
    bare = surface(read)
    heads, words = [], []
    for start, end in bare.sentences:
        here = [token for token in bare.tokens if start <= token[0] < end]
        heads += [len(words) + head if head >= 0 else -1 for head in tree(len(here))]
        words += here
    count = len(words)
    relations = tuple("root" if head < 0 else "obj" for head in heads)
    trees = Syntax(tuple(words), ("NOUN",) * count, ("NN",) * count, tuple(heads), relations)
    return surface(read, syntax=trees)


@st.composite
def analyses(draw):
    words = st.text(alphabet=LETTERS, max_size=30)
    kinds = st.sampled_from(["headline", "body", "byline", "related"])
    read = article(*draw(st.lists(st.tuples(kinds, words), min_size=1, max_size=4)))
    analysis = surface(read)
    if draw(st.booleans()):
        analysis = parsed(read, lambda count: draw(trees(count)))
    units = analysis.syntax.words or analysis.tokens
    spans = [(units[a][0], units[b][1]) for a, b in draw(ranges(len(units)))]
    split = draw(st.integers(0, len(spans)))
    sorts = st.sampled_from(["", "person", "state", "people", "work", "company"])
    kinds = st.sampled_from(["person", "organisation", "place", "other"])
    names = tuple(Mention(span, draw(kinds), draw(sorts)) for span in spans[:split] if within_a_section(read, span))
    left = iter(spans[split:])
    roles = tuple(Roles(tuple(s for s in (next(left, None),) if s), (cue,), ()) for cue in left)
    both = surface(read, syntax=analysis.syntax, mentions=names, roles=roles)
    return read, both


def within_a_section(read, span):
    return any(section.span.start <= span[0] and span[1] <= section.span.end for section in read.sections)


@st.composite
def trees(draw, count):
    """Draw any tree: each word hangs on one drawn before it."""
    order = draw(st.permutations(range(count)))
    heads = [-1] * count
    for at in range(1, count):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    return heads


@st.composite
def ranges(draw, count):
    edges = sorted(draw(st.sets(st.integers(0, max(count - 1, 0)), max_size=min(count, 8))))
    return list(zip(edges[::2], edges[1::2], strict=False)) if count else []


@given(analyses())
def test_there_and_back_nothing_changes(drawn):
    read, analysis = drawn
    doc = to_doc(read, analysis, NLP.vocab)
    assert doc.text == read.text
    assert to_analysis(doc, read) == analysis


@given(analyses())
def test_a_doc_survives_its_file(drawn):
    read, analysis = drawn
    packed = to_doc(read, analysis, NLP.vocab).to_bytes()
    assert to_analysis(spacy.tokens.Doc(NLP.vocab).from_bytes(packed), read) == analysis


@given(st.text(max_size=60))
def test_any_text_goes_through_a_blank_pipeline(text):
    read = article(("body", text), ("related", text))
    assert to_analysis(NLP(read.text), read) == surface(read)


def test_halves_of_surrogate_pairs_keep_their_place():
    read = article(("body", "A\ud83d left."))
    analysis = surface(read)
    doc = to_doc(read, analysis, NLP.vocab)
    assert doc.text == "A\ufffd left."
    assert to_analysis(doc, read) == analysis


def test_a_role_that_ends_inside_a_word_takes_in_the_word():
    read = article(("body", "Ann Li’s aide"))
    analysis = parsed(read, lambda count: [-1, *([0] * (count - 1))])
    named = surface(read, syntax=analysis.syntax, mentions=(Mention((0, 6), "person"),))
    assert [ent.text for ent in to_doc(read, named, NLP.vocab).ents] == ["Ann Li’s"]


def test_what_a_pipeline_says_of_other_sections_is_left_out(ferry):
    doc = NLP(ferry.text)
    doc.ents = [
        doc.char_span(*place(ferry, "Ann Li"), label="PERSON"), doc.char_span(*place(ferry, "Oss"), label="GPE")
    ]  # fmt: skip
    analysis = to_analysis(doc, ferry)
    assert analysis.mentions == (Mention(place(ferry, "Ann Li"), "person"),)
    assert all(end <= ferry.sections[1].span.end for _, end in (*analysis.sentences, *analysis.tokens))


def test_a_sentence_that_crosses_sections_is_cut_and_keeps_one_root():
    read = article(("headline", "Ferry sinks"), ("body", "Two left it"))
    doc = spacy.tokens.Doc(
        NLP.vocab, words=["Ferry", "sinks", "\n\n", "Two", "left", "it"], spaces=[1, 0, 0, 1, 1, 0],
        heads=[1, 4, 1, 4, 4, 4], deps=["nsubj", "ccomp", "dep", "nsubj", "ROOT", "obj"], pos=["NOUN"] * 6,
    )  # fmt: skip
    analysis = to_analysis(doc, read)
    assert analysis.sentences == ((0, 11), (13, 24))
    assert analysis.syntax.heads == (1, -1, 3, -1, 3)
    assert analysis.syntax.relations == ("nsubj", "root", "nsubj", "root", "obj")


def test_sentences_of_another_component_hold_one_root_each():
    read = article(("body", "He left early"))
    doc = spacy.tokens.Doc(
        NLP.vocab, words=["He", "left", "early"], spaces=[1, 1, 0], heads=[0, 1, 1], deps=["ROOT", "ROOT", "advmod"]
    )
    assert len(list(doc.sents)) == 2
    analysis = to_analysis(Sentencizer(overwrite=True)(doc), read)
    assert analysis.sentences == ((0, 13),)
    assert analysis.syntax.heads == (-1, 0, 1)
    assert analysis.syntax.relations == ("root", "dep", "advmod")


def test_trees_of_the_clear_style_come_back_as_universal_dependencies():
    read = article(("body", "They fled to Oss"))
    doc = spacy.tokens.Doc(
        NLP.vocab, words=["They", "fled", "to", "Oss"], spaces=[1, 1, 1, 0], heads=[1, 1, 1, 2],
        deps=["nsubj", "ROOT", "prep", "pobj"], pos=["PRON", "VERB", "ADP", "PROPN"],
    )  # fmt: skip
    trees = to_analysis(doc, read).syntax
    assert (trees.heads, trees.relations) == ((1, -1, 3, 1), ("nsubj", "root", "case", "obl"))


def test_a_pipeline_without_a_parser_gives_no_trees(ferry):
    assert to_analysis(NLP(ferry.text), ferry).syntax == Syntax()


def test_a_doc_of_another_text_is_refused(ferry):
    with pytest.raises(UsageError, match=r"nlp\(document\.text\)"):
        to_analysis(NLP(BODY), ferry)


def test_an_analysis_of_another_document_is_refused(ferry):
    other = Analysis("d2", (), (), (), ())
    with pytest.raises(UsageError, match="d2"):
        to_doc(ferry, other, NLP.vocab)


@pytest.mark.parametrize("words", [((0, 2), (1, 3)), ((0, 0),), ((0, 999),), ((5, 6),)])
def test_words_that_break_their_promise_are_a_fault(ferry, words):
    count = len(words)
    trees = Syntax(words, ("X",) * count, ("XX",) * count, (-1,) * count, ("root",) * count)
    with pytest.raises(InvariantError, match="out of order"):
        to_doc(ferry, surface(ferry, syntax=trees), NLP.vocab)


def test_a_name_outside_the_text_is_a_fault(ferry):
    with pytest.raises(InvariantError, match="PERSON 990-999 lies outside"):
        to_doc(ferry, surface(ferry, mentions=(Mention((990, 999), "person"),)), NLP.vocab)


def test_without_spacy_the_error_names_the_extra(ferry, known, monkeypatch):
    found = builtins.__import__

    def missing(name, *rest):
        if name.startswith("spacy"):
            raise ModuleNotFoundError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"pip install 'secondsource\[spacy\]'"):
        to_doc(ferry, known, NLP.vocab)
