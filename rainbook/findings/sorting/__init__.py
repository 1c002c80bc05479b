"""Puts messages in an order for a person to read, and points at words; it decides nothing.

The one thing a reader would get wrong: nothing here is a finding. A message that stands first is
not a threat by that, one that stands last is not harmless, and words that look like a refusal are
one only when the person picks the message.
"""

from rainbook.findings.sorting.refusal_words import Proposed, propose_refusals
from rainbook.findings.sorting.shown import refusal_lines, threat_lines
from rainbook.findings.sorting.threats import ThreatWords, figures, sort_threats

__all__ = [
    "Proposed",
    "ThreatWords",
    "figures",
    "propose_refusals",
    "refusal_lines",
    "sort_threats",
    "threat_lines",
]
