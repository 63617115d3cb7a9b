"""Reads the sentences, tokens, quotations and names of one document, before anything is extracted from it."""

from secondsource.analyse.annotate import annotate

__all__ = ["annotate"]
