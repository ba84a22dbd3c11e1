"""The command ``quoteattr``: texts in; a table, or JSON Lines, out, one article after the other."""

from quoteattr.command.run import main

__all__ = ["main"]
