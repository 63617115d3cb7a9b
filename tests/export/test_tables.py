"""CSV and Parquet, read by the csv module of Python and by pyarrow."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from secondsource.export.encoding import archive, members
from secondsource.export.tables import csv_files, parquet_files
from secondsource.pipeline import Desk

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


def lines(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(line) for line in desk.export("jsonl").splitlines()]


def test_there_is_a_file_for_each_type_with_a_row_for_each_line(desk: Desk) -> None:
    wanted = Counter(line["type"] for line in lines(desk))
    for form, rows in (
        ("csv", lambda content: arrow_csv.read_csv(io.BytesIO(content), parse_options=MANY_LINES).num_rows),
        ("parquet", lambda content: parquet.read_table(io.BytesIO(content)).num_rows),
    ):
        files = members(desk.export(form))
        assert {name.split(".")[0]: rows(content) for name, content in files.items()} == wanted


MANY_LINES = arrow_csv.ParseOptions(newlines_in_values=True)


def test_words_in_tables_are_the_characters_at_their_offsets(desk: Desk, texts: dict[str, str]) -> None:
    content = members(desk.export("csv"))["evidence.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert rows
    for row in rows:
        assert texts[row["doc"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_parquet_keeps_numbers_names_and_unknowns(desk: Desk) -> None:
    claims = {line["id"]: line for line in lines(desk) if line["type"] == "claim"}
    for row in parquet.read_table(io.BytesIO(members(desk.export("parquet"))["claim.parquet"])).to_pylist():
        assert row["origins"] == claims[row["id"]]["origins"]
        assert row["n_origins"] == claims[row["id"]]["n_origins"]
        assert json.loads(row["history"]) == claims[row["id"]]["history"]


def test_an_open_side_stays_open(desk: Desk) -> None:
    figures = {line["id"]: line for line in lines(desk) if line["type"] == "figure"}
    table = parquet.read_table(io.BytesIO(members(desk.export("parquet"))["figure.parquet"])).to_pylist()
    assert [(row["low"], row["high"]) for row in table] == [(one["low"], one["high"]) for one in figures.values()]
    assert any(row["high"] is None for row in table)


@given(st.lists(TEXTS, min_size=1))
def test_any_text_comes_out_of_a_table_as_it_went_in(given_texts: list[str]) -> None:
    rows = [{"type": "time", "doc": f"d{place}", "text": text} for place, text in enumerate(given_texts)]
    read = csv.DictReader(io.StringIO(csv_files(rows)["time.csv"].decode(), newline=""))
    assert [row["text"] for row in read] == given_texts
    table = parquet.read_table(io.BytesIO(parquet_files(rows)["time.parquet"]))
    assert table.column("text").to_pylist() == given_texts


def test_an_archive_holds_no_clock() -> None:
    assert archive({"a.csv": b"x"}) == archive({"a.csv": b"x"})
    assert members(archive({"a.csv": b"x", "b.csv": b""})) == {"a.csv": b"x", "b.csv": b""}
