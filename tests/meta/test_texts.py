"""Every sentence that a user may read is in the catalogue, whole, and typed as French is typed."""

import ast
import re
import tomllib
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.packs.typography import typeset
from app.sync.contract.protocol import ProblemCode
from tests.meta.tree import ROOT, calls_in, modules, parsed, place, shipped_strings, told

TABLE_OF = {"DomainError": "errors", "InvalidData": "errors", "EnvironmentFailure": "environment"}
OF_CONTEXT = {"translate", "QT_TRANSLATE_NOOP"}
ENGLISH = re.compile(r"^resources/texts/(?:\w+\.)?en\.toml: ")
CODE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


class Raiser(NamedTuple):
    """What builds a coded error: its table of the catalogue, the rank of the code, the parameters that it adds itself."""

    table: str
    rank: int
    given: frozenset[str]


class Raised(NamedTuple):
    """One place where a coded error is built; no code when none is literal, None in `given` for `**params`."""

    where: str
    table: str
    codes: list[str]
    given: Set[str | None]


def catalogue() -> dict[str, dict[str, object]]:
    """Tables of the French text catalogue."""
    return tomllib.loads((ROOT / "resources" / "texts" / "fr.toml").read_text("utf-8"))


def error_classes() -> dict[str, str]:
    """Table of the catalogue for each class of coded error, those derived from the three families included."""
    found = dict(TABLE_OF)
    classes = [
        node for path in modules("app", "server") for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)
    ]
    for _ in classes:
        for node in classes:
            for base in node.bases:
                if isinstance(base, ast.Name) and base.id in found:
                    found.setdefault(node.name, found[base.id])
    return found


def raisers() -> dict[str, Raiser]:
    """Error classes, and the functions that hand one of their own parameters over to them as the code."""
    found = {name: Raiser(table, 0, frozenset()) for name, table in error_classes().items()}
    known = 0
    while known < len(found):
        known = len(found)
        found |= dict(_handing_over(found))
    return found


def _handing_over(known: dict[str, Raiser]) -> Iterator[tuple[str, Raiser]]:
    for path in modules("app", "server"):
        for function in ast.walk(parsed(path)):
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in function.args.args if argument.arg != "self"]
                for call, name in calls_in(function):
                    code = call.args[0] if call.args else None
                    if name in known and isinstance(code, ast.Name) and code.id in names:
                        given = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
                        yield function.name, Raiser(known[name].table, names.index(code.id), known[name].given | given)


@cache
def raised() -> tuple[Raised, ...]:
    """Every coded error that is built."""
    return tuple(_raised(raisers()))


def _raised(known: dict[str, Raiser]) -> Iterator[Raised]:
    for path in modules("app", "server"):
        handed_over = {id(call) for call in _handed_over(path)}
        for call, name in calls_in(parsed(path)):
            if name in known and id(call) not in handed_over:
                raiser = known[name]
                codes = list(_literals(call.args[raiser.rank])) if len(call.args) > raiser.rank else []
                codes = codes or _kept_in_tables(parsed(path))
                given = raiser.given | {keyword.arg for keyword in call.keywords}
                yield Raised(place(path, call), raiser.table, codes, given)


def _handed_over(path: Path) -> Iterator[ast.Call]:
    """Calls that pass a parameter of their function on as the code: their callers are looked at instead."""
    for function in ast.walk(parsed(path)):
        if isinstance(function, ast.FunctionDef):
            names = {argument.arg for argument in function.args.args}
            for call, _ in calls_in(function):
                if call.args and isinstance(call.args[0], ast.Name) and call.args[0].id in names:
                    yield call


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _kept_in_tables(tree: ast.Module) -> list[str]:
    """Codes that a module keeps as values of a mapping, for a call that looks its code up there."""
    tables = (node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    codes = {code for table in tables for value in table.values for code in _literals(value)}
    return sorted(code for code in codes if CODE.fullmatch(code))


def test_every_error_code_is_written_where_it_is_raised() -> None:
    faults = [error.where for error in raised() if not error.codes]
    assert not faults, told(faults, "Give the code as a literal here, so that its text can be looked up.")


def test_every_error_code_has_a_text() -> None:
    texts = catalogue()
    faults = [
        f"{error.where}: [{error.table}] {code!r}"
        for error in raised()
        for code in error.codes
        if not isinstance(texts.get(error.table, {}).get(code), str)
    ]
    assert not faults, told(faults, "Write this code's sentence (what, why, what to do) in resources/texts/fr.toml.")


def test_every_error_text_is_raised() -> None:
    known = {(error.table, code) for error in raised() for code in error.codes}
    texts = catalogue()
    faults = [
        f"[{table}] {code!r}"
        for table in sorted(set(TABLE_OF.values()))
        for code in texts[table]
        if (table, code) not in known
    ]
    assert not faults, told(faults, "No code raises this any more: take its text out of resources/texts/fr.toml.")


def test_every_error_gives_what_its_text_needs() -> None:
    texts = catalogue()
    faults = []
    for error in raised():
        for code in error.codes:
            lacking = needs(str(texts.get(error.table, {}).get(code, ""))) - error.given
            if lacking and None not in error.given:
                faults.append(f"{error.where}: {code} lacks {', '.join(sorted(lacking))}")
    assert not faults, told(faults, "Give the parameter when raising, or reword the text in resources/texts/fr.toml.")


def needs(text: str) -> set[str]:
    """Parameters that a text of the catalogue shows."""
    return set(re.findall(r"\{(\w+)", text))


def test_every_problem_of_the_server_has_a_text_without_parameters() -> None:
    texts = catalogue()["problems"]
    faults = [f"[problems] {code}: without a text, or nobody's" for code in texts.keys() ^ set(ProblemCode)]
    faults += [f"[problems] {code}: {', '.join(needs(str(text)))}" for code, text in texts.items() if needs(str(text))]
    assert not faults, told(
        sorted(faults), "One sentence for each ProblemCode in resources/texts/fr.toml, as it is shown."
    )


def translated() -> Iterator[tuple[str, ast.expr]]:
    """Every text given to Qt to translate, with its place: `self.tr(text)`, `QObject.tr(self, text)`, `translate(context, text)`.

    What `QT_TRANSLATE_NOOP` marks is one too; where it is said, it is read from the `source` that keeps it.
    """
    for path in modules("app"):
        for call, name in calls_in(parsed(path)):
            if name == "tr" or (name in OF_CONTEXT and path.is_relative_to(ROOT / "app" / "ui")):
                of_class = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "QObject"
                rank = 1 if name in OF_CONTEXT or of_class else 0
                if len(call.args) > rank and ast.unparse(call.args[rank]) != "str(self.source)":
                    yield place(path, call), call.args[rank]


def test_translated_texts_are_literal_whole_sentences() -> None:
    faults = [where for where, text in translated() if not list(_literals(text))]
    assert not faults, told(faults, 'tr() takes a literal: self.tr("Mission de {0}").format(name), never an f-string.')


def test_shipped_texts_are_typed_as_french_is() -> None:
    french = ((where, text) for where, text in shipped_strings() if not ENGLISH.search(where))
    faults = [f"{where}: {typeset(text)}" for where, text in french if typeset(text) != text]
    assert not faults, told(faults, "Write these texts so, with the spaces that app/packs/typography.py sets.")


def test_labels_are_typed_as_french_is() -> None:
    faults = [
        f"{where}: {typeset(text)}"
        for where, label in translated()
        for text in _literals(label)
        if typeset(text) != text
    ]
    assert not faults, told(faults, "Write these labels so, with the spaces that app/packs/typography.py sets.")
