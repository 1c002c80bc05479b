"""What somebody says to a report in the tests: yes, and that the pictures were looked at."""

from __future__ import annotations

from rainbook.handover.gate.interface import Agreed, Report

SOMEBODY = "Asha Khan"


def agree(report: Report) -> Agreed:
    """Say yes to what would be handed over."""
    return Agreed(True, "yes" if report.unseen else "not asked")
