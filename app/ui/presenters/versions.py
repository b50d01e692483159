"""Sealed versions of a mission as they are shown: state, hash, and the receipt once it is verified again."""

import json
from datetime import datetime

from PySide6.QtCore import QObject

from app.domain.errors import InvalidData
from app.domain.journal import first_broken
from app.domain.mission import SealedVersion, VersionKind
from app.services.rows import Deposit, DepositState
from app.services.workbench import Membership
from app.ui.presenters import typed
from app.ui.presenters.closing_shown import ReceiptShown, VersionChip, VersionShown
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.signing import SigningPresenter

_GROUP = 8


def fingerprint_groups(sha256: str) -> tuple[str, ...]:
    """A SHA-256 in eight groups of eight digits, as the paper prints it."""
    return tuple(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))


class VersionWords(QObject):
    """Texts of the versions of a mission."""

    def versions(self, context: MissionContext) -> tuple[VersionShown, ...]:
        """Every version, the last first."""
        with context.workbench.unit_of_work() as uow:
            sealed = uow.sealed.of(context.mission_id)
            deposits = {one.version: one for one in uow.deposits.of(context.mission_id)}
        membership = context.workbench.outbox.membership() if deposits else None
        return tuple(self._shown(context, one, deposits.get(one.version), membership) for one in reversed(sealed))

    def kind(self, kind: VersionKind) -> str:
        """A kind in words."""
        return {
            VersionKind.DIAGNOSTIC: self.tr("diagnostic"),
            VersionKind.EXIT: self.tr("fin d’accompagnement"),
            VersionKind.ABANDONED: self.tr("abandon"),
            VersionKind.CORRECTION: self.tr("correction"),
        }[kind]

    def _shown(
        self, context: MissionContext, sealed: SealedVersion, deposit: Deposit | None, membership: Membership | None
    ) -> VersionShown:
        receipt: ReceiptShown | None = None
        chip, tone, answer = self.tr("Scellée"), _SEALED, ""
        if deposit is not None and deposit.state is DepositState.DEPOSITED:
            try:
                receipt = self._receipt(deposit, membership)
            except InvalidData as fault:
                chip, tone, answer = self.tr("Reçu non valable"), _DANGER, context.workbench.sentence(fault)
            else:
                chip, tone = self.tr("Déposée"), _DEPOSITED
        elif deposit is not None and deposit.state is DepositState.REFUSED:
            chip, tone, answer = self.tr("Refusée"), _DANGER, self.answer(context, deposit.last_code)
        elif deposit is not None:
            answer = self.answer(context, deposit.last_code)
        return VersionShown(
            sealed=sealed,
            title=self.tr("Version {0} · {1}").format(sealed.version, self.kind(sealed.kind)),
            chip=chip,
            tone=tone,
            sealed_on=self.tr("scellée le {0}").format(typed.moment(sealed.sealed_at)),
            fingerprint=fingerprint_groups(sealed.sha256),
            reason=sealed.reason,
            deposit=deposit,
            receipt=receipt,
            answer=answer,
            explanations=_explanations(sealed),
            signatures=SigningPresenter(context).shown(sealed.version),
        )

    def journal(self, context: MissionContext) -> str:
        """How many events the journal of the mission has, and whether their chain holds."""
        with context.workbench.unit_of_work() as uow:
            events = uow.journal.of(context.mission_id)
        broken = first_broken(events)
        if broken is not None:
            return self.tr("Journal : la chaîne est rompue à l’événement {0}.").format(broken)
        if len(events) == 1:
            return self.tr("Journal : un événement.")
        return self.tr("Journal : {0} événements, chaîne intacte.").format(typed.number(len(events)))

    def answer(self, context: MissionContext, code: str) -> str:
        """What the server or the network answered last, in a sentence; empty when nothing."""
        if not code:
            return ""
        try:
            return context.workbench.phrase(code, detail=self.tr("sans motif"))
        except InvalidData:
            return self.tr("Le serveur a répondu « {0} ».").format(code)

    def _receipt(self, deposit: Deposit, membership: Membership | None) -> ReceiptShown:
        """The receipt, verified under the key of the server that this laptop is enrolled with.

        One signed by the key of a former server was verified when it came, before it was kept.
        """
        from app.sync.contract.receipt import check_receipt

        if membership is not None and json.loads(deposit.receipt)["body"]["kid"] == membership.kid:
            checked = check_receipt(
                deposit.receipt,
                membership.public_key,
                mission_id=deposit.mission_id,
                version=deposit.version,
                sha256=deposit.sha256,
            )
            return ReceiptShown(checked.server, checked.kid, typed.moment(checked.received_at))
        body = json.loads(deposit.receipt)["body"]
        return ReceiptShown(body["server"], body["kid"], typed.moment(datetime.fromisoformat(body["received_at"])))


_SEALED: VersionChip = "sealed"
_DEPOSITED: VersionChip = "deposited"
_DANGER: VersionChip = "danger"


def _explanations(sealed: SealedVersion) -> tuple[tuple[str, str], ...]:
    """Warnings of a version and their sentences, read in its own bytes."""
    found = json.loads(sealed.document).get("explanations", [])
    return tuple((one["warning"], one["sentence"]) for one in found)
