"""Canonical JSON: what is written reads back, and nothing else is read."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.errors import InvalidData
from app.sync.contract import canonical
from app.sync.contract.canonical import MAX_DEPTH, MAX_INTEGER, canonical_bytes, read_canonical
from tests.support.sealed import a_mission_file, a_version

values = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


def nested(depth: int) -> bytes:
    """An object that holds arrays in arrays, `depth` levels in all."""
    return b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


@given(st.dictionaries(st.text(), values, max_size=4))
def test_what_is_written_reads_back_and_writes_the_same(value: dict[str, object]) -> None:
    data = canonical_bytes(value)
    assert canonical_bytes(read_canonical(data)) == data


def test_texts_are_composed() -> None:
    assert canonical_bytes({"e\u0301": "E\u0301"}) == '{"é":"É"}'.encode()


def outcome(read: Callable[[bytes], object], data: bytes) -> object:
    """What reading gives, or the code of its refusal."""
    try:
        return read(data)
    except InvalidData as refusal:
        return refusal.code


styles = st.fixed_dictionaries(
    {"separators": st.sampled_from([(",", ":"), (", ", ":")])},
    optional={"sort_keys": st.booleans(), "ensure_ascii": st.booleans()},
)


def reference(data: bytes) -> object:
    """What the reference writer says of bytes whose brackets match: without, no reader goes as far as their numbers."""
    if canonical._is_too_deep(data):
        raise InvalidData("document.unreadable")
    return canonical._read_strictly(data)


@settings(max_examples=200)
@given(
    st.dictionaries(st.text(), values | st.floats() | st.integers(-(2**70), 2**70), max_size=4),
    styles,
    st.integers(0),
    st.binary(max_size=2),
)
@example({"\ue000": 1, "𝕏": 2}, {"separators": (",", ":"), "ensure_ascii": False}, 0, b"")
@example({"a": 1.5}, {"separators": (",", ":")}, 8, b" ")
@example({"é": "e\u0301"}, {"separators": (",", ":"), "ensure_ascii": False}, 0, b"")
def test_the_fast_reading_says_what_the_reference_says(
    value: dict[str, object], style: dict[str, Any], place: int, put: bytes
) -> None:
    loose = json.dumps(value, **style).encode("utf-8", "surrogatepass")
    for data in (loose, *canonical_of(value)):
        cut = place % (len(data) + 1)
        for one in (data, data[:cut] + put + data[cut:], data[:cut] + put + data[cut + len(put) :]):
            assert repr(outcome(read_canonical, one)) == repr(outcome(reference, one))


def canonical_of(value: dict[str, object]) -> list[bytes]:
    """Canonical bytes, when the value has any."""
    try:
        return [canonical_bytes(value)]
    except (InvalidData, rfc8785.CanonicalizationError):
        return []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document.unreadable"),
        (b"[]", "document.unreadable"),
        (b"{", "document.unreadable"),
        (b'{"a":"', "document.unreadable"),
        (b"\xff", "document.unreadable"),
        (nested(MAX_DEPTH + 1), "document.unreadable"),
        (b'{"a":1.0}', "document.float"),
        (b'{"a":1e2}', "document.float"),
        (b'{"a":NaN}', "document.float"),
        (b'{"a":-Infinity}', "document.float"),
        (b'{"a":9007199254740992}', "document.integer_too_large"),
        (b'{"a":' + b"9" * 5000 + b"}", "document.integer_too_large"),
        (b'{"a":1,"a":1}', "document.duplicate_key"),
        (b'{"a": 1}', "document.not_canonical"),
        (b'{"b":1,"a":1}', "document.not_canonical"),
        (b'{"a":"\\u0041"}', "document.not_canonical"),
        (b'{"a":-0}', "document.not_canonical"),
        ('{"a":"e\u0301"}'.encode(), "document.not_canonical"),
        (b'{"a":"\\ud800"}', "document.not_canonical"),
    ],
)
def test_anything_else_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read_canonical(data)
    assert refusal.value.code == code


@pytest.mark.parametrize("number", ["0.1", "-0.0", "1.5e+300", "1e+300", "5e-324", "1.0"])
def test_a_float_is_never_read_fast(number: str) -> None:
    for data in (f'{{"a":{number}}}', f'{{"a":[{number}]}}', f'{{"a":{number},"b":1}}', f'{{"a":[1,{number}]}}'):
        assert canonical._read_fast(data.encode()) is None


def test_a_sealed_document_is_read_fast() -> None:
    assert canonical._read_fast(a_version(a_mission_file()).document) is not None


def test_depth_counts_no_bracket_of_a_text() -> None:
    deep = canonical_bytes({"a": "[" * 50, "b": '\\"[[[[[[[[[[[[[[["', "\\": [["{" * 50]]})
    assert canonical_bytes(read_canonical(deep)) == deep
    assert read_canonical(nested(MAX_DEPTH))


@given(
    st.lists(
        st.sampled_from([b"{", b"}", b"[", b"]", b'""', b'"a"', b'"{"', b'"]}"', b'"\\""', b'"{\\\\"']), max_size=40
    )
)
def test_depth_is_what_a_walk_finds(parts: list[bytes]) -> None:
    depth, deepest, lowest = 0, 0, 0
    for part in parts:
        depth += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(part, 0)
        deepest, lowest = max(deepest, depth), min(lowest, depth)
    opened, closed = b"[" * (MAX_DEPTH - 5), b"]" * (MAX_DEPTH - 5)
    expected = depth != 0 or lowest < -len(opened) or deepest > 5
    assert canonical._is_too_deep(opened + b"".join(parts) + closed) == expected


@pytest.mark.parametrize("data", [b'"' * 2_000_001, b'"\\"' * 700_001, b'"\\' * 1_000_000, b"[" * 2_000_000])
def test_hostile_bytes_are_read_in_one_pass_and_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match=r"document\.unreadable"):
        read_canonical(data)
