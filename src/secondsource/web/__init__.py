"""The local web site and its twin as a folder of plain files."""

from secondsource.web.server import app, serve
from secondsource.web.site import write_site

__all__ = ["app", "serve", "write_site"]
