"""The read-me. The one thing a reader would get wrong: it names every kind of file there is."""

from __future__ import annotations

import rainbook


def test_it_names_every_file_how_to_check_and_what_it_does_not_show(handed) -> None:
    raw = (handed.folder / "read-me.txt").read_bytes()
    assert b"\r\n" in raw and b"\n" not in raw.replace(b"\r\n", b"")
    text = raw.decode("utf-8")
    for path in set(handed.folder.iterdir()) - {handed.folder / "read-me.txt"}:
        assert path.name in text, path.name
    for wanted in (
        "sha256sum -c hashes.txt",
        "shasum -a 256 -c hashes.txt",
        "certutil -hashfile",
        "Get-FileHash",
        f"Made with rainbook {rainbook.__version__}.",
        "It does not show who wrote a message",
        "Asha Khan",
        "Europe/London",
        "not legal advice",
    ):
        assert wanted in " ".join(text.split()), wanted
