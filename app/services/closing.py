"""Use cases of closing: look at what is missing, then seal a version as bytes written once."""

import hashlib
import logging
from dataclasses import dataclass, replace
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.checks import CheckSubject, Finding, Severity, explanations_of, findings, unexplained
from app.domain.errors import DomainError
from app.domain.explanations import Explanation
from app.domain.journal import EventKind
from app.domain.mission import MissionFile, Seal, SealedVersion, VersionKind
from app.domain.quantities import TEXT_LENGTH, clean_text
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.services.attachments import sealed_parts
from app.services.drafts import draft_of
from app.services.ports import Clock, DocumentWriter, UnitOfWorkFactory
from app.services.rows import Deposit, DepositState

logger = logging.getLogger(__name__)

ZONE = ZoneInfo("Europe/Paris")
"""Where the civil day of the seal is read."""


@dataclass(frozen=True, slots=True)
class SealAsked:
    """What the user asks for: the kind of version, and its reason when the kind wants one."""

    kind: VersionKind
    reason: str = ""


def look_before_closing(
    file: MissionFile, scheme: Scheme, referential: Referential, kind: VersionKind, *, clock: Clock
) -> tuple[Finding, ...]:
    """Everything to mend or to explain before sealing at the present instant, errors first."""
    return findings(CheckSubject(file, scheme, referential, kind, clock().astimezone(ZONE).date()))


def explain_warning(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, explanation: Explanation, *, clock: Clock
) -> Explanation:
    """Keep the sentence that answers a warning; an empty one is taken back.

    Raises:
        DomainError: `mission.sealed`, `text.too_long`.
    """
    kept = replace(explanation, sentence=clean_text(explanation.sentence, longest=TEXT_LENGTH, field="explanation"))
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.explanations.save(mission_id, kept)
    logger.info("mission %s: warning %s explained", mission_id, kept.rule)
    return kept


def _explained(file: MissionFile, found: tuple[Finding, ...]) -> MissionFile:
    """The mission with the sentences of the warnings found, and no other; refused while something is to be done."""
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    if errors:
        raise DomainError("closing.blocked", errors=errors)
    silent = unexplained(found, file.explanations)
    if silent:
        raise DomainError("closing.unexplained", warnings=len(silent))
    return replace(file, explanations=explanations_of(found, file.explanations))


def seal_version(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    asked: SealAsked,
    *,
    scheme: Scheme,
    referential: Referential,
    write: DocumentWriter,
    clock: Clock,
) -> SealedVersion:
    """Seal the next version: canonical bytes, their hash, the new state and the outbox in one transaction.

    Raises:
        DomainError: `mission.sealed`, `closing.blocked` (with the number of errors), `closing.unexplained` (with the number of
            warnings that no sentence answers), `closing.reason_missing`.
        EnvironmentFailure: The disk refused (`disk.full`…); the mission is still the same draft.
    """
    reason, at = _checked_reason(asked), clock()
    with uow_factory() as uow:
        file = uow.missions.file(mission_id)
        mission = file.mission.sealed()
        found = look_before_closing(file, scheme, referential, asked.kind, clock=lambda: at)
        file = _explained(file, found)
        uow.explanations.keep_only(mission_id, file.explanations)
        earlier = uow.sealed.of(mission_id)
        replaced = earlier[-1].sha256 if earlier else ""
        seal = Seal(mission.version, asked.kind, reason, at, replaced, uow.journal.head(mission_id))
        document = write(file, scheme, referential, seal)
        sealed = _sealed(mission_id, seal, document)
        uow.sealed.add(sealed)
        uow.attachments.note_sealed(mission_id, sealed.version, sealed_parts(file))
        uow.missions.save(mission, at)
        uow.journal.note(mission_id, EventKind.SEALED, at, sealed.sha256)
        uow.deposits.queue(Deposit(mission_id, sealed.version, sealed.sha256, DepositState.WAITING, at))
        uow.commit()
    logger.info("mission %s: version %d sealed, %s", mission_id, sealed.version, sealed.sha256)
    return sealed


def _sealed(mission_id: UUID, seal: Seal, document: bytes) -> SealedVersion:
    return SealedVersion(
        mission_id=mission_id,
        version=seal.version,
        kind=seal.kind,
        reason=seal.reason,
        sha256=hashlib.sha256(document).hexdigest(),
        document=document,
        sealed_at=seal.sealed_at,
        replaces=seal.replaces,
    )


def _checked_reason(asked: SealAsked) -> str:
    reason = clean_text(asked.reason, longest=TEXT_LENGTH, field="reason")
    if asked.kind in {VersionKind.ABANDONED, VersionKind.CORRECTION} and not reason:
        raise DomainError("closing.reason_missing")
    return reason
