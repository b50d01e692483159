"""The « Entreprise » page: each field is saved alone, shortly after the last key, and eligibility moves as one types."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.eligibility import Candidate, CriterionState, eligibility
from app.domain.errors import DomainError
from app.domain.mission import Mission, MissionFile, MissionState
from app.domain.scheme import Scheme, SizeClass
from app.services.missions import frame_mission
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.company_fields import FIELDS
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 1200
"""Pause after the last key before a field is saved."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion as the panel shows it."""

    id: str
    state: CriterionState
    word: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class EligibilityShown:
    """The panel: its state in words, the size class, whether a statement is needed, and each criterion."""

    state: CriterionState
    title: str
    size: str
    de_minimis: str
    lines: tuple[CriterionLine, ...]


class CompanyPresenter(QObject):
    """Fields of the company, its establishment and the framing of the mission.

    Signals:
        loaded: Every field may have another text; read them again with `text`.
        pending: A field holds something that is not saved yet; its key.
        saved: A field was saved; its key, and the mission as it now is.
        eligibility_changed: The panel may have changed; read it with `eligibility`.
    """

    loaded = Signal()
    pending = Signal(str)
    saved = Signal(str, object)
    eligibility_changed = Signal()

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.attempts = Attempts(context.messages, self)
        self._typed: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._take(context.file)

    @property
    def mission(self) -> Mission:
        """The mission as it is saved."""
        return self._mission

    @property
    def scheme(self) -> Scheme:
        """The scheme that the mission pins."""
        return self._context.scheme

    @property
    def writable(self) -> bool:
        """Whether the mission is a draft."""
        return self._mission.state is MissionState.DRAFT

    def reload(self) -> None:
        """Read the mission again; what is typed and not saved yet stays."""
        self._take(self._context.file)
        self.loaded.emit()
        self.eligibility_changed.emit()

    def text(self, key: str) -> str:
        """Text of a field: what is being typed, or what is saved."""
        return self._typed.get(key, FIELDS[key].show(self._mission))

    def type(self, key: str, text: str) -> None:
        """A field changed under the hand; it is saved after a pause."""
        if text == FIELDS[key].show(self._mission) and key not in self._typed:
            return
        self._typed[key] = text
        self._timer.start()
        self.pending.emit(key)
        self.eligibility_changed.emit()

    def choose(self, key: str, text: str) -> None:
        """A choice was made; it is saved at once."""
        self.type(key, text)
        self.leave(key)

    def leave(self, key: str) -> None:
        """The focus leaves a field: save it now if it changed."""
        if key in self._typed:
            self.attempts.run(key, lambda: self._save(key))

    def flush(self) -> None:
        """Save every field that changed."""
        for key in list(self._typed):
            self.leave(key)

    def eligibility(self) -> EligibilityShown:
        """The panel for what is typed now, saved or not; a field that cannot be read counts as it is saved."""
        mission = self._mission
        for key, text in self._typed.items():
            try:
                mission = FIELDS[key].put(mission, text)
            except DomainError:
                continue
        candidate = Candidate(mission.company, mission.establishment, self._services_in_region)
        found = eligibility(candidate, self.scheme)
        lines = []
        for result in found.criteria:
            rule = self.scheme.rules[result.rule]
            source = self.tr("{0} · {1}").format(rule.source, rule.heading)
            lines.append(CriterionLine(result.id, result.state, self._word(result.state), rule.sentence, source))
        unknown = sum(line.state is CriterionState.UNKNOWN for line in lines)
        return EligibilityShown(
            found.state,
            self._title(found.state, unknown),
            self._size(found.size),
            self._de_minimis(found.de_minimis_needed, mission.company.de_minimis_statement),
            tuple(lines),
        )

    def _take(self, file: MissionFile) -> None:
        self._mission = file.mission
        standing = file.ledger.effective
        self._services_in_region = all(entry.in_region for entry in standing) if standing else None

    def _save(self, key: str) -> None:
        text = self._typed[key]
        bench = self._context.workbench
        field = FIELDS[key]
        self._mission = frame_mission(
            bench.unit_of_work, self._context.mission_id, lambda mission: field.put(mission, text), clock=bench.clock
        )
        if self._typed.get(key) == text:
            del self._typed[key]
        self._context.note(Part.IDENTITY)
        self.saved.emit(key, self._mission)
        self.eligibility_changed.emit()

    def _word(self, state: CriterionState) -> str:
        return {
            CriterionState.MET: self.tr("Rempli"),
            CriterionState.NOT_MET: self.tr("Non rempli"),
            CriterionState.UNKNOWN: self.tr("À vérifier"),
        }[state]

    def _title(self, state: CriterionState, unknown: int) -> str:
        if state is CriterionState.MET:
            return self.tr("Éligible d’après ce qui est saisi")
        if state is CriterionState.NOT_MET:
            return self.tr("Non éligible : un critère n’est pas rempli")
        if unknown == 1:
            return self.tr("Un critère reste à vérifier")
        return self.tr("{0} critères restent à vérifier").format(unknown)

    def _size(self, size: SizeClass | None) -> str:
        if size is None:
            return self.tr("Taille inconnue : l’effectif manque")
        bound = {SizeClass.SME: self.scheme.sme_max_employees, SizeClass.MID_CAP: self.scheme.mid_cap_max_employees}
        if size is SizeClass.SME:
            return self.tr("PME : au plus {0} personnes").format(typed.number(bound[size]))
        if size is SizeClass.MID_CAP:
            return self.tr("ETI : au plus {0} personnes").format(typed.number(bound[size]))
        return self.tr("Grande entreprise : plus de {0} personnes").format(typed.number(bound[SizeClass.MID_CAP]))

    def _de_minimis(self, needed: bool | None, signed: bool | None) -> str:
        if needed and signed:
            return self.tr("Attestation de minimis signée")
        if needed is None:
            return self.tr("Attestation de minimis : à vérifier")
        return self.tr("Attestation de minimis à fournir") if needed else self.tr("Attestation de minimis non demandée")
