"""Whoever has read too many pages of the hosted guide can still leave the one that is open.

The one thing a reader would get wrong: what is shown on leaving has turns of its own, not none.
"""

from __future__ import annotations

from rainbook.web.hosting.buckets import Buckets
from rainbook.web.hosting.shield import Shield


def test_who_has_read_too_much_can_still_leave() -> None:
    shield = Shield(frozenset({"g.example.org"}), reads=Buckets(1, 1_000))

    def code(path: str) -> int:
        scope = {"type": "http", "method": "GET", "path": path, "client": ("192.0.2.1", 1),
                 "headers": [(b"host", b"g.example.org")]}
        refused = shield.refused(scope)
        return 200 if refused is None else refused.status_code

    assert [code("/guide"), code("/guide")] == [200, 429]
    assert [code("/page"), code("/page/page.css"), code("/static/app.css")] == [200] * 3
