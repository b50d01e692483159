"""Sign-in through the Region's own issuer: OpenID Connect, authorization code with PKCE, state and nonce kept once."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import delete, insert, select, update

from app.domain.errors import DomainError
from app.sync.contract.canonical import sha256_of
from server.accounts import login_of
from server.region import Region
from server.tables import account, sign_in_attempt

logger = logging.getLogger(__name__)
RETURN_PATH = "/connexion/retour"
_MINUTES = 10
_SECONDS = 10
_LEEWAY = 60
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
_CONFIGURATION = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the browser goes, and the state that it keeps until it comes back."""

    address: str
    state: str


def is_offered(region: Region) -> bool:
    """Whether the settings name an issuer."""
    return bool(region.settings.oidc_issuer and region.settings.oidc_client_id)


def depart(region: Region, return_address: str) -> Departure:
    """Begin a sign-in.

    Raises:
        DomainError: `issuer.unavailable`.
    """
    issuer = _issuer(region)
    nonce, verifier, state = secrets.token_urlsafe(24), secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    address: str = prepare_grant_uri(
        issuer["authorization_endpoint"],
        region.settings.oidc_client_id,
        "code",
        redirect_uri=return_address,
        scope="openid email",
        state=state,
        nonce=nonce,
        code_challenge=create_s256_code_challenge(verifier),
        code_challenge_method="S256",
    )
    now = region.clock()
    with region.database.writing() as connection:
        connection.execute(delete(sign_in_attempt).where(sign_in_attempt.c.expires_at <= now))
        values = {"state_sha256": sha256_of(state.encode()), "nonce": nonce, "verifier": verifier}
        connection.execute(insert(sign_in_attempt).values(expires_at=now + timedelta(minutes=_MINUTES), **values))
    return Departure(address, state)


def come_back(region: Region, return_address: str, asked: Mapping[str, str], kept_state: str) -> UUID:
    """The account that the issuer vouches for.

    Args:
        region: The server.
        return_address: The very address given at departure.
        asked: Parameters that the browser brings back.
        kept_state: State that this browser kept: another's sign-in cannot be pushed into it.

    Raises:
        DomainError: `issuer.unavailable`, `issuer.refused` for anything that does not verify, `issuer.stranger` when no
            account has this address.
    """
    state = asked.get("state", "")
    if not state or not secrets.compare_digest(state.encode(), kept_state.encode()) or "code" not in asked:
        raise DomainError("issuer.refused")
    wanted = sign_in_attempt.c.state_sha256 == sha256_of(state.encode())
    with region.database.writing() as connection:
        attempt = connection.execute(select(sign_in_attempt).where(wanted)).one_or_none()
        connection.execute(delete(sign_in_attempt).where(wanted))
    if attempt is None or attempt.expires_at <= region.clock():
        raise DomainError("issuer.refused")
    return _account(region, _claims(region, return_address, asked["code"], attempt.nonce, attempt.verifier))


def _claims(region: Region, return_address: str, code: str, nonce: str, verifier: str) -> Mapping[str, Any]:
    """What the issuer's signed token says, once everything of it verifies."""
    issuer = _issuer(region)
    settings = region.settings
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": return_address}
    form |= {"client_id": settings.oidc_client_id, "code_verifier": verifier}
    proof = (settings.oidc_client_id, settings.oidc_client_secret) if settings.oidc_client_secret else None
    try:
        answer = httpx.post(issuer["token_endpoint"], data=form, auth=proof, timeout=_SECONDS)
        keys = KeySet.import_key_set(_fetched(issuer["jwks_uri"]))  # type: ignore[arg-type]
        token = jwt.decode(answer.json()["id_token"], keys, algorithms=_ALGORITHMS)
        _registry(region, nonce).validate(token.claims)
    except httpx.HTTPError:
        raise DomainError("issuer.unavailable") from None
    except (JoseError, ValueError, KeyError, TypeError) as error:
        logger.warning("sign-in refused", extra={"error": type(error).__name__})
        raise DomainError("issuer.refused") from None
    return token.claims


def _registry(region: Region, nonce: str) -> jwt.JWTClaimsRegistry:
    settings = region.settings
    return jwt.JWTClaimsRegistry(
        now=lambda: int(region.clock().timestamp()),
        leeway=_LEEWAY,
        iss={"essential": True, "value": settings.oidc_issuer},
        aud={"essential": True, "value": settings.oidc_client_id},
        sub={"essential": True},
        exp={"essential": True},
        nonce={"essential": True, "value": nonce},
    )


def _account(region: Region, claims: Mapping[str, Any]) -> UUID:
    """The account already linked to this subject, or the one of its verified address, linked from now on."""
    subject = sha256_of(f"{region.settings.oidc_issuer}\n{claims['sub']}".encode())
    address = claims.get("email")
    login = login_of(address) if isinstance(address, str) and claims.get("email_verified") is True else ""
    with region.database.writing() as connection:
        row = connection.execute(select(account).where(account.c.subject_sha256 == subject)).one_or_none()
        if row is None and login:
            unlinked = account.c.subject_sha256.is_(None)
            row = connection.execute(select(account).where(account.c.login == login, unlinked)).one_or_none()
        if row is None or row.disabled_at is not None:
            raise DomainError("issuer.stranger")
        connection.execute(update(account).where(account.c.id == row.id).values(subject_sha256=subject))
        found: UUID = row.id
    return found


def _issuer(region: Region) -> Mapping[str, Any]:
    """What the issuer publishes about itself; it must say that it is the issuer asked for."""
    expected = region.settings.oidc_issuer
    told = _fetched(expected.rstrip("/") + _CONFIGURATION)
    if told.get("issuer") != expected:
        raise DomainError("issuer.unavailable")
    return told


def _fetched(address: str) -> dict[str, Any]:
    try:
        answer = httpx.get(address, timeout=_SECONDS, follow_redirects=False)
        told: dict[str, Any] = answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError):
        raise DomainError("issuer.unavailable") from None
    return told
