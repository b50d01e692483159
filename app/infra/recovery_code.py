"""The printed recovery code: seven groups of five symbols, each group with a key that finds a misread symbol."""

import secrets
from collections.abc import Callable

from stdnum import luhn

from app.domain.errors import DomainError
from app.domain.identifiers import REFERENCE_ALPHABET

GROUPS = 7
"""Groups of a code: four free symbols of 5 bits each, so 140 bits in all, and one key."""

_FREE = 4
_LENGTH = GROUPS * (_FREE + 1)
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_recovery_code(draw: Callable[[str], str] = secrets.choice) -> str:
    """A random code, such as `7F3K9-…`.

    Args:
        draw: Chooses one symbol; for the program, the system's secure source.
    """
    groups = []
    for place in range(GROUPS):
        free = "".join(draw(REFERENCE_ALPHABET) for _ in range(_FREE))
        groups.append(free + _key(place, free))
    return "-".join(groups)


def looks_like_code(text: str) -> bool:
    """Whether a text has the length and the symbols of a recovery code, right or misread."""
    symbols = _symbols(text)
    return len(symbols) == _LENGTH and all(symbol in REFERENCE_ALPHABET for symbol in symbols)


def read_recovery_code(text: str) -> str:
    """The free symbols of a code as typed; capitals, hyphens, spaces and the letters O, I, L, U do not matter.

    Raises:
        DomainError: `recovery.length`, or `recovery.misread` with the number of the group, from 1.
    """
    if not looks_like_code(text):
        raise DomainError("recovery.length", groups=GROUPS)
    symbols = _symbols(text)
    read = ""
    for place in range(GROUPS):
        start = place * (_FREE + 1)
        free, key = symbols[start : start + _FREE], symbols[start + _FREE]
        if key != _key(place, free):
            raise DomainError("recovery.misread", group=place + 1)
        read += free
    return read


def _symbols(text: str) -> str:
    return "".join(text.upper().replace("-", "").split()).translate(_MISREAD)


def _key(place: int, free: str) -> str:
    """Luhn key, modulo 32; the place is part of it, so that two exchanged groups are seen."""
    return str(luhn.calc_check_digit(REFERENCE_ALPHABET[place] + free, alphabet=REFERENCE_ALPHABET))
