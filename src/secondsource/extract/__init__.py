"""Reads one document and its analysis: attributions, figures, times; each stage blind to the others."""
