"""`read-me.txt`: what this folder is and how to check it, in plain words and with plain tools.

The one thing a reader would get wrong: nothing in here is an opinion about anybody; it says what
the files are and what they cannot show.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover import times
from rainbook.handover.facts import complainant
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.made_with import tool_version
from rainbook.handover.visible import visible

TEXT = """READ ME FIRST

What this is
  Records kept by {complainant}, put in order of time, with the records themselves.
  Start with index.pdf (two pages at most).

  index.pdf         who, what, when, how many, what is asked to stop, what is missing
  findings.pdf      the signs, what speaks for and against each, what links the occasions, what a
                    court asks next, the elements of the law, the orders; with line numbers
  chronology.pdf    every record of the thread in order, with the complainant's own replies
                    (further volumes: chronology-2.pdf and so on)
  chronology.csv    the same lines for a spreadsheet, with the exact characters
  exhibits          the files as received, or extracts of files that hold other people's records
  exhibits.csv      the register: each exhibit, where it came from, its hash
  facts.csv         what the complainant recorded: told to stop, blocked, orders, what is asked,
                    and every other answer that something here rests on, by its log number
  findings.csv      each finding with the lines it rests on, and what speaks against it
  elements.csv      each element of the law: what is on record, against it, not recorded
  orders.csv        orders clause by clause, with the acts held against each clause
  weeks.csv         contacts by week and service: the figures of the chart in the index
  missing.csv       what could not be read, and where
  contents.csv      every file with its size and hash
  hashes.txt        the hash list that the commands below check

How to check that nothing changed
  Linux       open a terminal in this folder and type:   sha256sum -c hashes.txt
  Mac         open a terminal in this folder and type:   shasum -a 256 -c hashes.txt
  Windows     for one file, in a command window:         certutil -hashfile index.pdf SHA256
              or in PowerShell:                          Get-FileHash index.pdf
              and compare with the line in hashes.txt.
  With the program that made it:                         rainbook verify FOLDER

About the extracts
  A file named like AB2-extract.txt holds only the cited bytes of a larger file, in their order,
  with one line feed between two pieces and nothing else. AB2-spans.csv says where each piece
  lies in that larger file and in the extract, with a hash of each piece. The larger file is
  kept sealed by the complainant.

About the CSV files
  They are UTF-8. A cell that a spreadsheet could take for a formula has one apostrophe in
  front; the last column, apostrophe_added_in, names the columns where that was done. Take the
  apostrophe away and the cell is exact.

About the PDF files
  Characters that do not show, that turn the line round, or that no font here has, stand as a
  mark such as [U+202E] in double brackets. Very long words are broken to fit the page. The CSV
  has the exact text.

What this does not show
  It shows that nothing changed since this was handed over. It does not show who wrote a
  message, who held a phone, or that a phone's clock was right. Accounts are said to be a
  person's for the reason given beside each; a guess is never counted. It is not legal advice,
  and nothing in it is a verdict. A record like this is not required in order to report to the
  police. The program has not been tested with courts, police or people affected.

Made with rainbook {version}. State of the records: {as_of}. Times as clocks in {zone} showed them.
"""


def read_me(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the file with CRLF line ends, so that any simple editor shows it well."""
    text = TEXT.format(
        complainant=visible(complainant(given)),
        version=tool_version(),
        zone=given.case.zone,
        as_of=times.recorded(given.case.as_of, given.case.zone),
    )
    (folder / "read-me.txt").write_bytes(
        text.replace("\n", "\r\n").encode("utf-8", "backslashreplace")
    )


FORMAT = Format("read-me.txt", "what this is and how to check it", read_me)
