"""The project as these tests read it: its folders, its parsed modules, its shipped texts."""

import ast
import json
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(*folders: str) -> list[Path]:
    """Python files below folders of the project, in order.

    Raises:
        FileNotFoundError: A folder has none, so that no test passes for want of anything to read.
    """
    found: list[Path] = []
    for folder in folders:
        below = sorted((ROOT / folder).rglob("*.py"))
        if not below:
            raise FileNotFoundError(folder)
        found.extend(below)
    return found


def tracked(*patterns: str) -> list[Path]:
    """Files under version control, new ones included, that match patterns of git when some are given."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


@cache
def parsed(path: Path) -> ast.Module:
    """Syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where a fault stands: `folder/file.py:line`."""
    line = getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def imports(path: Path) -> Iterator[tuple[ast.AST, str]]:
    """Every module that a file imports, lazily or not, names of `from package import name` included."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            yield from ((node, f"{source}.{alias.name}") for alias in node.names)


def calls_in(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a module or function, with the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def shipped_strings() -> Iterator[tuple[str, str]]:
    """Every string of the shipped TOML and JSON files, with its place: `file: table.key`."""
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.suffix == ".toml":
            data: object = tomllib.loads(path.read_text("utf-8"))
        elif path.suffix == ".json":
            data = json.loads(path.read_text("utf-8"))
        else:
            continue
        for key, text in _strings(data, ()):
            yield f"{path.relative_to(ROOT).as_posix()}: {key}", text


def _strings(data: object, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield ".".join(above), data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*above, str(key)))
    elif isinstance(data, list):
        for rank, value in enumerate(data):
            yield from _strings(value, (*above, str(rank)))


def told(faults: list[str], todo: str) -> str:
    """Message of a failed test: what to do, then where."""
    return "\n".join([todo, *faults])
