"""Searches for signs that come before slower patterns: whatever a pattern fits passes the search before it."""

from __future__ import annotations

import re

import pytest

from secondsource.ingest import captions, datelines, solicitations, stamps
from secondsource.ingest.lines import Line, line_of
from secondsource.ingest.markers import markers
from tests.ingest.page_reading import LEXICON

PATTERNS = [row for row in LEXICON.markers if row.match == "regex"]
LINES = [
    "By continuing to use this service you agree, as our site uses cookies to count its readers.",
    "Terms of use and privacy policy of the Vell Herald",
    "© 2025 Vell Herald. All rights reserved.",
    "This material may not be published, broadcast or redistributed.",
    "Please turn on JavaScript, which this page requires.",
    "Follow Ilse Orn on Bluesky",
    "Quotes delayed by fifteen minutes; real-time quotes for members",
    "Check your inbox: we have sent you an activation link.",
    "Read our community guidelines before you write.",
    "More from Vell",
    "The harbour of Vell was closed on Monday, the port authority said.",
]


def line(text: str) -> Line:
    return line_of(text)


@pytest.mark.parametrize("text", LINES)
def test_a_marker_is_found_as_if_every_pattern_were_tried(text: str):
    small = text.casefold()
    expected = next((row for row in PATTERNS if re.search(row.phrase, small)), None)
    assert markers(LEXICON).patterns.find(small) == expected


def test_patterns_that_start_with_the_line_have_no_alternative_that_does_not():
    for row in PATTERNS:
        depth, top = 0, []
        for sign in re.sub(r"\\.|\[[^\]]*\]", "", row.phrase):
            depth += (sign == "(") - (sign == ")")
            top += [sign] if sign == "|" and depth == 0 else []
        assert not (row.phrase.startswith("^") and top), row.phrase


@pytest.mark.parametrize(
    "text",
    [
        "You can unsubscribe at any time.", "Our weekly newsletter, delivered free.", "Straight to your inbox",
        "This site uses cookies", "Journalism paid for by our readers", "Send a tip to tips@herald.example",
        "In our earlier story", "Full access is for subscribers", "Already a member", "It is free to read",
        "Spotted something? Tell the desk", "She can be reached by telephone", "Reach Ilse Orn via Signal",
    ],
)  # fmt: skip
def test_an_appeal_is_found_as_if_every_pattern_were_tried(text: str):
    assert any(pattern.search(text) for _, pattern in solicitations._ADDRESS)
    assert solicitations._addresses_reader(text, text.casefold())


@pytest.mark.parametrize(
    "head",
    [
        "TORRAN (AP) — ",
        "MOSKVA, June 5. /NASS/. ",
        "Torran. June 5. Nordfax - ",
        "TORRAN, June 5 (PGW) ",
        "June 5 (PGW): ",
    ],
)
def test_a_dateline_is_found_as_if_every_form_were_tried(head: str):
    text = f"{head}A crane fell into the basin of Vell on Monday, police said."
    assert any(pattern.match(text) for *_, pattern in datelines._FORMS)
    assert datelines.dateline(text) is not None


@pytest.mark.parametrize(
    "credit",
    [
        "(Pool photo/Wire)",
        "Ilse Orn/Northern Wire",
        "Courtesy of the port",
        "© Northern Wire",
        "Ilse Orn for The Herald",
        "Getty Images", "(AP)", "Wikimedia Commons", "EPA-EFE", "Press Association]", "AFP via Getty Images",
    ],
)  # fmt: skip
def test_a_credit_is_found_as_if_every_form_were_tried(credit: str):
    assert captions.credit_start(f"The crane in the basin of Vell. {credit}") == len("The crane in the basin of Vell. ")


@pytest.mark.parametrize(
    "stamp",
    ["3 hours ago", "Yesterday", "4 min read", "il y a 3 heures", "vor 2 Stunden", "Updated at 08:55", "12 Feb 2024"],
)
def test_what_tells_a_time_is_read_on(stamp: str):
    assert stamps.stamp_line(stamp) is not None
    assert stamps.may_tell_time(stamp)
