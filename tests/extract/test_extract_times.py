"""The times of one document."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.times import times
from secondsource.records import Analysis, Anchor, Document, Section, Span, Time
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences

SUNDAY = dt.date(2024, 2, 11)


def document(text: str) -> Document:
    body = (Section(Span("d", 0, len(text)), "body", "test"),)
    return Document(id="d", text=text, sections=body, sha256="", path="d", format="text", language="en")


def read(text: str, how: str = "published", day: dt.date | None = SUNDAY) -> list[Time]:
    quoted = tuple(quotations(text, [(0, len(text))]))
    analysis = Analysis("d", tuple(sentences(text)), (), quoted, ())
    return times(document(text), analysis, Anchor("d", day, how))  # type: ignore[arg-type]


def values(text: str, how: str = "published", day: dt.date | None = SUNDAY) -> list[str]:
    return [time.value for time in read(text, how, day)]


def test_a_clock_time_belongs_to_the_day_of_the_event_not_of_the_statement() -> None:
    text = "The ferry sank late on Saturday, the guard said on Sunday.\n\nIts only call came at 11:40 p.m., he said."
    assert values(text)[-1] == "2024-02-10T23:40"


def test_a_clock_time_takes_the_day_of_its_own_sentence() -> None:
    text = "It sank on Saturday. The service is held at ten o’clock in the old town church on Friday."
    assert "2024-02-09T10:00" in values(text)


def test_a_clock_time_without_any_day_takes_the_anchor() -> None:
    assert values("The call came at 11:40 p.m., he said.") == ["2024-02-11T23:40"]


def test_a_statement_on_the_weekday_after_the_dateline_is_the_next_day() -> None:
    text = "State media reported Thursday that the two had met Wednesday."
    assert values(text, "dateline", dt.date(2025, 6, 4)) == ["2025-06-05", "2025-06-04"]


@pytest.mark.parametrize("how", ["weekday", "story"])
def test_so_it_is_where_the_dateline_got_its_year_from_elsewhere(how: str) -> None:
    assert values("State media reported Thursday that they met.", how, dt.date(2025, 6, 4)) == ["2025-06-05"]


def test_the_week_before_stays_the_other_reading_of_a_statement_after_the_dateline() -> None:
    (time,) = read("State media reported Thursday that they met.", "dateline", dt.date(2025, 6, 4))
    assert time.readings == ("2025-06-05", "2025-05-29")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We sail tomorrow,” the master said on Friday.", ["2024-02-10", "2024-02-09"]),
        ("“We sailed yesterday,” the master told the board on Friday.", ["2024-02-08", "2024-02-09"]),
        ("“We will sail on Saturday,” the master said on Friday.", ["2024-02-10", "2024-02-09"]),
        ("On Friday, the master said: “We sail today.”", ["2024-02-09", "2024-02-09"]),
        ("“We sail tomorrow,” the master said.", ["2024-02-12"]),
        ("“We sailed in May,” the master said on Sunday.", ["2023-05", "2024-02-11"]),
    ],
)
def test_quoted_words_are_read_against_the_day_of_their_saying(text: str, said: list[str]) -> None:
    assert values(text) == said


def test_a_day_spelled_out_dates_quoted_words_of_an_undated_article() -> None:
    assert values("“We sail tomorrow,” the master said on Feb. 9, 2024.", "unknown", None)[0] == "2024-02-10"


def test_two_days_of_saying_leave_quoted_words_to_the_day_of_the_article() -> None:
    text = "“We sail tomorrow,” the master said on Friday and the owner said on Saturday."
    assert values(text)[0] == "2024-02-12"


@pytest.mark.parametrize("text", ["Shut since Friday.", "Shut since at least Friday.", "Since Friday it is shut."])
def test_what_lasts_since_a_day_has_no_end(text: str) -> None:
    (time,) = read(text)
    assert (time.begin, time.end) == (dt.date(2024, 2, 9), None)


def test_readings_come_with_the_record() -> None:
    (time,) = read("The service is at ten o’clock.")
    assert (time.value, time.readings) == ("2024-02-11T10:00", ("2024-02-11T10:00", "2024-02-11T22:00"))


def test_the_same_weekday_in_a_dated_article_is_past() -> None:
    assert values("State media reported Friday that they met.", "published", dt.date(2025, 6, 4)) == ["2025-05-30"]


@pytest.mark.parametrize("text", ["It sank on Friday.", "It sank last week.", "It sank at 9 p.m."])
def test_without_an_anchor_there_is_no_day(text: str) -> None:
    assert [(time.begin, time.end) for time in read(text, "unknown", None)] == [(None, None)]


def test_furniture_is_not_read() -> None:
    text = "Published Feb 3, 2024. It sank on Saturday."
    sections = (
        Section(Span("d", 0, 22), "boilerplate", "test"),
        Section(Span("d", 23, len(text)), "body", "test"),
    )
    doc = Document(id="d", text=text, sections=sections, sha256="", path="d", format="text", language="en")
    found = times(doc, Analysis("d", ((23, len(text)),), (), (), ()), Anchor("d", SUNDAY, "published"))
    assert [doc.slice(time.span) for time in found] == ["Saturday"]


RELATIVE = st.sampled_from(
    (
        *(
            "It sank",
            "on Friday",
            "last week",
            "today",
            "at 9 p.m.",
            "in May",
            "this year",
            "two days later",
            "on Feb. 9",
        ),
        *(
            "the next day",
            "“tomorrow”",
            "he said",
            ".",
            "the weekend",
            "last spring",
            "the ’90s",
            "in the first quarter",
        ),
        *(
            "the day before yesterday",
            "Christmas",
            "a week from Monday",
            "Q3",
            "Good Friday",
            "the same month last year",
        ),
    )
)


@given(st.lists(RELATIVE, max_size=12).map(" ".join))
def test_without_an_anchor_what_leans_on_a_day_has_no_day(text: str) -> None:
    assert [time for time in read(text, "unknown", None) if time.begin or time.end] == []


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.none() | st.dates())
def test_a_day_spelled_out_is_the_same_against_any_anchor(day: dt.date, anchor: dt.date | None) -> None:
    text = f"It sank on {day:%B} {day.day}, {day.year}, and was raised on {day.isoformat()}."
    assert [time.begin for time in read(text, day=anchor)] == [day, day]


@given(st.text(max_size=120), st.none() | st.dates())
def test_times_stand_in_the_text(text: str, day: dt.date | None) -> None:
    for time in read(text, day=day):
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert time.begin is None or time.end is None or time.begin <= time.end
