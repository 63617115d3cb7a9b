from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from store_records import ANY_RECORD

from secondsource.store.codec import encode
from secondsource.store.squeeze import SAMPLE, squeeze, unsqueeze


@given(body=st.binary(max_size=3000) | ANY_RECORD.map(encode))
def test_any_bytes_come_back(body):
    assert unsqueeze(squeeze(body)) == body


def test_a_row_like_the_sample_shrinks_to_a_fraction():
    body = b'{"id":"tabcdefghij","span":{"doc_id":"dklmnopqrst","start":120,"end":131},"value":"2024","kind":"date"}'
    assert len(squeeze(body)) < len(body) / 2


def test_the_sample_fits_the_window():
    assert len(SAMPLE) <= 4096
