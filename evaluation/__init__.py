"""Runs the public suites: predict, score, gate."""
