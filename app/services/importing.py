"""Use case of importing a sealed mission: on a machine that does not hold it, it becomes a sealed mission."""

import logging
from collections.abc import Iterable
from datetime import datetime

from app.domain.errors import DomainError, InvalidData
from app.domain.evidence import SignatureEvidence
from app.domain.i2df import progress_of
from app.domain.journal import EventKind
from app.domain.mission import MissionFile, SealedVersion
from app.domain.referential import Referential
from app.services.attachment_ports import AttachmentStore, Prepare
from app.services.attachments import sealed_parts
from app.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from app.services.rows import Deposit, DepositState

logger = logging.getLogger(__name__)


def import_version(
    uow_factory: UnitOfWorkFactory,
    file: MissionFile,
    sealed: SealedVersion,
    *,
    referential: Referential,
    clock: Clock,
) -> bool:
    """Keep a sealed version and its mission, all or nothing; a version already here changes nothing.

    The version joins the outbox: nobody here knows whether the Region has it, and the same bytes get the same receipt.

    Returns:
        Whether something was added.

    Raises:
        DomainError: `import.known_mission` when this machine holds the mission under another version; versions are never
            merged by themselves.
    """
    at = clock()
    mission = file.mission
    with uow_factory() as uow:
        if not check_importable(uow, file, sealed):
            return False
        keep_file(uow, file, referential, at)
        uow.sealed.add(sealed)
        uow.attachments.note_sealed(mission.id, sealed.version, sealed_parts(file))
        uow.deposits.queue(Deposit(mission.id, sealed.version, sealed.sha256, DepositState.WAITING, queued_at=at))
        uow.missions.touch(mission.id, at)
        uow.journal.note(mission.id, EventKind.IMPORTED, at, sealed.sha256)
        uow.commit()
    logger.info("mission %s: version %d imported", mission.id, sealed.version)
    return True


def keep_evidence(uow_factory: UnitOfWorkFactory, evidence: Iterable[SignatureEvidence]) -> int:
    """Keep the signatures that came with a sealed version which is here; those that are here already change nothing.

    Returns:
        How many were added.
    """
    added = 0
    with uow_factory() as uow:
        for one in evidence:
            if all(known.id != one.id for known in uow.evidence.of(one.mission_id)):
                uow.evidence.add(one)
                added += 1
        uow.commit()
    return added


def check_importable(uow: UnitOfWork, file: MissionFile, sealed: SealedVersion) -> bool:
    """Whether a sealed version is new here; nothing is written.

    Raises:
        DomainError: `import.known_mission` when this machine holds the mission under another version.
    """
    mission = file.mission
    held = uow.sealed.of(mission.id)
    if any(one.version == sealed.version and one.sha256 == sealed.sha256 for one in held):
        return False
    if held or uow.missions.reference_taken(mission.reference):
        raise DomainError("import.known_mission", reference=mission.reference)
    return True


def keep_file(uow: UnitOfWork, file: MissionFile, referential: Referential, at: datetime) -> None:
    """Write a whole mission that is not here, in the transaction of the caller."""
    uow.missions.add(file.mission, at)
    _keep_assessments(uow, file, referential, at)
    _keep_work(uow, file)
    _keep_plan(uow, file)
    _keep_statements(uow, file)


def _keep_assessments(uow: UnitOfWork, file: MissionFile, referential: Referential, at: datetime) -> None:
    mission_id = file.mission.id
    for assessment in file.assessments:
        uow.assessments.save(mission_id, assessment)
        for theme, answer in assessment.answers.items():
            uow.assessments.set_level(mission_id, assessment.kind, theme, answer.level, at)
            uow.assessments.set_texts(mission_id, assessment.kind, theme, answer, at)
        for vote in assessment.votes:
            uow.votes.save(mission_id, assessment.kind, vote)
        progress = progress_of(assessment.levels, referential)
        uow.missions.note_progress(mission_id, assessment.kind, progress, at)


def _keep_work(uow: UnitOfWork, file: MissionFile) -> None:
    mission_id, diagnostic = file.mission.id, file.full_diagnostic
    for session in file.sessions:
        uow.sessions.save(mission_id, session)
    for entry in file.ledger.entries:
        uow.ledger.append(mission_id, entry)
    for expense in file.expenses:
        uow.expenses.save(mission_id, expense)
    for attachment in file.attachments:
        uow.attachments.save(mission_id, attachment)
    for view in diagnostic.views.values():
        uow.full_diagnostics.save_view(mission_id, view)
    if diagnostic.links or diagnostic.outside_effects:
        uow.full_diagnostics.save_links(mission_id, diagnostic.links, diagnostic.outside_effects)


def _keep_plan(uow: UnitOfWork, file: MissionFile) -> None:
    for action in file.actions:
        uow.actions.save(file.mission.id, action)
    for scenario in file.scenarios:
        uow.scenarios.save(file.mission.id, scenario)


def _keep_statements(uow: UnitOfWork, file: MissionFile) -> None:
    for aid in file.aids_received:
        uow.aids_received.save(file.mission.id, aid)
    uow.explanations.keep_only(file.mission.id, file.explanations)


def import_contents(
    store: AttachmentStore, prepare: Prepare, file: MissionFile, contents: Iterable[tuple[str, bytes]]
) -> int:
    """Keep the bytes of the photos and files that came with a sealed version; to be done before its rows are.

    Args:
        store: Where they are kept.
        prepare: Makes the small picture of a photo; its bytes stay as they were sealed.
        file: The mission, whose manifest says what may come.
        contents: Hash, found right, and bytes of each.

    Returns:
        How many came.

    Raises:
        InvalidData: `archive.foreign` for bytes that the mission does not cite; they are not kept.
    """
    cited = {one.sha256: one for one in file.attachments}
    came = 0
    for sha256, data in contents:
        one = cited.get(sha256)
        if one is None or one.size != len(data):
            raise InvalidData("archive.foreign")
        store.put(data, _small_picture(prepare, data) if one.media_type.is_photo else b"")
        came += 1
    return came


def _small_picture(prepare: Prepare, data: bytes) -> bytes:
    try:
        return prepare(data).thumbnail
    except DomainError:
        return b""
