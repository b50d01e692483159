"""Writes the document of a pack as TOML: tables, lists of tables, texts, whole numbers, booleans, dates, lists of texts."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def toml_text(document: Mapping[str, Any], heading: str) -> str:
    """A document as the text of a pack, its first line a comment; the same document always gives the same text."""
    lines = [f"# {heading}"]
    for name, value in document.items():
        if isinstance(value, Mapping):
            lines += ["", f"[{name}]", *_pairs(value)]
        else:
            for element in value:
                lines += ["", f"[[{name}]]", *_pairs(element)]
    return "\n".join(lines) + "\n"


def _pairs(values: Mapping[str, Any]) -> list[str]:
    return [f"{_key(key)} = {_value(value)}" for key, value in values.items()]


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if plain else _value(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
