"""Every small fault that can be put into a module: an operator, a bound, a constant, a condition, a result, a call."""

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

COMPARISONS: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATIONS: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
TYPE_CALLS = {"NewType"}
"""Calls that only name a type: a fault there has no effect to notice."""


@dataclass(frozen=True)
class Mutant:
    """One fault: where it stands, what it changes, and the whole module with it."""

    module: str
    line: int
    told: str
    source: str


@dataclass(frozen=True)
class _Change:
    """One replacement of a node, in words, done on a copy of the tree."""

    line: int
    told: str
    apply: Callable[[ast.AST], ast.AST | None]


def mutants_of(path: Path, module: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = [node for node in _looked_at(tree)]
    found = []
    for rank, node in enumerate(nodes):
        for change in _changes(node):
            changed = copy.deepcopy(tree)
            target = list(_looked_at(changed))[rank]
            _replace(changed, target, change.apply(target))
            source = ast.unparse(ast.fix_missing_locations(changed))
            found.append(Mutant(module, change.line, change.told, source))
    return found


def _looked_at(tree: ast.Module) -> Iterator[ast.AST]:
    """Nodes that may be changed: neither docstrings, annotations, imports nor calls that only name a type."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if id(node) in skipped:
            skipped.update(map(id, ast.iter_child_nodes(node)))
            continue
        for child in _left_alone(node):
            skipped.add(id(child))
        if not isinstance(node, ast.Module):
            yield node


def _left_alone(node: ast.AST) -> Iterator[ast.AST]:
    body = getattr(node, "body", None)
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(body, list):
        for statement in body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield statement
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
        yield node.annotation
    if isinstance(node, ast.FunctionDef) and node.returns is not None:
        yield node.returns
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TYPE_CALLS:
        yield from node.args
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp) and _is_alias(node):
        yield node.value


def _is_alias(node: ast.Assign) -> bool:
    """Whether an assignment only names a type (`Levels = Mapping[…]`)."""
    target = node.targets[0]
    return isinstance(target, ast.Name) and target.id[0].isupper() and not target.id.isupper()


def _changes(node: ast.AST) -> Iterator[_Change]:
    for kind, make in _MAKERS:
        if isinstance(node, kind):
            yield from make(node)


def _comparison(node: ast.Compare) -> Iterator[_Change]:
    for rank, operator in enumerate(node.ops):
        for other in COMPARISONS.get(type(operator), ()):

            def apply(target: ast.AST, rank: int = rank, other: type[ast.cmpop] = other) -> ast.AST:
                assert isinstance(target, ast.Compare)
                target.ops[rank] = other()
                return target

            yield _Change(node.lineno, f"{type(operator).__name__} becomes {other.__name__}", apply)


def _operation(node: ast.BinOp) -> Iterator[_Change]:
    other = OPERATIONS.get(type(node.op))
    if other is not None:

        def apply(target: ast.AST, other: type[ast.operator] = other) -> ast.AST:
            assert isinstance(target, ast.BinOp)
            target.op = other()
            return target

        yield _Change(node.lineno, f"{type(node.op).__name__} becomes {other.__name__}", apply)


def _connective(node: ast.BoolOp) -> Iterator[_Change]:
    other = ast.Or if isinstance(node.op, ast.And) else ast.And

    def apply(target: ast.AST) -> ast.AST:
        assert isinstance(target, ast.BoolOp)
        target.op = other()
        return target

    yield _Change(node.lineno, f"{type(node.op).__name__} becomes {other.__name__}", apply)
    for rank in range(len(node.values)):

        def drop(target: ast.AST, rank: int = rank) -> ast.AST:
            assert isinstance(target, ast.BoolOp)
            kept = [value for place, value in enumerate(target.values) if place != rank]
            return kept[0] if len(kept) == 1 else ast.BoolOp(target.op, kept)

        yield _Change(node.lineno, f"part {rank + 1} of {type(node.op).__name__} is dropped", drop)


def _negation(node: ast.UnaryOp) -> Iterator[_Change]:
    yield _Change(node.lineno, f"{type(node.op).__name__} is dropped", lambda target: getattr(target, "operand"))  # noqa: B009


def _constant(node: ast.Constant) -> Iterator[_Change]:
    value = node.value
    others: tuple[object, ...] = ()
    if isinstance(value, bool):
        others = (not value,)
    elif isinstance(value, int):
        others = (value + 1, value - 1)
    elif isinstance(value, str):
        others = ("X" + value[1:],)
    for other in others:
        yield _Change(node.lineno, f"{value!r} becomes {other!r}", lambda _, other=other: ast.Constant(other))  # type: ignore[misc]


def _condition(node: ast.If | ast.IfExp) -> Iterator[_Change]:
    def apply(target: ast.AST) -> ast.AST:
        assert isinstance(target, ast.If | ast.IfExp)
        target.test = ast.UnaryOp(ast.Not(), target.test)
        return target

    yield _Change(node.lineno, "the condition is reversed", apply)


def _filter(node: ast.comprehension) -> Iterator[_Change]:
    for rank, test in enumerate(node.ifs):

        def apply(target: ast.AST, rank: int = rank) -> ast.AST:
            assert isinstance(target, ast.comprehension)
            del target.ifs[rank]
            return target

        yield _Change(test.lineno, "a filter is dropped", apply)


def _result(node: ast.Return) -> Iterator[_Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):

        def apply(target: ast.AST) -> ast.AST:
            assert isinstance(target, ast.Return)
            target.value = ast.Constant(None)
            return target

        yield _Change(node.lineno, "the result becomes None", apply)


def _statement(node: ast.Expr | ast.Raise | ast.AugAssign) -> Iterator[_Change]:
    yield _Change(node.lineno, f"{type(node).__name__} is dropped", lambda _: ast.Pass())


def _name(node: ast.Name) -> Iterator[_Change]:
    other = NAMES.get(node.id)
    if other is not None:
        yield _Change(node.lineno, f"{node.id} becomes {other}", lambda _, other=other: ast.Name(other, ast.Load()))  # type: ignore[misc]


def _jump(node: ast.Break | ast.Continue) -> Iterator[_Change]:
    yield _Change(node.lineno, f"{type(node).__name__} is dropped", lambda _: ast.Pass())


_MAKERS: tuple[tuple[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[_Change]]], ...] = (
    (ast.Compare, _comparison),
    (ast.BinOp, _operation),
    (ast.BoolOp, _connective),
    (ast.UnaryOp, _negation),
    (ast.Constant, _constant),
    ((ast.If, ast.IfExp), _condition),
    (ast.comprehension, _filter),
    (ast.Return, _result),
    ((ast.Expr, ast.Raise, ast.AugAssign), _statement),
    (ast.Name, _name),
    ((ast.Break, ast.Continue), _jump),
)


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST | None) -> None:
    if new is old or new is None:
        return
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
                return
            if isinstance(value, list):
                for rank, item in enumerate(value):
                    if item is old:
                        value[rank] = new
                        return
