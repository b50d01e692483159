"""Every Alembic revision has a test that upgrades real rows through it."""

import ast
from pathlib import Path

from tests.meta.tree import ROOT, modules, parsed, place, told


def revisions() -> dict[str, Path]:
    """Identifier of each revision of the laptop and of the server, with its file."""
    found = {}
    for path in modules("app", "server"):
        if path.parent.name == "versions" and path.name != "__init__.py":
            for node in parsed(path).body:
                target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
                value = getattr(node, "value", None)
                if isinstance(target, ast.Name) and target.id == "revision" and isinstance(value, ast.Constant):
                    found[str(value.value)] = path
    return found


def test_every_revision_is_named_by_a_test() -> None:
    tests = [path for path in modules("tests") if path.parent != ROOT / "tests" / "meta"]
    constants = {node.value for path in tests for node in ast.walk(parsed(path)) if isinstance(node, ast.Constant)}
    faults = [f"{place(path)}: {revision}" for revision, path in revisions().items() if revision not in constants]
    assert not faults, told(
        faults, "Write a test that upgrades to the revision before, inserts rows, upgrades to this one and compares."
    )
