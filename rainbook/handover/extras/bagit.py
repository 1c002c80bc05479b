"""BagIt (RFC 8493): the bundle in a folder that archives and libraries can check by themselves.

The one thing a reader would get wrong: the files of the bundle stand under `data/` unchanged; a bag
shows that they arrived whole, and nothing about who wrote what.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from rainbook.handover.extras.interface import (
    Extra,
    Part,
    bytes_of,
    copied,
    new_folder,
    sums,
    whole,
)
from rainbook.handover.made_with import tool_version

ENCODING = "UTF-8"
_DAY = re.compile(rb"<xmp:CreateDate>(\d{4}-\d{2}-\d{2})")
_TAGS = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")


def bag(folder: Path, out: Path) -> Path:
    """Write a bag of the bundle `folder` as the new folder `out` and return it; the same bundle
    gives the same bytes.

    Raises NotWhole, NameTaken, ChangedMeanwhile, ExtraNotWritten. Source: RFC 8493, version 1.0.
    """
    parts = whole(folder)
    with new_folder(out, folder) as part:
        for one in parts:
            target = part / "data" / one.name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                copied(one, stream)
        listed = "".join(f"{p.sha256}  data/{_escaped(p.name)}\n" for p in parts)
        _write(part / "manifest-sha256.txt", listed)
        _write(part / "bagit.txt", f"BagIt-Version: 1.0\nTag-File-Character-Encoding: {ENCODING}\n")
        _write(part / "bag-info.txt", _info(parts))
        tags = "".join(
            f"{hashlib.sha256((part / name).read_bytes()).hexdigest()}  {name}\n" for name in _TAGS
        )
        _write(part / "tagmanifest-sha256.txt", tags)
    return Path(out)


def _info(parts: tuple[Part, ...]) -> str:
    size, count = sums(parts)
    lines = [f"Bag-Software-Agent: rainbook {tool_version()}", f"Payload-Oxum: {size}.{count}"]
    day = _day_of(parts)
    if day:
        lines.insert(1, f"Bagging-Date: {day}")
    return "".join(f"{line}\n" for line in lines)


def _day_of(parts: tuple[Part, ...]) -> str:
    """Return the day the bundle is dated with, as its index states it, never that of this
    computer; "" if it states none.
    """
    index = next((p for p in parts if p.name == "index.pdf"), None)
    found = _DAY.search(bytes_of(index)) if index else None
    return found[1].decode("ascii") if found else ""


def _escaped(name: str) -> str:
    """Return a name as a manifest writes it (RFC 8493, 2.1.3): line ends and % in hex."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


EXTRA = Extra("bag", "a bag (RFC 8493) for an archive", bag)
