"""Reads one document and its analysis: attributions, figures, times; each stage blind to the others."""

from secondsource.extract.attributions import attributions

__all__ = ["attributions"]
