"""Bytes that are in no order: what is guessed, replaced or undone while they are read is said in a note."""

from __future__ import annotations

import pytest

from secondsource.ingest.decode import Decoded, decode
from tests.ingest.page_reading import article, refusal

TEXT = "“The harbour is closed,” Zoë Orn of the port authority said on Monday, after a crane fell into the basin. " * 4


def test_bytes_in_order_are_read_without_a_note():
    assert decode(TEXT.encode()) == Decoded(TEXT)
    assert decode(TEXT.encode("cp1252"), "windows-1252") == Decoded(TEXT)


def test_a_guessed_encoding_is_noted_on_the_document():
    text = "Der Hafen wurde am Montag gesperrt, weil ein Kran in das Becken stürzte, sagte die Behörde für Häfen."
    found = article(text.encode("latin-1"))
    assert found.text == text
    assert len(found.notes) == 1
    assert found.notes[0].endswith("guessed from its bytes")


def test_utf8_that_was_encoded_twice_is_put_right_with_a_note():
    found = article("".join(chr(byte) if byte == 0x9D else bytes([byte]).decode("cp1252") for byte in TEXT.encode()))
    assert found.text == TEXT
    assert found.notes == ("the text had been encoded twice (UTF-8 read as Windows-1252); this was undone",)


def test_a_few_broken_bytes_cost_a_note_and_not_the_article():
    found = decode((TEXT * 30).encode() + b"\xff")
    assert isinstance(found, Decoded)
    assert found.text.startswith(TEXT)
    assert found.notes == ("1 broken characters in utf-8 text, each shown as \ufffd",)


@pytest.mark.parametrize("sign", ["Ã©", "â€™"])
def test_a_text_that_writes_about_broken_letters_is_left_alone(sign: str):
    text = f"The sign showed {sign} where the name of Łódź should have stood, the town said."
    assert decode(text.encode()) == Decoded(text)


def test_korean_pages_of_old_make_are_read_by_the_charset_that_they_declare():
    body = (
        "지난 월요일 벨 항구에서 크레인이 무너져 선박 두 척이 되돌아갔다고 항만청이 밝혔다. 사망자는 없었다고 말했다. "
        * 4
    )
    page = f"<html><head><meta charset=euc-kr><title>항구</title></head><body><article><p>{body}</p></article></body>"
    found = article(page.encode("euc-kr"), "page.html")
    assert found.language == "ko"
    assert "항만청이" in found.text
    assert found.notes == ()


def test_what_no_encoding_fits_is_a_reject():
    assert refusal(bytes(range(256)) * 4).startswith("not text")
