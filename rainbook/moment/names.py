"""The names of months and days, in English, as this program writes and reads them.

The one thing a reader would get wrong: the computer's own language is never asked, so a bundle
reads
the same wherever it is made.
"""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = tuple(m[:3] for m in MONTHS)
SHORT_WEEKDAYS = tuple(d[:3] for d in WEEKDAYS)
