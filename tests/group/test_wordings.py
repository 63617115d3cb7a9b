from __future__ import annotations

from pile import CABLE, OWN, article

from secondsource.group.wordings import wording


def kinds(body: str, words: str) -> set[str]:
    """Return whose words `words` are in a document with this body."""
    document = article("page", body)
    found = wording(document)
    start = document.text.index(words)
    inside = (found.words.starts >= start) & (found.words.ends <= start + len(words))
    return {kind for kind, chosen in zip(found.kinds, inside.tolist(), strict=True) if chosen}


def test_a_reporters_words_are_prose():
    assert kinds(CABLE, "left the rails") == {"prose"}


def test_words_in_quotation_marks_are_a_quotation():
    assert kinds(f"“The bank was soft,” the driver said.\n\n{CABLE}", "The bank was soft") == {"quotation"}


def test_a_transcript_set_off_after_a_colon_is_a_statement_although_it_quotes():
    asked = (
        "You told this house in March that the bank was sound. You said, “Nothing moves there.” What do you say now?"
    )
    assert kinds(f"A member for the valley rose and asked him:\n\n{asked}\n\n{CABLE}", "that the bank was sound") == {
        "statement"
    }


def test_a_wire_report_after_a_colon_stays_prose():
    assert kinds(f"Northern Press described the night in its report:\n\n{CABLE}", "left the rails") == {"prose"}


def test_a_quotation_mark_that_is_closed_a_page_later_makes_no_quotation_of_the_article():
    article_in_marks = f"The baker said: “It was dark. {OWN * 3}{CABLE} {CABLE.upper()}”"
    assert kinds(article_in_marks, "left the rails outside Brennick") == {"prose"}


def test_a_copyright_notice_is_furniture():
    assert kinds(f"{CABLE}\n\nCopyright 2024 Northern Press. All rights reserved.", "Northern Press") == {"furniture"}


def test_an_appeal_for_witnesses_is_a_statement():
    assert kinds(f"{CABLE}\n\nAnyone with information is asked to call 555-0100.", "asked to call") == {"statement"}
