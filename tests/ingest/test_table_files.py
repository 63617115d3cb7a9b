"""Tables of articles: columns by name or as mapped, rows that fail alone, Parquet as an extra."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys

import pytest

from secondsource.ingest import Given
from secondsource.ingest.columns import mapping
from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article, refusal

BODY = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."
HEADER = ["id", "headline", "Article Text", "publication", "date", "web_url", "author"]
ROW = ["17", "Crane falls", BODY, "Vell Herald", "2025-03-04", "https://herald.example/crane", "Ilse Orn"]


def table(*rows: list[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), ("\t", "a.tsv"), (";", "a.csv"), ("|", "a.csv")])
def test_columns_are_found_by_the_names_that_exports_use(delimiter: str, name: str):
    found = article(table(HEADER, ROW, delimiter=delimiter), name)
    assert (found.format, found.path) == ("table", f"{name}!1")
    assert (found.title, found.outlet, found.byline) == ("Crane falls", "Vell Herald", "Ilse Orn")
    assert (found.external_id, found.url) == ("17", "https://herald.example/crane")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-04", "given")
    assert found.text == f"{BODY}\n\nCrane falls"


def test_a_table_without_a_telling_name_is_known_by_its_header():
    assert article(table(HEADER, ROW), "-").format == "table"
    assert article(f"Ships, cranes and text\n\n{BODY}", "-").format == "text"


def test_columns_that_the_user_maps_win_over_guesses():
    rows = table(["text", "story", "kicker"], ["Photo of a crane", BODY, "Crane falls"])
    found = article(rows, "a.csv", Given(columns=(("text", "story"), ("title", "Kicker"))))
    assert (found.title, found.text) == ("Crane falls", f"{BODY}\n\nCrane falls")


def test_texts_with_line_breaks_and_quotation_marks_come_through_whole():
    text = f'{BODY}\n\n"We counted, twice," Ilse Orn said; 1,250 tonnes are missing.'
    assert article(table(["text", "title"], [text, "Crane"]), "a.csv").text == f"{text}\n\nCrane"


def test_a_text_of_a_hundred_thousand_words_is_a_cell_like_any_other():
    text = f"{BODY} " * 1500
    before = csv.field_size_limit()
    assert article(table(["text"], [text]), "a.csv").text == text
    assert csv.field_size_limit() == before


def test_bad_rows_reject_only_themselves():
    found = anything(table(HEADER, ROW, ["18", "Empty"], [*ROW, "one more"], [], ["19", *ROW[1:]]), "a.csv")
    assert [item.path for item in found] == ["a.csv!1", "a.csv!2", "a.csv!3", "a.csv!4"]
    assert [type(item) for item in found] == [Document, Reject, Reject, Document]
    assert "no text" in found[1].reason
    assert found[2].reason.startswith("8 cells, but the header has 7 columns")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n1,2\n", "no column of text: name it with --columns text=COLUMN; the columns: a, b"),
        ("text,title\n", "a table without rows"),
        ("", "the file is empty"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(text: str, reason: str):
    assert refusal(text, "a.csv") == reason


def test_quotation_marks_that_do_not_match_are_noted():
    found = article(f'text,title\n"{BODY},x\n{BODY},y\n', "a.csv")
    assert found.notes[0].startswith("the table's quotation marks do not match")


def test_a_mapped_column_that_is_not_there_is_named():
    (found,) = anything(table(HEADER, ROW), "a.csv", Given(columns=(("title", "kicker"),)))
    assert isinstance(found, Reject)
    assert found.reason.startswith("no column `kicker` for title; the columns: id, headline")


def test_a_day_in_a_strange_form_is_unknown_and_the_row_is_read():
    found = article(table(["text", "date"], [BODY, "1741046400"]), "a.csv")
    assert found.published is None


def test_a_mapping_moves_a_column_away_from_the_field_that_it_suggests():
    found = mapping(["text", "body"], [("title", "text")])
    assert found == {"title": "text", "text": "body"}


def parquet(rows: list[dict[str, object]]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq  # noqa: PLC0415 - only where the extra is installed

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def test_parquet_rows_keep_their_days_lists_and_numbers():
    zone = dt.timezone(dt.timedelta(hours=1))
    rows: list[dict[str, object]] = [
        {"id": 17, "text": BODY, "published": dt.datetime(2025, 3, 4, 7, 30, tzinfo=zone), "authors": ["A. B", "C. D"]},
        {"id": 18, "text": None, "published": None, "authors": []},
    ]
    first, second = anything(parquet(rows), "dump.parquet")
    assert isinstance(first, Document)
    assert (first.path, first.external_id, first.byline) == ("dump.parquet!1", "17", "A. B, C. D")
    assert first.published is not None
    assert first.published.value.startswith("2025-03-04T0")
    assert isinstance(second, Reject)
    assert "no text" in second.reason


def test_a_broken_parquet_file_is_a_reject():
    assert refusal(parquet([{"text": BODY}])[:-20], "dump.parquet").startswith("broken Parquet file")


def test_without_the_extra_a_parquet_file_says_what_to_install(monkeypatch):
    raw = parquet([{"text": BODY}])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert refusal(raw, "dump.parquet").endswith("pip install 'secondsource[parquet]'")
