"""The newsroom's own files: what is written comes back, and what cannot be read is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.errors import StoreError, UsageError
from secondsource.records import Listed, Policy
from secondsource.store.house import House, lines, open_house, parsed, policy, settings

cell = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12).filter(lambda text: not text.startswith("#"))
listed = st.builds(
    Listed,
    outlet=cell.filter(bool),
    domain=cell,
    family=cell,
    role=st.sampled_from(["outlet", "agency", "organ"]),
    country=cell,
    reliability=st.sampled_from("ABCDEF"),
)
policies = st.builds(
    Policy,
    own_voice=st.sampled_from(["apart", "folded", "never"]),
    one_party=st.lists(st.lists(cell, min_size=2, max_size=3).map(tuple), max_size=3).map(tuple),
)


@given(st.lists(listed, max_size=4))
def test_a_source_list_comes_back_as_it_was_written(rows):
    assert list(parsed(lines(rows))) == rows


@given(policies)
def test_settings_come_back_as_they_were_written(now):
    assert policy(settings(now)) == now


def test_a_store_without_own_files_has_no_list_and_the_usual_settings(tmp_path):
    house = open_house(tmp_path / "affair.db")

    assert (house.listed(), house.policy()) == ((), Policy())
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_lies_beside_the_store(tmp_path):
    open_house(tmp_path / "affair.db").keep(listed=[Listed(outlet="Daily Lamp")], policy=Policy(own_voice="never"))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["affair.db.settings.toml", "affair.db.sources.tsv"]
    assert open_house(tmp_path / "affair.db").policy().own_voice == "never"


def test_a_list_kept_in_memory_stays_there():
    house = House()
    house.keep(listed=[Listed(outlet="Daily Lamp", family="Lamp Group")])
    assert [one.family for one in house.listed()] == ["Lamp Group"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\nDaily Lamp\n", "line 1: the header names no column 'outlet'"),
        ("outlet\trole\nDaily Lamp\tparrot\n", "line 2: "),
        ("outlet\treliability\n\nDaily Lamp\tZ\n", "line 3: "),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, text, message):
    (tmp_path / "affair.db.sources.tsv").write_text(text, encoding="utf-8")

    with pytest.raises(StoreError, match=message):
        open_house(tmp_path / "affair.db").listed()


@pytest.mark.parametrize("text", ["own_voice = ", "own_voice = 'loud'", "voice = 'apart'", "one_party = 'a'"])
def test_what_is_no_setting_is_refused(text):
    with pytest.raises(UsageError, match="setting"):
        policy(text)
