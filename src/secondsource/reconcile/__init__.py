"""Lines the same claim up across articles, counts its independent origins and gives it a status."""

from secondsource.reconcile.case import Case, Findings
from secondsource.reconcile.pointed import weigh_spans
from secondsource.reconcile.reconciling import compare_figures, reconcile

__all__ = ["Case", "Findings", "compare_figures", "reconcile", "weigh_spans"]
