"""The ways that open a profile: each gives the same key, none leaves it bare on the disk."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.identifiers import REFERENCE_ALPHABET
from app.infra import slots
from app.infra.keys import training_key
from app.infra.protection import SlotsProtection
from app.infra.recovery_code import GROUPS, new_recovery_code, read_recovery_code
from app.services.errors import EnvironmentFailure
from app.services.profile import Slots
from tests.integration.infra.rings import ForgetfulRing, MemoryRing

PASSPHRASE = "cheval agrafe pile correcte"  # noqa: S105 of these tests only


def refused(call: Any, *arguments: object) -> str:
    """Code of the refusal that a call ends with."""
    with pytest.raises((DomainError, EnvironmentFailure)) as caught:
        call(*arguments)
    return str(caught.value.code)


def test_every_way_opens_the_same_key(tmp_path: Path) -> None:
    ring = MemoryRing()
    key, code = slots.create_slots(tmp_path, ring, PASSPHRASE)
    assert len(key) == 32
    assert slots.unlock_with_keyring(tmp_path, ring) == key
    assert slots.unlock_with_passphrase(tmp_path, PASSPHRASE) == key
    assert slots.unlock_with_recovery(tmp_path, code) == key
    assert slots.unlock_with_secret(tmp_path, PASSPHRASE) == key
    assert slots.unlock_with_secret(tmp_path, f" {code.lower().replace('-', ' ')} ") == key


def test_nothing_on_the_disk_tells_the_key(tmp_path: Path) -> None:
    key, code = slots.create_slots(tmp_path, MemoryRing(), PASSPHRASE)
    (written,) = tmp_path.iterdir()
    content = written.read_bytes()
    for secret in (key, key.hex().encode(), PASSPHRASE.encode(), code.encode(), code.replace("-", "").encode()):
        assert secret not in content
    assert written.stat().st_mode & 0o077 == 0


def test_the_passphrase_is_the_same_however_its_accents_are_typed(tmp_path: Path) -> None:
    key, _ = slots.create_slots(tmp_path, None, "é" * 12)
    assert slots.unlock_with_passphrase(tmp_path, "e\u0301" * 12) == key


def test_wrong_secrets_are_refused(tmp_path: Path) -> None:
    _, code = slots.create_slots(tmp_path, None, PASSPHRASE)
    other = new_recovery_code()
    assert refused(slots.unlock_with_passphrase, tmp_path, PASSPHRASE + "s") == "unlock.refused"
    assert refused(slots.unlock_with_recovery, tmp_path, other) == "unlock.refused"
    assert refused(slots.unlock_with_recovery, tmp_path, code[:-1]) == "recovery.length"
    assert refused(slots.unlock_with_secret, tmp_path, "") == "unlock.refused"
    assert refused(slots.unlock_with_secret, tmp_path, other) == "unlock.refused"
    wrong = REFERENCE_ALPHABET[(REFERENCE_ALPHABET.index(code[7]) + 1) % 32]
    misread = code[:7] + wrong + code[8:]
    with pytest.raises(DomainError) as caught:
        slots.unlock_with_secret(tmp_path, misread)
    assert (caught.value.code, caught.value.params["group"]) == ("recovery.misread", 2)


def test_a_passphrase_that_looks_like_a_code_opens_all_the_same(tmp_path: Path) -> None:
    passphrase = "ABCDE" * GROUPS
    key, _ = slots.create_slots(tmp_path, None, passphrase)
    assert slots.unlock_with_secret(tmp_path, passphrase) == key


def test_a_profile_is_not_made_without_a_way_to_open_it_daily(tmp_path: Path) -> None:
    assert refused(slots.create_slots, tmp_path, None, "") == "passphrase.too_short"
    assert refused(slots.create_slots, tmp_path, MemoryRing(), "court") == "passphrase.too_short"
    assert refused(slots.create_slots, tmp_path, ForgetfulRing(), "") == "keyring.absent"
    assert list(tmp_path.iterdir()) == []


def test_a_refused_file_leaves_nothing_in_the_ring(tmp_path: Path) -> None:
    ring = MemoryRing()
    assert refused(slots.create_slots, tmp_path / "missing", ring, "") == "disk.refused"
    assert ring.secrets == {}


def test_the_key_of_a_profile_is_never_replaced(tmp_path: Path) -> None:
    slots.create_slots(tmp_path, None, PASSPHRASE)
    with pytest.raises(FileExistsError):
        slots.create_slots(tmp_path, None, PASSPHRASE)


def test_the_ring_of_another_laptop_or_profile_opens_nothing(tmp_path: Path) -> None:
    ring = MemoryRing()
    slots.create_slots(tmp_path, ring)
    assert slots.unlock_with_keyring(tmp_path, MemoryRing()) is None
    (account,) = ring.secrets
    ring.keep(account, bytes(32))
    assert slots.unlock_with_keyring(tmp_path, ring) is None


def test_ways_are_added_and_replaced(tmp_path: Path) -> None:
    ring = MemoryRing()
    key, code = slots.create_slots(tmp_path, None, PASSPHRASE)
    protection = SlotsProtection(tmp_path, ring)
    protection.unlocked(key)
    assert protection.slots() == Slots(keyring=False, passphrase=True, recovery=True)
    protection.keep_in_keyring()
    protection.set_passphrase("une tout autre phrase")
    new_code = protection.new_recovery_code()
    assert protection.slots() == Slots(keyring=True, passphrase=True, recovery=True)
    assert slots.unlock_with_keyring(tmp_path, ring) == key
    assert slots.unlock_with_secret(tmp_path, "une tout autre phrase") == key
    assert slots.unlock_with_secret(tmp_path, new_code) == key
    assert refused(slots.unlock_with_secret, tmp_path, PASSPHRASE) == "unlock.refused"
    assert refused(slots.unlock_with_secret, tmp_path, code) == "unlock.refused"
    assert refused(protection.set_passphrase, "court") == "passphrase.too_short"
    assert slots.unlock_with_secret(tmp_path, "une tout autre phrase") == key


def test_without_a_ring_the_protection_says_so(tmp_path: Path) -> None:
    protection = SlotsProtection(tmp_path, None)
    assert protection.keyring_name() == ""
    assert refused(protection.keep_in_keyring) == "keyring.absent"
    assert refused(protection.slots) == "slots.absent"
    assert SlotsProtection(tmp_path, MemoryRing()).keyring_name() == "Trousseau d’essai"


def test_another_key_changes_no_slot(tmp_path: Path) -> None:
    slots.create_slots(tmp_path, None, PASSPHRASE)
    with pytest.raises(ValueError, match="another key"):
        slots.set_passphrase(tmp_path, bytes(32), PASSPHRASE)


def spoilt(content: bytes) -> dict[str, bytes]:
    """Slots files that no version wrote."""
    record = json.loads(content)
    passphrase = record["passphrase"]
    return {
        "empty": b"",
        "cut": content[: len(content) // 2],
        "list": b"[]",
        "not text": b"\xff\xfe\x00",
        "no profile": json.dumps({**record, "profile": "x"}).encode(),
        "no check": json.dumps({**record, "check": 3}).encode(),
        "short key": json.dumps({**record, "passphrase": {**passphrase, "sealed": "00"}}).encode(),
        "odd salt": json.dumps({**record, "passphrase": {**passphrase, "salt": "zz"}}).encode(),
        "huge cost": json.dumps({**record, "stretching": {"rounds": 3, "memory_kib": 1 << 40, "lanes": 4}}).encode(),
        "no cost": json.dumps({**record, "stretching": {"rounds": 0, "memory_kib": 64, "lanes": 4}}).encode(),
    }


def test_a_spoilt_file_is_told_and_left_alone(tmp_path: Path) -> None:
    slots.create_slots(tmp_path, None, PASSPHRASE)
    path = tmp_path / "slots.json"
    content = path.read_bytes()
    for name, spoiled in spoilt(content).items():
        path.write_bytes(spoiled)
        assert refused(slots.unlock_with_secret, tmp_path, PASSPHRASE) == "slots.damaged", name
        assert path.read_bytes() == spoiled
    path.write_bytes(json.dumps({**json.loads(content), "schema": 2}).encode())
    assert refused(slots.unlock_with_secret, tmp_path, PASSPHRASE) == "slots.newer"
    path.unlink()
    assert refused(slots.unlock_with_secret, tmp_path, PASSPHRASE) == "slots.absent"


@given(place=st.integers(0, 34), shift=st.integers(1, 31), code=st.builds(new_recovery_code))
def test_any_misread_symbol_is_found_in_its_group(place: int, shift: int, code: str) -> None:
    symbols = code.replace("-", "")
    wrong = REFERENCE_ALPHABET[(REFERENCE_ALPHABET.index(symbols[place]) + shift) % 32]
    with pytest.raises(DomainError) as caught:
        read_recovery_code(symbols[:place] + wrong + symbols[place + 1 :])
    assert (caught.value.code, caught.value.params["group"]) == ("recovery.misread", place // 5 + 1)


def test_two_exchanged_groups_are_found() -> None:
    groups = new_recovery_code(draw=lambda alphabet: alphabet[7]).split("-")
    assert len(set(groups)) == GROUPS
    with pytest.raises(DomainError, match=r"recovery\.misread"):
        read_recovery_code("-".join([groups[1], groups[0], *groups[2:]]))


def test_letters_that_the_eye_confuses_are_read() -> None:
    code = new_recovery_code(draw=lambda alphabet: alphabet[0])
    assert read_recovery_code(code.replace("0", "o")) == "0" * 28
    code = new_recovery_code(draw=lambda alphabet: alphabet[1])
    assert read_recovery_code(code.replace("1", "l")) == read_recovery_code(code.replace("1", "I")) == "1" * 28


def test_the_training_profile_has_its_own_key() -> None:
    key = bytes(range(32))
    assert len(training_key(key)) == 32
    assert training_key(key) != key
    assert training_key(key) == training_key(bytes(range(32))) != training_key(bytes(32))
