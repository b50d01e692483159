"""English is whole: each literal of the window and each sentence of the catalogue has its own, with the same values."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from app.packs import english
from tests.meta.tree import ROOT, modules, parsed, place, told

TRANSLATIONS = ROOT / "resources" / "translations"
TODO = "Run « make translations », write the English in resources/translations/jalon_en.ts, then run it again."
PLACEHOLDER = re.compile(r"\{\w*\}|%n|\(\*[^)]*\)|[A-Z]\d?\.\d|\bF\d+\b|Ctrl|Alt")
FRENCH_ONLY = {"server", "verify", "demo"}
"""Tables of the catalogue that commands and the server alone say: they speak French."""

Message = tuple[str, str]
"""Context (the class that speaks) and French text."""


def literals(node: ast.expr) -> Iterator[str]:
    """Texts that an argument may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def spoken_in(tree: ast.AST, speaker: str = "") -> Iterator[tuple[ast.Call, Message]]:
    """Every text given to Qt below a node, in the context under which Qt will look for it."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else speaker
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "tr" and isinstance(node.func, ast.Attribute):
                of_self = isinstance(node.func.value, ast.Name) and node.func.value.id == "self"
                yield from ((node, (inside if of_self else "", text)) for text in literals(node.args[0]))
            elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(node.args) > 1:
                contexts = list(literals(node.args[0]))
                yield from ((node, (contexts[0], text)) for text in literals(node.args[1]) if contexts)
        yield from spoken_in(node, inside)


def said() -> dict[Message, str]:
    """Every text of the window with a place where it is said."""
    return {message: place(path, node) for path in modules("app/ui") for node, message in spoken_in(parsed(path))}


def written(name: str) -> dict[Message, list[str]]:
    """Every message of a source of translations, with its finished texts (one a plural form)."""
    found: dict[Message, list[str]] = {}
    for context in ElementTree.parse(TRANSLATIONS / name).getroot().iter("context"):  # noqa: S314 a file of ours
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            done = [] if translation.get("type") == "unfinished" else forms
            found[context.findtext("name", ""), message.findtext("source", "")] = done
    return found


def test_each_literal_has_a_finished_translation_and_none_is_left_over() -> None:
    texts, known = said(), written("jalon_en.ts")
    done = {message for message, forms in known.items() if forms and all(forms)}
    faults = [f"{where}: {message}" for message, where in sorted(texts.items()) if message not in done]
    faults += [f"{message}: said nowhere any more" for message in sorted(known.keys() - texts.keys())]
    assert not faults, told(faults, TODO)


def test_who_speaks_is_known_to_qt() -> None:
    faults = [f"{where}: {text}" for (speaker, text), where in said().items() if not speaker]
    assert not faults, told(faults, "Say it by self.tr() in a class, or by QCoreApplication.translate(context, text).")


def test_translations_show_the_same_values_and_end_alike() -> None:
    faults = []
    for (speaker, source), forms in written("jalon_en.ts").items():
        for text in forms:
            if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text)):
                faults.append(f"{speaker}: {source!r} → {text!r}")
            if source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace():
                faults.append(f"{speaker}: spaces of {source!r} → {text!r}")
    assert not faults, told(faults, "Keep the placeholders, the keys and the outer spaces of the French.")


def test_translations_are_typed_as_english_is() -> None:
    faults = [
        f"{speaker}: {text!r}"
        for (speaker, source), forms in written("jalon_en.ts").items()
        for text in forms
        if text != source and (re.search(r"[«»]|['\"]|(?<!·)[\s\u00a0\u202f][:;!?](\s|$)|\.\.\.", text))
    ]
    assert not faults, told(faults, "Curly quotes, no space before a colon, no guillemets; see app/packs/english.py.")


@pytest.mark.parametrize(("language", "source"), [("en", "jalon_en.ts"), ("fr", "jalon_fr.ts")])
def test_the_compiled_file_says_what_its_source_says(language: str, source: str) -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / f"jalon_{language}.qm"))
    faults = []
    for (speaker, text), forms in written(source).items():
        for count, form in zip((1, 2), forms, strict=False):
            number = -1 if len(forms) == 1 else count
            if translator.translate(speaker, text, None, number) != form:
                faults.append(f"{speaker}: {text}")
    assert not faults, told(faults, "Run « make translations » to compile the sources again.")


def catalogue(language: str) -> dict[str, Any]:
    """Tables of the text catalogue of a language."""
    return tomllib.loads((ROOT / "resources" / "texts" / f"{language}.toml").read_text("utf-8"))


def flat(tables: dict[str, Any], above: str = "") -> dict[str, str]:
    """Every text by its dotted place."""
    found: dict[str, str] = {}
    for key, value in tables.items():
        if isinstance(value, dict):
            found |= flat(value, f"{above}{key}.")
        else:
            found[f"{above}{key}"] = str(value)
    return found


def values_of(text: str) -> list[tuple[str, str]]:
    """Parameters of a text and their formats; the words of a plural are each language's own."""
    fields = ((name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name is not None)
    return sorted((name, "plural" if spec.startswith("plural ") else spec) for name, spec in fields)


def test_both_catalogues_hold_the_same_sentences_with_the_same_values() -> None:
    french = flat({name: table for name, table in catalogue("fr").items() if name not in FRENCH_ONLY})
    found = flat(catalogue("en"))
    faults = [f"{key}: in one language only" for key in sorted(french.keys() ^ found.keys())]
    faults += [f"{key}: other values" for key in french.keys() & found.keys() if not same(french[key], found[key])]
    assert not faults, told(faults, "Write each sentence in resources/texts/fr.toml and in resources/texts/en.toml.")


def same(french: str, translated: str) -> bool:
    """Whether two sentences show the same values and are both whole."""
    return values_of(french) == values_of(translated) and french.endswith(".") == translated.endswith(".")


def test_words_of_the_charts_are_the_same_in_both_languages() -> None:
    french, found = (
        tomllib.loads((ROOT / "resources" / "texts" / f"charts.{one}.toml").read_text("utf-8")) for one in ("fr", "en")
    )
    assert french.keys() == found.keys()
    assert all(values_of(str(french[key])) == values_of(str(found[key])) for key in french if key != "months")
    assert len(found["months"]) == len(french["months"])


def test_english_sentences_are_typed_as_english_is() -> None:
    texts = flat(catalogue("en"))
    faults = [f"{key}: {text}" for key, text in texts.items() if english.typeset(text) != text or "«" in text]
    assert not faults, told(faults, "Write these texts so, as app/packs/english.py sets them.")
