"""Reads files into documents with labelled sections, or into rejects with their reasons."""
