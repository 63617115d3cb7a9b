"""Serves the pages on loopback and writes them as a folder of plain HTML files."""
