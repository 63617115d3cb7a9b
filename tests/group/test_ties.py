from __future__ import annotations

import pytest
from pile import NO_TABLES, article

from secondsource.group.directions import Origins
from secondsource.group.ties import Ties, sources
from secondsource.lexicon.load import load
from secondsource.records import Document

TIES = Ties(Origins(NO_TABLES))


def tie(copy: Document, original: Document) -> str:
    return TIES.between(copy, original)


GAZETTE = article("gazette", "The mayor resigned on Monday.", outlet="Torran Gazette")


@pytest.mark.parametrize(
    "said",
    [
        "“I am done,” the mayor told the Torran Gazette.",
        "“I am done,” he said in an interview with the Torran Gazette on Monday.",
        "The Torran Gazette first reported that the mayor was done.",
        "In a column published by the Torran Gazette he said that he was done.",
    ],
)
def test_what_was_said_to_another_outlet_is_heard_there(said):
    assert tie(article("echo", said, outlet="Halvor Echo"), GAZETTE) == "heard"


def test_a_line_that_gives_credit_ties_two_texts():
    echo = article("echo", "The mayor is done. Copyright 2024 Torran Gazette", outlet="Halvor Echo")
    assert tie(echo, GAZETTE) in {"heard", "credited"}


def test_a_list_of_addresses_gives_credit():
    gazette = article("gazette", "The mayor resigned.", outlet="Gazette", url="https://www.gazette.example/mayor")
    blog = article("blog", "The mayor resigned.\nhttp://gazette.example/archive/12", outlet="Torran Diary")
    assert tie(blog, gazette) == "credited"


def test_papers_of_one_owner_are_tied():
    sun, times = article("sun", "Text.", outlet="The Sun"), article("times", "Text.", outlet="The Times")
    assert Ties(Origins(load())).between(sun, times) == "owned"


def test_one_agency_behind_both_ties_them():
    one = article("one", "A ferry sank.", outlet="Echo", agency="Northern Press")
    other = article("other", "A ferry sank. The Northern Press contributed to this report.", outlet="Post")
    assert tie(one, other) == "agency"


def test_a_third_newsroom_that_both_retell_ties_them():
    one = article("one", "The dam leaks, the Torran Gazette reported.", outlet="Echo")
    other = article("other", "Engineers warned the board, according to the Torran Gazette.", outlet="Post")
    assert tie(one, other) == "agency"


def test_a_police_account_that_both_heard_ties_nothing():
    one = article("one", "A car was stolen, according to the Halvor Police. Officer Lund reported it.", outlet="Echo")
    other = article("other", "According to the Halvor Police a car was stolen.", outlet="Post")
    assert tie(one, other) == "none"


def test_each_of_two_credited_newsrooms_is_a_source():
    text = article("one", "The dam leaks, the Torran Gazette and the Halvor Post reported.", outlet="Echo")
    assert sources(text, NO_TABLES) == {"torran gazette", "halvor post"}
