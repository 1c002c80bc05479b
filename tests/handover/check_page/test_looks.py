"""How the page looks: words that stand out, large targets, nothing wider than the screen, pictures.

The one thing a reader would get wrong: the pictures are for looking at. Set RAINBOOK_PICTURES to a
folder and open them; nothing is compared with an older picture.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

CONTRAST = """() => {
  const light = (c) => c.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/rgba\\(.*, 0\\)/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('main *')]
    .filter((one) => one.offsetParent)
    .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((one) => {
      const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
      return [(a + 0.05) / (b + 0.05), one.tagName + '.' + one.className];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_and_targets_are_large(
    scheme: str, open_page: Any, bundle: Path, sealed: Path
) -> None:
    (bundle / "index.pdf").write_bytes(b"other")
    (bundle / "signed.json").unlink()
    (bundle / "evil\u202efdp.exe").write_text("x")
    pictures = os.environ.get("RAINBOOK_PICTURES")
    for width in (390, 1280):
        view = {"width": width, "height": 844}
        opened = open_page(viewport=view, color_scheme=scheme, reduced_motion="reduce")
        for name, folder in (("start", None), ("holds", sealed), ("fails", bundle)):
            if folder:
                opened.tab.set_input_files("#folder", str(folder))
                opened.tab.wait_for_selector("#result:not([hidden]) .check")
            found = opened.tab.evaluate(CONTRAST)
            assert len(found) > 3
            assert [one for one in found if one[0] < 4.5] == []
            wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not opened.tab.evaluate(wide)
            for button in opened.tab.query_selector_all(".button, summary, .field"):
                box = button.bounding_box()
                assert box is None or box["height"] >= 44
            if pictures:
                place = Path(pictures) / f"check-{name}-{width}-{scheme}.png"
                opened.tab.screenshot(path=place, full_page=True)
            if folder:
                opened.answer()
        assert opened.complaints == []
        opened.tab.context.close()
