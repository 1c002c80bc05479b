"""What the XML parts of an office document say, and what in them is hidden.

The one thing a reader would get wrong: a word may be cut into several runs in the XML, so its
letters are put together again before they are given, up to where a paragraph or a cell ends.

Source: ECMA-376 (Office Open XML), OASIS OpenDocument 1.3.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files._xml_words import local, walk
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace

ENDS = {"p", "h", "c", "row", "si", "tr", "tc", "table-cell", "table-row", "br", "tab", "cr",
        "definedName", "line-break", "v", "t", "dc", "Target"}
JOINED = {"t"}  # in a Word run these do not end a word
LONG_ENOUGH = 3
ABOUT = {
    "creator": "author", "lastModifiedBy": "author", "Company": "author", "Manager": "author",
    "initial-creator": "author", "printed-by": "author", "editor": "author",
    "Template": "path", "HyperlinkBase": "path", "template": "path",
    "Application": "software", "generator": "software", "AppVersion": "software",
}
WRITERS = ("author", "userName", "displayName", "userId", "initials", "providerId")


@dataclass(slots=True)
class _Read:
    """What was gathered from one part so far."""

    words: list[str] = field(default_factory=list)
    settings: dict[str, None] = field(default_factory=dict)
    traces: list[Trace] = field(default_factory=list)
    path: list[str] = field(default_factory=list)


def part(data: bytes, name: str) -> Iterator[Piece | Trace]:
    """Yield the words of one XML part, its settings, and what in it is hidden.

    Raises CouldNotLook when the XML is damaged.
    """
    about = name.startswith("docProps/") or name == "meta.xml"
    read = _gathered(data, name, about)
    where = _where(name)
    words = "".join(read.words)
    if words.strip():
        yield Piece(where, words, None, None, about)
    if read.settings:
        joined = "\n".join(read.settings)
        yield Piece(f"settings of {where}", joined, None, None, about)
        yield from traces(joined, f"settings of {where}", about)
    yield from traces(words, where, about)
    yield from dict.fromkeys(read.traces)


def _gathered(data: bytes, name: str, about: bool) -> _Read:
    read = _Read()

    def opened(tag: str, attributes: Mapping[str, str]) -> None:
        kind = local(tag)
        read.path.append(kind)
        # a space between Word's runs would tear a word that is formatted in two ways
        if kind in ENDS - JOINED:
            read.words.append("\n")
        for key, value in attributes.items():
            if len(value) >= LONG_ENOUGH and not key.startswith("xmlns"):
                read.settings[value] = None
        read.traces += _hidden(kind, {local(k): v for k, v in attributes.items()}, name)

    def closed(tag: str) -> None:
        kind = local(tag)
        read.path.pop()
        if kind in ENDS and (kind not in JOINED or name.startswith("xl/")):
            read.words.append("\n")

    def text(words: str) -> None:
        kind = read.path[-1] if read.path else ""
        read.words.append(words)
        if about and words.strip():
            read.words.append("\n")
            if kind in ABOUT:
                read.traces.append(Trace(f"document {kind}", ABOUT[kind], words.strip()[:200]))
        elif kind in ("creator", "creator-initials", "author") and words.strip():
            read.traces.append(Trace(_where(name), "author", words.strip()[:200], False))

    walk(io.BytesIO(data), name, opened, closed, text)
    return read


def _where(name: str) -> str:
    low = name.casefold()
    if low.startswith("docprops/") or low == "meta.xml":
        return "document properties"
    for part_of_name, said in (("comment", "comment"), ("footnote", "footnote"),
                               ("endnote", "footnote"), ("header", "header"),
                               ("footer", "footer"), ("notesslide", "speaker's notes"),
                               ("externallink", "link to another file")):
        if part_of_name in low:
            return said
    main = ("word/document.xml", "content.xml", "xl/sharedstrings.xml")
    return "text" if low in main else name


def _hidden(kind: str, attributes: Mapping[str, str], name: str) -> Iterator[Trace]:
    where = _where(name)
    state = attributes.get("state", "")
    if kind == "sheet" and state in ("hidden", "veryHidden"):
        title = attributes.get("name", "")
        yield Trace(f"sheet {title} (hidden)", "hidden sheet", title, False)
    elif kind in ("row", "col") and attributes.get("hidden") in ("1", "true"):
        yield Trace(where, "hidden text", f"a hidden {'row' if kind == 'row' else 'column'}", False)
    elif kind == "sld" and attributes.get("show") in ("0", "false"):
        yield Trace(where, "hidden text", "a hidden slide", False)
    elif kind in ("del", "delText", "moveFrom", "deletion"):
        yield Trace(where, "hidden text", "words struck out by tracked changes", False)
    elif kind == "vanish" and attributes.get("val") not in ("0", "false"):
        yield Trace(where, "hidden text", "words marked as hidden", False)
    elif kind == "definedName" and attributes.get("hidden") in ("1", "true"):
        yield Trace(where, "hidden text", f"a hidden name {attributes.get('name', '')}", False)
    elif attributes.get("visibility") in ("collapse", "filter"):
        yield Trace(where, "hidden text", "hidden rows or columns", False)
    elif kind == "table-properties" and attributes.get("display") == "false":
        yield Trace("sheet (hidden)", "hidden sheet", "a sheet that is not shown", False)
    if kind == "Relationship" and attributes.get("TargetMode") == "External":
        target = attributes.get("Target", "")
        if not target.casefold().startswith(("http:", "https:", "mailto:")):
            yield Trace("link to another file", "path", target[:200], False)
    for key in WRITERS:
        if attributes.get(key, "").strip():
            yield Trace(where, "author", attributes[key][:200], False)


def hidden_sheets(read_part: Mapping[str, bytes]) -> Iterator[Piece]:
    """Yield the words of each hidden sheet of a workbook, under the sheet's own name.

    `read_part` has the parts by name; a part that is missing says nothing.
    """
    book = read_part.get("xl/workbook.xml", b"")
    hidden: dict[str, str] = {}

    def sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == "sheet" and attributes.get("state") in ("hidden", "veryHidden"):
            ids = [v for k, v in attributes.items() if local(k) == "id" and k != "id"]
            hidden[ids[0] if ids else ""] = attributes.get("name", "")

    _walk(book, sheet)
    if not hidden:
        return
    targets: dict[str, str] = {}

    def relation(tag: str, attributes: Mapping[str, str]) -> None:
        targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _walk(read_part.get("xl/_rels/workbook.xml.rels", b""), relation)
    shared = _shared(read_part.get("xl/sharedStrings.xml", b""))
    for number, title in hidden.items():
        target = targets.get(number, "")
        name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        words = _cells(read_part.get(name, b""), shared)
        yield Piece(f"sheet {title} (hidden)", f"{title}\n{words}", None, None, False)


def _walk(data: bytes, opened: object) -> None:
    if data:
        walk(io.BytesIO(data), "the workbook", opened, lambda _: None, lambda _: None)  # type: ignore[arg-type]


def _shared(data: bytes) -> list[str]:
    found: list[str] = []

    def opened(tag: str, _attributes: Mapping[str, str]) -> None:
        if local(tag) == "si":
            found.append("")

    def text(words: str) -> None:
        if found:
            found[-1] += words

    if data:
        walk(io.BytesIO(data), "the workbook", opened, lambda _: None, text)
    return found


def _cells(data: bytes, shared: list[str]) -> str:
    found: list[str] = []
    sort = ""

    def opened(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal sort
        if local(tag) == "c":
            sort = attributes.get("t", "")

    def text(words: str) -> None:
        number = int(words) if sort == "s" and words.isdecimal() and len(words) < 9 else -1
        found.append(shared[number] if 0 <= number < len(shared) else words)

    if data:
        walk(io.BytesIO(data), "the workbook", opened, lambda _: None, text)
    return "\n".join(found)


def refuse_macros(names: list[str]) -> None:
    """Raise CouldNotLook when the document holds macros, which are packed in a way not read."""
    if any(name.casefold().endswith(("vbaproject.bin", ".xlb")) for name in names):
        raise CouldNotLook(
            "The document holds macros, which nothing here can read. Save it without macros first."
        )
