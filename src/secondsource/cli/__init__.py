"""The command line: one verb a module, each calling the library method of its name."""

from secondsource.cli.entry import main

__all__ = ["main"]
