"""Which version of the program made a bundle.

The one thing a reader would get wrong: it is the version of the code that runs, not of a package
that may be installed beside it.
"""

from __future__ import annotations

import rainbook


def tool_version() -> str:
    """Return the version, e.g. "0.1.0"."""
    return rainbook.__version__
