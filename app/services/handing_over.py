"""Use cases of « Transmettre »: a draft leaves for a colleague, comes back, or is taken back; one writer at a time."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from app.domain.attachment import FieldAudience
from app.domain.coach_notes import CoachNotes
from app.domain.errors import DomainError
from app.domain.handover import Handover, Package, check_comes_back
from app.domain.journal import EventKind, JournalEvent
from app.domain.mission import Mission, MissionFile, MissionState, SealedVersion
from app.domain.quantities import clean_text
from app.domain.referential import Referential
from app.services.attachments import sealed_parts
from app.services.importing import keep_file
from app.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from app.services.rows import Deposit, DepositState

logger = logging.getLogger(__name__)


def hand_over(uow_factory: UnitOfWorkFactory, mission_id: UUID, colleague: str, *, clock: Clock) -> Handover:
    """Let a draft go: from then on it is read here and written there.

    The file comes after (`package_of`), and as often as wanted: what it holds does not change any more, so that a file that was
    not written, or was lost, is written again.

    Raises:
        DomainError: `mission.sealed`, `mission.away`, `handover.colleague_missing`, `text.too_long`.
        EnvironmentFailure: The disk refused; the mission is still here.
    """
    name, at = clean_text(colleague, field="colleague"), clock()
    if not name:
        raise DomainError("handover.colleague_missing")
    left = Handover(name, at)
    with uow_factory() as uow:
        uow.missions.save(uow.missions.get(mission_id).handed_over(), at)
        uow.handovers.keep(mission_id, left)
        uow.journal.note(mission_id, EventKind.HANDED_OVER, at, name)
        uow.commit()
    logger.info("mission %s handed over", mission_id)
    return left


def take_back(uow_factory: UnitOfWorkFactory, mission_id: UUID, *, clock: Clock) -> Mission:
    """Write here again what a colleague has: what they did since does not come back into it.

    Raises:
        DomainError: `mission.not_away`.
        EnvironmentFailure: The disk refused; the mission is still away.
    """
    at = clock()
    with uow_factory() as uow:
        mission = uow.missions.get(mission_id).taken_back()
        uow.missions.save(mission, at)
        uow.handovers.forget(mission_id)
        uow.journal.note(mission_id, EventKind.TAKEN_BACK, at)
        uow.commit()
    logger.info("mission %s taken back", mission_id)
    return mission


def handover_of(uow_factory: UnitOfWorkFactory, mission_id: UUID) -> Handover | None:
    """Who has a mission since when, or None when it is here."""
    with uow_factory() as uow:
        return uow.handovers.of(mission_id)


def package_of(uow_factory: UnitOfWorkFactory, mission_id: UUID) -> Package:
    """What leaves: the draft without anything private, its journal up to the moment when it left, its sealed versions.

    Raises:
        DomainError: `mission.not_away`.
        InvalidData: `journal.no_key`.
    """
    with uow_factory() as uow:
        file, versions = uow.missions.file(mission_id), uow.sealed.of(mission_id)
        if file.mission.state is not MissionState.AWAY:
            raise DomainError("mission.not_away")
        thread = uow.journal.thread(mission_id)
    left = max(rank for rank, one in enumerate(thread.events, start=1) if one.kind is EventKind.HANDED_OVER)
    return Package(without_private(file), replace(thread, events=thread.events[:left]), versions)


def without_private(file: MissionFile) -> MissionFile:
    """A mission without what is its consultant's own: private notes, private photos and files."""
    return replace(
        file,
        mission=replace(file.mission, private_notes=""),
        sessions=tuple(replace(one, private_notes="") for one in file.sessions),
        attachments=tuple(one for one in file.attachments if one.audience is not FieldAudience.PRIVATE),
    )


@dataclass(frozen=True, slots=True)
class Here:
    """What this laptop keeps of a mission that comes back: its own notes, its versions on their way, what happened since."""

    file: MissionFile | None = None
    versions: tuple[SealedVersion, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    since: tuple[JournalEvent, ...] = ()
    coach: CoachNotes = field(default_factory=CoachNotes)


def receive_package(
    uow_factory: UnitOfWorkFactory,
    package: Package,
    *,
    referential: Referential,
    read: Callable[[bytes], MissionFile],
    clock: Clock,
) -> bool:
    """Keep a mission that a colleague hands over, as a draft that is written here; all or nothing.

    Args:
        uow_factory: Storage.
        package: What came.
        referential: The one that the mission pins.
        read: The mission that sealed bytes hold.
        clock: Present instant.

    Returns:
        Whether it is a mission that came back, rather than one that was never here.

    Raises:
        DomainError: `handover.erased`, `handover.already_here`, `handover.own_file`, `handover.stale`,
            `handover.taken_back`, or `import.known_mission` when another mission bears its reference.
        InvalidData: `handover.broken`.
        EnvironmentFailure: The disk refused; nothing was written.
    """
    at, mission_id = clock(), package.file.mission.id
    with uow_factory() as uow:
        here = check_receivable(uow, package)
        if here.file is not None:
            uow.missions.erase(mission_id)
        file = _with_own(package.file, here.file)
        keep_file(uow, file, referential, at)
        _keep_versions(uow, package, here, read, at)
        _keep_coach(uow, mission_id, here.coach)
        uow.missions.save(file.mission, at)
        uow.journal.adopt(mission_id, package.thread, here.since)
        uow.journal.note(mission_id, EventKind.RECEIVED, at, package.thread.events[-1].hash.hex())
        uow.commit()
    logger.info("mission %s received, back: %s", mission_id, here.file is not None)
    return here.file is not None


def check_receivable(uow: UnitOfWork, package: Package) -> Here:
    """What is here of the mission, once found that the package holds together and goes on from it; nothing is written.

    Raises:
        InvalidData: `handover.broken`.
        DomainError: As `receive_package`.
    """
    package.check()
    mission_id = package.file.mission.id
    local = uow.journal.of(mission_id)
    versions = uow.sealed.of(mission_id)
    if versions != package.versions[: len(versions)]:
        raise DomainError("handover.stale")
    if not local:
        if uow.missions.reference_taken(package.file.mission.reference):
            raise DomainError("import.known_mission", reference=package.file.mission.reference)
        return Here()
    away = uow.handovers.of(mission_id) is not None
    common = check_comes_back(local, package.thread.events, away=away)
    since = tuple(one for one in local[common:] if away or one.kind is EventKind.DEPOSITED)
    return Here(uow.missions.file(mission_id), versions, uow.deposits.of(mission_id), since, uow.coach.of(mission_id))


def _with_own(coming: MissionFile, here: MissionFile | None) -> MissionFile:
    """What comes, with the private notes, photos and files that never left this laptop."""
    draft = replace(coming.mission, state=MissionState.DRAFT)
    if here is None:
        return replace(coming, mission=draft)
    notes = {one.id: one.private_notes for one in here.sessions}
    own = tuple(one for one in here.attachments if one.audience is FieldAudience.PRIVATE)
    return replace(
        coming,
        mission=replace(draft, private_notes=here.mission.private_notes),
        sessions=tuple(replace(one, private_notes=notes.get(one.id, "")) for one in coming.sessions),
        attachments=(*coming.attachments, *own),
    )


def _keep_versions(
    uow: UnitOfWork, package: Package, here: Here, read: Callable[[bytes], MissionFile], at: datetime
) -> None:
    """Every sealed version, each as far on its way to the Region as it is here."""
    mission_id = package.file.mission.id
    kept = {one.version: one for one in here.deposits}
    for sealed in package.versions:
        uow.sealed.add(sealed)
        waiting = Deposit(mission_id, sealed.version, sealed.sha256, DepositState.WAITING, at)
        uow.deposits.queue(kept.get(sealed.version, waiting))
        uow.attachments.note_sealed(mission_id, sealed.version, sealed_parts(read(sealed.document)))


def _keep_coach(uow: UnitOfWork, mission_id: UUID, notes: CoachNotes) -> None:
    """What the coach was told here: it is never sealed, and does not travel."""
    if notes.goal is not None or notes.budget is not None:
        uow.coach.save_aim(mission_id, notes.goal, notes.budget)
    for theme, wish in notes.wishes.items():
        uow.coach.save_wish(mission_id, theme, wish)
