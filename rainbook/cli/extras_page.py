"""`extra` and `stamp`: other forms of a folder that was handed over, and time stamps for it.

The one thing a reader would get wrong: nothing here opens a book, and nothing is sent. A request
for a stamp is a file; whoever wants the stamp sends it themselves.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import extras as made
from rainbook.cli.desk import JsonOption, PassFdOption, PassFileOption, passphrase
from rainbook.cli.screen import out_json, say
from rainbook.record import RainbookError

FolderArgument = Annotated[Path, typer.Argument(help="The folder that was handed over.")]
OutFolder = Annotated[Path, typer.Argument(help="The folder to write; it must not be there yet.")]
OutFile = Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")]
RootsOption = Annotated[
    Path | None,
    typer.Option("--roots", help="Certificates you trust (PEM); the stamp must lead to one."),
]
_SIZE = re.compile(r"(\d{1,9})(?:\.(\d{1,3}))? ?([kmg]?)b?", re.IGNORECASE | re.ASCII)
_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}
_LONGEST = 65_536

extra = typer.Typer(no_args_is_help=True, help="Other forms of a folder that was handed over.")
stamp = typer.Typer(no_args_is_help=True, help="Time stamps: a hash is all that is sent, by you.")


class SizeNotUnderstood(RainbookError):
    """A size was not a number with MB, GB or nothing behind it."""


class KeysNotRead(RainbookError):
    """The file with public keys could not be read."""


@extra.command("list")
def list_all(as_json: JsonOption = False) -> None:
    """Say which there are."""
    found = made.extras()
    if as_json:
        out_json([{"name": e.name, "what": e.what, "needs": list(e.needs)} for e in found])
        return
    for one in found:
        needs = f" (needs: {', '.join(one.needs)})" if one.needs else ""
        say(f"{one.name}: {one.what}{needs}", "  ")


@extra.command("bag")
def bag(folder: FolderArgument, out: OutFolder, as_json: JsonOption = False) -> None:
    """Write a bag (RFC 8493), as archives and libraries take them."""
    _written(made.make_bag(folder, out), as_json, "Any tool for BagIt can check it.")


@extra.command("case")
def case(folder: FolderArgument, out: OutFile, as_json: JsonOption = False) -> None:
    """Write the files and messages as CASE/UCO (JSON-LD)."""
    _written(made.make_case_uco(folder, out), as_json, "It holds what the tables hold, no more.")


@extra.command("volumes")
def volumes(
    folder: FolderArgument,
    out: OutFolder,
    limit: Annotated[str, typer.Option("--limit", help="The largest size, such as 25MB.")],
    as_json: JsonOption = False,
) -> None:
    """Write ordinary ZIP files of a size that can be uploaded or mailed; each opens by itself."""
    _written(
        made.make_volumes(folder, size_of(limit), out),
        as_json,
        "Begin with volume-1.zip; how-to-join.txt says how to put them together.",
    )


@extra.command("sign")
def sign(
    folder: FolderArgument,
    key: Annotated[Path, typer.Argument(help="The key: a .p12 or .pfx file.")],
    out: OutFile,
    as_json: JsonOption = False,
    password_file: PassFileOption = None,
    password_fd: PassFdOption = None,
) -> None:
    """Write a signed copy of index.pdf (PAdES). The folder itself is not changed."""
    password = passphrase(password_file, password_fd, "Password of the key: ")
    signed = made.make_signed_index(folder, key, password, out)
    _written(signed, as_json, "The time in it is what this computer's clock said.")


@extra.command("age")
def age(
    folder: FolderArgument,
    out: OutFile,
    to: Annotated[
        list[str] | None, typer.Option("--to", help="A public key: age1… or ssh-ed25519 ….")
    ] = None,
    to_file: Annotated[
        Path | None, typer.Option("--to-file", help="A file with one public key a line.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Write one file that only the holder of a key can open."""
    keys = [*(to or []), *(_keys(to_file) if to_file else [])]
    _written(made.pack_for_key(folder, keys, out), as_json, "You cannot open it yourself.")


@stamp.command("ask-folder")
def ask_folder(folder: FolderArgument, request: OutFile, as_json: JsonOption = False) -> None:
    """Write the request for a time stamp; it holds one hash and a random number."""
    says = (
        "Nothing was sent. Whoever you send it to learns the hash in it and the network address "
        "it came from, and nothing of what the folder holds. See docs/extras.md."
    )
    _written(made.ask_folder_stamp(folder, request), as_json, says)


@stamp.command("keep-folder")
def keep_folder(
    folder: FolderArgument,
    reply: Annotated[Path, typer.Argument(help="The answer of the authority (.tsr).")],
    roots: RootsOption = None,
    asked: Annotated[
        Path | None, typer.Option("--request", help="The request it answers (.tsq).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check the answer and put it into the folder as signed.tsr."""
    _tell(made.keep_folder_stamp(folder, reply, roots=roots, asked=asked), as_json)


@stamp.command("look")
def look(folder: FolderArgument, roots: RootsOption = None, as_json: JsonOption = False) -> None:
    """Check the stamp in a folder and say what it shows."""
    _tell(made.look_at_stamp(folder, roots=roots), as_json)


def size_of(written: str) -> int:
    """Return a size in bytes: "25MB" is 25,000,000. Raises SizeNotUnderstood."""
    read = _SIZE.fullmatch(written.strip())
    if read is None:
        raise SizeNotUnderstood(
            f"{written!r} is not a size. Write a number and MB or GB, such as 25MB."
        )
    unit = _UNITS[read[3].lower()]
    thousandths = int(read[1]) * 1000 + int((read[2] or "").ljust(3, "0"))
    return thousandths * unit // 1000


def _keys(file: Path) -> list[str]:
    try:
        with file.open(encoding="utf-8-sig") as stream:
            lines = stream.read(_LONGEST).splitlines()
    except (OSError, ValueError) as refused:
        raise KeysNotRead(
            f"{file.name} could not be read. It must be plain text with one public key a line."
        ) from refused
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _written(out: Path, as_json: bool, more: str) -> None:
    if as_json:
        out_json({"written": out.name})
    else:
        say(f"{out.name} is written. {more}")


def _tell(one: made.Stamp, as_json: bool) -> None:
    if not as_json:
        say(one.sentence)
        return
    out_json(
        {
            "time": one.time,
            "authority": one.authority,
            "issuer": one.issuer,
            "policy": one.policy,
            "serial": str(one.serial),
            "certificate": one.certificate,
            "root": one.root,
            "sentence": one.sentence,
        }
    )
