"""Finds the files of one extension folder: put a file in the folder and it is on the shelf.

The one thing a reader would get wrong: there are no entry points and no search path, on purpose.
What is on the shelf is what ships in this package; a reader anyone could install would run beside
the keys.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from rainbook.record import RainbookError

INTERFACE = "interface"
"""The one module of an extension folder that says what a file there must be, and is not one."""


class NotOnShelf(RainbookError):
    """A file of an extension folder does not hold what every file there must hold."""


@cache
def shelf(package: str, wanted: str) -> tuple[Any, ...]:
    """Return the constant `wanted` of every module in `package`, in the order of their names.

    `package` is a dotted name ("rainbook.events.sources"), `wanted` the constant each file there
    defines ("SOURCE"). Modules named interface, or with a leading underscore, are left out. Works
    from a folder and from a zip file alike. Raises NotOnShelf for a file without the constant; an
    error inside a file is not caught.
    """
    places = import_module(package).__path__
    names = sorted(found.name for found in pkgutil.iter_modules(places))
    return tuple(
        _constant(f"{package}.{name}", wanted)
        for name in names
        if name != INTERFACE and not name.startswith("_")
    )


def _constant(module: str, wanted: str) -> Any:
    found = getattr(import_module(module), wanted, None)
    if found is None:
        raise NotOnShelf(
            f"{module} does not define {wanted}, as every file in its folder must. "
            "Define it, or move the file; docs/architecture.md says what each folder holds."
        )
    return found
