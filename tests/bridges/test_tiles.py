"""Tiles leave nothing of a text out, and bridges' names of kinds agree with those of the annotator."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.bridges.names import kind_of, label_of
from secondsource.bridges.stretches import Stretches
from secondsource.bridges.tiles import tiles
from secondsource.text.segment import tokens


@given(st.text(alphabet="ab .\n\t“\u0301🛳", max_size=40), st.data())
def test_tiles_and_their_blanks_are_the_text(text, data):
    words = [token for token in tokens(text) if data.draw(st.booleans())]
    tiled = tiles(text, words)
    put = "".join(text[slice(*span)] + " " * blank for span, blank in zip(tiled.spans, tiled.spaced, strict=True))
    assert put == text
    assert [tiled.spans[place] for place in tiled.places] == words


def test_a_span_is_cut_to_what_is_read():
    read = Stretches("Lead  | ad | Body", [(0, 6), (12, 17)])
    assert read.within(2, 15) == [(2, 4), (13, 15)]
    assert read.hull(2, 15) == [(2, 15)]
    assert read.within(4, 12) == read.hull(4, 12) == []


def test_a_label_leads_back_to_its_kind():
    for kind in ("person", "organisation", "place", "other"):
        assert kind_of(label_of(kind, "")) == (kind, "")
    assert kind_of(label_of("other", "people")) == ("other", "people")


def test_numbers_and_times_are_no_names():
    assert kind_of("DATE") is kind_of("CARDINAL") is None
    assert kind_of("SHIP") == ("other", "")
