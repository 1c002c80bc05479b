"""`read-me.txt`: what this is and how to check it, in plain words and with plain tools.

The one thing a reader would get wrong: nothing in here is an opinion about anybody; it says what
the files are and what they cannot show. It names only files that this bundle holds.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.made_with import tool_version
from rainbook.handover.paper.visible import visible
from rainbook.handover.said.facts import complainant

FILES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "At the top",
        {
            "index.pdf": "who, what, when, how many, what to ask for soon; two pages at most",
            "exhibits.csv": "the register: each exhibit, who produces it, where it came from, its "
            "hash",
            "check.html": "open it in any browser, pick this folder: it checks everything here",
            "contents.csv": "every file with its size and hash",
            "hashes.txt": "the hash list that the commands below check",
        },
    ),
    (
        "messages: the records themselves",
        {
            "messages/chronology.pdf": "every record of the thread in order, with the "
            "complainant's own replies (further volumes: chronology-2.pdf and so on)",
            "messages/chronology.csv": "the same lines for a spreadsheet, every character exact",
            "messages/chronology.xlsx": "the same lines as a workbook, to sort and filter",
            "messages/thread-1.pdf": "the messages as a conversation",
            "messages/read-first.pdf": "messages picked as threats, with those around them",
        },
    ),
    (
        "exhibits: the files as received, or extracts of files that hold other people's records",
        {"exhibits/": "each under its reference; exhibits.csv says what each is"},
    ),
    (
        "record: what the complainant recorded, and schedules",
        {
            "record/schedules.pdf": "identifiers, what may soon be gone, contacts with the police",
            "record/identifiers.csv": "every number, handle and address, why it is said to be "
            "theirs, and what would settle it",
            "record/perishables.csv": "cameras, voicemail, logs: what may soon be gone, with a "
            "clock that counts from the state of the records",
            "record/contacts-log.csv": "who said and promised what, by when, references",
            "record/facts-only.pdf": "counted facts, nobody's words",
            "record/changes.pdf": "what changed since last time, for reading",
            "record/facts.csv": "told to stop, blocked, orders, what is asked, and every other "
            "answer that something here rests on, by its log number",
            "record/costs.csv": "what was spent or lost",
            "record/changes.csv": "what changed since last time",
            "record/missing.csv": "what could not be read, and where",
            "record/withheld.csv": "what was kept back, by kind and place, never its words",
            "record/record.json": "how the exhibits were read, for a program",
            "record/how-worked-out.txt": "what each number counts, and how to work it out again",
        },
    ),
    (
        "analysis: our analysis, apart from the messages",
        {
            "analysis/findings.pdf": "the signs, what speaks for and against each, what links the "
            "occasions, what a court asks next, the elements of the law, the orders",
            "analysis/spo-pack.pdf": "what is on record for each limb of an application, against "
            "it, and not recorded",
            "analysis/findings.csv": "each finding with the lines it rests on, and what speaks "
            "against it",
            "analysis/elements.csv": "each element of the law: on record, against it, not recorded",
            "analysis/orders.csv": "orders clause by clause, with the acts held against each",
            "analysis/charts.pdf": "contacts by week and by hour, drawn, with the figures",
            "analysis/weeks.csv": "contacts by week and service",
            "analysis/hours.csv": "contacts by hour of the day and service",
        },
    ),
)
LATER = (
    "There may also be: signed.json, the signature over hashes.txt; signed.tsr, a time stamp of "
    "it; proof (proof/proof.json), which lets a stranger check that these are all records of the "
    "thread; extras, the same in forms for other programs. check.html checks them and says what "
    "each shows."
)
ALWAYS = ("check.html", "contents.csv", "hashes.txt", "record/withheld.csv")
POWERSHELL = (
    "Get-Content hashes.txt | % { $h,$f = $_ -split '  ',2; "
    "if ((Get-FileHash -LiteralPath $f).Hash -eq $h) { \"OK $f\" } else { \"CHANGED $f\" } }"
)
WIDTH, INDENT = 98, 24
HEAD = """READ ME FIRST

What this is
  Records kept by {complainant}, put in order of time, with the records themselves.
  Start with {first}.
"""
TEXT = """
How to check that nothing changed
  The easy way   double-click check.html, press its button and pick this folder. It works without
                 a network and says in plain words what it found.
  Windows        all files at once: open PowerShell in this folder and paste this one line:

{powershell}

                 one file, in a command window:   certutil -hashfile index.pdf SHA256
                 or in PowerShell:                Get-FileHash index.pdf
                 and compare with the line in hashes.txt (capitals or small letters do not matter).
  Mac            in a terminal in this folder:    shasum -a 256 -c hashes.txt
  Linux          in a terminal in this folder:    sha256sum -c hashes.txt
  With openssl   one file, anywhere:              openssl dgst -sha256 index.pdf
                 the time stamp, if there is one: openssl ts -reply -in signed.tsr -text
  With the program that made it:                  rainbook verify FOLDER

  hashes.txt itself is not in its own list. Write its hash down when you receive this folder
  (certutil -hashfile hashes.txt SHA256): it is also in the complainant's log.

About the exhibits
  A file named like AB2-extract.txt holds only the cited bytes of a larger file, in their order,
  with one line feed between two pieces and nothing else. AB2-spans.csv says where each piece
  lies in that larger file and in the extract, with a hash of each piece. The larger file is
  kept sealed by the complainant. Where something was taken out of a copy before this was handed
  over, withheld.csv says so, and the sealed file still holds it.

About the CSV files and the workbook
  They are UTF-8. A cell that a spreadsheet could take for a formula has one apostrophe in
  front; the last column, apostrophe_added_in, names the columns where that was done. Take the
  apostrophe away and the cell is exact. In the workbook nothing is a formula or a link; what it
  cannot hold is marked or cut, and its last column says so.

About the PDF files
  Characters that do not show, that turn the line round, or that no font here has, stand as a
  mark such as [U+202E] in double brackets. Very long words are broken to fit the page. The CSV
  has the exact text.

What was looked for before this was handed over
{sought}

What this does not show
  It shows that nothing changed since this was handed over. It does not show who wrote a
  message, who held a phone, or that a phone's clock was right. Accounts are said to be a
  person's for the reason given beside each; a guess is never counted. It is not legal advice,
  and nothing in it is a verdict. A record like this is not required in order to report to the
  police. The program has not been tested with courts, police or people affected.

Made with rainbook {version}. State of the records: {as_of}.
Times as clocks in {zone} showed them.
"""


def read_me(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the file with CRLF line ends, so that any simple editor shows it well."""
    head = HEAD.format(complainant=visible(complainant(given)), first=_first(given.parts))
    text = TEXT.format(
        version=tool_version(),
        zone=given.case.zone,
        as_of=times.recorded(given.case.as_of, given.case.zone),
        sought=_sought(given),
        powershell=POWERSHELL,
    )
    whole = f"{head}\n{files_said(given.parts)}{text}"
    (folder / "read-me.txt").write_bytes(
        whole.replace("\n", "\r\n").encode("utf-8", "backslashreplace")
    )


def _first(parts: frozenset[str]) -> str:
    """Return what to open first, as the bundle's own parts allow."""
    if "index.pdf" in parts:
        return "index.pdf (two pages at most)"
    papers = sorted(name for name in parts if name.endswith(".pdf"))
    return papers[0] if papers else "contents.csv"


def files_said(parts: frozenset[str]) -> str:
    """Return the files of a bundle, folder by folder, each with what it is."""
    there = {*parts, *ALWAYS}
    known = {name for _, files in FILES for name in files} | {"read-me.txt"}
    lines: list[str] = []
    for title, files in FILES:
        here = {name: what for name, what in files.items() if name in there}
        if here:
            lines.append(f"  {title}")
            lines += [_line(n.rstrip("/").rpartition("/")[2], what) for n, what in here.items()]
    others = sorted(there - known)
    if others:
        lines.append(_line("further files", f"{', '.join(others)}: see contents.csv"))
    said = textwrap.fill(LATER, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join([*lines, said, ""])


def _sought(given: Given) -> str:
    """Say what was looked for and taken out, by kind, and what no program can see."""
    kinds = ", ".join(f"{kind} ({count:,})" for kind, count in given.sought) or "nothing was named"
    text = (
        f"What the complainant said must not go out: {kinds}. Places where something was taken "
        f"out, or files kept back: {len(given.kept_back):,} (withheld.csv). What a picture shows, "
        "a recording says or a stranger can work out, no program can see. Somebody looked at the "
        f"pictures and recordings: {given.looked}."
    )
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _line(name: str, what: str) -> str:
    first = f"    {name:<{INDENT - 4}}"
    if len(name) >= INDENT - 4:
        first = f"    {name}  "
    return textwrap.fill(what, WIDTH, initial_indent=first, subsequent_indent=" " * INDENT)


FORMAT = Format("read-me.txt", "what this is and how to check it", read_me)
