"""How the encoder's reading of an attribution and the rules' reading of it become one."""

from __future__ import annotations

from secondsource.extract.attributions import attributions
from secondsource.lexicon.load import load
from secondsource.records import Analysis, Document, Roles, Section, Span
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens

LEXICON = load()


def read(text: str, *roles: tuple[str, str, str | tuple[str, ...]], headline: int = 0):
    """Return (source, cue, content, stance) of each attribution when the encoder read `roles`."""
    sections = [Section(Span("d", headline, len(text)), "body", "given")]
    if headline:
        sections.insert(0, Section(Span("d", 0, headline), "headline", "given"))
    document = Document(id="d", text=text, sections=tuple(sections), sha256="", path="", format="text", language="en")
    analysis = Analysis(
        "d",
        tuple(sentences(text)),
        tuple(tokens(text)),
        tuple(quotations(text, [(0, len(text))])),
        (),
        roles=tuple(Roles(*(spans(text, part) for part in role)) for role in roles),
    )
    found = attributions(document, analysis, LEXICON)
    return [
        (*(" … ".join(map(document.slice, part)) for part in (a.source, a.cue, a.content)), a.stance) for a in found
    ]


def spans(text: str, parts: str | tuple[str, ...]):
    listed = (parts,) if isinstance(parts, str) else parts
    return tuple((text.index(part), text.index(part) + len(part)) for part in listed if part)


def test_what_only_the_encoder_sees_is_kept():
    text = "Blame for the spill was laid by villagers at the door of the mill."
    assert read(text, ("villagers", "Blame", "the spill")) == [("villagers", "Blame", "the spill", "says")]


def test_a_listed_cue_gives_its_stance_to_what_only_the_encoder_sees():
    text = "There came another denial from the mill that it had spilled oil."
    assert read(text, ("the mill", "denial", "that it had spilled oil"))[0][3] == "denies"


def test_a_negated_cue_says_nothing():
    text = "Of the spill the mill had not, by Monday, informed anyone."
    assert read(text, ("the mill", "informed", "the spill"))[0][3] == "says"
    assert read("The mill has not yet informed us of it.", ("The mill", "informed", "of it"))[0][3] == "declines"


def test_quotation_marks_bound_a_content_that_the_encoder_took_too_far():
    text = "It was late. “We sold every ticket on the ferry twice over,” Ann Roe said."
    assert read(text, ("Ann Roe", "said", "It was late. “We sold every ticket on the ferry twice over,”")) == [
        ("Ann Roe", "said", "“We sold every ticket on the ferry twice over,”", "says")
    ]


def test_an_attribution_inside_another_is_kept_beside_the_outermost_one():
    text = "Ann Roe said the gate was open, Radio Dorne reported."
    found = read(text, ("Radio Dorne", "reported", "Ann Roe said the gate was open"))
    assert [(source, cue) for source, cue, _, _ in found] == [("Ann Roe", "said"), ("Radio Dorne", "reported")]


def test_quoted_words_that_the_encoder_missed_are_kept():
    text = "“The gate was open,” Ann Roe said."
    assert read(text) == [("Ann Roe", "said", "“The gate was open,”", "says")]


def test_a_headline_is_read_by_rules_alone():
    text = "Mill fears blame for spill\nThe mill closed."
    assert read(text, ("Mill", "fears", "blame for spill"), headline=26) == []


def test_a_content_that_the_encoder_broke_is_made_whole():
    text = "The mill denied claims, repeated by some, that it had paid."
    found = read(text, ("The mill", "denied", ("claims", "that it had paid")))
    assert found[0][2] == "claims, repeated by some, that it had paid"
