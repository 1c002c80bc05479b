"""Secrets written in texts: as they are, and in every form a program writes them.

The one thing a reader would get wrong: each function takes the words and returns the whole file.
"""

from __future__ import annotations

import base64
import csv
import html
import io
import json
import quopri
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote
from xml.sax.saxutils import escape

BEFORE, AFTER = "We met on Tuesday. Then he wrote again: ", ".\nNothing else that day.\n"


def _text(words: str, encoding: str = "utf-8") -> bytes:
    return (BEFORE + words + AFTER).encode(encoding)


def _csv(words: str) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["when", "what"], ["2026-01-04", words], ["2026-01-05", "call"]])
    return out.getvalue().encode()


def _json_escaped(words: str) -> bytes:
    escaped = "".join(f"\\u{ord(c):04x}" for c in words)
    return f'{{"when": "2026-01-04", "what": "{escaped}"}}\n'.encode()


def _xml_entities(words: str) -> bytes:
    coded = "".join(f"&#{ord(c)};" for c in words)
    return f'<?xml version="1.0"?><log><item said="{coded}"/></log>\n'.encode()


def _html_tags(words: str) -> bytes:
    torn = "<b>".join(words) + "</b>" * (len(words) - 1)
    return f"<html><body><p>{torn}</p></body></html>\n".encode()


def _html_address(words: str) -> bytes:
    return f"<p>Come to <i>{html.escape(words)}</i> <br>soon</p>\n".encode()


def _card(words: str, field: str) -> bytes:
    said = words.replace("\\", "\\\\").replace(",", "\\,")
    lines = ["BEGIN:VCARD", "VERSION:3.0", "N:Doe;Jo;;;", f"{field}:{said}", "END:VCARD", ""]
    return "\r\n".join(_folded(line) for line in lines).encode()


def _folded(line: str) -> str:
    return "\r\n ".join(line[n : n + 12] for n in range(0, len(line), 12)) or line


def _card_quoted(words: str) -> bytes:
    said = "".join(f"={b:02X}" for b in words.encode())
    head = "BEGIN:VCARD\r\nVERSION:2.1\r\nADR;ENCODING=QUOTED-PRINTABLE:;;"
    return f"{head}{said};;;;\r\nEND:VCARD\r\n".encode()


def _calendar(words: str) -> bytes:
    said = words.replace("\\", "\\\\").replace(",", "\\,")
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1@example.org", f"LOCATION:{said}",
             "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(_folded(line) for line in lines).encode()


def _mail(words: str, way: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = "a@example.org", "b@example.org"
    mail["Subject"] = f"Résumé {words}" if way == "header" else "Hello"
    mail.set_content("Hello", cte="7bit")
    if way == "quoted":
        mail.set_content(f"{'é ' * 40}{words}", cte="quoted-printable")
    elif way == "base64":
        mail.set_content(f"{'é ' * 40}{words}", cte="base64")
    elif way == "attached":
        mail.add_attachment(_zipped(words), maintype="application", subtype="zip",
                            filename="a.zip")
        mail.set_boundary("=-=-=")
    return mail.as_bytes()


def _zipped(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("note.txt", (2026, 1, 4, 0, 0, 0)), words + "\n" + "x" * 99)
    return out.getvalue()


def _wifi(words: str) -> bytes:
    return (
        '<?xml version="1.0"?><WLANProfile><name>p</name><SSIDConfig><SSID>'
        f"<name>{escape(words)}</name></SSID></SSIDConfig></WLANProfile>\n"
    ).encode()


def _packed(words: str) -> bytes:
    return b"token=" + base64.b64encode(f"left at {words} again".encode()) + b"\n"


def _packed_url(words: str) -> bytes:
    return b"https://example.org/?d=" + base64.urlsafe_b64encode(f"{words} ??>>".encode()) + b"\n"


def _link(words: str) -> bytes:
    return f"https://example.org/find?where={quote(words, safe='')}&x=1\n".encode()


def _quoted_text(words: str) -> bytes:
    return quopri.encodestring((BEFORE + words + "é" * 50).encode())


def _far_down(words: str) -> bytes:
    return b"Nothing happened.\n" * 40_000 + words.encode() + b"\nNothing happened.\n"


TEXTS = [
    ("txt", "text", False, _text),
    ("txt", "text in UTF-16", False, lambda w: _text(w, "utf-16")),
    ("txt", "text in UTF-16, big end first", False, lambda w: _text(w, "utf-16-be")),
    ("txt", "text in cp1252", False, lambda w: ("Café. " + w + "\n").encode("cp1252")),
    ("txt", "text, far down", False, _far_down),
    ("csv", "cell", False, _csv),
    ("json", "value", False, lambda w: json.dumps({"said": [{"x": w}]}).encode()),
    ("json", "value, escaped", False, _json_escaped),
    ("xml", "attribute, entities", False, _xml_entities),
    ("xml", "Wi-Fi profile", False, _wifi),
    ("html", "text torn by tags", False, _html_tags),
    ("html", "text", False, _html_address),
    ("vcf", "ADR, folded", False, lambda w: _card(w, "ADR;TYPE=HOME")),
    ("vcf", "X- field, folded", False, lambda w: _card(w, "X-NEW")),
    ("vcf", "ADR, quoted-printable", False, _card_quoted),
    ("ics", "LOCATION, folded", False, _calendar),
    ("eml", "header words", False, lambda w: _mail(w, "header")),
    ("eml", "quoted-printable", False, lambda w: _mail(w, "quoted")),
    ("eml", "base64", False, lambda w: _mail(w, "base64")),
    ("eml", "zip attached", False, lambda w: _mail(w, "attached")),
    ("txt", "base64", False, _packed),
    ("txt", "base64 in a link", False, _packed_url),
    ("txt", "%-escapes in a link", False, _link),
    ("txt", "quoted-printable", False, _quoted_text),
]
