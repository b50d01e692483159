"""Bounds of size of STYLE: files, functions, classes, constructors."""

import ast

from tests.meta.tree import modules, parsed, place, told

FILE_LINES = 400
FUNCTION_LINES = 40
CONSTRUCTOR_LINES = 30
PUBLIC_METHODS = 15


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out: a rule is never told in fewer words to fit."""
    first = node.body[0]
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_files_are_short() -> None:
    counted = [(path, path.read_text("utf-8").count("\n")) for path in modules("app", "server", "tests", "bench")]
    faults = [f"{place(path)}: {lines} lines" for path, lines in counted if lines > FILE_LINES]
    assert not faults, told(faults, f"Over {FILE_LINES} lines: split along the file's reasons to change.")


def test_functions_are_short() -> None:
    faults = []
    for path in modules("app", "server"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                bound = CONSTRUCTOR_LINES if node.name == "__init__" else FUNCTION_LINES
                if lines_of(node) > bound:
                    faults.append(f"{place(path, node)}: {node.name}, {lines_of(node)} lines for {bound}")
    assert not faults, told(faults, "Cut this function along its steps; a constructor calls one builder a part.")


def test_classes_have_few_public_methods() -> None:
    faults = []
    for path in modules("app", "server"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                methods = (part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef))
                public = {method.name for method in methods if not method.name.startswith("_")}
                if len(public) > PUBLIC_METHODS:
                    faults.append(f"{place(path, node)}: {node.name}, {len(public)} public methods")
    assert not faults, told(faults, f"Over {PUBLIC_METHODS} public methods: this class does two jobs, give one away.")
