"""Ties mentions to people and bodies, and statements to the chain that carried them."""

from secondsource.link.chains import carried, chains
from secondsource.link.figures import speakers
from secondsource.link.identities import roots
from secondsource.link.people import people
from secondsource.link.rulings import recounted, renamed, respoken, told_apart

__all__ = [
    "carried",
    "chains",
    "people",
    "recounted",
    "renamed",
    "respoken",
    "roots",
    "speakers",
    "told_apart",
]
