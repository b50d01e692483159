"""Canonical bytes and receipts: hostile documents are refused, whatever their trick."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidData
from app.sync.contract.canonical import MAX_INTEGER, canonical_bytes, read_canonical, sha256_of
from app.sync.contract.document import MAX_DOCUMENT_BYTES, read_document
from app.sync.contract.receipt import ReceiptBody, check_receipt, key_id, read_receipt, sign_receipt

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["a", "é", "𝄞", "z"]), JSON))
def test_canonical_bytes_are_read_back_and_written_the_same(value: dict[str, object]) -> None:
    data = canonical_bytes(value)
    assert canonical_bytes(read_canonical(data)) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document.unreadable"),
        (b"\xff\xfe{}", "document.unreadable"),
        (b"[]", "document.unreadable"),
        (b"null", "document.unreadable"),
        (b'{"a":1', "document.unreadable"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "document.unreadable"),
        (b'{"a":' + b"[" * 200_000, "document.unreadable"),
        (b'{"a":1.0}', "document.float"),
        (b'{"a":1e3}', "document.float"),
        (b'{"a":NaN}', "document.float"),
        (b'{"a":-Infinity}', "document.float"),
        (b'{"a":9007199254740992}', "document.integer_too_large"),
        (b'{"a":' + b"9" * 5000 + b"}", "document.integer_too_large"),
        (b'{"a":1,"a":1}', "document.duplicate_key"),
        (b'{"b":{"a":1,"a":2}}', "document.duplicate_key"),
        (b'{ "a":1}', "document.not_canonical"),
        (b'{"b":1,"a":2}', "document.not_canonical"),
        (b'{"a":"\\u00e9"}', "document.not_canonical"),
        ('{"a":"e\u0301"}'.encode(), "document.not_canonical"),
        (b'{"a":"\\ud800"}', "document.not_canonical"),
        (b'\xef\xbb\xbf{"a":1}', "document.unreadable"),
    ],
)
def test_hostile_bytes_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read_canonical(data)
    assert refusal.value.code == code


def test_a_document_of_a_later_program_is_refused_whole() -> None:
    with pytest.raises(InvalidData) as refusal:
        read_document(canonical_bytes({"schema": 2, "unheard": "of"}))
    assert (refusal.value.code, refusal.value.params["schema"]) == ("document.newer", 2)


@pytest.mark.parametrize("value", [{"schema": 1}, {"schema": True}, {"schema": "1"}, {"schema": 1, "mission": {}}])
def test_an_incomplete_document_names_its_first_fault(value: dict[str, object]) -> None:
    with pytest.raises(InvalidData) as refusal:
        read_document(canonical_bytes(value))
    assert refusal.value.code == "document.invalid"
    assert refusal.value.params["path"]


def test_a_document_too_large_is_not_even_read() -> None:
    with pytest.raises(InvalidData, match="document.too_large"):
        read_document(b" " * (MAX_DOCUMENT_BYTES + 1))


MISSION = UUID("11111111-2222-4333-8444-555555555555")


def a_receipt(key: Ed25519PrivateKey) -> bytes:
    body = ReceiptBody(
        schema=1,
        kid=key_id(key.public_key().public_bytes_raw()),
        server="Région d’exemple",
        mission_id=MISSION,
        version=1,
        sha256="a" * 64,
        size=12,
        received_at=datetime(2022, 1, 3, tzinfo=UTC),
        answers=29,
        days=10,
        actions=3,
        index=132,
        funding_checked=True,
        fictional=False,
    )
    return sign_receipt(body, key)


def test_a_receipt_proves_exactly_what_it_says() -> None:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    data = a_receipt(key)
    assert check_receipt(data, public, mission_id=MISSION, version=1, sha256="a" * 64).index == 132
    for changed in ({"version": 2}, {"sha256": "b" * 64}, {"mission_id": UUID(int=1)}):
        wanted = {"mission_id": MISSION, "version": 1, "sha256": "a" * 64, **changed}
        with pytest.raises(InvalidData, match="receipt.mismatch"):
            check_receipt(data, public, **wanted)  # type: ignore[arg-type]


def test_a_receipt_changed_in_one_figure_or_signed_by_another_is_refused() -> None:
    key, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    value = json.loads(a_receipt(key))
    value["body"]["index"] = 133
    with pytest.raises(InvalidData, match="receipt.signature"):
        read_receipt(canonical_bytes(value), public)
    with pytest.raises(InvalidData, match="receipt.signature"):
        read_receipt(a_receipt(other), public)


@pytest.mark.parametrize("data", [b"", b"{}", b"<html>", b'{"body":{},"signature":"!"}', b"x" * 100_000])
def test_a_reply_that_is_no_receipt_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match="receipt.unreadable"):
        read_receipt(data, bytes(32))


def test_the_hash_is_the_usual_one() -> None:
    assert sha256_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
