"""The one registry of stages, and the only module that knows both stages and store."""

from secondsource.pipeline.desk import Desk
from secondsource.pipeline.intake import AddReport

__all__ = ["AddReport", "Desk"]
