"""There is one writer of bundles, it makes a gate, and nothing lets the question be skipped.

The one thing a reader would get wrong: this reads the program's text, so that a new way round fails
here on the day it is written.
"""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import rainbook
from rainbook.case import Book
from rainbook.handover import bundle
from rainbook.handover.bundle import hand_over

ROOT = Path(rainbook.__file__).parent
TREES = {
    p.relative_to(ROOT).as_posix(): ast.parse(p.read_text("utf-8")) for p in ROOT.rglob("*.py")
}


def callers_of(*names: str) -> set[str]:
    """Return the modules that call, or import, one of these names."""
    found = set()
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) else None
            imported = [a.name for a in node.names] if isinstance(node, ast.ImportFrom) else []
            plain = called.id if isinstance(called, ast.Name) else ""
            dotted = called.attr if isinstance(called, ast.Attribute) else ""
            if set(names) & {plain, dotted, *imported}:
                found.add(module)
    return found


def test_one_module_writes_the_list_of_hashes() -> None:
    assert callers_of("write_hashes") == {"handover/bundle.py"}


def test_the_writer_is_called_by_the_case_alone_and_that_by_the_fronts() -> None:
    imports = "from rainbook.handover.bundle import"
    direct = {m for m in callers_of("hand_over") if imports in (ROOT / m).read_text("utf-8")}
    assert direct == {"case/agreeing.py"}
    assert callers_of("write_bundle") == {"case/book.py"}
    assert callers_of("hand_over") - direct == {"cli/giving.py", "web/giving/handing.py"}


def test_the_exhibits_are_taken_and_the_formats_written_by_the_writer_alone() -> None:
    assert callers_of("take", "gather") <= {
        "handover/bundle.py",
        *(m for m in TREES if not m.startswith("handover/")),  # tables have a `take` of their own
    }
    ours = {m: tree for m, tree in TREES.items()
            if m.startswith("handover/") and not m.startswith("handover/gate/files/")}
    writes = {m for m, tree in ours.items() for node in ast.walk(tree)
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
              and node.func.attr == "write" and isinstance(node.func.value, ast.Name)
              and node.func.value.id == "one"}
    assert writes == {"handover/bundle.py"}


def test_the_question_has_no_default() -> None:
    for function in (hand_over, Book.hand_over):
        assert inspect.signature(function).parameters["agree"].default is inspect.Parameter.empty


def test_in_the_writer_the_look_comes_after_the_formats_and_before_the_hashes() -> None:
    body, asks = inspect.getsource(hand_over), inspect.getsource(bundle._agreed)
    for text, order in (
        (body, ["Gate(case)", "gather(case", "_agreed(given", "write_hashes(", "_move("]),
        (asks, ["one.write(", "press.finish(", "gate.last_look(", "agreed_to(agree",
                "_say_who_looked("]),
    ):
        places = [text.index(one) for one in order]
        assert places == sorted(places)
    assert not any(isinstance(n, ast.If) for n in ast.walk(ast.parse(asks)))
    asked = {ast.unparse(n.test) for n in ast.walk(ast.parse(body)) if isinstance(n, ast.If)}
    assert all(one.startswith("prover") for one in asked), "no case is let by"


def test_extras_start_from_a_bundle_that_is_written() -> None:
    """Each extra begins with `whole`, which checks a finished bundle against its hashes."""
    extras = [m for m in TREES if m.startswith("handover/extras/") and "EXTRA = " in
              (ROOT / m).read_text("utf-8")]
    assert extras
    for module in sorted(extras):
        text = (ROOT / module).read_text("utf-8")
        assert "whole" in text and "ReadOriginal" not in text, module
