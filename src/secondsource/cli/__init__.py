"""The command line: one verb a module, each calling the library method of its name."""
