"""``python -m quoteattr``: the same as the command ``quoteattr``."""

import sys

from quoteattr.command import main

if __name__ == "__main__":
    sys.exit(main())
