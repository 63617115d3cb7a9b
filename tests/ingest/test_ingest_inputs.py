"""Files, folders and bytes of all sorts: each ends as a document or as a reject with its reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.ingest import Given, read, read_given, walk
from secondsource.records import Document, Reject
from tests.ingest.page_reading import LEXICON, article, refusal

BODY = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"%PDF-1.7 x", "not text: a PDF file"),
        (b"\x1f\x8b\x08\x00", "the packed data break off"),
        (bytes(range(256)) * 4, "not text"),
    ],
)
def test_what_is_no_text_is_rejected_and_named(raw: bytes, reason: str):
    assert refusal(raw).startswith(reason)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encodings_of_editors_are_read(encoding: str):
    assert article(BODY.encode(encoding)).text == BODY


def test_an_old_encoding_is_guessed():
    text = "Der Hafen wurde am Montag gesperrt, weil ein Kran in das Becken stürzte, sagte die Behörde für Häfen."
    assert article(text.encode("latin-1")).text == text


def test_a_long_article_of_one_line_is_read():
    found = article(BODY + " " + "It rained. " * 80_000)
    assert len(found.spans("body")) == 1


def test_short_texts_claim_no_language():
    assert article("Der Hafen ist zu, sagt die Behörde.").language == "und"


def test_files_that_cannot_be_read_are_rejects(tmp_path: Path):
    gone = tmp_path / "gone.txt"
    link = tmp_path / "link.txt"
    link.symlink_to(gone)
    for path in (gone, link, tmp_path):
        (found,) = read(path, lexicon=LEXICON)
        assert isinstance(found, Reject)
        assert found.path == str(path)
        assert found.sha256 is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_a_reject(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    (found,) = read(path, lexicon=LEXICON)
    assert isinstance(found, Reject)
    assert found.reason == "permission denied"


def test_metadata_is_found_by_the_files_name(tmp_path: Path):
    (tmp_path / "01.txt").write_text(BODY)
    (tmp_path / "meta.jsonl").write_text('{"file": "01.txt", "outlet": "Vell Herald", "published": "2025-03-04"}\n\n')
    (found,) = read(tmp_path / "01.txt", lexicon=LEXICON, given=read_given(tmp_path / "meta.jsonl"))
    assert isinstance(found, Document)
    assert found.outlet == "Vell Herald"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not a JSON object"),
        ("[]", "no file name"),
        ('{"outlet": "x"}', "no file name"),
        ('{"file": "a", "outlet": 3}', "`outlet` is int; give text"),
        ('{"file": "a", "published": "yesterday"}', "give an ISO date"),
    ],
)
def test_a_bad_line_of_metadata_is_wrong_use_and_named(tmp_path: Path, line: str, message: str):
    path = tmp_path / "meta.jsonl"
    path.write_text('{"path": "ok.txt"}\n' + line)
    with pytest.raises(UsageError, match=r"meta\.jsonl:2") as caught:
        read_given(path)
    assert message in str(caught.value)


def test_a_metadata_file_that_is_not_there_is_wrong_use(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot read the metadata file"):
        read_given(tmp_path / "none.jsonl")


def test_given_is_empty_by_default():
    assert Given() == Given(outlet=None)


def test_folders_are_walked_in_order_without_hidden_files_and_loops(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "b/.hidden", "1.txt", "3.html"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "copy.txt").symlink_to(tmp_path / "1.txt")
    assert [path.relative_to(tmp_path).as_posix() for path in walk([tmp_path])] == ["1.txt", "3.html", "b/2.txt"]
    assert [path.name for path in walk([tmp_path / "1.txt", str(tmp_path / "*.html")])] == ["1.txt", "3.html"]


@pytest.mark.parametrize("name", ["none.txt", "*.none"])
def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path, name: str):
    with pytest.raises(UsageError, match=r"no such file|nothing matches"):
        list(walk([tmp_path / name]))
