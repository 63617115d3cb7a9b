from __future__ import annotations

from pile import CABLE, NO_TABLES, OWN, article

from secondsource.group.directions import Origins
from secondsource.group.overlaps import overlap, relation
from secondsource.group.ties import Tie, Ties
from secondsource.group.wordings import wording
from secondsource.records import Document
from secondsource.text.shingles import word_hashes

SENTENCES = CABLE.split(". ")
WIRE = article("wire", CABLE, outlet="Northern Press", agency="Northern Press")


def how(copy: Document, original: Document = WIRE, *, tie: Tie | None = None) -> str | None:
    ties = Ties(Origins(NO_TABLES))
    both = overlap(wording(copy), wording(original), word_hashes("", []), lambda: tie or ties.between(copy, original))
    return relation(both) if both else None


def long_report(*places: str) -> str:
    """Return a report of some 400 words of its own with the given passages between its paragraphs."""
    own = " ".join(f"{word}{part}" for part in range(1, 5) for word in OWN.split())
    return f"\n{own}\n".join(places)


def test_most_of_either_text_is_a_reprint():
    assert how(article("paper", "A local line on top of it. " + CABLE, outlet="Echo")) == "reprint"


def test_the_first_third_alone_is_an_excerpt():
    assert how(article("paper", SENTENCES[0], outlet="Echo")) == "excerpt"


def test_a_local_lead_leaves_an_excerpt_one():
    assert how(article("paper", OWN + SENTENCES[0] + ". " + SENTENCES[1], outlet="Echo")) == "excerpt"


def test_one_sentence_in_a_report_is_embedded():
    assert how(article("paper", long_report("The wreck lies still.", SENTENCES[0] + "."), outlet="Echo")) == "embedded"


def test_half_sentences_all_over_a_text_are_derived():
    retold = (
        "A cargo train carrying fertiliser left the rails before dawn today, and the fire service said that two crew "
        "members died. Some four hundred villagers were told to leave. Rescue teams reached the wreck by boat because "
        "the road was gone. The line between Brennick and Halvor has been shut, and the railway expects repairs to "
        "take a fortnight, officials said, or longer if the river does not fall by the end of this week as is hoped. "
        "Trains from the coast turn back at the lower bridge, and buses have been hired for the schools of the valley."
    )
    assert how(article("paper", retold, outlet="Echo", agency="Northern Press")) == "derived"


def test_the_same_half_sentences_are_no_copy_where_nothing_ties_the_two():
    one = "Two men held up the bakery on Mill Lane on Monday at dusk and fled in a grey van with a broken lamp."
    two = "Police seek a pair who held up the bakery on Mill Lane at dusk; they fled in a grey van with a dent."
    assert how(article("one", one, outlet="Echo"), article("two", two, outlet="Post")) is None


SPOKEN = "“I told the board in March that the bank was soft and that the pumps would not hold another flood,”"
WALK = (
    "The dam is old and grey and leaks at its foot where the lower road crosses it, and a line of men with sandbags "
    "stood there all of the night through in the rain. The mayor of the lower town walked up and down behind them with "
    "a lamp that he had taken from the church, as he did in the year of the great flood."
)
HEARD = article("heard", f"{SPOKEN} the engineer said on Monday. {OWN}", outlet="Torran Gazette")


def test_an_interview_with_another_outlet_is_embedded_in_a_report():
    assert how(article("report", f"{SPOKEN} he told the Torran Gazette. {WALK}", outlet="Echo"), HEARD) == "embedded"


def test_a_digest_of_an_interview_with_another_outlet_is_derived():
    digest = (
        "“I told the board in March that the bank was soft,” an engineer told the Torran Gazette of the old dam there, "
        "“and that the pumps would not hold another flood.”"
    )
    assert how(article("digest", digest, outlet="Echo"), HEARD) == "derived"


def test_a_quotation_that_nobody_had_alone_is_no_copy():
    assert how(article("report", f"{SPOKEN} he told a hearing. {WALK}", outlet="Echo"), HEARD) is None


def test_one_outlets_text_with_other_figures_is_a_version():
    first = article("first", CABLE, outlet="Echo", url="https://echo.example/1")
    later = article("later", CABLE.replace("two", "seven"), outlet="Echo", url="https://echo.example/2")
    assert how(later, first) == "version"


def test_a_page_that_was_written_through_is_a_version_of_what_stood_there():
    first = article("first", SENTENCES[0] + ".", url="https://echo.example/1")
    later = article("later", OWN * 2 + SENTENCES[0] + ".", url="https://echo.example/1")
    assert how(later, first) == "version"


def test_a_page_that_was_used_for_another_story_is_no_version():
    first = article("first", CABLE, url="https://echo.example/live")
    later = article("later", OWN, url="https://echo.example/live")
    assert how(later, first) is None
