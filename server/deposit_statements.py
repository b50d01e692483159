"""Statements of a deposit: what is known of its mission, in one journey, and what is written."""

from sqlalchemy import Insert, Uuid, and_, bindparam, exists, insert, select
from sqlalchemy.dialects import postgresql

from server.tables import device, mission, tomb, version

_ASKED = select(bindparam("mission_id", type_=Uuid).label("id")).subquery("asked")
_BEARER = device.alias("bearer")
_BEFORE = version.alias("before")
LOOK = (
    select(
        mission.c.device_id.label("owner_device"),
        mission.c.provider_id.label("owner_provider"),
        mission.c.fictional,
        mission.c.last_version,
        version.c.sha256,
        version.c.receipt,
        _BEFORE.c.sha256.label("sha256_before"),
        tomb.c.mission_id.label("tomb"),
    )
    .select_from(_ASKED)
    .outerjoin(mission, mission.c.id == _ASKED.c.id)
    .outerjoin(version, and_(version.c.mission_id == mission.c.id, version.c.number == bindparam("number")))
    .outerjoin(_BEFORE, and_(_BEFORE.c.mission_id == mission.c.id, _BEFORE.c.number == bindparam("before")))
    .outerjoin(tomb, tomb.c.mission_id == _ASKED.c.id)
)
LOOK_AND_KNOW = LOOK.add_columns(
    _BEARER.c.id.label("bearer_id"),
    _BEARER.c.provider_id.label("bearer_provider"),
    _BEARER.c.revoked_at.label("bearer_revoked_at"),
).outerjoin(_BEARER, _BEARER.c.token_sha256 == bindparam("token_sha256"))
LOCK = select(mission.c.id).where(mission.c.id == bindparam("mission_id")).with_for_update()
NEW_MISSION, NEW_VERSION = insert(mission), insert(version)
OF_MISSION, OF_VERSION = "mission_", "version_"


def _both_at_once() -> Insert:
    """Mission and first version of whoever bears a token, in one statement, which PostgreSQL takes and SQLite does not.

    It writes nothing, and gives no row, when the token is refused, or the mission there already or erased.
    """
    owner = {"device_id": _BEARER.c.id, "provider_id": _BEARER.c.provider_id}
    told = (owner.get(name, bindparam(f"{OF_MISSION}{name}", type_=one.type)) for name, one in mission.c.items())
    erased = exists().where(tomb.c.mission_id == bindparam(f"{OF_MISSION}id", type_=Uuid))
    wanted = select(*told).where(_BEARER.c.token_sha256 == bindparam("token_sha256"), _BEARER.c.revoked_at.is_(None))
    new = postgresql.insert(mission).from_select(list(mission.c), wanted.where(~erased)).on_conflict_do_nothing()
    made = new.returning(mission.c.id, mission.c.device_id).cte("made")
    others = [column for column in version.c if column.name not in {"mission_id", "device_id"}]
    asked = (bindparam(f"{OF_VERSION}{column.name}", type_=column.type) for column in others)
    into = [version.c.mission_id, version.c.device_id, *others]
    return insert(version).from_select(into, select(made.c.id, made.c.device_id, *asked)).returning(version.c.number)


NEW_BOTH = _both_at_once()
