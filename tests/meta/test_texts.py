"""Every sentence that a user may read is in the catalogue, whole, and typed as French is typed."""

import ast
import re
import tomllib
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.meta.tree import ROOT, calls_in, modules, parsed, place, shipped_strings, told

TABLE_OF = {"DomainError": "errors", "InvalidData": "errors", "EnvironmentFailure": "environment"}
NOT_SENTENCES = re.compile(r"(https?://\S+|\{[^{}]*\}|\b\d{1,2}:\d{2}\b)")
TYPED_WRONG = {
    "a no-break space (U+00A0 or U+202F) before : ; ! ?": re.compile(
        r"[^\W_][;!?](?=\s|$)|[^\W_]:(?=\s|$)|[ \t][:;!?](?!\w)"
    ),
    "a no-break space (U+00A0 or U+202F) inside « »": re.compile(r"«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»"),
    "a no-break space before € and %, and between thousands": re.compile(r"\d [€%]|\d \d{3}(?!\d)"),
    "the apostrophe ’ instead of '": re.compile(r"\w'\w"),
    "the character … instead of three dots": re.compile(r"\.\.\."),
}


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
    for path in modules("app", "server"):
        for function in ast.walk(parsed(path)):
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in function.args.args if argument.arg != "self"]
                for call, name in calls_in(function):
                    code = call.args[0] if call.args else None
                    if name in TABLE_OF and isinstance(code, ast.Name) and code.id in names:
                        given = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
                        found[function.name] = Raiser(TABLE_OF[name], names.index(code.id), given)
    return found


def raised() -> Iterator[Raised]:
    """Every coded error that is built."""
    known = raisers()
    for path in modules("app", "server"):
        handed_over = {id(call) for call in _handed_over(path)}
        for call, name in calls_in(parsed(path)):
            if name in known and id(call) not in handed_over:
                raiser = known[name]
                codes = list(_literals(call.args[raiser.rank])) if len(call.args) > raiser.rank else []
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


def test_translated_texts_are_literal_whole_sentences() -> None:
    rank = {"tr": 0, "translate": 1}
    faults = []
    for path in modules("app"):
        for call, name in calls_in(parsed(path)):
            if name in rank and isinstance(call.func, ast.Attribute | ast.Name) and len(call.args) > rank[name]:
                text = call.args[rank[name]]
                if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                    faults.append(place(path, call))
    assert not faults, told(faults, 'tr() takes a literal: self.tr("Mission de {0}").format(name), never an f-string.')


def typed_wrong(text: str) -> list[str]:
    """What a French typographer would mend in a text."""
    sentence = NOT_SENTENCES.sub("x", text)
    return [todo for todo, pattern in TYPED_WRONG.items() if pattern.search(sentence)]


@pytest.mark.parametrize(
    "text",
    ["Ouvert : oui", "Ouvert: oui", "Quoi?", "Non ; si", "« oui »", "«oui»", "l'usine", "attendez...", "5 %", "1 200"],
)
def test_typography_refuses(text: str) -> None:
    assert typed_wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ouvert\u00a0: oui",
        "Quoi\u202f?",
        "«\u00a0oui\u00a0»",
        "l’usine",
        "à 10:30, voir https://x.fr/?a;b",
        "{n:.2f}\u00a0%",
    ],
)
def test_typography_accepts(text: str) -> None:
    assert not typed_wrong(text)


def test_shipped_texts_are_typed_as_french_is() -> None:
    faults = [f"{where}: {todo}: {text[:100]}" for where, text in shipped_strings() for todo in typed_wrong(text)]
    assert not faults, told(faults, "Mend the typography of these texts; each line says what it wants.")


def test_labels_are_typed_as_french_is() -> None:
    faults = []
    for path in modules("app"):
        for call, name in calls_in(parsed(path)):
            if name == "tr" and call.args and isinstance(call.args[0], ast.Constant):
                text = str(call.args[0].value)
                faults += [f"{place(path, call)}: {todo}: {text[:100]}" for todo in typed_wrong(text)]
    assert not faults, told(faults, "Mend the typography of these labels; each line says what it wants.")
