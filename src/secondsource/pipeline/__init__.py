"""The one registry of stages, and the only module that knows both stages and store."""
