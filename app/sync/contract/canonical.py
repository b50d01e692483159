"""Canonical JSON (RFC 8785) of what is hashed or signed, and its strict reading: no float, no duplicate key, NFC."""

import hashlib
import json
import re
import unicodedata
from typing import Any

import rfc8785

from app.domain.errors import InvalidData

MAX_INTEGER = 2**53 - 1
"""Highest integer that every JSON reader keeps exactly."""

MAX_DEPTH = 12
"""Deepest nesting of a sealed document, with room to spare."""


_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_OUTSIDE_BMP = re.compile(rb"[\xf0-\xf4]")


def _normalised(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): _normalised(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_normalised(item) for item in value]
    if isinstance(value, float):
        raise InvalidData("document.float")
    return value


def canonical_bytes(value: Any) -> bytes:
    """Canonical bytes of a JSON value made of objects, arrays, strings (set to NFC), integers, booleans and null.

    Raises:
        InvalidData: `document.float`.
    """
    return rfc8785.dumps(_normalised(value))


def sha256_of(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _refuse_float(_text: str) -> Any:
    raise InvalidData("document.float")


def _integer(text: str) -> int:
    if len(text) > len(str(MAX_INTEGER)) + 1 or abs(int(text)) > MAX_INTEGER:
        raise InvalidData("document.integer_too_large")
    return int(text)


def _no_duplicate(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise InvalidData("document.duplicate_key")
    return read


def _depth_of(data: bytes) -> int:
    """Deepest nesting, brackets inside strings left out, whatever the bytes.

    Exact up to the first backslash outside a string, where any reader of JSON stops.
    """
    unescaped = data.replace(rb"\\", b"").replace(rb"\"", b"")
    outside = b"".join(unescaped.split(b'"')[::2]).translate(None, _NOT_BRACKETS)
    depth = deepest = 0
    for bracket in outside:
        depth += 1 if bracket in b"{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _is_plainly_canonical(value: Any, data: bytes) -> bool:
    """Whether the fast writer gives the bytes back; it sorts and escapes as RFC 8785 does within the basic plane.

    The bytes normalised as a whole have each of their strings normalised too. False decides nothing.
    """
    if _OUTSIDE_BMP.search(data):
        return False
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        return written.encode() == data and unicodedata.is_normalized("NFC", written)
    except UnicodeEncodeError:
        return False


def read_canonical(data: bytes) -> dict[str, Any]:
    """The JSON object that canonical bytes hold.

    Raises:
        InvalidData: `document.unreadable` (not UTF-8 JSON, not an object, too deep), `document.float`,
            `document.integer_too_large`, `document.duplicate_key`, or `document.not_canonical` when writing it again gives
            other bytes.
    """
    try:
        if _depth_of(data) > MAX_DEPTH:
            raise InvalidData("document.unreadable")
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_no_duplicate,
            parse_float=_refuse_float,
            parse_constant=_refuse_float,
            parse_int=_integer,
        )
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise InvalidData("document.unreadable") from None
    if not isinstance(value, dict):
        raise InvalidData("document.unreadable")
    if _is_plainly_canonical(value, data):
        return value
    try:
        again = canonical_bytes(value)
    except rfc8785.CanonicalizationError:
        raise InvalidData("document.not_canonical") from None
    if again != data:
        raise InvalidData("document.not_canonical")
    return value
