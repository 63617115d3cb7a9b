"""The tables of markers, agencies and outlets hold what the reader relies on."""

from __future__ import annotations

import re
from collections import Counter

from secondsource.lexicon.load import load

LEXICON = load()


def test_no_name_of_an_agency_stands_for_two():
    names = Counter(
        name.casefold() for row in LEXICON.agencies for name in {row.name.casefold(), *map(str.casefold, row.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_agencies_have_a_country_code_and_enough_of_them_are_known():
    assert len(LEXICON.agencies) >= 40
    assert all(re.fullmatch(r"[A-Z]{3}", row.country) for row in LEXICON.agencies)
    assert sum(row.state for row in LEXICON.agencies) >= 20


def test_each_host_has_one_outlet_and_families_join_some():
    hosts = Counter(row.domain for row in LEXICON.outlets)
    assert max(hosts.values()) == 1
    families = Counter(row.family for row in LEXICON.outlets)
    assert len(LEXICON.outlets) >= 60
    assert sum(count > 1 for count in families.values()) >= 10


def test_patterns_compile_and_markers_of_several_languages_are_there():
    for row in LEXICON.markers:
        if row.match == "regex":
            re.compile(row.phrase)
    assert len({row.language for row in LEXICON.markers}) >= 10
