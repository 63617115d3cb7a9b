"""Hands the analysis of a document to other programs for language, and takes theirs."""
