"""JSON Schema of the sealed document, the paths of its fields, and what may change in a schema kept for ever."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from app.sync.contract.document import SCHEMA, Part, SealedDocument

_LOOSER = {"minimum": min, "minLength": min, "maximum": max, "maxLength": max, "maxItems": max}
"""Bounds, and which of the former and the new one must be the new one."""

_SAID = {"title", "description"}
"""What explains and constrains nothing."""


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what this program seals."""
    schema = SealedDocument.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:jalon:sealed-document:{SCHEMA}",
        **schema,
    }


def field_paths() -> tuple[str, ...]:
    """Dotted path of every field, in the order of the document, `[]` after each list of parts."""
    return tuple(_paths(SealedDocument, ""))


def _paths(model: type[Part], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = prefix + (field.alias or name)
        part, many = _part_in(field.annotation)
        if part is None:
            yield path
        else:
            yield from _paths(part, f"{path}[]." if many else f"{path}.")


def _part_in(annotation: Any) -> tuple[type[Part] | None, bool]:
    """The part that an annotation holds, and whether it holds a list of them."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return (annotation, False) if issubclass(annotation, Part) else (None, False)
    for inner in get_args(annotation):
        part, many = _part_in(inner)
        if part is not None:
            return part, many or get_origin(annotation) is list
    return None, False


def breaks(old: Any, new: Any, place: str = "") -> list[str]:
    """Places where a new JSON Schema refuses something that the old one accepted; empty when it only adds."""
    if isinstance(old, dict) and isinstance(new, dict):
        return _object_breaks(old, new, place)
    return [] if old == new else [place]


def _object_breaks(old: dict[str, Any], new: dict[str, Any], place: str) -> list[str]:
    found = []
    for key in sorted((old.keys() | new.keys()) - _SAID):
        where = f"{place}/{key}"
        if key in ("properties", "$defs"):
            found += _named_breaks(old.get(key, {}), new.get(key, {}), where)
        elif key == "required":
            found += [f"{where}/{name}" for name in new.get(key, []) if name not in old.get(key, [])]
            found += [f"{where}/{name}" for name in old.get(key, []) if name not in new.get(key, [])]
        elif key == "enum":
            found += [f"{where}/{value}" for value in old.get(key, []) if value not in new.get(key, [])]
        elif key in _LOOSER and key in old and key in new:
            found += [] if _LOOSER[key](old[key], new[key]) == new[key] else [where]
        elif key not in old or key not in new:
            found.append(where)
        else:
            found += breaks(old[key], new[key], where)
    return found


def _named_breaks(old: dict[str, Any], new: dict[str, Any], place: str) -> list[str]:
    found = [f"{place}/{name}" for name in old if name not in new]
    for name in old.keys() & new.keys():
        found += breaks(old[name], new[name], f"{place}/{name}")
    return found
