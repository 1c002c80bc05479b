"""The colours and patterns of the picture, and the box everything is drawn with.

The one thing a reader would get wrong: the pattern says what a colour says: full for what is
counted, slanting lines for a guess, dots for what is not counted, wide slanting lines on the
ground where nothing was added.
"""

from __future__ import annotations

from markupsafe import Markup

INK, QUIET, PAPER = "#22262b", "#8b949a", "#ffffff"
FILLS = {
    "received": "#0b5a5e",
    "sent": "#4c3a72",
    "neither": "#5f5324",
    "force": "url(#rb-force)",
    "quiet": "url(#rb-quiet)",
    "together": "url(#rb-together)",
}
LINES = {
    "stop": "none",
    "blocked": "7 3",
    "warned": "2 3",
    "made": "9 3 2 3",
    "served": "12 4",
}
"""How the line under a mark is broken; each kind in its own way, and with its own letter."""
_SOLID = (
    '<pattern id="rb-{0}-0" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="{1}"/></pattern>'
)
_LINED = (
    '<pattern id="rb-{0}-1" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
    '<rect width="2" height="5" fill="{1}"/></pattern>'
)
_DOTTED = (
    '<pattern id="rb-{0}-2" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.1" fill="{1}"/>'
    "</pattern>"
)
_GROUND = (
    '<pattern id="rb-none" width="9" height="9" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(-45)"><rect width="9" height="9" fill="#f6f4ef"/>'
    '<rect width="1.2" height="9" fill="#a9a89e"/></pattern>'
    '<pattern id="rb-force" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="#fbf3dc"/><path d="M0 8V0" stroke="#a67c3d"/></pattern>'
    '<pattern id="rb-quiet" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" fill="#eef0ee"/><path d="M0 0H7" stroke="#6b757c"/></pattern>'
    '<pattern id="rb-together" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="#e9efec"/><circle cx="4" cy="4" r="1.3" fill="#1f6144"/>'
    "</pattern>"
)
DEFS = Markup(
    "<defs>"
    + "".join(
        one.format(side, FILLS[side])
        for side in ("received", "sent", "neither")
        for one in (_SOLID, _LINED, _DOTTED)
    )
    + _GROUND
    + "</defs>"
)


def box(
    a: float,
    y: float,
    b: float,
    high: float,
    fill: str,
    name: str = "",
    clear: float = 1.0,
    line: str = "none",
) -> Markup:
    """Return a box from `a` to `b`, `high` under `y`. `clear`: 1 is not seen through."""
    # numbers, and texts of this package alone: nothing in it has to be escaped
    more = f' class="{name}"' if name else ""
    more += f' fill-opacity="{clear}"' if clear < 1 else ""
    more += f' stroke="{line}"' if line != "none" else ""
    return Markup(
        f'<rect x="{a:.2f}" y="{y:.2f}" width="{max(b - a, 0.5):.2f}" height="{high:.2f}" '
        f'fill="{fill}"{more}/>'
    )
