"""What short contents point back to."""

import pytest
from newsroom import Article, case, line

from secondsource.reconcile.polarity import denied_words


@pytest.mark.parametrize(
    "words", ["the allegations", "these reports", "the accusation", "any involvement", "the charges", "it"]
)
def test_a_short_denial_answers_the_allegation_before_it(words):
    text = f"The union alleged that Hale Mills had locked the doors. Hale Mills denied {words}."
    article = Article("Northern Wire", "2031-03-01", text)
    article.says("The union", "that Hale Mills had locked the doors", cue="alleged", stance="alleges")
    article.says("Hale Mills", words, cue="denied", stance="denies")

    assert line(case(article), "locked the doors").status == "disputed"


def test_an_ellipsis_answers_the_sentence_it_leaves_out():
    text = "The firm said it had locked the doors, after months of saying that it had not."
    article = Article("Northern Wire", "2031-03-01", text)
    article.says("The firm", "it had locked the doors", stance="admits")
    article.says("The firm", "that it had not", cue="saying", stance="denies")

    assert line(case(article), "that it had not").status == "denied_then_admitted"


def test_a_denial_goes_to_what_concerns_the_denier_and_not_to_what_is_nearer():
    text = (
        "The union alleged that Hale Mills had locked the doors. Ann Moss alleged that the mayor took bribes."
        " Hale Mills denied the allegations."
    )
    article = Article("Northern Wire", "2031-03-01", text)
    article.says("The union", "that Hale Mills had locked the doors", cue="alleged", stance="alleges")
    article.says("Ann Moss", "that the mayor took bribes", cue="alleged", stance="alleges")
    article.says("Hale Mills", "the allegations", cue="denied", stance="denies")

    assert line(case(article), "locked the doors").status == "disputed"
    assert line(case(article), "took bribes").status == "single_source"


def test_a_denial_without_an_allegation_beside_it_finds_the_storylines_latest():
    first = Article("Northern Wire", "2031-03-01", "The union alleged that Hale Mills had locked the doors.")
    first.says("The union", "that Hale Mills had locked the doors", cue="alleged", stance="alleges")
    later = Article("Daily Lamp", "2031-03-05", "Hale Mills denied the allegations.")
    later.says("Hale Mills", "the allegations", cue="denied", stance="denies")

    assert line(case(first, later), "locked the doors").status == "disputed"


def test_negation_is_read_near_the_head_of_a_content():
    assert denied_words("it had paid no ransom") == {"ransom"}
    assert "pay" in denied_words("that the firm didn’t pay")
    assert not denied_words("that it had paid the sum that the gang named in the note it did not sign")
