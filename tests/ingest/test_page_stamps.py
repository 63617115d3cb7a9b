"""Dates that a page states about itself: forms, roles, offsets, and what must stay unknown."""

from __future__ import annotations

import pytest

from secondsource.ingest.stamps import stamp_line, writes_month_first
from tests.ingest.page_reading import article

BODY = (
    "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.\n"
    "Two ships bound for Marra were turned away, and a third is still waiting outside, it said."
)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("12/02/2024", "2024-02-12"),
        ("02/25/2024", "2024-02-25"),
        ("15.01.2025", "2025-01-15"),
        ("18 Feb 2024", "2024-02-18"),
        ("Wed 15th Jan 2025", "2025-01-15"),
        ("Apr. 23, 2024", "2024-04-23"),
        ("2025-02-06 16:45", "2025-02-06T16:45"),
        ("February 16, 2024 5:31 PM", "2024-02-16T17:31"),
        ("Feb 18, 2024, 12:00 AM", "2024-02-18T00:00"),
        ("Thursday 22 May 2025 | 18:20", "2025-05-22T18:20"),
        ("15 January 2025 at 6:00 a.m. EST", "2025-01-15T06:00-05:00"),
        ("Published: 2024-05-03T15:47:42+02:00", "2024-05-03T15:47+02:00"),
        ("Tuesday 13 February 2024, The Vell Standard", "2024-02-13"),
        ("Veröffentlicht am 3. März 2025", "2025-03-03"),
        ("2025年6月4日", "2025-06-04"),
    ],
)
def test_stamps_are_read_in_the_forms_of_the_trade(line: str, value: str):
    found = stamp_line(line)
    assert found is not None
    assert found.moments[0].value == value


@pytest.mark.parametrize(
    "line",
    [
        "It sank on June 4, 2025 off the coast of Torland.",
        "On 12/02/2024 the court will hear the captain of the ship again, his lawyer said",
        "31/02/2024",
        "Ferry toll climbs to 72",
    ],
)
def test_a_date_in_a_sentence_or_out_of_the_calendar_is_no_stamp(line: str):
    assert stamp_line(line) is None


def test_stated_roles_tell_publication_from_update():
    found = article(f"Crane falls\nMon 12 Feb 2024 06:10 | Last updated 08:55\n{BODY}")
    assert found.published is not None
    assert found.published.value == "2024-02-12T06:10"
    assert found.updated is not None
    assert found.updated.value == "2024-02-12T08:55"
    assert found.published.span is not None
    assert found.slice(found.published.span) == "Mon 12 Feb 2024 06:10"


def test_of_two_stamps_without_roles_the_first_is_the_publication_and_an_earlier_one_no_update():
    found = article(f"Feb 18, 2024, 12:00 AM\nFeb 17, 2024, 10:12 PM\n\nCrane falls\n\n{BODY}")
    assert found.published is not None
    assert found.published.value == "2024-02-18T00:00"
    assert found.updated is None


def test_a_dateline_without_a_year_dates_nothing_but_itself():
    found = article(f"June 4 (UPI) — {BODY}")
    assert found.published is None
    assert found.dateline is not None
    assert (found.dateline.value, found.dateline.how, found.dateline.day) == ("--06-04", "dateline", None)


def test_a_dateline_with_a_year_dates_the_publication():
    found = article(f"VELL, June 4, 2025 (NCW) — {BODY}")
    assert found.published is not None
    assert found.published.value == "2025-06-04"


def test_a_teasers_date_is_never_the_articles_date():
    found = article(f"Crane falls\n{BODY}\nMore in National\nIce rink closes\nHerald Staff · Feb 9, 2024 · 4 comments")
    assert found.published is None


def test_a_page_that_can_only_mean_the_month_first_is_read_so():
    assert writes_month_first("Posted 03/25/2024")
    assert not writes_month_first("12/02/2024")
    found = article(f"Crane falls\n02/03/2024\n{BODY}\nPrevious story: 01/25/2024 ice rink")
    assert found.published is not None
    assert found.published.value == "2024-02-03"


def test_the_outlet_beside_the_stamp_is_the_outlet():
    found = article(f"Correction\nThe Vell Standard, Thursday 15 February 2024\n{BODY}")
    assert found.outlet == "The Vell Standard"


def test_a_person_beside_the_stamp_is_no_outlet():
    found = article(f"Crane falls\nMara Stent, Feb 15, 2024\n{BODY}")
    assert found.outlet is None
    assert found.byline == "Mara Stent"
