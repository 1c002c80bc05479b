"""No package host, no folder of a machine, no address that could be a living person's.

The one thing a reader would get wrong: the hosts are read from the installed client, so that the
check itself does not name one.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

TEXT = {
    "", ".cfg", ".csv", ".json", ".jsonl", ".md", ".py", ".toml", ".txt", ".typ", ".vcf", ".xml",
    ".yaml", ".yml",
}
DRAMA = re.compile(r"(?:\+44\s?|0)7700[\s\u00a0]?900[\s\u00a0]?\d{3}")
MOBILE = re.compile(
    r"(?<![0-9a-zA-Z])(?:\+44\s?|0)7\d{3}[\s\u00a0]?\d{3}[\s\u00a0]?\d{3}(?![0-9a-zA-Z])"
)
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


@pytest.fixture(scope="module")
def texts(project_files: tuple[Path, ...], root: Path) -> dict[str, str]:
    """Return the text files of the project by their place in it."""
    return {
        p.relative_to(root).as_posix(): p.read_bytes().decode("utf-8", "replace")
        for p in project_files if p.suffix in TEXT
    }


def test_no_file_names_a_package_host(texts: dict[str, str]) -> None:
    index = pytest.importorskip(
        "pip._internal.models.index", reason="this environment has no pip to ask for its hosts"
    )
    hosts = {urlsplit(index.PyPI.url).netloc, index.PyPI.file_storage_domain}
    assert all("." in host for host in hosts)
    assert [name for name, text in texts.items() if any(host in text for host in hosts)] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_has_hashes_and_no_address(lock: str, texts: dict[str, str]) -> None:
    lines = texts[lock].splitlines()
    assert "://" not in texts[lock]
    packages = [n for n, line in enumerate(lines) if "==" in line]
    assert packages
    assert [lines[n] for n in packages if "--hash=sha256:" not in lines[n + 1]] == []


def test_no_file_names_a_folder_of_this_machine(texts: dict[str, str], root: Path) -> None:
    places = [f"{place.as_posix()}/" for place in (root.parent, Path.home()) if place != Path("/")]
    found = [(name, place) for name, text in texts.items() for place in places if place in text]
    assert found == []


def test_every_mobile_number_is_from_the_range_kept_for_drama(texts: dict[str, str]) -> None:
    found = {n for text in texts.values() for n in MOBILE.findall(text)}
    assert {number for number in found if not DRAMA.fullmatch(number)} == set()
    assert found, "the specimens hold numbers; this test would not see them"


def test_every_mail_address_is_an_example(texts: dict[str, str]) -> None:
    given = {k: v for k, v in texts.items() if k.startswith(("rainbook/", "tests/specimens/"))}
    hosts = {host for text in given.values() for host in MAIL.findall(text)}
    kept = re.compile(r"(.+\.)?example(\.(org|com|net))?|.+\.(test|invalid|lid)")
    assert {host for host in hosts if not kept.fullmatch(host)} == set()
