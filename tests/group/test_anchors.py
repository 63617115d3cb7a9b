from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from pile import article

from secondsource.group import anchors, stories
from secondsource.records import Document, Story


def anchored(document: Document, *others: Document) -> tuple[dt.date | None, str]:
    together = Story("s1", (document.id, *(other.id for other in others)), document.spans("body")[0])
    (anchor, *_) = anchors([document, *others], [together])
    return anchor.day, anchor.how


def test_the_published_day_comes_first():
    document = article("a", "Talks began on Friday.", day="2023-05-06", dateline="--05-05")
    assert anchored(document) == (dt.date(2023, 5, 6), "published")


def test_a_dateline_with_its_year_is_next():
    assert anchored(article("a", "Talks began.", dateline="2023-05-05")) == (dt.date(2023, 5, 5), "dateline")


def test_a_weekday_and_the_latest_year_named_find_the_year_of_a_dateline():
    body = "The port was closed, the harbour master said Wednesday. In 2021 it had been open, and in early 2022 too."
    assert anchored(article("a", body, dateline="--06-15")) == (dt.date(2022, 6, 15), "weekday")


def test_the_weekday_may_be_the_day_after_the_dateline():
    body = "The port was closed, state radio reported Friday. In 2022 it had been open."
    assert anchored(article("a", body, dateline="--06-15")) == (dt.date(2023, 6, 15), "weekday")


def test_a_weekday_that_fits_two_years_leaves_it_unknown():
    body = "The port was closed, the harbour master said Thursday. In 2022 it had been open."
    assert anchored(article("a", body, dateline="--06-15")) == (None, "unknown")


def test_last_thursday_says_nothing_of_the_day_of_writing():
    body = "The port was closed last Thursday, in the worst storm since 2022."
    assert anchored(article("a", body, dateline="--06-15")) == (None, "unknown")


def test_the_story_gives_the_year_across_new_year():
    document = article("a", "The dam has burst.", dateline="--12-30")
    neighbour = article("b", "The dam that burst is being mended.", day="2024-01-02")
    assert anchored(document, neighbour) == (dt.date(2023, 12, 30), "story")


def test_neighbours_of_two_years_leave_it_unknown():
    document = article("a", "The dam has burst.", dateline="--06-30")
    assert anchored(document, article("b", "x", day="2023-06-30"), article("c", "x", day="2024-06-30"))[1] == "unknown"


def test_a_published_day_months_from_the_dateline_is_not_believed():
    document = article("a", "The dam has burst.", day="2023-10-20", dateline="--06-04")
    assert anchored(document) == (None, "unknown")


def test_a_dateline_with_its_year_outweighs_a_published_day_of_another_year():
    document = article("a", "The dam has burst.", day="2023-10-20", dateline="2021-06-04")
    assert anchored(document) == (dt.date(2021, 6, 4), "dateline")


def test_a_dateline_may_lie_days_before_the_published_day():
    document = article("a", "The dam has burst.", day="2023-06-20", dateline="--06-04")
    assert anchored(document) == (dt.date(2023, 6, 20), "published")


def test_a_dateline_of_the_day_after_publication_was_written_where_that_day_had_begun():
    document = article("a", "The dam has burst.", day="2023-06-04", dateline="--06-05")
    assert anchored(document) == (dt.date(2023, 6, 5), "dateline")


def test_a_published_day_before_what_the_text_tells_as_past_is_not_believed():
    body = "The dam burst on Friday. It had been closed on March 3, 2023, and was emptied on May 9, 2023."
    assert anchored(article("a", body, day="2019-01-01")) == (None, "unknown")


def test_days_to_come_are_no_reason_to_doubt_the_published_day():
    body = "The dam will be closed on March 3, 2023, and is to be emptied by May 9, 2023."
    assert anchored(article("a", body, day="2023-01-01")) == (dt.date(2023, 1, 1), "published")


def test_one_day_after_the_published_one_may_be_a_slip():
    body = "The dam burst on March 3, 2023."
    assert anchored(article("a", body, day="2023-01-01")) == (dt.date(2023, 1, 1), "published")


def test_a_published_day_that_is_not_believed_dates_no_neighbour():
    document = article("a", "The dam has burst.", dateline="--12-30")
    neighbour = article("b", "The dam that burst is being mended.", day="2024-10-02", dateline="--01-02")
    assert anchored(document, neighbour) == (None, "unknown")


def test_a_document_without_day_and_dateline_is_never_guessed():
    document = article("a", "The dam burst on Friday, in 2023.")
    assert anchored(document, article("b", "The dam burst.", day="2023-06-30")) == (None, "unknown")


def test_every_document_gets_one_anchor_in_its_order():
    pile = [article("b", "One."), article("a", "Two.", day="2023-06-30")]
    assert [anchor.doc_id for anchor in anchors(pile, stories(pile, []))] == ["b", "a"]


DAYS = st.none() | st.dates().map(str)
DATELINES = st.none() | st.dates().map(str) | st.dates().map(lambda day: f"--{day:%m-%d}")


@given(DAYS, DATELINES)
def test_an_anchor_is_a_day_that_the_page_states_or_unknown(day: str | None, dateline: str | None):
    found, how = anchored(article("a", "The dam has burst.", day=day, dateline=dateline))
    assert (found is None) == (how == "unknown")
    assert found is None or str(found) == day or str(found)[-5:] == (dateline or "")[-5:]
