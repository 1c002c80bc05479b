"""The page about the program: what it must say plainly, in every case.

The one thing a reader would get wrong: these sentences are duties, not style; DOMAIN section 10
lists what has to be said in the app as well as in the read-me.
"""

from __future__ import annotations

import html
from typing import Any

import pytest

MUST = (
    "It was not tested with people who live through this, nor with the police or the courts.",
    "It is not legal advice.",
    "It cannot tell you that you are out of danger.",
    "You do not need it to report.",
    "What it cannot see",
    "What stays on this computer",
    "It does not hide.",
    "WCAG 2.2, level AA",
    "We have not yet tested it with people who use such aids.",
    "No Welsh speaker has checked them.",
    "Apache licence, version 2.0",
    "GOV.UK Frontend, under the MIT licence",
)


@pytest.mark.parametrize("sentence", MUST)
def test_it_says_so(sentence: str, app_client: Any, text_of: Any) -> None:
    assert sentence in html.unescape(text_of(app_client.get("about")))
