"""Keeps records: one protocol, several engines, one conformance suite."""
