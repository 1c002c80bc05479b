"""CASE/UCO: the exhibits and the messages as JSON-LD, for programs that exchange case data.

The one thing a reader would get wrong: nothing is here that the tables of the bundle do not hold.
A line that is withheld is left out altogether, and to whom a message went is not said, because the
chronology only names who wrote it.
"""

from __future__ import annotations

import csv
import io
import json
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rainbook.handover.extras.interface import Extra, NotWhole, Part, bytes_of, new_file, whole
from rainbook.handover.made_with import tool_version
from rainbook.handover.paper.csv_file import ADDED, exact

CONTEXT = {
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ROOM = uuid.UUID("f2b7c7a6-6c0d-5f0e-9a55-3a1d5f3f6c11")
"""The name space of every identifier here; it must never change."""
MESSAGES = ("message", "media", "email")
CALLS = ("call", "voicemail")
AN_INSTANT = timedelta(minutes=1)
"""A source that writes minutes only still gives a time; anything wider is words, not a time."""
_PHONE = frozenset("+0123456789 ()-")
_LEAST_DIGITS = 6
_WIDEST_CELL = 1 << 27
Node = dict[str, Any]
Row = dict[str, str]


def case_uco(folder: Path, out: Path) -> Path:
    """Write the bundle `folder` as the JSON-LD file `out` and return it; the same bundle gives the
    same bytes.

    Raises NotWhole, NameTaken, ExtraNotWritten. Source: CASE 1.4 and 1.5 on UCO 1.4 and 1.5.
    """
    parts = whole(folder)
    try:
        graph = _graph(folder, parts)
    except (KeyError, TypeError, ValueError, csv.Error) as strange:
        raise NotWhole(
            f"The tables in {folder.name} are not as this version writes them, so nothing was made "
            "of them. Write the bundle again with this version."
        ) from strange
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    with new_file(out, folder) as stream:
        stream.write(text.encode("utf-8") + b"\n")
    return Path(out)


def _graph(folder: Path, parts: tuple[Part, ...]) -> list[Node]:
    files = {p.name: _file(p.name, p.sha256, p.size) for p in parts}
    graph, records = list(files.values()), []
    originals: dict[str, Node] = {}
    by_ref: dict[str, str] = {}
    for row in _rows(folder, parts, "exhibits.csv"):
        given = files[row["file"]]["@id"]
        by_ref[row["exhibit"]] = given
        records.append(_provenance(row, given))
        if row["original_sha256"] != row["sha256"]:
            sealed = originals.setdefault(row["original_sha256"], _original(row))
            graph.append(_relation(given, sealed["@id"], "Extracted_From"))
    graph += [*originals.values(), *records, *_action([r["@id"] for r in records], by_ref)]
    accounts: dict[tuple[str, str], Node] = {}
    for row in _rows(folder, parts, "messages/chronology.csv"):
        if row["original_sha256"]:  # a line that is withheld says of no original where it stands
            graph += _contact(row, accounts, by_ref)
    return graph + list(accounts.values())


def _rows(folder: Path, parts: tuple[Part, ...], name: str) -> Iterator[Row]:
    """Yield the rows of a table with every cell as it was before it was made harmless."""
    table = next((p for p in parts if p.name == name), None)
    if table is None:
        raise NotWhole(f"{name} is not in {folder.name}: this bundle was made by another version.")
    csv.field_size_limit(_WIDEST_CELL)  # one message may be longer than the 128 KiB usually read
    text = io.StringIO(bytes_of(table).decode("utf-8-sig"), newline="")
    for row in csv.DictReader(text):
        added = row.get(ADDED) or ""
        yield {column: exact(cell or "", column, added) for column, cell in row.items()}


def _name(*what: str) -> str:
    """Return the identifier of a thing: always the same for the same words."""
    return f"urn:uuid:{uuid.uuid5(ROOM, json.dumps(what))}"


def _facet(of: str, kind: str, values: Node) -> Node:
    return {"@id": _name(of, kind), "@type": f"uco-observable:{kind}", **_observed(values)}


def _observed(values: Node) -> Node:
    return {f"uco-observable:{k}": v for k, v in values.items() if v != ""}


def _file(path: str, sha256: str, size: int, more: str = "") -> Node:
    me = _name("file", path, sha256)
    digest = {
        "@id": _name("hash", me, sha256),
        "@type": "uco-types:Hash",
        "uco-types:hashMethod": "SHA256",
        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": sha256},
    }
    where = {"fileName": path.rsplit("/", 1)[-1], "filePath": "" if more else path}
    node = {
        "@id": me,
        "@type": "uco-observable:File",
        "uco-core:hasFacet": [
            _facet(me, "FileFacet", {**where, "isDirectory": False, "sizeInBytes": size}),
            _facet(me, "ContentDataFacet", {"hash": [digest], "sizeInBytes": size}),
        ],
    }
    return {**node, "uco-core:description": more} if more else node


def _original(row: Row) -> Node:
    said = "The file as received. It is kept sealed and is not in the bundle."
    size = int(row["original_bytes"])
    return _file(row["original_name"], row["original_sha256"], size, said)


def _provenance(row: Row, file: str) -> Node:
    node = {
        "@id": _name("exhibit", row["exhibit"], row["sha256"]),
        "@type": "case-investigation:ProvenanceRecord",
        "uco-core:description": row["what_it_is"],
        "case-investigation:exhibitNumber": row["exhibit"],
        "uco-core:object": [{"@id": file}],
    }
    above = row["exhibit"].rsplit("/", 1)[0]
    if row["exhibit"].count("/") > 1:  # AB/3/1 was sent with a message in AB/3
        node["case-investigation:rootExhibitNumber"] = above
    return node


def _action(records: list[str], by_ref: dict[str, str]) -> list[Node]:
    version = tool_version()
    tool = {
        "@id": _name("tool", "rainbook", version),
        "@type": "uco-tool:Tool",
        "uco-core:name": "rainbook",
        "uco-tool:version": version,
    }
    action = {
        "@id": _name("export", version, *records),
        "@type": "case-investigation:InvestigativeAction",
        "uco-core:name": "export",
        "uco-core:description": "Written by rainbook from the tables of a bundle it had made.",
        "uco-action:instrument": {"@id": tool["@id"]},
        "uco-action:object": [{"@id": file} for file in sorted(set(by_ref.values()))],
        "uco-action:result": [{"@id": record} for record in records],
    }
    return [tool, action]


def _contact(row: Row, accounts: dict[tuple[str, str], Node], by_ref: dict[str, str]) -> list[Node]:
    """Return a message or a call and where it stands; nothing for another kind of record."""
    kind = "Message" if row["kind"] in MESSAGES else "Call" if row["kind"] in CALLS else ""
    if not kind:
        return []
    me = _name("record", row["record"], row["original_sha256"])
    values: Node = {}
    # who is named beside a call that was sent is whoever's phone it was
    if row["account"] and row["way"] in ("received", "sent", "missed"):
        values["from"] = {"@id": _account(row, accounts)}
    when = _instant(row)
    if kind == "Message":
        values |= {"messageID": row["record"], "messageType": row["service"]}
        values |= {"messageText": row["words"], "sentTime": when}
    else:
        values |= {"callType": row["way"], "startTime": when}
    node = {
        "@id": me,
        "@type": f"uco-observable:{kind}",
        "uco-core:description": _said(row),
        "uco-core:hasFacet": [_facet(me, f"{kind}Facet", values)],
    }
    file = by_ref.get(row["exhibit"])
    return [node, _relation(me, file, "Contained_Within")] if file else [node]


def _account(row: Row, accounts: dict[tuple[str, str], Node]) -> str:
    """Return the identifier of the account that wrote a line, keeping the account."""
    key = (row["service"], row["account"])
    if key not in accounts:
        me = _name("account", *key)
        account = row["account"]
        phone = set(account) <= _PHONE and sum(map(str.isdigit, account)) >= _LEAST_DIGITS
        facets = [_facet(me, "AccountFacet", {"accountIdentifier": account})]
        if phone:
            facets.append(_facet(me, "PhoneAccountFacet", {"phoneNumber": account}))
        accounts[key] = {
            "@id": me,
            "@type": f"uco-observable:{'PhoneAccount' if phone else 'DigitalAccount'}",
            "uco-core:description": f"An account of the service {row['service']}.",
            "uco-core:hasFacet": facets,
        }
    return str(accounts[key]["@id"])


def _instant(row: Row) -> Any:
    """Return the time of a line as a value, "" where the record gives no one time."""
    if not row["earliest"] or row["second_reading"]:
        return ""
    low = datetime.fromisoformat(row["earliest"])
    if datetime.fromisoformat(row["latest"] or row["earliest"]) - low >= AN_INSTANT:
        return ""
    return {"@type": "xsd:dateTime", "@value": row["earliest"]}


def _said(row: Row) -> str:
    """Return in one line of words what has no property of its own."""
    counted = "" if row["counted"] == "yes" else f" Not counted: {row['why_not_counted']}."
    return (
        f"Line {row['line']} of messages/chronology.csv; {row['way']}; named there as "
        f"{row['who']}; time there: {row['time']}. {row['state']} {row['warnings']}".strip()
        + counted
    )


def _relation(source: str, target: str, kind: str) -> Node:
    return {
        "@id": _name("relation", kind, source, target),
        "@type": "uco-observable:ObservableRelationship",
        "uco-core:source": {"@id": source},
        "uco-core:target": {"@id": target},
        "uco-core:kindOfRelationship": kind,
        "uco-core:isDirectional": True,
    }


EXTRA = Extra("case", "the exhibits and messages as CASE/UCO JSON-LD", case_uco)
