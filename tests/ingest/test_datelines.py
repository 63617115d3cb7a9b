"""Datelines in the styles of the agencies, and lines that only look like one."""

from __future__ import annotations

import pytest

from secondsource.ingest import Given, read_bytes
from secondsource.ingest.datelines import dateline
from secondsource.lexicon.load import load
from secondsource.records import Document
from secondsource.text.names import expansion
from tests.ingest.page_reading import article, words

BODY = "a crane fell into the basin of the harbour on Monday, the port authority said, and two ships were turned away."


@pytest.mark.parametrize(
    ("line", "span", "when", "agency"),
    [
        ("June 4 (UPI) — The", "June 4 (UPI) —", "--06-04", "UPI"),
        ("PORT ELLERY, Sambria, Feb. 11 (PGW) — A", "PORT ELLERY, Sambria, Feb. 11 (PGW) —", "--02-11", "PGW"),
        (
            "PORT ELLERY, 12 February (Radio Sambria) – A",
            "PORT ELLERY, 12 February (Radio Sambria) –",
            "--02-12",
            "Radio Sambria",
        ),
        ("HOLLOWAY, May 22 — The", "HOLLOWAY, May 22 —", "--05-22", None),
        ("HOLLOWAY, Estmark (LP) — In", "HOLLOWAY, Estmark (LP) —", None, "LP"),
        ("LONDON (Reuters) - Oil", "LONDON (Reuters) -", None, "Reuters"),
        ("Paris (AFP) – The", "Paris (AFP) –", None, "AFP"),
        ("BEIJING, June 5 (Xinhua) -- China", "BEIJING, June 5 (Xinhua) --", "--06-05", "Xinhua"),
        ("MOSCOW, June 5. /TASS/. Russia", "MOSCOW, June 5. /TASS/.", "--06-05", "TASS"),
        ("Pyongyang, June 5 (KCNA) -- A", "Pyongyang, June 5 (KCNA) --", "--06-05", "KCNA"),
        ("Moscow. June 5. Interfax - The", "Moscow. June 5. Interfax -", "--06-05", "Interfax"),
        ("NEW DELHI, June 5 (PTI): The", "NEW DELHI, June 5 (PTI):", "--06-05", "PTI"),
        ("WASHINGTON, D.C. (AP) — A", "WASHINGTON, D.C. (AP) —", None, "AP"),
        ("MADRID — The", "MADRID —", None, None),
        ("VELL, June 4, 2025 (NCW) — The", "VELL, June 4, 2025 (NCW) —", "2025-06-04", "NCW"),
    ],
)
def test_the_styles_of_the_agencies(line: str, span: str, when: str | None, agency: str | None):
    found = dateline(line)
    assert found is not None
    assert line[: found.end] == span
    assert (found.when, found.agency) == (when, agency)


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE: He said so",
        "Ann Orn — the harbour master — said so",
        "The minister (Labour) — he said so",
        "A man (John) said so",
        "Q: Why did it fall?",
    ],
)
def test_other_openings_are_no_dateline(line: str):
    assert dateline(line) is None


def test_a_party_behind_a_name_is_no_agency():
    found = article(f"Ilse Orn (Unity) — {BODY}")
    assert found.dateline is None
    assert found.agency is None


def test_speakers_of_a_transcript_are_not_cut_off_as_places():
    text = f"ILSE ORN: {BODY}\nMARA STENT: {BODY}"
    assert words(article(text), "body") == text.split("\n")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"VELL (AP) — {BODY}", "Associated Press"),
        (f"Pyongyang, June 5 (KCNA) -- {BODY}", "Korean Central News Agency"),
        (f"VELL, March 3 (NCW) — {BODY}", "NCW"),
        (
            f"VELL, March 3 (NCW) — {BODY}\nIt was first reported by North Coast Wire on Sunday night.",
            "North Coast Wire",
        ),
        (f"Crane falls at Vell\nFENWICK REPORTS\n2025-02-06 16:45\nVELL, Feb. 6 — {BODY}", "Fenwick Reports"),
        (f"Crane falls at Vell\nBy Fenwick Reports staff\nVELL, Feb. 6 — {BODY}", "Fenwick Reports"),
        (f"Crane falls at Vell\nHerald Staff\nVELL, Feb. 6 — {BODY}", None),
    ],
)
def test_the_agency_is_named_as_the_table_or_the_text_spells_it_out(text: str, agency: str | None):
    assert article(text).agency == agency


def test_an_abbreviation_is_spelled_out_by_capitalised_words_with_its_initials():
    assert expansion("PGW", "as Pacific and Gulf Wire reported") == "Pacific and Gulf Wire"
    assert expansion("PGW", "Peter gave Wilma a boat") is None


def test_an_outlets_own_initials_in_the_dateline_name_the_outlet() -> None:
    lexicon = load()
    text = "Varnia rejects reports\nSARN, 15 January (VNA) – Varnia has denied that it sent soldiers into the hills."
    (document,) = read_bytes(text.encode(), "x.txt", lexicon=lexicon, given=Given(outlet="Varnian News Agency"))
    assert isinstance(document, Document)
    assert document.agency == "Varnian News Agency"
