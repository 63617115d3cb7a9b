"""Ties mentions to people and bodies, and statements to the chain that carried them."""

from secondsource.link.chains import chains, speakers
from secondsource.link.people import people
from secondsource.link.roots import roots

__all__ = ["chains", "people", "roots", "speakers"]
