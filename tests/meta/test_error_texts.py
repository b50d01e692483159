"""Every code that the program can raise has a French sentence, and the raise gives what the sentence needs."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.packs.texts import Texts
from app.packs.typography import typeset

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "server").rglob("*.py")])

RAISED = {"DomainError", "InvalidData", "EnvironmentFailure", "CodedError"}
PLACED = {"refusal"}
"""Calls that add `file`, `table` and `key` by themselves."""

ALWAYS_CODES = {"storage", "disk", "deposit", "receipt", "archive", "keyring", "network", "pack"}
"""First parts of a dotted literal that are never anything else than a code."""

DOTTED = re.compile(r"([a-z0-9_]+)\.[a-z0-9_]+(\.[a-z0-9_]+)*")


@dataclass(frozen=True)
class Raise:
    """A call that makes a coded error."""

    place: str
    code: str
    given: frozenset[str]
    everything: bool


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _raises() -> Iterator[Raise]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or _name(node) not in RAISED | PLACED or not node.args:
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                if _name(node) in PLACED:
                    names |= {"file", "table", "key"}
                spread = any(keyword.arg is None for keyword in node.keywords)
                yield Raise(f"{path.relative_to(ROOT)}:{node.lineno}", first.value, frozenset(names), spread)


def _needed(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


RAISES = tuple(_raises())


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


def test_the_walk_finds_the_raises() -> None:
    codes = {found.code for found in RAISES}

    assert {"siret.key", "pack.wrong_count", "i2df.incomplete"} <= codes


def test_every_code_has_a_sentence(texts: Texts) -> None:
    missing = [f"{found.place} {found.code}" for found in RAISES if found.code not in texts.codes]

    assert missing == [], "add the sentence to resources/texts/fr.toml: what, why, what to do"


def test_every_raise_gives_what_its_sentence_needs(texts: Texts) -> None:
    short = [
        f"{found.place} {found.code}: {sorted(lacking)}"
        for found in RAISES
        if found.code in texts.codes and not found.everything
        if (lacking := _needed(texts.template(found.code)) - found.given)
    ]

    assert short == [], "a raise must give each value that its sentence names"


def test_codes_kept_in_tables_have_a_sentence_too(texts: Texts) -> None:
    missing = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                dotted = DOTTED.fullmatch(node.value)
                if dotted and dotted[1] in ALWAYS_CODES and node.value not in texts.codes:
                    missing.add(f"{path.relative_to(ROOT)} {node.value}")

    assert sorted(missing) == []


def test_every_sentence_is_well_written(texts: Texts) -> None:
    faults = []
    for code in sorted(texts.codes):
        template = texts.template(code)
        if typeset(template) != template:
            faults.append(f"{code}: French typography (app/packs/typography.py)")
        if not template.endswith((".", "?")):
            faults.append(f"{code}: no full stop")
        if "  " in template or "'" in template:
            faults.append(f"{code}: double space or straight apostrophe")

    assert faults == []


def test_every_format_is_known(texts: Texts) -> None:
    formats = {"", "money", "half_days", "date", "short_date", "number", "share", "list", "plural", "word"}
    for code in texts.codes:
        for _, name, spec, conversion in string.Formatter().parse(texts.template(code)):
            if name is not None:
                assert name.isidentifier(), code
                assert (spec or "").partition(" ")[0] in formats, code
                assert conversion is None, code
