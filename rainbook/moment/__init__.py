"""Reads written dates and says what it had to assume.

The one thing a reader would get wrong: nothing here picks silently. A day that can be read two ways
stays two readings; an hour that happened twice, or never, in its zone is an interval with a
warning.
"""

from rainbook.moment.clock import days_in_zone, instant, iso, local_in_zone, local_to_utc
from rainbook.moment.names import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from rainbook.moment.order import OrderFound, day_number, find_order, readings_of

__all__ = [
    "MONTHS",
    "SHORT_MONTHS",
    "SHORT_WEEKDAYS",
    "WEEKDAYS",
    "OrderFound",
    "day_number",
    "days_in_zone",
    "find_order",
    "instant",
    "iso",
    "local_in_zone",
    "local_to_utc",
    "readings_of",
]
