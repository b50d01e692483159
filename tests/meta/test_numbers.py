"""No binary fraction in the rules: money is integer cents, days are half-days, rates are Decimal."""

import ast

from tests.meta.tree import modules, parsed, place, told


def is_float(node: ast.AST) -> bool:
    """Whether a node writes, converts to or annotates a float."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float | complex)
    return isinstance(node, ast.Name) and node.id in {"float", "complex"}


def test_domain_knows_no_float() -> None:
    faults = [place(path, node) for path in modules("app/domain") for node in ast.walk(parsed(path)) if is_float(node)]
    assert not faults, told(faults, "Use int (cents, half-days, points) or Decimal('…') built from text.")
