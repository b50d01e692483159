"""Sessions of the pages: opened by a password then a code, or by the Region's issuer; kept as hashes, for a few hours."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.errors import DomainError
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import ProblemCode
from server.accounts import Account, Role, accounts_query, login_of, read_account
from server.failures import Purpose, note_failure, too_many
from server.passwords import is_outdated, kept_form, matches
from server.problems import Refused
from server.region import Region
from server.tables import account, page_session
from server.totp import accepted_step, secret_of

_STAGE_MINUTES = 10
_CSRF = b"jalon form"
SECOND_FACTOR_ROLES = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
"""Roles that see the whole Region: a password alone never opens them."""


class Stage(StrEnum):
    """How far a sign-in is."""

    CODE = "code"
    ENROL = "enrol"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Session:
    """A person who signed in, or is about to.

    Attributes:
        account: Who.
        stage: How far; only `open` opens anything.
        csrf: What every form of this session must send back.
    """

    account: Account
    stage: Stage
    csrf: str


def sign_in(region: Region, login: str, password: str, source: str) -> str | None:
    """The token of a session that a password opens, as far as it does; None when the login or the password is wrong.

    Raises:
        Refused: `enrolment.too_many` after too many failures from one address, or against one account.
    """
    known = login_of(login)
    sources = (source, f"account:{known}")
    with region.database.reading() as connection:
        _check_failures(region, connection, sources)
        row = connection.execute(accounts_query().where(account.c.login == known)).one_or_none()
    right = matches(password, None if row is None else row.password)
    if not right or row is None or row.disabled_at is not None:
        _note(region, sources)
        return None
    found = read_account(row)
    if is_outdated(row.password):
        with region.database.writing() as connection:
            connection.execute(update(account).where(account.c.id == found.id).values(password=kept_form(password)))
    if found.has_second_factor:
        return open_session(region, found.id, Stage.CODE)
    return open_session(region, found.id, Stage.ENROL if found.role in SECOND_FACTOR_ROLES else Stage.OPEN)


def confirm_code(region: Region, token: str, typed: str, source: str) -> str | None:
    """The token of the open session once the authenticator's code is right, None when it is wrong.

    Raises:
        Refused: `enrolment.too_many`.
    """
    session = session_of(region, token)
    if session is None or session.stage is Stage.OPEN:
        return None
    account_id = session.account.id
    sources = (source, f"code:{account_id}")
    with region.database.writing() as connection:
        _check_failures(region, connection, sources)
        found = select(account.c.totp_sealed, account.c.totp_step).where(account.c.id == account_id)
        row = connection.execute(found.with_for_update()).one()
        owner, sealed = str(account_id), row.totp_sealed
        secret = region.vault.open(sealed, owner) if sealed else pending_secret(token)
        step = accepted_step(secret, typed, region.clock(), row.totp_step)
        if step is not None:
            used = update(account).where(account.c.id == account_id)
            kept = sealed or region.vault.seal(secret, owner)
            connection.execute(used.values(totp_sealed=kept, totp_step=step))
    if step is None:
        _note(region, sources)
        return None
    close_session(region, token)
    return open_session(region, account_id, Stage.OPEN)


def check_own_password(region: Region, owner: Account, typed: str, source: str) -> None:
    """Make sure that somebody whose session is open knows the password too.

    Raises:
        DomainError: `password.wrong`.
        Refused: `enrolment.too_many`.
    """
    sources = (source, f"account:{owner.login}")
    with region.database.reading() as connection:
        _check_failures(region, connection, sources)
        kept = connection.execute(select(account.c.password).where(account.c.id == owner.id)).scalar_one()
    if not matches(typed, kept):
        _note(region, sources)
        raise DomainError("password.wrong")


def pending_secret(token: str) -> str:
    """Secret offered to a person who enrols an authenticator: of this session alone, kept nowhere until confirmed."""
    return secret_of(hmac.digest(token.encode(), b"jalon authenticator", "sha256"))


def open_session(region: Region, account_id: UUID, stage: Stage = Stage.OPEN) -> str:
    """The token of a new session; those that are over are forgotten."""
    token = secrets.token_urlsafe(32)
    now = region.clock()
    hours = timedelta(hours=region.settings.session_hours)
    expires = now + (hours if stage is Stage.OPEN else timedelta(minutes=_STAGE_MINUTES))
    with region.database.writing() as connection:
        connection.execute(delete(page_session).where(page_session.c.expires_at <= now))
        values = {"account_id": account_id, "stage": stage.value, "expires_at": expires}
        connection.execute(insert(page_session).values(token_sha256=sha256_of(token.encode()), **values))
    return token


def session_of(region: Region, token: str) -> Session | None:
    """The session under way that a token names, if its account still opens anything."""
    if not token:
        return None
    query = accounts_query().add_columns(page_session.c.stage, page_session.c.expires_at)
    query = query.join(page_session, page_session.c.account_id == account.c.id)
    with region.database.reading() as connection:
        found = query.where(page_session.c.token_sha256 == sha256_of(token.encode()))
        row = connection.execute(found).one_or_none()
    if row is None or row.expires_at <= region.clock() or row.disabled_at is not None:
        return None
    return Session(read_account(row), Stage(row.stage), csrf_of(token))


def csrf_of(token: str) -> str:
    """What a form of a session sends back: nobody has it who has not the session's token."""
    return hmac.digest(token.encode(), _CSRF, "sha256").hex()


def close_session(region: Region, token: str) -> None:
    """End a session."""
    with region.database.writing() as connection:
        connection.execute(delete(page_session).where(page_session.c.token_sha256 == sha256_of(token.encode())))


def _check_failures(region: Region, connection: Connection, sources: tuple[str, ...]) -> None:
    if any(too_many(region, connection, Purpose.PASSWORD, source) for source in sources):
        raise Refused(ProblemCode.TOO_MANY_FAILURES)


def _note(region: Region, sources: tuple[str, ...]) -> None:
    with region.database.writing() as connection:
        for source in sources:
            note_failure(region, connection, Purpose.PASSWORD, source)
