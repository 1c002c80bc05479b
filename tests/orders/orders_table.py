"""The whole table of orders: what is on record, and what each act is, held against each clause.

The one thing a reader would get wrong: `answers` is everything that is listed, in its order; an act
that is not named there is not listed. Row numbers are places in the rows given.
"""

from __future__ import annotations

from tests.orders.orders_allows_table import ALLOWS, PAPERS
from tests.orders.orders_sorts_table import SORTS
from tests.orders.orders_times_table import ENDS, SERVICE
from tests.orders.orders_who_table import WHO

ORDERS = (*SERVICE, *ENDS, *SORTS, *WHO, *ALLOWS, *PAPERS)
