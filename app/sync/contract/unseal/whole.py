"""The whole mission read back from its canonical bytes."""

from dataclasses import dataclass

from app.domain.journal import JournalHead
from app.domain.mission import MissionFile, SealedVersion, Session
from app.domain.packs import PackRef
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.unseal.assessment import assessment_of
from app.sync.contract.unseal.attachments import attachments_of
from app.sync.contract.unseal.fieldwork import expenses_of, ledger_of
from app.sync.contract.unseal.full_diagnostic import full_diagnostic_of
from app.sync.contract.unseal.funding import scenario_of
from app.sync.contract.unseal.identity import mission_of
from app.sync.contract.unseal.plan import action_of
from app.sync.contract.unseal.statements import aids_received_of, explanations_of


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A sealed version and the mission that it holds; private notes were never in it.

    Attributes:
        file: The mission.
        sealed: The version.
        journal: Where the mission's journal was when it was sealed, if the document says so.
    """

    file: MissionFile
    sealed: SealedVersion
    journal: JournalHead | None


def unseal(data: bytes) -> Unsealed:
    """The mission that canonical bytes hold, as it was sealed.

    Args:
        data: Canonical bytes of `mission.json`.

    Raises:
        InvalidData: Any refusal of `read_document`.
    """
    document = read_document(data)
    version = document.version
    sealed = SealedVersion(
        mission_id=document.mission.id,
        version=version.number,
        kind=version.kind,
        reason=version.reason,
        sha256=sha256_of(data),
        document=data,
        sealed_at=version.sealed_at,
        replaces=version.replaces,
    )
    said = document.journal
    return Unsealed(file_of(document), sealed, None if said is None else JournalHead(said.events, said.sha256))


def file_of(document: SealedDocument) -> MissionFile:
    """The mission that a document holds, as it was sealed."""
    referential = PackRef(document.referential.id, document.referential.version, document.referential.sha256)
    return MissionFile(
        mission=mission_of(document, referential),
        sessions=tuple(
            Session(one.id, one.day, one.topic, one.place, tuple(one.people_met), one.notes)
            for one in document.sessions
        ),
        ledger=ledger_of(document),
        assessments=tuple(assessment_of(one, referential) for one in document.assessments),
        actions=tuple(action_of(one) for one in document.actions),
        scenarios=tuple(scenario_of(one) for one in document.scenarios),
        expenses=expenses_of(document),
        full_diagnostic=full_diagnostic_of(document.full_diagnostic),
        attachments=attachments_of(document),
        aids_received=aids_received_of(document),
        explanations=explanations_of(document),
    )
