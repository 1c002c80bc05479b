"""PAdES: a copy of index.pdf signed with the certificate of the person or of whoever helps them.

The one thing a reader would get wrong: the copy stands outside the bundle and index.pdf is not
touched. The signature shows who held the key and that the copy did not change since; the time in it
is what this computer's clock said.
"""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rainbook.handover.extras.interface import (
    Extra,
    NotWhole,
    bytes_of,
    new_file,
    optional,
    whole,
)
from rainbook.record import RainbookError

INDEX = "index.pdf"
FIELD = "Signature"
_LONGEST_KEY = 1 << 20


class KeyNotOpened(RainbookError):
    """The file with the signing key could not be opened."""


class NotSigned(RainbookError):
    """The copy of the index could not be signed."""


def sign_index(folder: Path, key: Path, password: str, out: Path) -> Path:
    """Write a signed copy of the bundle's index.pdf as `out` and return it.

    `key`: a PKCS#12 file (.p12, .pfx) with a private key and its certificate. Nothing is fetched
    from anywhere and no time stamp is asked for. Raises KeyNotOpened, NotSigned, NotWhole,
    NameTaken, ExtraNotInstalled, ExtraNotWritten. Source: ETSI EN 319 142-1, PAdES baseline B-B.
    """
    signers = optional("pyhanko.sign.signers", "pyhanko")
    fields = optional("pyhanko.sign.fields", "pyhanko")
    writer = optional("pyhanko.pdf_utils.incremental_writer", "pyhanko")
    parts = whole(folder)
    index = next((p for p in parts if p.name == INDEX), None)
    if index is None:
        raise NotWhole(f"There is no {INDEX} in {folder.name} to sign.")
    signer = _signer(signers, key, password)
    plain = bytes_of(index)
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        embed_validation_info=False,  # it would have to be fetched
    )
    try:
        # this starts an event loop, which may open a pair of sockets inside the process; nothing
        # connects to anything. In a thread of its own, since whoever calls may run a loop already
        with ThreadPoolExecutor(1) as apart:
            paper = writer.IncrementalPdfFileWriter(io.BytesIO(plain))
            signed = apart.submit(signers.sign_pdf, paper, meta, signer=signer).result()
    except Exception as failed:
        raise NotSigned(
            f"The copy of {INDEX} could not be signed with this key ({type(failed).__name__}). "
            "Nothing was written. A key for signing documents (RSA or EC) is needed."
        ) from failed
    with new_file(out, folder) as stream:
        stream.write(signed.getvalue())
    return Path(out)


def _signer(signers: Any, key: Path, password: str) -> Any:
    """Open a PKCS#12 file. Raises KeyNotOpened; the password is never repeated."""
    try:
        if key.stat().st_size > _LONGEST_KEY:
            raise KeyNotOpened(f"{key.name} is too large to be a key file (.p12 or .pfx).")
        data = key.read_bytes()
    except OSError as refused:
        raise KeyNotOpened(
            f"{key.name} could not be read ({refused.strerror}). Check its name."
        ) from refused
    made = None
    try:
        made = signers.SimpleSigner.load_pkcs12_data(data, [], password.encode("utf-8"))
    except Exception as refused:
        raise KeyNotOpened(_SAYS.format(name=key.name)) from refused
    if made is None or made.signing_cert is None:
        raise KeyNotOpened(_SAYS.format(name=key.name))
    return made


_SAYS = (
    "{name} could not be opened. Either the password is another one, or it is not a key file "
    "(.p12 or .pfx) with a private key and its certificate in it."
)
EXTRA = Extra("sign", "a signed copy of the index (PAdES)", sign_index, ("pyhanko",))
