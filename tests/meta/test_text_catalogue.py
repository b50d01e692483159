"""The text catalogue itself: codes kept in tables, known formats, whole sentences."""

import ast
import re
import string

import pytest

from app.packs.texts import Texts
from app.packs.typography import typeset
from tests.meta.tree import modules, parsed, place, told

ALWAYS_CODES = {"storage", "disk", "deposit", "receipt", "archive", "keyring", "network", "pack"}
"""First parts of a dotted literal that are never anything else than a code."""

DOTTED = re.compile(r"([a-z0-9_]+)\.[a-z0-9_]+(\.[a-z0-9_]+)*")
FORMATS = {"", "money", "half_days", "date", "short_date", "number", "share", "list", "plural", "word"}


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


def test_codes_kept_in_tables_have_a_sentence_too(texts: Texts) -> None:
    faults = []
    for path in modules("app", "server"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                dotted = DOTTED.fullmatch(node.value)
                if dotted and dotted[1] in ALWAYS_CODES and node.value not in texts.codes:
                    faults.append(f"{place(path, node)}: {node.value}")

    assert not faults, told(faults, "Write this code's sentence (what, why, what to do) in resources/texts/fr.toml.")


def test_every_sentence_is_whole_and_typeset(texts: Texts) -> None:
    faults = []
    for code in sorted(texts.codes):
        template = texts.template(code)
        if typeset(template) != template:
            faults.append(f"{code}: {typeset(template)}")
        if not template.endswith((".", "?")) or "  " in template:
            faults.append(f"{code}: {template}")

    assert not faults, told(
        faults, "End with a full stop, no double space, spaces as app/packs/typography.py sets them."
    )


def test_every_format_is_known(texts: Texts) -> None:
    for code in texts.codes:
        for _, name, spec, conversion in string.Formatter().parse(texts.template(code)):
            if name is not None:
                assert name.isidentifier(), code
                assert (spec or "").partition(" ")[0] in FORMATS, code
                assert conversion is None, code
