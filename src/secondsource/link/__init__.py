"""Ties mentions to people and bodies, and statements to the chain that carried them."""

from secondsource.link.chains import chains, speakers
from secondsource.link.identities import roots
from secondsource.link.people import people

__all__ = ["chains", "people", "roots", "speakers"]
