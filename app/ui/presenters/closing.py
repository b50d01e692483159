"""The « Clôture » page: what is missing, the seal, the versions, and the way to reopen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import AssessmentKind
from app.domain.checks import Finding, Place, Severity
from app.domain.mission import MissionFile, SealedVersion, VersionKind
from app.services.closing import SealAsked, look_before_closing, seal_version
from app.services.erasing import erase_mission
from app.services.missions import reopen_mission
from app.ui.presenters.closing_shown import CheckShown, Leaving, VersionShown
from app.ui.presenters.explanations import ExplanationsPresenter
from app.ui.presenters.leaving import LeavingWords
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.plan import RANK_MARK
from app.ui.presenters.versions import VersionWords

if TYPE_CHECKING:
    from app.ui.presenters.version_changes import ChangesShown

_PAGES = {
    Place.COMPANY: "company",
    Place.SESSIONS: "sessions",
    Place.QUESTIONNAIRE: "questionnaire",
    Place.FULL_DIAGNOSTIC: "full_diagnostic",
    Place.PLAN: "plan",
    Place.FUNDING: "funding",
}
NEEDS_REASON = frozenset({VersionKind.ABANDONED, VersionKind.CORRECTION})


def checks_of(context: MissionContext, kind: VersionKind) -> tuple[Finding, ...]:
    """Everything to mend or to look at before sealing a kind of version."""
    clock = context.workbench.clock
    return look_before_closing(context.file, context.scheme, context.referential, kind, clock=clock)


def usual_kind(context: MissionContext) -> VersionKind:
    """The kind proposed: exit once its questionnaire is opened; else diagnostic, then correction of what was sealed."""
    if context.file.assessment(AssessmentKind.EXIT) is not None:
        return VersionKind.EXIT
    return VersionKind.CORRECTION if context.mission.version else VersionKind.DIAGNOSTIC


class ClosingPresenter(QObject):
    """Checks, seal and versions of a mission.

    Signals:
        changed: Something to show changed; read everything again.
        sealed: A version was sealed; it.
        reopened: The mission is a draft again.
        refused: The seal was refused; French sentence.
    """

    changed = Signal()
    sealed = Signal(object)
    reopened = Signal()
    refused = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._leaving = LeavingWords(self)
        self._counted_of: MissionFile | None = None
        self._counted: dict[int, Leaving | None] = {}
        self._words = VersionWords(self)
        self.explanations = ExplanationsPresenter(context, self)
        self.kind = usual_kind(context)
        self.reason = ""

    @property
    def next_version(self) -> int:
        """Number that the next seal will make."""
        return self._context.mission.version + 1

    def choose(self, kind: VersionKind) -> None:
        """Choose the kind of the version to seal."""
        self.kind = kind
        self.changed.emit()

    def needs_reason(self) -> bool:
        """Whether the kind chosen is sealed with a reason."""
        return self.kind in NEEDS_REASON

    def kind_words(self, kind: VersionKind) -> str:
        """A kind in words."""
        return self._words.kind(kind)

    def checks(self) -> tuple[CheckShown, ...]:
        """What is missing or odd, what blocks first."""
        return tuple(self._check(one) for one in checks_of(self._context, self.kind))

    def can_seal(self) -> bool:
        """Whether nothing blocks and every warning has its sentence."""
        reasoned = bool(self.reason.strip()) or not self.needs_reason()
        checks = self.checks()
        clear = not any(one.blocks for one in checks) and not self.explanations.wanted(checks)
        return self._context.is_writable and reasoned and clear

    def seal(self) -> None:
        """Seal the next version; a disk that refuses leaves the draft as it is, with its banner."""
        context, bench = self._context, self._context.workbench
        asked = SealAsked(self.kind, self.reason)
        self.explanations.flush()

        def write() -> SealedVersion:
            return seal_version(
                bench.unit_of_work,
                context.mission_id,
                asked,
                scheme=context.scheme,
                referential=context.referential,
                write=bench.write_document,
                clock=bench.clock,
            )

        made = context.attempt(write, self.refused.emit)
        if made is not None:
            self.reason = ""
            context.note(Part.STATE)
            self.sealed.emit(made)

    def reopen(self) -> None:
        """Make the mission a draft again; its sealed versions stay as they are."""
        context, bench = self._context, self._context.workbench
        done = context.attempt(lambda: reopen_mission(bench.unit_of_work, context.mission_id, clock=bench.clock))
        if done is not None:
            context.note(Part.STATE)
            self.kind = usual_kind(context)
            self.reopened.emit()

    def erase(self, typed: str) -> str:
        """Erase the mission from this laptop; gives the sentence of a refusal, or empty once it is gone."""
        context, bench = self._context, self._context.workbench
        told: list[str] = []

        def act() -> bool:
            erase_mission(bench.unit_of_work, bench.attachments, context.mission_id, typed, clock=bench.clock)
            return True

        if context.attempt(act, told.append) is None:
            return "".join(told) or self.tr("La mission est toujours là.")
        context.messages.tell(self.tr("Mission effacée de cet ordinateur."))
        return ""

    def versions(self) -> tuple[VersionShown, ...]:
        """Every sealed version, the last first."""
        return self._words.versions(self._context)

    def leaving(self, version: VersionShown | None) -> Leaving | None:
        """What leaves with a version, or with the draft as it is now; None while it cannot be written.

        The document is written and read once for each state of the mission.
        """
        file, number = self._context.file, 0 if version is None else version.sealed.version
        if file is not self._counted_of:
            self._counted_of, self._counted = file, {}
        if number not in self._counted:
            self._counted[number] = (
                self._leaving.of_draft(self._context)
                if version is None
                else self._leaving.of(version.sealed.document, file)
            )
        return self._counted[number]

    def changes(self, number: int, received: bytes | None = None) -> "tuple[ChangesShown, ...]":
        """What a version changed.

        Args:
            number: The version.
            received: Other bytes of the same number, or None for the version before.

        Returns:
            Nothing for the first version, or when the one before is not here.
        """
        from app.ui.presenters.version_changes import VersionChanges

        sealed = {one.sealed.version: one.sealed.document for one in self.versions()}
        before = received if received is not None else sealed.get(number - 1)
        if before is None:
            return ()
        return VersionChanges(self._context.workbench, self).between(before, sealed[number])

    def archive_name(self, version: VersionShown) -> str:
        """Name proposed for the `.jalon` file of a version."""
        return f"{self._context.mission.reference}-v{version.sealed.version}.jalon"

    def receipt_name(self, version: VersionShown) -> str:
        """Name proposed for the receipt of a version."""
        return self.tr("recu-{0}-v{1}.json").format(self._context.mission.reference, version.sealed.version)

    def save(self, path: Path, data: bytes) -> bool:
        """Write a file chosen by the user, and tell so; a failure shows its banner."""

        def write() -> Path:
            self._context.workbench.save_file(path, data)
            return path

        if self._context.attempt(write) is None:
            return False
        self._context.messages.tell(self.tr("Fichier enregistré : {0}").format(path.name))
        return True

    def _check(self, finding: Finding) -> CheckShown:
        params = dict(finding.params)
        bench = self._context.workbench
        sentence, printed = (phrase(finding.id, **params) for phrase in (bench.phrase, bench.printed_phrase))
        field = finding.field
        if finding.place is Place.PLAN and "rank" in params:
            field = f"{field}{RANK_MARK}{params['rank']}"
        blocks = finding.severity is Severity.ERROR
        given = "" if blocks else self.explanations.text(finding.id, finding.subject)
        return CheckShown(finding.id, sentence, blocks, _PAGES[finding.place], field, finding.subject, printed, given)
