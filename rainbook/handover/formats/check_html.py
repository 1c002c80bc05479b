"""`check.html`: one page that checks the folder it lies in, in any browser, without a network.

The one thing a reader would get wrong: the page shares no code with the checker in Python, on
purpose. Two programs written from docs/bundle-format.md that agree are worth more than one.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress

PARTS = Path(__file__).parents[1] / "check_page"
SCRIPTS = (
    "vendor/noble.js",
    "bytes.js",
    "json.js",
    "shape.js",
    "show.js",
    "csv.js",
    "zip.js",
    "der.js",
    "stamp.js",
    "vrf.js",
    "tree.js",
    "spans.js",
    "records.js",
    "hashes.js",
    "proof.js",
    "signed.js",
    "check.js",
    "folder.js",
    "claim.js",
    "result.js",
    "page.js",
)
POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'"
)


def page() -> bytes:
    """Return the page: the same bytes each time, with the hashes of its script and style in its
    policy, so that the browser runs nothing else.
    """
    script = _inline("\n".join(_part(name) for name in SCRIPTS), "</script")
    style = _inline(_part("page.css"), "</style")
    policy = POLICY.format(script=_source(script), style=_source(style))
    # one pass over the outline: nothing in a part can be taken for a place of another
    made = _part("page.html")
    for place, text in (("{{policy}}", policy), ("{{style}}", style), ("{{script}}", script)):
        before, after = made.split(place)
        made = before + text + after
    return made.encode("utf-8")


def _part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def _inline(text: str, end: str) -> str:
    """Return the text as it stands between two tags; scripts run as one strict function."""
    if end in text.lower():
        raise ValueError(f"{end} in a part would end it: write it in two pieces")
    return f'(() => {{\n"use strict";\n{text}}})();\n' if end == "</script" else text


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def check_html(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the page. It is the same in every bundle: nothing of the case is in it."""
    (folder / "check.html").write_bytes(page())


FORMAT = Format(
    "check.html", "opens in a browser and checks this folder, without a network", check_html
)
