"""Reading of older schemas: pure functions, each from one schema to the next; the bytes that were sealed never change."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from app.domain.errors import InvalidData

Upcast = Callable[[Mapping[str, Any]], dict[str, Any]]
"""The same document under the next schema, from its value; what it is given is left alone."""

UPCASTS: Mapping[int, Upcast] = MappingProxyType({})
"""By the schema that each one reads; schema 1 is the first ever released."""


def current(value: Mapping[str, Any], schema: int, upcasts: Mapping[int, Upcast]) -> dict[str, Any]:
    """A document's value under the current schema.

    Args:
        value: What was read.
        schema: Current schema.
        upcasts: One for each older schema.

    Raises:
        InvalidData: `document.newer` (schema of a later program, refused whole), or `document.invalid` when the schema is no
            integer or was never one of ours.
    """
    said = value.get("schema")
    if not isinstance(said, int) or isinstance(said, bool):
        raise InvalidData("document.invalid", path="schema", why="schema")
    if said > schema:
        raise InvalidData("document.newer", schema=said, known=schema)
    read = dict(value)
    for step in range(said, schema):
        if step not in upcasts:
            raise InvalidData("document.invalid", path="schema", why="schema")
        read = {**upcasts[step](read), "schema": step + 1}
    return read
