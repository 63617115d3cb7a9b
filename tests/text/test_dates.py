"""Time expressions, their values and their calendar days."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.dates import TimeMatch, times
from secondsource.text.lattice import listed

TUESDAY = dt.date(2024, 2, 13)


def read(text: str, anchor: dt.date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.value) for match in times(text, anchor=anchor)]


def only(text: str, anchor: dt.date | None = TUESDAY) -> TimeMatch:
    (match,) = times(text, anchor=anchor)
    return match


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("It sank on 2024-02-11.", "2024-02-11", "2024-02-11"),
        ("It sank on Feb. 11, 2024, at sea.", "Feb. 11, 2024", "2024-02-11"),
        ("It sank on Sunday, 11 February 2024.", "Sunday, 11 February 2024", "2024-02-11"),
        ("It sank on 11.02.2024.", "11.02.2024", "2024-02-11"),
        ("It sank on 11/02/2024.", "11/02/2024", "2024-02-11"),
        ("It sank on Jan. 9.", "Jan. 9", "2024-01-09"),
        ("The intruders got in on Dec. 28.", "Dec. 28", "2023-12-28"),
        ("The gate was inspected in December.", "December", "2023-12"),
        ("The gate was inspected in late November.", "late November", "2023-11"),
        ("It was built in June 1998.", "June 1998", "1998-06"),
        ("It has been shut since last October.", "last October", "2023-10"),
        ("It happened last year.", "last year", "2023"),
        ("It happened last week.", "last week", "2024-W06"),
        ("It will end next month.", "next month", "2024-03"),
        ("It happened yesterday.", "yesterday", "2024-02-12"),
        ("It happened two months ago.", "two months ago", "2023-12"),
        ("It happened five years ago.", "five years ago", "2019"),
        ("It happened a decade ago.", "a decade ago", "2014"),
        ("It was the worst since 1988.", "1988", "1988"),
        ("It began in the 1980s.", "1980s", "198"),
        ("It began in the 20th century.", "the 20th century", "19"),
        ("Profit rose in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
        ("Profit rose in the first half of 2023.", "the first half of 2023", "2023-H1"),
        ("It happened last summer.", "last summer", "2023-SU"),
        ("It lasted two weeks.", "two weeks", "P2W"),
        ("A 16-hour flight.", "16-hour", "PT16H"),
        ("It lasted 5 1/2 hours.", "5 1/2 hours", "PT5.5H"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("The mine flooded in the early months of this year.", "the early months of this year", "2024"),
        ("It ran from June 6-9, 2023.", "June 6-9, 2023", "2023-06-06/2023-06-09"),
        ("The hearing is set for the week of March 6.", "the week of March 6", "2024-W10"),
        ("She left the day before yesterday.", "the day before yesterday", "2024-02-11"),
        ("He wrote on the day before last Thursday.", "the day before last Thursday", "2024-02-07"),
        ("The boats left at 4 in the morning.", "4 in the morning", "XXXX-XX-XXT04:00"),
        ("The summit is on April 24 and 25.", "25", "2024-04-25"),
        ("Her third day-long meeting.", "day-long", "P1D"),
        ("It sank on the night of Feb. 9, 2024.", "the night of Feb. 9, 2024", "2024-02-09TNI"),
        ("The quay was built between 1957-60.", "60", "1960"),
        ("It closed by the middle of August 2023.", "the middle of August 2023", "2023-08"),
        ("The town fell in the spring of 480 BC.", "the spring of 480 BC", "BC0480-SP"),
        ("It was settled by the 4th century BC.", "the 4th century BC", "BC03"),
        ("The wells dried up in the 470s BC.", "the 470s BC", "BC047"),
        ("They shipped ore from March to June 2022.", "March", "2022-03"),
        ("They met between April 4 and May 2, 2022.", "April 4", "2022-04-04"),
        ("Ferries are rare these days.", "these days", "PRESENT_REF"),
        ("It sank in 1998. In August of that year it was raised.", "August of that year", "1998-08"),
        ("It sank in 1998. On August 3 of the same year it was raised.", "August 3 of the same year", "1998-08-03"),
        ("They met on Feb. 9. They had met two days previously.", "two days previously", "2024-02-07"),
        ("It will soon reopen.", "soon", "FUTURE_REF"),
        ("The summit is on Feb. 24 or 25.", "25", "2024-02-25"),
        ("It sailed in the '90s.", "the '90s", "199"),
        ("It sailed in the nineties.", "the nineties", "199"),
        ("It has been shut since '98.", "'98", "1998"),
        ("It was the worst season since 2022/23.", "23", "2023"),
        ("The mill rests on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They met on Friday last week.", "Friday last week", "2024-02-09"),
        ("They met on Monday of last week.", "Monday of last week", "2024-02-05"),
        ("The vote is a week from Friday.", "a week from Friday", "2024-02-23"),
        ("The vote is two weeks from now.", "two weeks from now", "2024-02-27"),
        ("They marched on Good Friday.", "Good Friday", "2024-03-29"),
        ("They met on Christmas Eve.", "Christmas Eve", "2023-12-24"),
        ("They will meet next Easter.", "next Easter", "2024-03-31"),
        ("They met last Christmas.", "last Christmas", "2023-12-25"),
        ("It sank on March 3 last year.", "March 3 last year", "2023-03-03"),
        ("It sank last March 3.", "last March 3", "2023-03-03"),
        ("It sails this coming May 9.", "coming May 9", "2024-05-09"),
        ("Dozens of boats have sunk since April 1.", "April 1", "2023-04-01"),
        ("It sank a week before March 10, 2023.", "a week before March 10, 2023", "2023-03-03"),
        ("It sank two days after Christmas.", "two days after Christmas", "2023-12-27"),
        ("March to April 2023 was dry.", "March", "2023-03"),
        ("They sail at 6 o'clock this afternoon.", "6 o'clock", "2024-02-13T18:00"),
        ("They sailed at 6:30 on Friday morning.", "6:30 on Friday morning", "2024-02-09T06:30"),
        ("They sailed at 6:30 on Friday evening.", "6:30 on Friday evening", "2024-02-09T18:30"),
        ("It sank on 3 March of last year.", "3 March of last year", "2023-03-03"),
        ("It sank in the summer of last year.", "the summer of last year", "2023-SU"),
        ("It sank on the fourth of July 1995.", "the fourth of July 1995", "1995-07-04"),
        ("Sales fell in 2022 Q3.", "2022 Q3", "2022-Q3"),
        ("It has snowed a lot this winter.", "this winter", "2023-WI"),
        ("It snowed a lot last winter.", "last winter", "2022-WI"),
        ("Sales fell in the second quarter of last year.", "the second quarter of last year", "2023-Q2"),
        ("Sales fell in Q3 2022.", "Q3 2022", "2022-Q3"),
        ("Sales fell in Q3.", "Q3", "2023-Q3"),
        ("Sales fell from the same month last year.", "the same month last year", "2023-02"),
        ("They waited half an hour.", "half an hour", "PT0.5H"),
        ("They waited two and a half years.", "two and a half years", "P2.5Y"),
        ("The horn blew at 1400 GMT.", "1400 GMT", "XXXX-XX-XXT14:00"),
        ("The horn blew at 11.30am.", "11.30am", "XXXX-XX-XXT11:30"),
        ("The horn blew at 06:30.", "06:30", "XXXX-XX-XXT06:30"),
        ("The town fell in 1200 B.C.", "1200 B.C.", "BC1200"),
        ("It began on Friday, Feb. 10.", "Friday, Feb. 10", "2023-02-10"),
        ("On Sept. 9, 2001, it burned. The Sept. 9 fire is well known.", "Sept. 9", "2001-09-09"),
        ("The court ruled on Jan. 9. The next morning he fled.", "The next morning", "2024-01-10TMO"),
    ],
)
def test_an_expression_has_its_value(text: str, expression: str, value: str) -> None:
    assert (expression, value) in read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In March the council votes.", "2024-03"),
        ("The council has decided to vote in May.", "2024-05"),
        ("The council voted in March.", "2023-03"),
        ("He keeps it if the case is heard in May.", "2024-05"),
        ("The March vote split the town.", "2024-03"),
    ],
)
def test_a_bare_month_is_past_unless_the_words_look_ahead_or_it_is_near(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The coast guard said on Sunday.", "2024-02-11"),
        ("Divers went down on Tuesday.", "2024-02-13"),
        ("They met on Wednesday.", "2024-02-07"),
        ("The flag will fly at half-mast until Friday.", "2024-02-16"),
        ("The inquiry resumes on Thursday.", "2024-02-15"),
        ("Sailings were to start again on Monday.", "2024-02-19"),
        ("The ministry asked for a report by Friday.", "2024-02-16"),
        ("The choir has put off Sunday’s concert.", "2024-02-18"),
        ("They added to the 58 recovered by Thursday.", "2024-02-08"),
        ("The bodies had been taken there by Monday night.", "2024-02-12"),
        ("Until Thursday, he had not named them.", "2024-02-08"),
        ("A bomb went off next to the mill on Friday.", "2024-02-09"),
        ("The wake planned for Sunday was called off.", "2024-02-11"),
        ("They agreed to meet on Thursday.", "2024-02-15"),
        ("On Thursday the council will vote.", "2024-02-15"),
        ("On Thursday the council voted.", "2024-02-08"),
        ("The fair runs through Sunday.", "2024-02-18"),
        ("Following Sunday's vote he resigned.", "2024-02-11"),
        ("They agreed to a truce on Thursday.", "2024-02-08"),
    ],
)
def test_a_bare_weekday_is_the_nearest_past_one_unless_the_words_look_ahead(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "They may march a second time.",
        "The toll may rise.",
        "The bridge will fall down.",
        "About 2000 people came.",
        "He paid $1995 for it.",
        "The girl is 12 years old.",
        "He was soon freed.",
        "They sailed to Easter Island.",
        "They hope for a better tomorrow.",
        "It was a Good idea.",
        "The fall of the town came as a shock.",
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("They met on Friday.", "XXXX-WXX-5"), ("They met last week.", "XXXX-WXX"), ("They met in April.", "XXXX-04")],
)
def test_without_an_anchor_nothing_is_made_up(text: str, value: str) -> None:
    match = only(text, None)
    assert (match.value, match.begin, match.end_day) == (value, None, None)


def test_a_period_has_its_first_and_last_day() -> None:
    match = only("It happened in February 2024.")
    assert (match.begin, match.end_day) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_a_yearly_day_recurs_and_its_next_occurrence_counts() -> None:
    match = only("They were invited to the annual June 12 fair.")
    assert (match.value, match.kind, match.begin) == ("XXXX-06-12", "set", dt.date(2024, 6, 12))


def test_early_narrows_a_year_to_its_first_half() -> None:
    match = only("They came in early 2023.")
    assert match.value == "2023"
    assert match.end_day is not None
    assert match.end_day < dt.date(2023, 8, 1)


def test_a_clock_time_takes_the_day_beside_it() -> None:
    assert ("9:15 a.m.", "2024-02-09T09:15") in read("The horn at 9:15 a.m. (0615 GMT) Friday woke the port.")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("A meeting on Friday.", ("2024-02-09", "2024-02-16")),
        ("A meeting on Wednesday.", ("2024-02-14", "2024-02-07")),
        ("They met on Wednesday.", ("2024-02-07", "2024-02-14")),
        ("A meeting next Friday.", ("2024-02-16", "2024-02-23")),
        ("A meeting last Sunday.", ("2024-02-11", "2024-02-04")),
        ("A meeting over the weekend.", ("2024-W06-WE", "2024-W07-WE")),
        ("A vote in September.", ("2023-09", "2024-09")),
        ("A vote in April.", ("2024-04", "2023-04")),
        ("A vote on Aug. 9.", ("2023-08-09", "2024-08-09")),
        ("A vote on April 9.", ("2024-04-09", "2023-04-09")),
        ("It sank on 04/05/2024.", ("2024-04-05", "2024-05-04")),
        ("It sank at 6:30.", ("XXXX-XX-XXT06:30", "XXXX-XX-XXT18:30")),
        ("It sank at ten o'clock.", ("XXXX-XX-XXT10:00", "XXXX-XX-XXT22:00")),
        ("It sank at midnight Monday.", ("2024-02-12T24:00", "2024-02-12T00:00")),
        ("It sailed in the '20s.", ("202", "192")),
        ("It took two to three weeks.", ("P2W", "P3W")),
    ],
)
def test_what_can_be_meant_in_several_ways_keeps_them_the_likeliest_first(text: str, readings: tuple[str, ...]) -> None:
    match = only(text)
    assert (match.value, match.readings) == (readings[0], readings)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Friday.",
        "The council will vote in September.",
        "It sank on 25/12/2023.",
        "It sank on 12.02.98.",
        "It sank at 6:30 p.m.",
        "It sank at 9:15 GMT.",
        "It sank on Feb. 9.",
        "It sailed in the '90s.",
    ],
)
def test_what_the_words_or_the_calendar_decide_has_one_reading(text: str) -> None:
    assert only(text).readings == ()


def test_a_day_above_twelve_shows_the_order_of_the_other_dates() -> None:
    assert read("From 04/05/2023 to 25/12/2023.")[0] == ("04/05/2023", "2023-05-04")


def test_without_an_anchor_neither_order_of_day_and_month_is_taken() -> None:
    match = only("It sank on 04/05/2024.", None)
    assert (match.value, match.begin) == ("2024-XX-XX", None)
    assert match.readings == ("2024-XX-XX", "2024-04-05", "2024-05-04")


def test_without_an_anchor_two_digits_name_no_century() -> None:
    match = only("It sank on 25.12.98.", None)
    assert (match.value, match.begin, match.readings[1:]) == ("XX98-12-25", None, ("1998-12-25", "2098-12-25"))


def test_a_weekday_that_fits_no_year_near_the_anchor_leaves_the_year_unknown() -> None:
    match = only("It sank on Monday, Feb. 9.")
    assert (match.value, match.kind, match.begin) == ("XXXX-02-09", "date", None)


def test_a_count_after_a_date_is_no_second_day() -> None:
    assert read("On Feb. 4 and 25 people died.") == [("Feb. 4", "2024-02-04")]


def test_the_latest_quarter_is_one_that_is_over() -> None:
    november = dt.date(2023, 11, 2)
    text = "It rose in the third quarter. It will fall in the fourth quarter. The latest quarter was good."
    assert read(text, november)[-1] == ("The latest quarter", "2023-Q3")


def test_that_day_is_the_day_named_before() -> None:
    assert read("She knew by Jan. 13. They told the board on that day.")[-1] == ("that day", "2024-01-13")


def test_a_history_carries_its_year_forward() -> None:
    years = " ".join(f"In {year} the war went on." for year in range(1914, 1926))
    assert read(f"{years} By September it was over.")[-1] == ("September", "1925-09")


YEARS = " ".join(f"In {year} the war went on." for year in range(1914, 1926))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On May 3 it was over.", "1925-05-03"),
        ("The following year it was over.", "1926"),
        ("In October the raid that was planned for 1931 began, and in November it ended.", "1925-11"),
        ("In December it snowed. In January it froze.", "1926-01"),
        ("Two years later it was over.", "1927"),
        ("Today the trenches are overgrown.", "PRESENT_REF"),
    ],
)
def test_in_a_history_what_leans_on_a_day_leans_on_the_last_one_told(text: str, value: str) -> None:
    assert read(f"{YEARS} {text}")[-1][1] == value


def test_a_history_before_christ_gives_no_bare_season_a_year_of_ours() -> None:
    ancient = " ".join(f"In {year} BC the war went on." for year in range(499, 479, -1))
    assert read(f"{ancient} They spent the winter at Sardis.")[-1][1] == "XXXX-WI"


def test_news_with_many_years_and_weekdays_is_no_history() -> None:
    assert read(f"{YEARS} On Monday he said on Tuesday that the wall fell in September.")[-1] == (
        "September",
        "2023-09",
    )


def test_only_the_asked_stretch_is_read() -> None:
    text = "On Monday it sank. On Tuesday it rose."
    assert [match.start for match in times(text, start=19, anchor=TUESDAY)] == [text.index("Tuesday")]


WORDS = st.sampled_from(
    listed(
        "on in the last next this that every Monday Friday March May may April 11 2024 1998 9 31 00 11:40 "
        "p.m. early late week weeks year month quarter third two a couple of days ago later earlier . , - / ’ "
        "s 1990s century now spring half 1/2 hundred since until will said noon Christmas BC 2024-02-30 "
        "99/99/99 0"
    )
)
ANCHORS = st.none() | st.dates()


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80), ANCHORS)
def test_any_text_is_read_without_harm(text: str, anchor: dt.date | None) -> None:
    end = 0
    for match in times(text, anchor=anchor):
        assert end <= match.start < match.end <= len(text)
        assert (match.begin is None) == (match.end_day is None)
        assert match.readings == () or (match.readings[0] == match.value and len(set(match.readings)) > 1)
        if match.begin and match.end_day:
            assert match.begin <= match.end_day
        end = match.end


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_without_an_anchor_a_day_is_one_that_the_words_spell_out(text: str) -> None:
    for match in times(text, anchor=None):
        if match.begin and match.begin == match.end_day:
            assert re.search(r"\d\d", text[match.start : match.end])
            assert str(match.begin.year)[2:] in text[: match.end + 40]


@pytest.mark.parametrize("word", ["the ", "this ", "last ", "one ", "early ", "nearly ", "1 "])
def test_a_page_of_one_repeated_word_does_no_harm(word: str) -> None:
    assert isinstance(times(word * 3_000, anchor=TUESDAY), list)


def test_the_next_day_is_unknown_where_no_day_was_named() -> None:
    assert only("The next day he resigned.").value == "XXXX-XX-XX"


def test_a_day_counted_from_nowhere_takes_the_date_beside_it() -> None:
    assert read("Three days later, on Feb. 8, it sank.")[0] == ("Three days later", "2024-02-08")


def test_a_clock_time_takes_the_day_of_its_own_line() -> None:
    assert ("11:29 p.m.", "2024-02-09T23:29") in read("Feb. 9, 2024, 11:29 p.m.\nFeb. 8, 2024, 10 p.m.")


def test_a_clock_time_takes_the_nearer_of_two_days() -> None:
    assert ("midnight", "2024-02-10T24:00") in read("It was the night of Feb. 2, just before midnight on Saturday.")
