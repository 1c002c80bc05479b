"""`hashes.txt` and `contents.csv`: the proof that a bundle is whole, in the form plain tools check.

The one thing a reader would get wrong: a hash shows that a file did not change since the list was
written; it does not show who wrote what is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from rainbook.handover.paper.csv_file import write_table

HASHES = "hashes.txt"
SIGNED, STAMP = "signed.json", "signed.tsr"
NOT_LISTED = frozenset((HASHES, SIGNED, STAMP))
"""What may stand in a bundle and cannot stand in its list of hashes, because it is made of it."""
CONTENTS = "contents.csv"
BLOCK = 1 << 20


def hash_of(path: Path) -> tuple[str, int]:
    """Return the SHA-256 (64 hex digits) and the size in bytes of a file, read in blocks."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def files_of(folder: Path) -> dict[str, Path]:
    """Return every file under the folder by its name with forward slashes, sorted. Links are
    listed, not followed.
    """
    found = {
        p.relative_to(folder).as_posix(): p
        for p in folder.rglob("*")
        if p.is_symlink() or not p.is_dir()
    }
    return {name: found[name] for name in sorted(found)}


def write_hashes(folder: Path, what: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Write contents.csv (name, size, hash, what it is), then hashes.txt; return all files with
    hash and size.
    """
    files = {name: hash_of(path) for name, path in files_of(folder).items()}
    rows = [[name, str(size), digest, what.get(name, "")] for name, (digest, size) in files.items()]
    write_table(folder / CONTENTS, ("file", "bytes", "sha256", "what_it_is"), rows)
    files[CONTENTS] = hash_of(folder / CONTENTS)
    text = "".join(f"{files[name][0]}  {name}\n" for name in sorted(files))
    (folder / HASHES).write_bytes(text.encode("ascii"))
    files[HASHES] = hash_of(folder / HASHES)
    return {name: files[name] for name in sorted(files)}
