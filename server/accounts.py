"""Accounts of the pages: who, in which role, for which provider; made and closed by an administrator."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from app.domain.errors import DomainError
from app.domain.quantities import LINE_LENGTH, clean_text
from server.devices import known_provider
from server.journal import Deed, ServerEvent, note, noting
from server.passwords import kept_form
from server.region import Region
from server.tables import account, page_session, provider

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._+-]*(@[a-z0-9.-]+)?")


class Role(StrEnum):
    """What a person is for the Region."""

    CONSULTANT = "consultant"
    MANAGER = "manager"
    OFFICER = "officer"
    NATIONAL = "national"
    ADMINISTRATOR = "administrator"


WITH_PROVIDER = frozenset({Role.CONSULTANT, Role.MANAGER})
"""Roles that work for one provider."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person.

    Attributes:
        id: Identifier.
        login: What the person types, small letters; an address when they sign in through the Region's issuer.
        name: Name shown.
        role: What they may do.
        provider_id: Their provider, for a consultant and a manager.
        provider: Its name, or empty.
        has_password: Whether a password opens it.
        has_second_factor: Whether an authenticator is enrolled.
        is_linked: Whether the issuer opened it once.
        created_at: When it was made.
        disabled_at: Since when it opens nothing, or None.
    """

    id: UUID
    login: str
    name: str
    role: Role
    provider_id: UUID | None
    provider: str
    has_password: bool
    has_second_factor: bool
    is_linked: bool
    created_at: datetime
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an administrator says of a new account; `password` is empty for one that only the issuer opens."""

    login: str
    name: str
    role: Role
    provider: str = ""
    password: str = ""


def create_account(region: Region, new: NewAccount) -> Account:
    """Make an account.

    Raises:
        DomainError: `account.login`, `account.taken`, `account.provider`, `password.length`, `text.too_long`.
    """
    login = login_of(new.login)
    if not _LOGIN.fullmatch(login) or len(login) > LINE_LENGTH:
        raise DomainError("account.login")
    name = clean_text(new.name, longest=LINE_LENGTH, field="name") or login
    employer = clean_text(new.provider, longest=LINE_LENGTH, field="provider")
    if bool(employer) != (new.role in WITH_PROVIDER):
        raise DomainError("account.provider")
    kept = kept_form(new.password) if new.password else None
    made = uuid4()
    with noting(region) as connection:
        if connection.execute(select(account.c.id).where(account.c.login == login)).first() is not None:
            raise DomainError("account.taken", login=login)
        provider_id = known_provider(region, connection, employer) if employer else None
        values = {"id": made, "login": login, "name": name, "role": new.role.value, "provider_id": provider_id}
        connection.execute(insert(account).values(password=kept, created_at=region.clock(), **values))
        note(connection, region.clock(), Deed(ServerEvent.ACCOUNT_OPENED, made, (login, new.role.value, employer)))
    return account_of(region, made)


def accounts(region: Region) -> tuple[Account, ...]:
    """Every account, by login."""
    with region.database.reading() as connection:
        return tuple(read_account(row) for row in connection.execute(accounts_query().order_by(account.c.login)))


def account_of(region: Region, account_id: UUID) -> Account:
    """One account.

    Raises:
        DomainError: `account.unknown`.
    """
    with region.database.reading() as connection:
        row = connection.execute(accounts_query().where(account.c.id == account_id)).one_or_none()
    if row is None:
        raise DomainError("account.unknown")
    return read_account(row)


def has_administrator(region: Region) -> bool:
    """Whether somebody may administer the server."""
    with region.database.reading() as connection:
        return _administrators(connection) > 0


def set_password(region: Region, account_id: UUID, password: str) -> None:
    """Give an account another password; its open sessions end.

    Raises:
        DomainError: `password.length`, `account.unknown`.
    """
    kept = kept_form(password)
    with noting(region) as connection:
        _change(connection, account_id, {"password": kept})
        note(connection, region.clock(), Deed(ServerEvent.ACCOUNT_CHANGED, account_id, ("password",)))
        end_sessions(connection, account_id)


def forget_second_factor(region: Region, account_id: UUID) -> None:
    """Let a person who lost their authenticator enrol another one; their sessions end.

    Raises:
        DomainError: `account.unknown`.
    """
    with noting(region) as connection:
        _change(connection, account_id, {"totp_sealed": None, "totp_step": None})
        note(connection, region.clock(), Deed(ServerEvent.ACCOUNT_CHANGED, account_id, ("second factor",)))
        end_sessions(connection, account_id)


def set_disabled(region: Region, account_id: UUID, *, disabled: bool) -> None:
    """Close an account, or open it again; its reads stay known.

    Raises:
        DomainError: `account.unknown`, or `account.last_administrator`.
    """
    with noting(region) as connection:
        _change(connection, account_id, {"disabled_at": region.clock() if disabled else None})
        if _administrators(connection) == 0:
            raise DomainError("account.last_administrator")
        kind = ServerEvent.ACCOUNT_CLOSED if disabled else ServerEvent.ACCOUNT_CHANGED
        note(connection, region.clock(), Deed(kind, account_id, ("disabled", disabled)))
        end_sessions(connection, account_id)


def login_of(typed: str) -> str:
    """A login as it is kept."""
    return typed.strip().lower()


def accounts_query() -> Select[Any]:
    """Accounts with the name of their provider."""
    return select(account, provider.c.name.label("provider_name")).outerjoin(
        provider, provider.c.id == account.c.provider_id
    )


def read_account(row: Row[Any]) -> Account:
    """A row of `accounts_query` as the program sees it."""
    return Account(
        id=row.id,
        login=row.login,
        name=row.name,
        role=Role(row.role),
        provider_id=row.provider_id,
        provider=row.provider_name or "",
        has_password=row.password is not None,
        has_second_factor=row.totp_sealed is not None,
        is_linked=row.subject_sha256 is not None,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )


def end_sessions(connection: Connection, account_id: UUID) -> None:
    """End every session of an account."""
    connection.execute(delete(page_session).where(page_session.c.account_id == account_id))


def _change(connection: Connection, account_id: UUID, values: dict[str, Any]) -> None:
    if connection.execute(update(account).where(account.c.id == account_id).values(values)).rowcount != 1:
        raise DomainError("account.unknown")


def _administrators(connection: Connection) -> int:
    standing = select(func.count()).select_from(account).where(account.c.role == Role.ADMINISTRATOR.value)
    return connection.execute(standing.where(account.c.disabled_at.is_(None))).scalar_one()
