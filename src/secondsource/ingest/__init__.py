"""Turns messy input into documents with labelled sections, and everything that is none into rejects with a reason."""

from secondsource.ingest.columns import FIELDS
from secondsource.ingest.files import walk
from secondsource.ingest.given import Given, read_given
from secondsource.ingest.read import read, read_bytes
from secondsource.ingest.sidecars import Pile, sorted_out

__all__ = ["FIELDS", "Given", "Pile", "read", "read_bytes", "read_given", "sorted_out", "walk"]
