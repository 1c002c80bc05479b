"""What gives away by its kind in a text: coordinates, links to maps, folders, Wi-Fi names.

The one thing a reader would get wrong: these are found whatever they say. A coordinate may be a
shop's and a folder may be on the other person's computer; that is for the person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rainbook.handover.gate.files.interface import Trace

SHOWN = 160
_NUMBER = r"[-+]?\d{1,3}\.\d{3,15}"
PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    # the middle: what the text in lower case must hold somewhere for the pattern to be tried at all
    (kind, needed, re.compile(pattern, flags)) for kind, needed, pattern, flags in (
        ("place", (),
         rf"(?<![\d.]){_NUMBER}°?[ ]?[NnSs]?\s{{0,3}}[,;/ ]\s{{0,3}}{_NUMBER}(?![\d.])",
         0),
        ("place", ("geo:",),
         r"\bgeo:[-+]?\d{1,3}(?:\.\d+)?,[-+]?\d{1,3}(?:\.\d+)?", re.I),
        ("place", ("q=", "ll=", "addr=", "center=", "query=", "destination=", "origin=", "mlat="),
         r"[?&](?:q|ll|sll|daddr|saddr|center|query|destination|origin|mlat)="
                  r"(?:loc:)?[-+]?\d{1,3}\.\d+(?:,|%2C|&mlon=)[-+]?\d{1,3}\.\d+", re.I),
        ("place", ("/@",),
         r"/@[-+]?\d{1,3}\.\d+,[-+]?\d{1,3}\.\d+", 0),
        ("place", ("maps", "goo.gl", "openstreetmap", "waze.com"),
         r"(?:maps\.apple\.com|maps\.google\.[a-z.]{2,6}|google\.[a-z.]{2,6}/maps"
                  r"|maps\.app\.goo\.gl|goo\.gl/maps|openstreetmap\.org|waze\.com/ul)[^\s\"'<>]{2,300}",
         re.I),
        ("place", ("+",),
         r"(?<![A-Za-z0-9])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,4}"
                  r"(?![A-Za-z0-9])", 0),
        ("place", ("///", "w3w.co", "what3words"),
         r"(?:///|(?:w3w\.co|what3words\.com)/)[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}"
                  r"(?![\w./])", re.I),
        ("place", ("°",),
         r"\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?[\d.]{0,8}\s?[\"″”]?\s?[NS]"
                  r"[,\s]{0,3}\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?[\d.]{0,8}\s?[\"″”]?\s?[EW]", 0),
        ("place", ("/",),
         r"(?<![\d.+-])[+-]\d{2,6}(?:\.\d{2,9})[+-]\d{3,7}(?:\.\d{2,9})"
                  r"(?:[+-]\d{1,5}(?:\.\d{1,6})?)?/", 0),
        ("place", ("lat",),
         r"[\"']?\b(?:lat|latitude)(?:E7)?[\"']?\s{0,3}[:=]\s{0,3}[\"']?[-+]?\d[\d.]{2,20}"
                  r"[^\n]{0,80}?(?:lon|lng|long|longitude)(?:E7)?[\"']?\s{0,3}[:=]\s{0,3}[\"']?"
                  r"[-+]?\d[\d.]{0,20}", re.I),
        ("place", ("late7", "latitudee7"),
         r"\b(?:lat|latitude)E7[\"']?\s{0,3}[:=]\s{0,3}[-+]?\d{5,12}", re.I),
        ("place", ("location", "geo", "adr", "label"),
         r"(?:^|\n)(?:LOCATION|GEO|ADR|LABEL|X-APPLE-STRUCTURED-LOCATION|item\d+\.ADR)"
                  r"(?:;[^:\n]{0,400})?:[^\n]{0,400}", re.I),
        ("path", ("users", "documents and settings"),
         r"(?<![A-Za-z0-9])[A-Za-z]:[\\/]{1,2}(?:Users|Documents and Settings)[\\/]{1,2}"
                 r"[^\\/\n\r\"'<>|:*?]{1,64}(?:[\\/][^\n\r\"'<>|:*?]{0,200})?", re.I),
        ("path", ("/users/", "/home/"),
         r"(?<![A-Za-z0-9.])/(?:Users|home)/[^/\s\"'<>]{1,64}(?:/[^\s\"'<>]{0,200})?", 0),
        ("path", ("\\\\",),
         r"(?<![\\A-Za-z0-9:])\\\\[A-Za-z0-9][\w.-]{1,62}\\[^\\\s\"'<>|]{2,80}"
                 r"(?:\\[^\n\"'<>|]{0,200})?", 0),
        ("path", ("file:/",),
         r"\bfile:/{2,3}[^\s\"'<>]{2,200}", re.I),
        ("network", ("ssid",),
         r"\bB?SSIDs?[\"']?(?:\s{0,3}[:=]\s{0,3}|>\s{0,3}|\",\s{0,3}\")[\"']?"
                    r"[^\n\"'<>,;]{1,64}", re.I),
        ("network", ("<ssid>",),
         r"<SSID>\s{0,40}(?:<hex>[0-9A-Fa-f]{0,64}</hex>)?\s{0,40}<name>[^<\n]{1,64}",
         re.I),
        ("network", ("wifi:",),
         r"\bWIFI:(?:[A-Z]:[^;\n]{0,64};){0,4}S:[^;\n]{1,64}", 0),
        ("network", ("wi-fi", "wifi", "wlan", "network", "hotspot"),
         r"\b(?:wi-?fi|wlan|network|hotspot)[ _-]?(?:network[ _-]?)?(?:name|id)[\"']?"
                    r"\s{0,3}[:=]\s{0,3}[\"']?[^\n\"'<>,;]{1,64}", re.I),
        ("network", (":", "-"),
         r"(?<![0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![0-9A-Za-z:-])",
         0),
    )
)


def traces(text: str, where: str, metadata: bool = False) -> Iterator[Trace]:
    """Yield each coordinate, map link, place field, user's folder and network name in a text."""
    seen: set[tuple[str, str]] = set()
    low = text.lower()
    for kind, needed, pattern in PATTERNS:
        if needed and not any(one in low for one in needed):
            continue
        for match in pattern.finditer(text):
            shown = " ".join(match.group().split())[:SHOWN]
            if (kind, shown) not in seen:
                seen.add((kind, shown))
                yield Trace(where, kind, shown, metadata)
