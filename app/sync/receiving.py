"""What the Region publishes: asked with the hash of what is held, verified with the pinned key, noted in one write."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import DomainError
from app.services.ports import Clock, SecretStore
from app.services.receiving import MissionOrder, Publication, Standing
from app.services.workbench import Membership

if TYPE_CHECKING:
    from app.sync.contract.publication import OrderSent

PUBLICATION_SECRET = "regional_publication"  # noqa: S105 the name under which it is kept


class RegionalPublications:
    """Implementation of `app.services.receiving.Publications`.

    Args:
        membership: The server that this laptop is enrolled with, if any.
        ask: Bytes of what the server publishes, or None when it is what has the hash given.
        secrets: Where what was last received is kept, with the profile.
        clock: Present instant, UTC.
    """

    def __init__(
        self,
        membership: Callable[[], Membership | None],
        ask: Callable[[str], bytes | None],
        secrets: SecretStore,
        clock: Clock,
    ) -> None:
        self._membership = membership
        self._ask = ask
        self._secrets = secrets
        self._clock = clock

    def fetch(self) -> Publication | None:
        """What the server publishes now, None when it is what was last received.

        Raises:
            DomainError: `deposit.not_enrolled`.
            InvalidData: What `read` raises.
            EnvironmentFailure: `server.refused` with the server's sentence, or a failure of the line.
        """
        last = self.last()
        data = self._ask("" if last is None else last.sha256)
        return None if data is None else self.read(data)

    def read(self, data: bytes) -> Publication:
        """A publication, every signature, date and hash of it verified.

        Raises:
            DomainError: `deposit.not_enrolled`: without a server there is no key to verify with.
            InvalidData: `publication.unreadable`, `publication.signature`, `publication.expired`, `publication.damaged`.
        """
        from app.sync.contract.canonical import sha256_of
        from app.sync.contract.publication import read_publication

        membership = self._membership()
        if membership is None:
            raise DomainError("deposit.not_enrolled")
        body = read_publication(data, membership.public_key, self._clock().date())
        return Publication(
            number=body.number,
            issued_at=body.issued_at,
            sha256=sha256_of(data),
            packs=tuple((one.file, one.data) for one in body.packs),
            orders=tuple(map(_order, body.orders)),
        )

    def last(self) -> Standing | None:
        """What was last received from this server; another enrolment forgets it."""
        kept = self._secrets.secret(PUBLICATION_SECRET)
        membership = self._membership()
        if kept is None or membership is None:
            return None
        values: dict[str, Any] = json.loads(kept)
        if values["pinned"] != membership.kid:
            return None
        orders = tuple(map(_kept_order, values["orders"]))
        return Standing(values["number"], datetime.fromisoformat(values["issued_at"]), values["sha256"], orders)

    def keep(self, publication: Publication) -> None:
        """Note that a publication was received.

        Raises:
            EnvironmentFailure: The profile's file refuses; the former one stands.
        """
        membership = self._membership()
        values = {
            "pinned": "" if membership is None else membership.kid,
            "number": publication.number,
            "issued_at": publication.issued_at.isoformat(),
            "sha256": publication.sha256,
            "orders": [_told(one) for one in publication.orders],
        }
        self._secrets.keep_secret(PUBLICATION_SECRET, json.dumps(values).encode())


def _order(sent: "OrderSent") -> MissionOrder:
    return MissionOrder(
        mission_id=sent.mission_id,
        company_name=sent.company_name,
        siret=sent.siret,
        scheme=sent.scheme,
        decision_day=sent.decision_day,
        region_file=sent.region_file,
        note=sent.note,
    )


def _told(order: MissionOrder) -> dict[str, str]:
    return {
        "mission_id": str(order.mission_id),
        "company_name": order.company_name,
        "siret": order.siret,
        "scheme": order.scheme,
        "decision_day": order.decision_day.isoformat(),
        "region_file": order.region_file,
        "note": order.note,
    }


def _kept_order(values: dict[str, str]) -> MissionOrder:
    read = {"mission_id": UUID(values["mission_id"]), "decision_day": date.fromisoformat(values["decision_day"])}
    return MissionOrder(**{**values, **read})  # type: ignore[arg-type]
