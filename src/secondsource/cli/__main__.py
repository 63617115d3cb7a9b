"""Lets `python -m secondsource.cli` stand for the command."""

from secondsource.cli.entry import main

main()
