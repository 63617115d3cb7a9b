"""Finds who copied whom, and which articles tell one story."""
