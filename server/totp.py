"""Six digits of an authenticator (RFC 6238: SHA-1, thirty seconds), and the QR code that hands its secret over."""

import base64
import hashlib
import hmac
from datetime import datetime
from io import BytesIO
from urllib.parse import quote, urlencode

import segno

_PERIOD = 30
_DIGITS = 6
_SECRET_BYTES = 20


def secret_of(seed: bytes) -> str:
    """A secret of 160 bits from a random seed at least as long, in base32 as authenticators read it."""
    return base64.b32encode(seed[:_SECRET_BYTES]).decode("ascii")


def code_at(secret: str, step: int) -> str:
    """The six digits of one period of thirty seconds since 1970."""
    digest = hmac.new(base64.b32decode(secret), step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}d}"


def step_of(instant: datetime) -> int:
    """The period of an instant."""
    return int(instant.timestamp()) // _PERIOD


def accepted_step(secret: str, typed: str, now: datetime, last: int | None) -> int | None:
    """The period whose code was typed, one before or after the present one allowed; None when wrong or used already.

    Args:
        secret: Base32 secret.
        typed: What the person typed; spaces do not count.
        now: Present instant.
        last: Last period accepted for this account: a code serves once.
    """
    digits = "".join(typed.split())
    present = step_of(now)
    for step in (present, present - 1, present + 1):
        right = hmac.compare_digest(code_at(secret, step).encode(), digits.encode())
        if right and (last is None or step > last):
            return step
    return None


def enrolment_uri(secret: str, login: str, server: str) -> str:
    """What the QR code holds."""
    asked = urlencode({"secret": secret, "issuer": server, "digits": _DIGITS, "period": _PERIOD}, quote_via=quote)
    return f"otpauth://totp/{quote(server)}:{quote(login)}?{asked}"


def qr_code(uri: str) -> str:
    """The QR code as a drawing to put in a page: dark on white whatever the page's colours."""
    drawn = BytesIO()
    segno.make(uri, error="m").save(
        drawn, kind="svg", scale=4, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, nl=False
    )
    return drawn.getvalue().decode("ascii")
