"""What changed between two sealed documents of one mission, field by field; nothing is merged, nothing is guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.sync.contract.document import SealedDocument

_APART = {"schema", "version", "journal"}
"""What differs from one version to the next by its nature."""

_KEYS = ("id", "theme", "code", "factor", "operation", "phase", "rule", "level", "sha256")
"""Fields that tell the parts of a list apart, the first that a part has."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not the same, or a whole part that is in one document only.

    Attributes:
        path: Path of the field as in the table of sealed fields, or of the list for a whole part (`actions[]`).
        parts: Parts of lists that hold it, the outermost first, each by its own fields.
        before: Value before, or None.
        after: Value after, or None.
        whole: Whether a whole part came or went.
    """

    path: str
    parts: tuple[Mapping[str, Any], ...]
    before: Any
    after: Any
    whole: bool = False


def differences(before: SealedDocument, after: SealedDocument) -> tuple[Difference, ...]:
    """Every field that changed, in the order of the document."""
    old, new = (one.model_dump(mode="json", by_alias=True) for one in (before, after))
    found: list[Difference] = []
    for name in old:
        if name not in _APART:
            found += _between(name, old[name], new[name], ())
    return tuple(found)


def _between(path: str, old: Any, new: Any, parts: tuple[Mapping[str, Any], ...]) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in old:
            yield from _between(f"{path}.{name}", old[name], new.get(name), parts)
    elif _is_parts(old) and _is_parts(new):
        yield from _between_lists(f"{path}[]", old, new, parts)
    elif isinstance(old, dict) or isinstance(new, dict):
        held = old if isinstance(old, dict) else new
        for name, value in held.items():
            gone = held is old
            yield from _between(f"{path}.{name}", value if gone else None, None if gone else value, parts)
    else:
        yield Difference(path, parts, old, new)


def _is_parts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _between_lists(
    path: str, old: list[dict[str, Any]], new: list[dict[str, Any]], parts: tuple[Mapping[str, Any], ...]
) -> Iterator[Difference]:
    mine, theirs = _by_key(old), _by_key(new)
    for key, part in mine.items():
        if key in theirs:
            yield from _between(path, part, theirs[key], (*parts, theirs[key]))
        else:
            yield Difference(path, (*parts, part), part, None, whole=True)
    for key, part in theirs.items():
        if key not in mine:
            yield Difference(path, (*parts, part), None, part, whole=True)


def _by_key(parts: list[dict[str, Any]]) -> dict[tuple[object, int], dict[str, Any]]:
    """Parts by what tells them apart; those that nothing tells apart are numbered."""
    found: dict[tuple[object, int], dict[str, Any]] = {}
    for part in parts:
        key = next((part[name] for name in _KEYS if part.get(name) is not None), None)
        rank = 0
        while (key, rank) in found:
            rank += 1
        found[key, rank] = part
    return found
