"""Newsletters as mail: single messages and mailboxes, their parts, attachments and broken headers."""

from __future__ import annotations

import io
import mailbox
from email.message import EmailMessage

import pytest

from secondsource.ingest import mail
from secondsource.ingest.decode import Refusal
from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article, kind_of, refusal, words

TEXT = (
    "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.\n\n"
    "Two ships bound for Marra were turned away, and a third is still waiting outside, Ilse Orn said.\n"
)
HTML = (
    "<html><body><table><tr><td><p>The harbour of Vell was closed on Monday after a crane fell into the basin, the "
    "port authority said.</p><p>Two ships bound for Marra were turned away, and a third is still waiting outside, "
    "Ilse Orn said.</p></td></tr></table></body></html>"
)


def message(text: str | None = TEXT, html: str | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = headers.pop("sender", "Vell Herald <news@herald.example>")
    made["Subject"] = "Crane falls at Vell"
    made["Date"] = "Tue, 04 Mar 2025 07:30:00 +0100"
    made["Message-ID"] = "<17@herald.example>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    return made


def test_a_message_is_an_article_with_its_sender_as_outlet_and_its_subject_as_title():
    found = article(message(Archived_At="<https://herald.example/letters/17>").as_bytes(), "letter.eml")
    assert found.text == f"{TEXT}\n\nCrane falls at Vell"
    assert (found.format, found.outlet, found.title) == ("mail", "Vell Herald", "Crane falls at Vell")
    assert (found.external_id, found.url) == ("<17@herald.example>", "https://herald.example/letters/17")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-04T07:30+01:00", "feed")
    assert len(words(found, "body")) == 2


def test_a_mail_is_known_by_its_headers_whatever_its_file_is_called():
    assert article(message().as_bytes(), "-").format == "mail"


def test_pasted_text_with_sender_and_date_is_no_mail():
    assert article(f"From: the harbour of Vell\nDate: Monday\n\n{TEXT}", "-").format == "text"


def test_an_html_part_is_read_where_the_plain_part_only_points_to_it():
    found = article(message("This message needs HTML.", HTML).as_bytes(), "letter.eml")
    assert len(words(found, "body")) == 2
    assert "<p>" not in found.text
    assert article(message(None, HTML).as_bytes(), "letter.eml").text == found.text


def test_a_plain_part_that_says_the_same_is_read_unchanged():
    assert article(message(TEXT, HTML).as_bytes(), "letter.eml").text.startswith(TEXT)


def test_an_attachment_is_named_and_refused_and_the_message_is_read():
    letter = message()
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="tides.pdf")
    document, refused = anything(letter.as_bytes(), "letter.eml")
    assert isinstance(document, Document)
    assert isinstance(refused, Reject)
    assert refused.path == "letter.eml!tides.pdf"
    assert refused.reason == "an attachment of a mail (application/pdf); add it as a file of its own"


def test_a_forwarded_message_is_read_like_one_of_its_own():
    outer = message("See below, this came in on Tuesday and says what the port authority told us about the crane.")
    outer.add_attachment(message(sender="Marra Gazette <post@gazette.example>"))
    found = [item for item in anything(outer.as_bytes(), "letter.eml") if isinstance(item, Document)]
    assert [item.outlet for item in found] == ["Vell Herald", "Marra Gazette"]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "koi8-r"])
def test_the_charset_that_a_part_declares_is_used(charset: str):
    words_ = "Цены на хлеб выросли" if charset == "koi8-r" else "Zoë Orn zahlte zwölf"
    letter = message(None)
    letter.set_content(f"{words_} {TEXT}", charset=charset, cte="8bit")
    found = article(letter.as_bytes(), "letter.eml")
    assert found.text.startswith(words_)
    assert found.notes == ()


def test_an_unknown_charset_is_read_by_its_bytes():
    text = "Zoë Orn zahlte für zwölf Häfen, sagte die Behörde am Montag in Vell.\n"
    raw = message(text).as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    assert article(raw, "letter.eml").text.startswith(text)


def test_a_message_without_text_is_a_reject():
    letter = EmailMessage()
    letter["From"] = "a@b.example"
    letter["Subject"] = "Picture"
    letter.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    reasons = [item.reason for item in anything(letter.as_bytes(), "letter.eml") if isinstance(item, Reject)]
    assert reasons[0] == "no text: the message has no part of plain text or HTML"


def test_a_mailbox_of_the_standard_library_is_read_message_by_message(tmp_path):
    box = mailbox.mbox(tmp_path / "letters.mbox")
    quoting = "From here the harbour can be seen, Ilse Orn of the port authority said on Monday evening.\n"
    for text in (TEXT, TEXT.replace("crane", "mast"), quoting):
        box.add(message(text))
    box.close()
    found = anything((tmp_path / "letters.mbox").read_bytes(), "letters.mbox")
    assert [item.path for item in found] == ["letters.mbox!1", "letters.mbox!2", "letters.mbox!3"]
    assert all(isinstance(item, Document) for item in found)
    assert found[2].text.startswith("From here the harbour")


def test_a_broken_message_in_a_mailbox_costs_only_itself():
    broken = (
        b"From x Mon Mar  3 07:00:00 2025\nContent-Type: multipart/mixed; boundary=\n\xff\xfe: \x00\x01\n\n\x80\x81\n\n"
    )
    good = b"From y Tue Mar  4 07:00:00 2025\n" + message().as_bytes() + b"\n"
    found = anything(good + broken + good.replace(b"crane", b"mast"), "letters.mbox")
    assert [type(item) for item in found] == [Document, Reject, Document]
    assert found[1].path == "letters.mbox!2"


def test_a_message_beyond_all_sizes_is_refused_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(mail, "LARGEST", 400)
    box = (
        b"From x Mon Mar  3 07:00:00 2025\nSubject: a\n\n"
        + b"x\n" * 400
        + b"\nFrom y Tue Mar  4 07:00:00 2025\nA: b\n\nc\n"
    )
    large, small = mail.messages(io.BytesIO(box))
    assert isinstance(large, Refusal)
    assert small == b"A: b\n\nc\n"


def test_furniture_of_a_newsletter_is_labelled_and_kept():
    found = article(message(f"{TEXT}\nUnsubscribe\n").as_bytes(), "letter.eml")
    assert kind_of(found, "Unsubscribe") == "boilerplate"


def test_an_empty_mail_is_a_reject():
    assert refusal(b"From: a@b.example\nMIME-Version: 1.0\n\n", "x.eml").startswith("no text")
