from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from pile import CABLE, NO_TABLES, article

from secondsource.group import copies, opening, packed, stories, storylines
from secondsource.group.clusters import Moment, clusters
from secondsource.group.linkage import Pairs
from secondsource.records import Document, Meaning


def grouped(*documents: Document) -> set[frozenset[str]]:
    return {frozenset(story.doc_ids) for story in stories(documents, copies(documents, NO_TABLES))}


DERAILED = article("derailed", CABLE, headline="Train derails at Brennick, two dead", day="2024-03-04")
NEXT_DAY = article(
    "next",
    "Divers searched the river at Brennick for a third crew member of the fertiliser train that left the rails on "
    "Monday. The provincial fire service said the villagers could not go home while the wreck was leaking.",
    headline="Third man missing after Brennick train derails",
    day="2024-03-05",
)
ADMISSION = article(
    "admission",
    "The railway admitted on Thursday that the river bank at Brennick was unsafe before a fertiliser train left the "
    "rails there on March 4 and killed two crew members. Repairs of the line between Brennick and Halvor had been "
    "put off, the railway told the transport board. The villagers forced from their homes will be paid.",
    headline="Railway admits it knew of danger before Brennick derailment",
    day="2024-06-20",
)
ELECTION = article(
    "election",
    "Voters in the lake district chose a new council on Sunday, and the Green list won nine of the seats. "
    "Turnout was the highest for a generation, the returning officer said.",
    headline="Greens win lake district council",
    day="2024-03-04",
)
PILE = (DERAILED, NEXT_DAY, ADMISSION, ELECTION)


def test_reports_of_one_event_are_one_story_and_others_stay_apart():
    assert grouped(DERAILED, NEXT_DAY, ELECTION) == {frozenset({"derailed", "next"}), frozenset({"election"})}


def test_a_sequel_months_later_that_names_the_day_joins_its_story():
    assert frozenset({"derailed", "next", "admission"}) in grouped(*PILE)


def test_a_sequel_that_only_names_the_month_joins_where_it_is_alike():
    sequel = article(
        "sequel",
        "Two crew members of the fertiliser train that left the rails outside Brennick in March would have lived if "
        "rescue teams had not had to come by boat, the provincial fire service said. The villagers of Brennick had "
        "asked the railway to repair the river bank between Brennick and Halvor.",
        headline="Brennick derailment: crew could have lived",
        day="2024-06-20",
    )
    assert grouped(DERAILED, NEXT_DAY, sequel) == {frozenset({"derailed", "next", "sequel"})}


def test_the_next_accident_of_a_sister_ship_stays_apart():
    first = article(
        "first",
        "The ferry Gull 3 sank off Tolmer island in a storm on Saturday, and the coast guard searched for passengers. "
        "Captain Ines Roth of the coast guard said that forty had been saved.",
        headline="Ferry Gull 3 sinks off Tolmer island",
        day="2024-01-06",
    )
    other = article(
        "other",
        "Captain Ines Roth of the coast guard said that all passengers of the ferry Gull 7 had been taken off after it "
        "caught fire near Tolmer island. The ferry drifted in a storm until Saturday night.",
        headline="Fire on ferry Gull 7 off Tolmer island",
        day="2024-09-14",
    )
    assert grouped(first, other) == {frozenset({"first"}), frozenset({"other"})}


def test_a_copy_goes_with_its_original_whatever_its_day():
    late = article("late", CABLE, day="2024-11-30", outlet="Echo")
    assert frozenset({"derailed", "late"}) in grouped(DERAILED, late)


def test_a_correction_goes_with_the_article_it_corrects():
    notice = article(
        "notice",
        "A report on Monday about the derailment at Brennick said that two crew members of the fertiliser train were "
        "killed. The provincial fire service says that one of them is alive.",
        headline="Correction",
        day="2024-03-15",
    )
    assert frozenset({"derailed", "notice"}) in grouped(DERAILED, notice)


def test_a_dateline_without_a_year_joins_the_reports_of_its_days():
    undated = article("undated", NEXT_DAY.text, dateline="--03-05")
    assert frozenset({"derailed", "undated"}) in grouped(DERAILED, undated, ELECTION)


def test_the_title_is_the_headline_of_the_first_report_or_its_first_sentence():
    bare = article("bare", NEXT_DAY.slice(NEXT_DAY.spans("body")[0]), day="2024-03-05")
    (with_headline,) = stories([DERAILED], [])
    (without,) = stories([bare], [])
    assert DERAILED.slice(with_headline.title) == "Train derails at Brennick, two dead"
    assert bare.slice(without.title).endswith("left the rails on Monday.")


@settings(max_examples=20, deadline=None)
@given(st.permutations(PILE))
def test_the_order_of_arrival_changes_no_story_and_no_storyline(order):
    found = stories(order, copies(order, NO_TABLES))
    assert found == stories(PILE, copies(PILE, NO_TABLES))
    assert storylines(found, order) == storylines(found, PILE)


def test_every_document_is_in_one_story_and_every_story_in_one_storyline():
    found = stories(PILE, [])
    lines = storylines(found, PILE)
    assert sorted(doc_id for story in found for doc_id in story.doc_ids) == sorted(each.id for each in PILE)
    assert sorted(story_id for line in lines for story_id in line.story_ids) == sorted(story.id for story in found)


def test_a_denial_and_an_admission_of_one_affair_share_a_storyline():
    denial = article(
        "denial",
        "Minister Oda Renn denied on Friday that the Karsk mine had sent cobalt to the Velt militia. "
        "Renn said the militia had been buying its cobalt elsewhere, and that the mine was closed to buyers.",
        headline="Renn denies Karsk mine sold cobalt to Velt militia",
        day="2023-11-03",
    )
    admission = article(
        "admission",
        "The Karsk mine sent cobalt to the Velt militia for two years, Minister Oda Renn told parliament. "
        "Renn, who had said that the militia was never a buyer of the mine, apologised.",
        headline="Renn admits cobalt from Karsk mine went to Velt militia",
        day="2024-04-20",
    )
    pile = (denial, admission, ELECTION)
    lines = storylines(stories(pile, []), pile)
    assert len(lines) == 2


def placed(document: Document, *direction: float) -> Meaning:
    return packed(document.id, np.array(direction, dtype=np.float32))


def test_reports_of_like_meaning_under_other_words_are_one_story():
    few_words_shared = Pairs(np.array([0]), np.array([1]), np.array([0.1]))
    days = [Moment(day=738949), Moment(day=738949)]
    alike, unlike = (np.array([[1, 0], [cosine, 0]], dtype=np.float32) for cosine in (0.6, 0.2))
    assert clusters(few_words_shared, days) == [0, 1]
    assert clusters(few_words_shared, days, alike) == [0, 0]
    assert clusters(few_words_shared, days, unlike) == [0, 1]


def test_reports_more_than_a_week_apart_are_not_one_group_yet():
    same_words = Pairs(np.array([0]), np.array([1]), np.array([0.9]))
    assert clusters(same_words, [Moment(day=738949), Moment(day=738957)]) == [0, 1]


def test_a_document_without_a_sentence_vector_is_compared_by_its_words():
    found = stories([DERAILED, NEXT_DAY, ELECTION], [], [placed(ELECTION, 0, 1)])
    assert {frozenset(each.doc_ids) for each in found} == {frozenset({"derailed", "next"}), frozenset({"election"})}


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=40).filter(any))
def test_a_kept_sentence_vector_points_where_it_pointed(direction):
    vector = np.array(direction, dtype=np.float32)
    kept = np.frombuffer(packed("d", vector).vector, dtype=np.int8).astype(np.float64)
    assert kept @ vector / np.linalg.norm(kept) / np.linalg.norm(vector) > 0.99


def test_the_opening_is_the_headline_and_the_first_words():
    assert opening(DERAILED).startswith("Train derails at Brennick, two dead. A cargo train carrying")


def test_nothing_gives_nothing():
    assert stories([], []) == []
    assert storylines([], []) == []
    assert copies([], NO_TABLES) == []
