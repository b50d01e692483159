"""Each file says what it is for, each public class what it is, each domain name is in the glossary."""

import ast
import re
from pathlib import Path

from tests.meta.tree import ROOT, modules, parsed, place, told, tracked

GLOSSARY = ROOT / "app" / "domain" / "GLOSSARY.md"
GLOSSARY_COLUMNS = 6
WORDS = r"\s*\S.{8,}"
FIRST_LINE = {
    ".py": rf'r?"""{WORDS}',
    ".toml": rf"#{WORDS}",
    ".txt": rf"#{WORDS}",
    ".yml": rf"#{WORDS}",
    ".md": r"# \S",
    ".c": rf"(/\*|//){WORDS}",
    ".css": rf"/\*{WORDS}",
    ".html": rf"(<!--|\{{#){WORDS}",
    "": rf"#{WORDS}",
}
NOT_OURS = {"LICENSE", "LICENSE.txt", "OFL.txt", ".gitkeep"}


def first_line(path: Path) -> str:
    """First line of a text file, the one after `#!` when there is one."""
    lines = path.read_text("utf-8").splitlines() or [""]
    return lines[1] if lines[0].startswith("#!") and len(lines) > 1 else lines[0]


def test_the_first_line_of_each_file_says_what_it_is_for() -> None:
    faults = [
        f"{place(path)}: {first_line(path)[:80]!r}"
        for path in tracked()
        if path.suffix in FIRST_LINE and path.name not in NOT_OURS and not path.name.startswith(".git")
        if not re.match(FIRST_LINE[path.suffix], first_line(path))
    ]
    assert not faults, told(faults, "Begin the file with one line (docstring or comment) saying what it is for.")


def test_public_modules_and_classes_have_a_docstring() -> None:
    faults = []
    for path in modules("app", "server"):
        if not ast.get_docstring(parsed(path)):
            faults.append(f"{place(path)}: module")
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
                faults.append(f"{place(path, node)}: {node.name}")
    assert not faults, told(faults, "Say in a docstring what it is, the units and bounds of its values, its signals.")


def glossary_rows() -> list[list[str]]:
    """Cells of each term of the glossary."""
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def identifiers() -> list[str]:
    """Identifiers of the glossary, in order."""
    return [name for row in glossary_rows() for name in re.findall(r"`([^`]+)`", row[1])]


def test_glossary_is_whole() -> None:
    faults = [" | ".join(row) for row in glossary_rows() if len(row) != GLOSSARY_COLUMNS or not all(row)]
    assert not faults, told(faults, f"Each term has {GLOSSARY_COLUMNS} cells; write — where there is nothing to say.")
    names = identifiers()
    twice = sorted({name for name in names if names.count(name) > 1})
    assert not twice, told(twice, "One identifier stands for one term: keep a single row for each of these.")


def public_names(path: Path) -> list[tuple[ast.AST, str]]:
    """Public classes and new types of a module."""
    found: list[tuple[ast.AST, str]] = []
    for node in parsed(path).body:
        if isinstance(node, ast.ClassDef):
            found.append((node, node.name))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            called = node.value.func
            if isinstance(called, ast.Name) and called.id == "NewType":
                found.extend((node, target.id) for target in node.targets if isinstance(target, ast.Name))
    return [(node, name) for node, name in found if not name.startswith("_")]


def test_public_domain_names_are_in_the_glossary() -> None:
    known = set(identifiers())
    faults = [
        f"{place(path, node)}: {name}"
        for path in modules("app/domain")
        for node, name in public_names(path)
        if name not in known
    ]
    assert not faults, told(faults, "Give this name a row in app/domain/GLOSSARY.md, or use the glossary's own name.")
