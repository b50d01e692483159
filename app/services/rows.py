"""Frozen rows that lists show; filled by read functions of the storage."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.attachment import MediaType
from app.domain.quantities import HalfDays


class ShownState(StrEnum):
    """State of a mission as a list says it: the working copy's, and whether its last version is deposited."""

    DRAFT = "draft"
    SEALED = "sealed"
    DEPOSITED = "deposited"
    REOPENED = "reopened"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class MissionRow:
    """One mission of the list.

    Attributes:
        id: The mission.
        reference: Readable reference.
        company: Name of the company.
        trade: What it makes.
        town: Town of the establishment.
        state: State shown.
        entry_answered: Themes answered at entry.
        entry_index: I2DF at entry, or None while incomplete.
        exit_answered: Themes answered at exit.
        exit_index: I2DF at exit, or None.
        half_days: Half-days that stand in the ledger.
        actions: Actions of the plan.
        version: Last sealed version, 0 before the first.
        fictional: Whether it is a demonstration.
        modified_at: Last change, UTC.
        scheme: Identifier of its scheme pack.
    """

    id: UUID
    reference: str
    company: str
    trade: str
    town: str
    state: ShownState
    entry_answered: int
    entry_index: int | None
    exit_answered: int
    exit_index: int | None
    half_days: HalfDays
    actions: int
    version: int
    fictional: bool
    modified_at: datetime
    scheme: str = ""


class DepositState(StrEnum):
    """Where a sealed version is on its way to the Region."""

    WAITING = "waiting"
    REFUSED = "refused"
    DEPOSITED = "deposited"


@dataclass(frozen=True, slots=True)
class Deposit:
    """One sealed version in the outbox.

    Attributes:
        mission_id: The mission.
        version: Its sealed version.
        sha256: Hash of the sealed document.
        state: Waiting, refused by the server, or deposited (receipt verified).
        queued_at: Since when, UTC.
        attempts: How many times it was tried.
        last_attempt_at: Last try, UTC, or None.
        last_code: Stable code of the last failure; once deposited, empty or `clock.gap`.
        receipt: Bytes of the server's signed receipt once verified, else empty.
    """

    mission_id: UUID
    version: int
    sha256: str
    state: DepositState
    queued_at: datetime
    attempts: int = 0
    last_attempt_at: datetime | None = None
    last_code: str = ""
    receipt: bytes = b""


@dataclass(frozen=True, slots=True)
class SealedPart:
    """An attachment that a sealed version holds: hash of its bytes, what they are, their number."""

    sha256: str
    media_type: MediaType
    size: int


PAGE_ROWS = 200
"""Rows that a list asks for at a time."""

FIRST_FOUND = 40
"""Rows that a search shows at once: more than a screen; the next ones come when they are scrolled to."""

COUNTED = 10_000
"""Missions found that are counted; beyond, there are « plus de 10 000 »."""


class MissionOrder(StrEnum):
    """Order of the list."""

    CHANGED = "changed"
    OLDEST = "oldest"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class MissionQuery:
    """What the list of missions asks for.

    Attributes:
        search: Words as typed; empty for all.
        states: States kept; empty for all.
        limit: Rows wanted at most.
        offset: Rows skipped.
        sectors: Sectors kept; empty for all.
        schemes: Identifiers of the schemes kept; empty for all.
        since: Only what changed from this instant on.
        order: How the rows are sorted.
        counted: Whether to count what matches and what there is.
        valued: Whether to tell the sectors and the schemes that missions have.
    """

    search: str = ""
    states: frozenset[ShownState] = frozenset()
    limit: int = PAGE_ROWS
    offset: int = 0
    sectors: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()
    since: datetime | None = None
    order: MissionOrder = MissionOrder.CHANGED
    counted: bool = True
    valued: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether something else than words hides missions."""
        return bool(self.states or self.sectors or self.schemes or self.since)


EVERYTHING = MissionQuery()
"""The first rows of the whole list."""


@dataclass(frozen=True, slots=True)
class MissionPage:
    """Rows found, and what was counted.

    Attributes:
        rows: Rows found.
        matching: How many match in all.
        total: How many missions the profile holds.
        exact: Whether `matching` is exact; else there are at least so many.
        waiting: Missions sealed and not deposited yet, whatever is searched; None when they were not counted.
        sectors: Sectors that missions have, when they were asked for.
        schemes: Identifiers of the schemes that missions have, likewise.
    """

    rows: tuple[MissionRow, ...]
    matching: int
    total: int
    exact: bool = True
    waiting: int | None = None
    sectors: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
