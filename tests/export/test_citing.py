"""References, read by citeproc-py, rispy and pybtex."""

from __future__ import annotations

import json

from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_string
from rispy import loads as ris

from secondsource import records
from secondsource.export.citing import works
from secondsource.export.holdings import holdings
from secondsource.pipeline import Desk


def bib(desk: Desk) -> BibliographyData:
    return parse_string(desk.export("bibtex").decode(), "bibtex")


def test_citeproc_reads_every_document(desk: Desk) -> None:
    read = CiteProcJSON(json.loads(desk.export("csl")))
    assert set(read) == {row.id.lower() for row in desk.scan(records.Document)}
    for one in works(holdings(desk)):
        assert str(read[one.id].title) == one.title
        assert read[one.id].issued.year == one.day.year


def test_rispy_reads_every_document_with_its_title_outlet_and_day(desk: Desk) -> None:
    read = {row["id"]: row for row in ris(desk.export("ris").decode())}
    for one in works(holdings(desk)):
        assert read[one.id]["title"] == one.title
        assert read[one.id]["secondary_title"] == one.outlet
        assert read[one.id]["date"] == f"{one.day:%Y/%m/%d}"


def test_pybtex_reads_every_document_with_its_outlet_and_year(desk: Desk) -> None:
    entries = bib(desk).entries
    assert len(entries) == sum(1 for _ in desk.scan(records.Document))
    for one in works(holdings(desk)):
        assert entries[one.id].type == "article"
        assert entries[one.id].fields["year"] == str(one.day.year)


def test_signs_of_tex_and_ris_in_a_title_break_no_list(hostile: Desk) -> None:
    (entry,) = bib(hostile).entries.values()
    assert entry.fields["journal"] == r"Kalder \textbraceleft{}Post\textbraceright{} \& Sons"
    (row,) = ris(hostile.export("ris").decode())
    assert row["title"] == "Ferry <script>alert(1)</script> sinks off {{Kalder}}, 12 drowned"
