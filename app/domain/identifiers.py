"""SIREN and SIRET with their keys, and the checked reference that people read on paper."""

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.fr import siren as siren_rules
from stdnum.fr import siret as siret_rules
from stdnum.iso7064 import mod_37_36

from app.domain.errors import DomainError

REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Symbols of a reference's four free places: no I, L, O, U, which are misread by hand."""

REFERENCE_SPACE = len(REFERENCE_ALPHABET) ** 4


def siren_from(text: str) -> str:
    """A SIREN as typed, as nine digits.

    Raises:
        DomainError: `siren.length` or `siren.key`.
    """
    try:
        return str(siren_rules.validate(text))
    except InvalidChecksum:
        raise DomainError("siren.key", text=text) from None
    except ValidationError:
        raise DomainError("siren.length", text=text) from None


def siret_from(text: str) -> str:
    """A SIRET as typed, as fourteen digits; its first nine are a valid SIREN.

    Raises:
        DomainError: `siret.length` or `siret.key`.
    """
    try:
        return str(siret_rules.validate(text))
    except InvalidChecksum:
        raise DomainError("siret.key", text=text) from None
    except ValidationError:
        raise DomainError("siret.length", text=text) from None


def siren_of(siret: str) -> str:
    """SIREN of the company that owns an establishment."""
    return siret[:9]


def mission_reference(prefix: str, year: int, number: int) -> str:
    """Readable reference such as `OC-26-7F3K-9`, its last symbol being an ISO 7064 MOD 37,36 key.

    Args:
        prefix: Two capital letters of the scheme.
        year: Civil year of opening.
        number: From 0 to `REFERENCE_SPACE - 1`, drawn at random on the laptop.
    """
    symbols = ""
    for _ in range(4):
        number, rank = divmod(number, len(REFERENCE_ALPHABET))
        symbols = REFERENCE_ALPHABET[rank] + symbols
    body = f"{prefix}{year % 100:02d}{symbols}"
    return f"{prefix}-{year % 100:02d}-{symbols}-{mod_37_36.calc_check_digit(body)}"


def check_reference(text: str) -> str:
    """A reference read back from paper, in capitals.

    Raises:
        DomainError: `reference.key` when a symbol was misread.
    """
    compact = text.strip().upper().replace("-", "").replace(" ", "")
    if len(compact) != 9 or not mod_37_36.is_valid(compact):  # noqa: PLR2004 two letters, two digits, four symbols, a key
        raise DomainError("reference.key", text=text)
    return f"{compact[:2]}-{compact[2:4]}-{compact[4:8]}-{compact[8]}"
