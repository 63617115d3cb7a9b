"""gzip and ZIP: members are inputs of their own, bad ones are refused with a reason, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import stat
import zipfile

import hypothesis
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from secondsource.ingest import Given, archives, read
from secondsource.records import Document, Reject
from tests.ingest.page_reading import LEXICON, anything, article, refusal

BODY = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."


def packed(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def reasons(raw: bytes, name: str = "pile.zip") -> dict[str, str]:
    return {item.path: item.reason for item in anything(raw, name) if isinstance(item, Reject)}


def test_every_member_is_read_by_its_own_format():
    lines = json.dumps({"text": BODY, "title": "A"}) + "\n" + json.dumps({"text": BODY, "title": "B"})
    found = anything(packed({"a/1.txt": BODY, "dump.jsonl": lines, "t.csv": f'text,title\n"{BODY}",C\n'}), "pile.zip")
    assert [item.path for item in found] == [
        "pile.zip!a/1.txt",
        "pile.zip!dump.jsonl!1",
        "pile.zip!dump.jsonl!2",
        "pile.zip!t.csv!1",
    ]
    assert all(isinstance(item, Document) for item in found)


def test_a_metadata_file_among_the_members_is_used_and_no_input():
    meta = '{"file": "1.txt", "outlet": "Vell Herald", "published": "2025-03-04"}\n'
    found = article(packed({"a/1.txt": BODY, "a/meta.jsonl": meta}), "pile.zip")
    assert (found.path, found.outlet) == ("pile.zip!a/1.txt", "Vell Herald")
    assert found.published is not None
    assert found.published.value == "2025-03-04"
    assert "no text" in reasons(packed({"1.txt": BODY, "a/meta.jsonl": meta}))["pile.zip!a/meta.jsonl!1"]


def test_an_archives_own_address_is_not_that_of_its_members():
    given = Given(url="https://herald.example/pile.zip", outlet="Vell Herald")
    found = article(packed({"1.txt": BODY}), "pile.zip", given)
    assert (found.url, found.outlet) == (None, "Vell Herald")


def test_a_packed_file_is_named_as_its_user_knows_it(tmp_path):
    path = tmp_path / "dump.csv.gz"
    path.write_bytes(gzip.compress(f'text,title\n"{BODY}",C\n'.encode()))
    (found,) = read(path, lexicon=LEXICON)
    assert isinstance(found, Document)
    assert (found.path, found.format) == (f"{path}!1", "table")


def test_bad_members_are_refused_and_the_rest_is_read():
    raw = bytearray(
        packed({"good.txt": BODY, "bad.txt": BODY[::-1], "picture.png": b"\x89PNG\r\n"}, zipfile.ZIP_STORED)
    )
    at = raw.index(BODY[::-1].encode())
    raw[at : at + 4] = b"XXXX"
    found = anything(bytes(raw), "pile.zip")
    assert [item.path for item in found if isinstance(item, Document)] == ["pile.zip!good.txt"]
    assert reasons(bytes(raw)).keys() == {"pile.zip!bad.txt", "pile.zip!picture.png"}
    assert "CRC" in reasons(bytes(raw))["pile.zip!bad.txt"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "C:/b.txt", "a\\..\\..\\b.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str):
    assert reasons(packed({"good.txt": BODY, name: BODY})) == {
        f"pile.zip!{name}": "a path that leads out of the archive"
    }


def test_links_and_encrypted_members_are_refused():
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("secret.txt", BODY)
    raw = bytearray(out.getvalue())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    assert list(reasons(bytes(raw)).values()) == [
        "a link and no file",
        "encrypted; unpack it with its password first",
    ]


def test_a_bomb_is_noticed_before_it_goes_off(monkeypatch):
    monkeypatch.setattr(archives, "SMALL", 2**16)
    raw = packed({"bomb.txt": b"0" * 2**22, "good.txt": BODY})
    assert [item.path for item in anything(raw, "pile.zip") if isinstance(item, Document)] == ["pile.zip!good.txt"]
    assert "as only a bomb is" in reasons(raw)["pile.zip!bomb.txt"]
    assert "as only a bomb is" in refusal(gzip.compress(b"0" * 2**22), "bomb.gz")


def test_a_member_that_lies_about_its_size_is_stopped(monkeypatch):
    monkeypatch.setattr(archives, "LARGEST", 1000)
    raw = packed({"a.txt": BODY * 30}).replace((len(BODY) * 30).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    (reason,) = reasons(raw).values()
    assert reason


def test_all_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(archives, "MOST", 250)
    raw = packed({f"{number}.txt": f"{number} {BODY}" for number in range(4)})
    assert [type(item) for item in anything(raw, "pile.zip")] == [Document, Document, Reject, Reject]


def test_archives_inside_archives_are_opened_three_deep():
    raw, name = BODY.encode(), "a.txt"
    for depth in range(1, 5):
        raw, name = packed({name: raw}), f"{depth}.zip"
        found = anything(raw, "pile.zip")
        assert [type(item) for item in found] == [Document if depth <= archives.DEEPEST else Reject]
    assert "unpack it first" in refusal(raw, "pile.zip")


def test_a_gzip_that_breaks_off_gives_what_came_before_with_a_note_and_a_reject():
    lines = "\n".join(json.dumps({"text": f"{BODY} {number}", "id": number}) for number in range(3000))
    found = anything(gzip.compress(lines.encode())[:-3000], "dump.jsonl.gz")
    documents = [item for item in found if isinstance(item, Document)]
    assert len(documents) > 100
    assert documents[0].notes == ("what stands before a break in the packed data",)
    assert isinstance(found[-1], Reject)
    assert found[-1].reason.startswith("the packed data break off")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PK\x03\x04 and no more", "broken ZIP file"),
        (packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "not text: an office file"),
        (packed({"mimetype": "application/epub+zip"}), "not text: an office file or book"),
    ],
)
def test_what_is_no_pile_of_texts_says_what_it_is(raw: bytes, reason: str):
    assert refusal(raw, "pile.zip").startswith(reason)


def test_hidden_files_are_passed_over_as_in_folders():
    raw = packed({"__MACOSX/._a.txt": b"\x00\x05", ".DS_Store": b"\x00", "a.txt": BODY})
    assert article(raw, "pile.zip").path == "pile.zip!a.txt"


@settings(deadline=None, max_examples=60)
@hypothesis.given(st.binary(max_size=60), st.integers(0, 400))
def test_any_damage_ends_in_documents_and_rejects(damage: bytes, at: int):
    raw = packed({"a.txt": BODY, "b.csv": f"text\n{BODY}\n"})
    harmed = raw[:at] + damage + raw[at + len(damage) :]
    assert anything(harmed, "pile.zip")
    assert anything(gzip.compress(raw, mtime=0)[:at] + damage, "pile.gz")
