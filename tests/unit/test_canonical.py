"""Canonical JSON: what is written reads back, and nothing else is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidData
from app.sync.contract.canonical import MAX_DEPTH, MAX_INTEGER, canonical_bytes, read_canonical

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


def test_depth_counts_no_bracket_of_a_text() -> None:
    deep = canonical_bytes({"a": "[" * 50, "b": '\\"[[[[[[[[[[[[[[["', "\\": [["{" * 50]]})
    assert canonical_bytes(read_canonical(deep)) == deep
    assert read_canonical(nested(MAX_DEPTH))


@pytest.mark.parametrize("data", [b'"' * 2_000_001, b'"\\"' * 700_001, b'"\\' * 1_000_000, b"[" * 2_000_000])
def test_hostile_bytes_are_read_in_one_pass_and_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match=r"document\.unreadable"):
        read_canonical(data)
