"""The one registry of stages, and the only module that knows both stages and store."""

from secondsource.pipeline.desk import AddReport, Desk

__all__ = ["AddReport", "Desk"]
