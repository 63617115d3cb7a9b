"""Reads one document and its analysis: attributions, figures, times; each stage blind to the others."""

from secondsource.extract.attributions import attributions
from secondsource.extract.figures import figures
from secondsource.extract.times import times

__all__ = ["attributions", "figures", "times"]
