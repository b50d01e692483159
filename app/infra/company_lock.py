"""Lock of the company mode inside the encrypted file (`app.services.company_lock.CompanyLock`)."""

import hmac
import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from math import ceil
from threading import Lock

from app.domain.errors import DomainError
from app.infra.keys import SALT_BYTES, Stretching, passphrase_key
from app.infra.preferences import Secrets
from app.services.company_lock import LONGEST_PIN, SHORTEST_PIN, looks_like_pin
from app.services.ports import Clock

FREE_TRIES = 3
"""Wrong codes that cost no wait."""

FIRST_WAIT, LONGEST_WAIT = 30, 900
"""Seconds to wait after the next wrong code, doubled at each other one, and the most."""

_KEPT_UNDER = "company_lock"


@dataclass(frozen=True, slots=True)
class _Record:
    """What is kept: the hash of the code, its salt, and the wrong codes since it was closed, with the instant of the last."""

    salt: str
    hashed: str
    wrong: int = 0
    last: str = ""


class StoredCompanyLock:
    """The lock of one profile; it answers « open » until the profile is."""

    def __init__(self, clock: Clock, stretching: Stretching = Stretching()) -> None:  # noqa: B008 it is frozen
        self._clock = clock
        self._stretching = stretching
        self._secrets: Secrets | None = None
        self._one_try = Lock()

    def unlocked(self, held: Secrets | None) -> None:
        """The profile is open, or locked again (None)."""
        self._secrets = held

    def is_closed(self) -> bool:
        """Whether the company mode was entered and not left."""
        return self._read() is not None

    def close(self, pin: str) -> None:
        """Close it with a code; slow."""
        if not looks_like_pin(pin):
            raise DomainError("pin.form", shortest=SHORTEST_PIN, longest=LONGEST_PIN)
        salt = secrets.token_bytes(SALT_BYTES)
        self._write(_Record(salt.hex(), self._hashed(pin, salt)))

    def open(self, pin: str) -> None:
        """Open it with its code; slow. One try at a time."""
        with self._one_try:
            kept = self._read()
            if kept is None:
                return
            left = self._seconds_left(kept)
            if left > 0:
                raise DomainError("pin.wait", seconds=left)
            self._write(replace(kept, wrong=kept.wrong + 1, last=self._clock().isoformat()))
            if not hmac.compare_digest(self._hashed(pin, bytes.fromhex(kept.salt)), kept.hashed):
                raise DomainError("pin.wrong")
            self.lift()

    def lift(self) -> None:
        """Open it without its code."""
        if self._read() is not None:
            self._held.keep_secret(_KEPT_UNDER, b"")

    def _seconds_left(self, kept: _Record) -> int:
        """Seconds before another code may be tried; a clock that was put back gives nothing."""
        if kept.wrong <= FREE_TRIES:
            return 0
        wait = FIRST_WAIT
        for _ in range(kept.wrong - FREE_TRIES - 1):
            wait = min(wait * 2, LONGEST_WAIT)
        since = (self._clock() - datetime.fromisoformat(kept.last)).total_seconds()
        return max(0, ceil(wait - max(since, 0)))

    def _hashed(self, pin: str, salt: bytes) -> str:
        return passphrase_key(pin, salt, self._stretching).hex()

    def _read(self) -> _Record | None:
        found = None if self._secrets is None else self._secrets.secret(_KEPT_UNDER)
        return _Record(**json.loads(found)) if found else None

    def _write(self, record: _Record) -> None:
        self._held.keep_secret(_KEPT_UNDER, json.dumps(asdict(record)).encode())

    @property
    def _held(self) -> Secrets:
        if self._secrets is None:
            raise RuntimeError("the profile is not open")
        return self._secrets
