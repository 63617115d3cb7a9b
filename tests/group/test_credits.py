from __future__ import annotations

from pile import CABLE, article

from secondsource.group import credited


def test_an_abbreviation_is_the_outlet_with_these_initials():
    wire = article("wire", CABLE, outlet="North and River Wire")
    reprint = article("reprint", CABLE, outlet="Echo", agency="NRW")
    assert [credit.agency for credit in credited([wire, reprint])] == ["North and River Wire"]


def test_an_abbreviation_is_what_the_texts_spell_out():
    quoting = article("quoting", "The North and River Wire described the night in its report on Monday.")
    reprint = article("reprint", CABLE, agency="NRW")
    assert [credit.agency for credit in credited([quoting, reprint])] == ["North and River Wire"]


def test_two_outlets_with_the_same_initials_leave_it_as_it_stands():
    pair = [article("one", CABLE, outlet="North and River Wire"), article("two", CABLE, outlet="New Radio West")]
    assert [credit.agency for credit in credited([*pair, article("three", CABLE, agency="NRW")])] == ["NRW"]


def test_who_credits_nobody_has_no_credit():
    assert credited([article("own", CABLE, outlet="Echo")]) == []
