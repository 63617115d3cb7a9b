"""The page of a document says where a number is told as what may be, and what else a date may mean."""

from __future__ import annotations

import dataclasses
import datetime as dt

from secondsource import page
from secondsource.page.dossier import Dossier
from secondsource.records import Figure, Span, Time
from tests.page.fiction_dossier import dossier


def beside(*records: Figure | Time) -> Dossier:
    told = dossier()
    figures = tuple(one for one in records if isinstance(one, Figure))
    times = tuple(one for one in records if isinstance(one, Time))
    return dataclasses.replace(told, figures=figures, times=times)


def test_what_may_be_and_what_is_not_so_are_told_apart_from_what_is() -> None:
    document = next(iter(dossier().documents.values()))
    span = Span(document.id, 0, 4)
    figure = Figure(id="f1", span=span, low=30, high=30, bound="=", unit="person", noun="people", kind="total")
    feared = dataclasses.replace(figure, id="f2", modality="possible")
    denied = dataclasses.replace(figure, id="f3", modality="negated")
    shown = page.document(document, beside(figure, feared, denied))
    assert [one.hedge for one in shown.counted] == ["", "told as what may be", "told as not so"]


def test_a_date_of_two_readings_shows_both() -> None:
    document = next(iter(dossier().documents.values()))
    day = dt.date(2024, 4, 5)
    time = Time("t1", Span(document.id, 0, 4), "2024-04-05", "date", day, day, ("2024-04-05", "2024-05-04"))
    (shown,) = page.document(document, beside(time)).dated
    assert (shown.value, shown.others) == ("2024-04-05", ("2024-05-04",))
