"""The style as it ships: asks nobody for anything, looks like nobody official, and is not red.

The one thing a reader would get wrong: what is looked at is the compiled file; that it is what the
sources say can only be seen where the compiler is installed.
"""

from __future__ import annotations

import colorsys
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CSS = ("app.css", "page.css")
NEVER = ("url(", "@import", "@font-face", "http:", "https:", "//", "crest", "crown", "logotype",
         "gds transport", "gds-transport", "nta", "src:", "expression(", "@charset \"utf-16")
OFFICIAL = ("govuk-header", "govuk-footer__copyright", "govuk-footer__licence-logo",
            "govuk-phase-banner", "govuk-service-navigation")
NAMED_RED = ("red", "crimson", "firebrick", "tomato", "orangered", "darkred", "indianred",
             "maroon", "salmon", "coral")
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", re.I)
_RGB = re.compile(r"rgba?\(\s*([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)", re.I)
_HSL = re.compile(r"hsla?\(\s*([\d.]+)(?:deg)?[ ,]+([\d.]+)%[ ,]+([\d.]+)%", re.I)
RED_FROM, RED_TO, STRONG = 345, 15, 0.40  # degrees, degrees, saturation


@pytest.fixture(scope="module", params=CSS)
def css(request: pytest.FixtureRequest, root: Path) -> str:
    return (root / "rainbook/web/static" / request.param).read_text("utf-8")


def colours(css: str) -> dict[str, tuple[float, float]]:
    """Return every colour of a style: how it is written → its hue in degrees and saturation."""
    found = {}
    for one in _HEX.finditer(css):
        text = one[1] if len(one[1]) > 4 else "".join(c * 2 for c in one[1])
        parts = [int(text[n:n + 2], 16) / 255 for n in (0, 2, 4)]
        found[one[0]] = parts
    for one in _RGB.finditer(css):
        found[one[0]] = [float(part) / 255 for part in one.groups()]
    made = {}
    for text, (red, green, blue) in found.items():
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        made[text] = (hue * 360, saturation)
    for one in _HSL.finditer(css):
        made[one[0]] = (float(one[1]), float(one[2]) / 100)
    return made


def is_red(hue: float, saturation: float) -> bool:
    """Return whether a colour is one that shouts."""
    return saturation > STRONG and (hue >= RED_FROM or hue <= RED_TO)


@pytest.mark.parametrize(("css", "red"), [
    ("a{color:#d4351c}", True), ("a{color:#f00}", True), ("a{color:#aa2a16cc}", True),
    ("a{color:rgb(212, 53, 28)}", True), ("a{color:hsl(0 80% 40%)}", True),
    ("a{color:#7a3e00}", False),  # brown
    ("a{color:#0b5a5e}", False), ("a{color:#ffd66b}", False), ("a{color:#d0c6c6}", False),
    ("a{color:#fff}", False),
])
def test_what_is_red(css: str, red: bool) -> None:
    assert [is_red(*one) for one in colours(css).values()] == [red]


def test_nothing_is_red(css: str) -> None:
    found = colours(css)
    assert found and [text for text, one in found.items() if is_red(*one)] == []
    values = " ".join(re.findall(r"[:\s,]([a-z]+)(?=[;,\s})!])", css))
    assert [name for name in NAMED_RED if re.search(rf"\b{name}\b", values)] == []


@pytest.mark.parametrize("word", NEVER)
def test_it_asks_for_nothing_and_shows_nobodys_sign(css: str, word: str) -> None:
    lower = re.sub(r"/\*.*?\*/", "", css, flags=re.S).lower()
    # which links are printed with their address is chosen by how it begins: nothing is asked for
    lower = re.sub(r'\[href\^="?https?://"?\]', "", lower)
    assert not re.search(rf"(?<![a-z]){re.escape(word)}", lower), word


@pytest.mark.parametrize("name", OFFICIAL)
def test_no_part_of_it_looks_official(css: str, name: str) -> None:
    assert name not in css


def test_it_is_what_the_sources_say(root: Path, tmp_path: Path) -> None:
    style = root / "rainbook/web/style"
    sass = style / "node_modules/.bin/sass"
    if shutil.which("node") is None or not sass.exists():
        pytest.skip("sass is not installed (npm ci in rainbook/web/style)")
    for source, made in (("app.scss", "app.css"), ("page.scss", "page.css")):
        out = tmp_path / made
        subprocess.run(
            [str(sass), "--no-source-map", "--style=compressed", "--load-path=node_modules",
             "--pkg-importer=node", "--quiet-deps", source, str(out)],
            cwd=style, check=True, capture_output=True, timeout=300,
        )
        shipped = (root / "rainbook/web/static" / made).read_text("utf-8")
        assert out.read_text("utf-8") == shipped, f"run npm run css: {made} is older than {source}"


def test_the_licence_of_what_it_is_made_from_is_beside_it(root: Path) -> None:
    text = (root / "rainbook/web/style/GOVUK-LICENCE.txt").read_text("utf-8")
    assert "MIT License" in text and "Crown Copyright" in text
