"""How a page says that a number is not simply stated: as what may be, or as what is not so."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.records import Modality

HEDGES: Mapping[Modality, str] = {"fact": "", "possible": "told as what may be", "negated": "told as not so"}
"""By the modality of a figure, the words that are printed beside it; none where it is stated as it is."""
