"""Who said what: one row a pattern of news writing, all names invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruled import ruled

from secondsource.extract import attributions
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()


def document(text, headline=None):
    whole = f"{headline}\n\n{text}" if headline else text
    cut = len(whole) - len(text)
    head = [Section(Span("d1", 0, len(headline)), "headline", "given")] if headline else []
    body = [Section(Span("d1", cut, len(whole)), "body", "given")]
    return Document(
        id="d1", text=whole, sections=(*head, *body), sha256="", path="", format="text", language="en", title=headline
    )


def found_in(text, headline=None):
    read = document(text, headline)
    return read, attributions(read, ruled(read), LEXICON)


def said(text):
    read, found = found_in(text)
    return [
        (
            " | ".join(read.slice(span) for span in record.source),
            " | ".join(read.slice(span) for span in record.cue),
            " | ".join(read.slice(span) for span in record.content),
        )
        for record in found
    ]


DIRECT = [
    ("“The gate was open,” Ann Li said.", "Ann Li", "said", "“The gate was open,”"),
    ("“The gate was open,” said Ann Li, a teacher in Oss.", "Ann Li, a teacher in Oss", "said", "“The gate was open,”"),
    ("Ann Li said, “The gate was open.”", "Ann Li", "said", "“The gate was open.”"),
    ("Ann Li said: “The gate was open.”", "Ann Li", "said", "“The gate was open.”"),
    ("“Was it open?” Ann Li asked.", "Ann Li", "asked", "“Was it open?”"),
    ('"It was open," she added.', "she", "added", '"It was open,"'),
    ("“We wait,” he said, “and we count.”", "he", "said", "“We wait,” | “and we count.”"),
    ("“We look,” Lund told reporters on the quay. “I stay.”", "Lund", "told", "“We look,” | “I stay.”"),
    ("“It was full when we left.” — Ann Li", "Ann Li", "—", "“It was full when we left.”"),
    ("“It sank,” Lund was quoted as saying by the paper.", "Lund", "was quoted as saying", "“It sank,”"),
    ("“No,” Rep. Bo Ash, R-Ky., said Tuesday.", "Rep. Bo Ash, R-Ky.", "said", "“No,”"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT)
def test_direct_speech_finds_its_speaker(text, source, cue, content):
    assert said(text) == [(source, cue, content)]


INDIRECT = [
    ("The harbor police said on Sunday that two men died.", "The harbor police", "said", "that two men died"),
    ("Officials in Oss said the bridge was shut.", "Officials in Oss", "said", "the bridge was shut"),
    ("Two men died, the harbor police said on Sunday.", "the harbor police", "said", "Two men died"),
    ("The minister told the court that the list was false.", "The minister", "told", "that the list was false"),
    ("The mayor told Radio Oss its account was wrong.", "The mayor", "told", "its account was wrong"),
    ("The ships were fined, according to port records.", "port records", "according to", "The ships were fined"),
    ("According to the union, 40 people were hurt.", "the union", "According to", "40 people were hurt"),
    ("Ministry figures show that 12 people died.", "Ministry figures", "show", "that 12 people died"),
    ("About 300 people were hurt, ministry figures show.", "ministry figures", "show", "About 300 people were hurt"),
    ("In his view, the gate was open.", "his", "view", "the gate was open"),
    ("The gate was open, in the view of the crew.", "the crew", "in the view of", "The gate was open"),
    ("The gate, he said, was tied with rope.", "he", "said", "The gate | was tied with rope"),
    ("He said they’re safe.", "He", "said", "they’re safe"),
    ("It was not clear, he said, why it sank.", "he", "said", "It was not clear | why it sank"),
    ("He was, she said, “the last to leave.”", "she", "said", "He was | “the last to leave.”"),
    ("As the paper reported, two men died.", "the paper", "reported", "two men died"),
    ("After saying it was over, Ann Li left.", "Ann Li", "saying", "it was over"),
    ("Troops fired, with one group reporting more than 150 deaths.", "one group", "reporting", "more than 150 deaths"),
    ("Satellite images show that the pier was rebuilt.", "Satellite images", "show", "that the pier was rebuilt"),
    ("She said in a statement that it was over.", "She", "said", "that it was over"),
    ("The firm said the gate “never had a lock.”", "The firm", "said", "the gate “never had a lock.”"),
    ("The survey found most people stayed home.", "The survey", "found", "most people stayed home"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_indirect_speech_finds_its_clause(text, source, cue, content):
    assert said(text) == [(source, cue, content)]


ATTITUDES = [
    ("The firm has denied that its ferry was full.", "The firm", "has denied", "that its ferry was full"),
    ("The firm denied these claims, and the mayor left.", "The firm", "denied", "these claims"),
    ("The firm acknowledged sending the crew home.", "The firm", "acknowledged", "sending the crew home"),
    ("Oss accused the firm of hiding the list.", "Oss", "accused", "the firm of hiding the list"),
    ("The firm vowed to rebuild the pier.", "The firm", "vowed", "to rebuild the pier"),
    ("The union urged the firm to wait.", "The union", "urged", "the firm to wait"),
    ("The mayor called on the firm to wait.", "The mayor", "called on", "the firm to wait"),
    ("The mayor declined to say whether he would go.", "The mayor", "declined to say", "whether he would go"),
    ("The firm rejected reports of a fire.", "The firm", "rejected", "reports of a fire"),
    ("The mayor put the toll at 69.", "The mayor", "put", "the toll at 69"),
    ("The mayor went on to say that he was tired.", "The mayor", "went on to say", "that he was tired"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ATTITUDES)
def test_denials_pleas_and_promises_have_their_complement(text, source, cue, content):
    assert said(text)[0] == (source, cue, content)


SOURCES = [
    ("Gov. Mara Dole, who runs the island, said it was over.", "Gov. Mara Dole, who runs the island"),
    ("One survivor, Ann Li, a teacher, said it was over.", "One survivor, Ann Li, a teacher"),
    ("The man who led the raid said it was over.", "The man who led the raid"),
    ("On Tuesday the ministry said it was over.", "the ministry"),
    ("In Oss, Ann Li said it was over.", "Ann Li"),
    ("Norland, Westmark and their allies said it was over.", "Norland, Westmark and their allies"),
    ("Anton Roe, managing director of Roe Lines, said it was over.", "Anton Roe, managing director of Roe Lines"),
    ("Sen. Ann Li (D-Ohio) said it was over.", "Sen. Ann Li (D-Ohio)"),
    ("It was a long night and they said it was over.", "they"),
    ("Six in 10 say it was over.", "Six in 10"),
    ("Police in Oss, Norland say it was over.", "Police in Oss, Norland"),
    ("The union on Tuesday said it was over.", "The union"),
    ("A poll conducted by Brae Bank found it was over.", "A poll conducted by Brae Bank"),
    ("The justice — who ran the inquiry — said it was over.", "The justice"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_is_the_whole_noun_phrase_with_its_apposition(text, source):
    assert [found[0] for found in said(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The report was published on Monday.",
        "The claim is 40 pages long.",
        "She asked a said man.",
        "The alleged thief ran off.",
        "They could not make calls for six hours.",
        "Divers found the body on Friday.",
        "Its ships call at two ports.",
        "A Senate hearing that lasted two days ended.",
    ],
)
def test_the_same_word_as_a_plain_noun_or_adjective_is_no_cue(text):
    assert said(text) == []


def test_two_verbs_share_one_speaker():
    assert said("He said 83 people had been saved and cautioned that the toll could rise.") == [
        ("He", "said", "83 people had been saved"),
        ("He", "cautioned", "that the toll could rise"),
    ]


def test_a_participle_shares_the_speaker_of_its_clause():
    assert said("The firm condemned the strike, calling it a crime.") == [
        ("The firm", "condemned", "the strike"),
        ("The firm", "calling", "it a crime"),
    ]


def test_somebody_else_begins_behind_but():
    assert said("The firm denied the fire but officials said it was real.") == [
        ("The firm", "denied", "the fire"),
        ("officials", "said", "it was real"),
    ]


def test_the_main_clause_does_not_belong_to_the_first_statement():
    assert said("While Oss has alleged that troops crossed, experts suggest that they were lost.") == [
        ("Oss", "has alleged", "that troops crossed"),
        ("experts", "suggest", "that they were lost"),
    ]


def test_a_claim_may_be_a_noun():
    assert said("Claims by Oss that troops crossed the border were not checked.")[0][0] == "Oss"
    assert said("Reports that the ship was full were denied.") == [("", "Reports", "that the ship was full")]
    assert said("The firm repeated its denial that the ship was full.")[1] == (
        "its",
        "denial",
        "that the ship was full",
    )


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The crew is believed to have left first.", "is believed", "The crew | to have left first"),
        ("The crew reportedly left first.", "reportedly", "The crew | left first"),
    ],
)
def test_hearsay_has_no_source(text, cue, content):
    assert said(text) == [("", cue, content)]


def test_speech_goes_on_over_sentences_and_paragraphs():
    text = "“We wait,” Lund said.\n\n“We wait for the tide. We have time.”\n\nThe quay was empty."
    assert said(text) == [("Lund", "said", "“We wait,” | “We wait for the tide. We have time.”")]


def test_a_paragraph_left_open_belongs_to_the_speaker_named_later():
    text = "“Nobody boarded without a ticket.\n\n“We grieve with the families,” Mr Roe said."
    assert said(text) == [("Mr Roe", "said", "“Nobody boarded without a ticket. | “We grieve with the families,”")]


def test_words_may_follow_a_colon_in_the_next_paragraph():
    assert said("He declared:\n\n“It was over before it began.”") == [
        ("He", "declared", "“It was over before it began.”")
    ]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_makes_it_fail(text):
    found_in(text)


@pytest.mark.parametrize(
    "piece", ["He said that ", "“a ” ", "“", '"a ', "said ", "“Go,” he said.\n", "He declared:\n", "Kim, "]
)
def test_hostile_text_is_read_in_linear_time(piece):
    found_in(piece * 3000)


PIECES = [
    "Ann Li", "said", "that", "“we go,”", ",", ".", "the ministry", "told", "reporters", "according to", "denied",
    "and", "to leave", "in Oss", "reportedly", "citing", "a report", "(D-Ohio)", "which", "is believed", "—",
    "claims", "by", "\n", "“unclosed", "closed”", "he", "was", "not", ":",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_spans_lie_in_the_text_and_roles_do_not_overlap(text):
    _, found = found_in(text)
    for record in found:
        spans = [*record.source, *record.cue, *record.content]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert record.cue
        assert record.content
        assert not any(cue.overlaps(content) for cue in record.cue for content in record.content)
        assert not any(source.overlaps(cue) for source in record.source for cue in record.cue)
    ids = {record.id for record in found}
    assert len(ids) == len(found)
    assert all(record.parent in ids | {None} and record.parent != record.id for record in found)
