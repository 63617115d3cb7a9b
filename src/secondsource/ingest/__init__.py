"""Turns messy input into documents with labelled sections, and everything that is none into rejects with a reason."""

from secondsource.ingest.files import walk
from secondsource.ingest.given import Given, read_given
from secondsource.ingest.read import read, read_bytes

__all__ = ["Given", "read", "read_bytes", "read_given", "walk"]
