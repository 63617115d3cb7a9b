"""What a speaker does with a content: says, denies, admits, estimates and so on."""

import pytest
from ruled import ruled

from secondsource.extract import attributions
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()


def records(body, headline="Ferry sinks"):
    text = f"{headline}\n\n{body}"
    cut = len(headline)
    sections = (
        Section(Span("d1", 0, cut), "headline", "given"),
        Section(Span("d1", cut + 2, len(text)), "body", "given"),
    )
    read = Document(id="d1", text=text, sections=sections, sha256="", path="", format="text", language="en")
    return [r for r in attributions(read, ruled(read), LEXICON) if r.cue[0].start > cut]


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("The firm said the ferry left at noon.", "says"),
        ("The firm denied that the ferry was full.", "denies"),
        ("The firm said no payment data were taken.", "denies"),
        ("The firm maintained it had paid no ransom.", "denies"),
        ("The firm insisted that the boat was not full.", "denies"),
        ("The firm repeated its denial that the boat was full.", "denies"),
        ("The firm acknowledged that the boat was full.", "admits"),
        ("“The figure I gave in May was wrong,” Roe said.", "admits"),
        ("The union alleged that the list was false.", "alleges"),
        ("The union accused the firm of hiding the list.", "alleges"),
        ("The boat was reportedly full.", "alleges"),
        ("It is believed that the thieves came in May.", "alleges"),
        ("The mayor said as many as 180 people may have been on board.", "estimates"),
        ("The union believes at least 200 workers were hurt.", "estimates"),
        ("The mayor put the number as high as 180.", "estimates"),
        ("The mayor put the toll at 69.", "says"),
        ("The mayor said the toll could rise to 90.", "predicts"),
        ("The minister said an inquiry would report within 90 days.", "predicts"),
        ("The firm said it would appeal by Tuesday.", "says"),
        ("The police warned that the road could flood.", "predicts"),
        ("The mayor asked the public not to share the video.", "demands"),
        ("The mayor called for an inquiry into the fire.", "demands"),
        ("The mayor declined to say whether he would resign.", "declines"),
        ("The office said it would not comment on an open case.", "declines"),
        ("Neither side has confirmed the deal.", "declines"),
        ("The mayor told the crew to leave.", "demands"),
        ("The mayor said he knew nothing.", "says"),
        ("The mayor said she had known of the leak.", "admits"),
        ("The ministry has not confirmed that the bridge fell.", "declines"),
        ("The union disputed the figure of the ministry.", "disputes"),
        ("The office accepted the new figure.", "corrects"),
    ],
)
def test_stance_follows_cue_and_modality(body, stance):
    assert [record.stance for record in records(body)][:1] == [stance]


def test_statements_in_a_correction_notice_correct():
    assert {r.stance for r in records("The clerk says the number was 44.", "Correction: ferry story")} == {"corrects"}


def test_a_statement_that_repeats_the_admission_of_the_headline_admits():
    body = "The owner told an inquiry that the firm had sold 171 tickets."
    assert [r.stance for r in records(body, "Ferry firm admits it sold 171 tickets")] == ["admits"]
    assert [r.stance for r in records(body, "Ferry firm opens new office")] == ["says"]


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        ("“It was full,” she said.", "direct"),
        ("She said that “it was full.”", "direct"),
        ("She said the boat “was full.”", "mixed"),
        ("She said the boat was full.", "indirect"),
    ],
)
def test_quoted_tells_how_much_of_the_content_stands_in_marks(body, quoted):
    assert [record.quoted for record in records(body)] == [quoted]
