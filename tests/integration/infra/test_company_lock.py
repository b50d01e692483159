"""The lock of the company mode: closed across a kill, slow to guess, opened by its code or by what opens the profile."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import DomainError
from app.infra.company_lock import FREE_TRIES, StoredCompanyLock
from app.infra.keys import Stretching
from app.services.company_lock import looks_like_pin

QUICK = Stretching(rounds=1, memory_kib=64, lanes=1)


class Kept:
    """Secrets of one encrypted file, and a clock that the test moves."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def secret(self, name: str) -> bytes | None:
        """What is kept under a name."""
        return self.values.get(name)

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a value under a name."""
        self.values[name] = value

    def lock(self) -> StoredCompanyLock:
        """The lock, as a program that starts finds it."""
        found = StoredCompanyLock(lambda: self.now, QUICK)
        found.unlocked(self)
        return found


def refused(lock: StoredCompanyLock, pin: str) -> str:
    """Code of the refusal of a code."""
    with pytest.raises(DomainError) as told:
        lock.open(pin)
    return told.value.code


def test_a_code_closes_and_opens_and_is_never_kept_in_clear() -> None:
    kept = Kept()
    lock = kept.lock()
    assert not lock.is_closed()
    lock.close("4271")
    assert lock.is_closed()
    assert all(b"4271" not in value for value in kept.values.values())
    assert refused(lock, "4272") == "pin.wrong"
    assert kept.lock().is_closed()
    kept.lock().open("4271")
    assert not kept.lock().is_closed()


def test_two_profiles_of_one_code_keep_different_hashes() -> None:
    one, other = Kept(), Kept()
    one.lock().close("4271")
    other.lock().close("4271")
    assert one.values != other.values


def test_wrong_codes_slow_down_and_a_restart_forgives_nothing() -> None:
    kept = Kept()
    kept.lock().close("4271")
    for _ in range(FREE_TRIES + 1):
        assert refused(kept.lock(), "0000") == "pin.wrong"
    assert refused(kept.lock(), "4271") == "pin.wait"
    kept.now += timedelta(seconds=29)
    assert refused(kept.lock(), "4271") == "pin.wait"
    kept.now += timedelta(seconds=2)
    assert refused(kept.lock(), "0000") == "pin.wrong"
    kept.now += timedelta(seconds=31)
    assert refused(kept.lock(), "4271") == "pin.wait"
    kept.now -= timedelta(days=1)
    assert refused(kept.lock(), "4271") == "pin.wait"
    kept.now += timedelta(days=1, seconds=60)
    kept.lock().open("4271")
    assert not kept.lock().is_closed()


def test_the_wait_never_passes_a_quarter_of_an_hour() -> None:
    kept = Kept()
    kept.lock().close("4271")
    for _ in range(20):
        assert refused(kept.lock(), "0000") == "pin.wrong"
        kept.now += timedelta(seconds=900)
    kept.lock().open("4271")
    assert not kept.lock().is_closed()


@pytest.mark.parametrize("typed", ["", "123", "123456789", "12a4", "12 34", "٤٢٧١", "4271\n"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert not looks_like_pin(typed)
    with pytest.raises(DomainError) as told:
        Kept().lock().close(typed)
    assert told.value.code == "pin.form"
