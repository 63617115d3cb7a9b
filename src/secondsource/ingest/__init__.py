"""Turns messy input into documents with labelled sections, and everything that is none into rejects with a reason."""

from secondsource.ingest.columns import FIELDS
from secondsource.ingest.files import walk
from secondsource.ingest.given import Given, read_given
from secondsource.ingest.read import given_for, printable, read, read_bytes, reading
from secondsource.ingest.sidecars import Pile, sorted_out

__all__ = [
    "FIELDS", "Given", "Pile", "given_for", "printable", "read", "read_bytes", "read_given", "reading", "sorted_out",
    "walk",
]  # fmt: skip
