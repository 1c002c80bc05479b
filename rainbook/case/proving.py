"""What a book gives a hand-over so that it can prove what it holds: trees, seeds, a signature.

The one thing a reader would get wrong: a tree that is kept is only a saving of time. It is grown
again from the sealed original whenever it is missing, damaged, or was grown another way.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from rainbook.case.known import asked_of
from rainbook.case.sealed import Sealed
from rainbook.custody import (
    BookDamaged,
    DiskFull,
    DiskRefused,
    Head,
    ReadOnly,
    TableDamaged,
    Vault,
    mark_of,
    tree_key,
)
from rainbook.handover.made_with import tool_version
from rainbook.handover.proof.heads import SIGNED_AS, statement_of
from rainbook.handover.proof.making import Sealing
from rainbook.handover.proof.seeds import blind
from rainbook.handover.proof.tree import Tree, grow, unpack
from rainbook.handover.stamps.reading import Stamp, keep_statement
from rainbook.record import EventTable, Original, RainbookError

STAMPED = "stamped"
"""The kind of log entry that keeps a time stamp of the book's statement."""


class NothingSealed(RainbookError):
    """The book holds no file yet, so there is nothing to put a time stamp on."""


class Prover:
    """The proof's side of one open book."""

    def __init__(self, vault: Vault, sealed: Sealed) -> None:
        self._vault, self._sealed = vault, sealed

    def tree(self, original: Original) -> Tree:
        """Return the tree of one original, kept or grown again. Raises OriginalMissing and the
        like of custody.
        """
        decisions = self._vault.decisions()
        asked = str(asked_of(original, decisions))
        kept = self._kept(original, asked)
        if kept is not None:
            return kept
        table = self._sealed.table(original, decisions)
        tree = self._grown(original, table)
        # a book that takes no entries, or a full disk, can still be handed over from
        with suppress(ReadOnly, BookDamaged, DiskFull, DiskRefused):
            self._vault.keep_table(tree_key(original.sha256), tree.pack(asked))
        return tree

    def _kept(self, original: Original, asked: str) -> Tree | None:
        try:
            blob = self._vault.table(tree_key(original.sha256))
        except TableDamaged:
            return None
        return None if blob is None else unpack(blob, asked, tool_version())

    def _grown(self, original: Original, table: EventTable) -> Tree:
        seed = self._vault.proof_seed(original.sha256)

        def read(member: str | None, start: int, end: int) -> bytes:
            return self._sealed.fetch(original.sha256, member, start, end)

        return grow(table, original, seed, read, tool_version())

    def trees(self) -> Mapping[str, Tree]:
        """Return the tree of every original, by SHA-256."""
        return {o.sha256: self.tree(o) for o in self._vault.originals()}

    def seed(self, sha256: str) -> bytes:
        """Return the seed of one original: it goes to nobody but an expert who has the file."""
        return self._vault.proof_seed(sha256)

    def read(self, sha256: str, member: str | None, start: int, end: int) -> bytes:
        """Return bytes of a sealed original."""
        return self._sealed.fetch(sha256, member, start, end)

    def sign(self, message: bytes) -> bytes:
        """Return the book's signature (Ed25519) over a message."""
        return self._vault.sign(message)

    @property
    def key(self) -> bytes:
        """The public key that belongs to `sign`."""
        return self._vault.signing_key()

    def sealing(self) -> Sealing:
        """Return what signs and dates a proof made now, with every stamp the book keeps."""
        at, mark = self._last_sealed()
        return Sealing(at, mark, self.key, self.sign, self.stamps())

    def _last_sealed(self) -> tuple[str, str]:
        log = self._vault.log()
        last = max((r.number for r in log if r.kind == "sealed"), default=-1)
        if last < 0:
            raise NothingSealed("The book holds no file yet. Add one first: rainbook add FILE")
        sealed = next(r.at for r in log if r.number == last)
        after = next((r for r in log if r.number == last + 1), None)
        if after is None:
            return sealed, self._vault.mark()
        return sealed, mark_of(Head(last + 1, bytes.fromhex(after.before)))

    def statement(self) -> str:
        """Return what the book can say of all its originals now; a time stamp is put on this.

        Raises NothingSealed.
        """
        at, mark = self._last_sealed()
        trees = self.trees()
        return statement_of(
            [t.file for t in trees.values()],
            [t.head for t in trees.values()],
            {"sealed": at, "log": mark},
        )

    def keep_stamp(self, reply: bytes, by: str) -> Stamp:
        """Check the answer of a time stamp authority to `statement` and keep it in the log.

        Raises NotAStamp, NotGranted, OtherHash, StampNotSigned, NothingSealed.
        """
        said = self.statement()
        stamp = keep_statement(said.encode("ascii"), reply)
        signature = self.sign(SIGNED_AS + said.encode("ascii")).hex()
        token = base64.b64encode(reply).decode("ascii")
        body = {"statement": said, "signature": signature, "token": token}
        self._vault.note(STAMPED, by, body)
        return stamp

    def opening(self, original: Original, with_seed: bool, by: str) -> dict[str, str]:
        """Return what shows that an original is the one a proof speaks of; giving the seed is
        logged first.
        """
        tree = self.tree(original)
        seed = self.seed(original.sha256)
        told = {
            "file": original.name,
            "sha256": original.sha256,
            "size": str(original.size),
            "blind": blind("file", seed).hex(),
            "sealed hash (F)": tree.file.hex(),
            "head (O)": tree.head.hex(),
        }
        if with_seed:
            self._vault.note("seed given", by, {"sha256": original.sha256})
            told["seed"] = seed.hex()
        return told

    def stamps(self) -> tuple[Mapping[str, Any], ...]:
        """Return every stamp the book keeps, oldest first."""
        return tuple(
            {k: r.body[k] for k in ("statement", "signature", "token")}
            for r in self._vault.log()
            if r.kind == STAMPED
        )

