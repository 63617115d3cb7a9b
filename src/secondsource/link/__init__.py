"""Ties mentions to people and bodies, and statements to the chain that carried them."""

from secondsource.link.chains import chains, speakers
from secondsource.link.identities import identities, roots
from secondsource.link.people import people

__all__ = ["chains", "identities", "people", "roots", "speakers"]
