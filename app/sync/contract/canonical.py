"""Canonical JSON (RFC 8785) of what is hashed or signed, and its strict reading: no float, no duplicate key, NFC."""

import hashlib
import json
import re
import unicodedata
from typing import Any

import orjson
import rfc8785

from app.domain.errors import InvalidData

MAX_INTEGER = 2**53 - 1
"""Highest integer that every JSON reader keeps exactly."""

MAX_DEPTH = 12
"""Deepest nesting of a sealed document, with room to spare."""


_NEITHER_BRACKETS_NOR_QUOTES = bytes(set(range(256)) - set(b'[]{}"'))
_SAME_BRACKETS = bytes.maketrans(b"[]", b"{}")
_LIKE_FLOATS = (
    re.compile(rb"\.(?<=[0-9]\.)[0-9]+(?:e[-+][0-9]+)?[],}]"),
    re.compile(rb"e(?<=[0-9]e)[-+][0-9]+[],}]"),
)
"""What every float that the fast writer gives back holds, and hardly any text; each begins by what is found fast."""

_NOT_OUTSIDE_BMP = bytes(set(range(256)) - set(range(0xF0, 0xF5)))
_WRITING = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER


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
    normalised = _normalised(value)
    try:
        written = orjson.dumps(normalised, option=_WRITING)
    except orjson.JSONEncodeError:
        return rfc8785.dumps(normalised)
    return rfc8785.dumps(normalised) if _leaves_bmp(written) else written


def _leaves_bmp(data: bytes) -> bool:
    """Whether a character is outside the basic plane: RFC 8785 then sorts otherwise than the fast writer."""
    return bool(data.translate(None, _NOT_OUTSIDE_BMP))


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


def _is_too_deep(data: bytes) -> bool:
    """Whether brackets are nested deeper than `MAX_DEPTH`, or do not match, those inside strings left out, whatever the bytes.

    Exact up to the first backslash outside a string, where any reader of JSON stops. Two quotes side by side change nothing
    to what is inside a string; then each turn takes the innermost pairs of brackets away.
    """
    unescaped = data.replace(rb"\\", b"").replace(rb"\"", b"") if b"\\" in data else data
    told = unescaped.translate(_SAME_BRACKETS, _NEITHER_BRACKETS_NOR_QUOTES).replace(b'""', b"")
    brackets = b"".join(told.split(b'"')[::2])
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace(b"{}", b"")
    return bool(brackets)


def _read_fast(data: bytes) -> dict[str, Any] | None:
    """The object of bytes that a fast writer gives back; it sorts and escapes as RFC 8785 does within the basic plane.

    The bytes normalised as a whole have each of their strings normalised too. None decides nothing.
    """
    if _leaves_bmp(data) or any(one.search(data) for one in _LIKE_FLOATS):
        return None
    try:
        value = orjson.loads(data)
        same = orjson.dumps(value, option=_WRITING) == data
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    is_read = same and isinstance(value, dict) and unicodedata.is_normalized("NFC", data.decode())
    return value if is_read else None


def _read_strictly(data: bytes) -> dict[str, Any]:
    """The object of any canonical bytes, read with the reference writer. Raises as `read_canonical`."""
    try:
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
    try:
        again = rfc8785.dumps(_normalised(value))
    except rfc8785.CanonicalizationError:
        raise InvalidData("document.not_canonical") from None
    if again != data:
        raise InvalidData("document.not_canonical")
    return value


def read_canonical(data: bytes) -> dict[str, Any]:
    """The JSON object that canonical bytes hold.

    Raises:
        InvalidData: `document.unreadable` (not UTF-8 JSON, not an object, too deep), `document.float`,
            `document.integer_too_large`, `document.duplicate_key`, or `document.not_canonical` when writing it again gives
            other bytes.
    """
    if _is_too_deep(data):
        raise InvalidData("document.unreadable")
    return _read_fast(data) or _read_strictly(data)
