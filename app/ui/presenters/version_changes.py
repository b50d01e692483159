"""Two versions of a mission side by side: each changed field in French, with its value before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject

from app.domain.quantities import Cents
from app.packs.sealed_fields import SealedField, sealed_fields
from app.services.workbench import Workbench
from app.sync.contract.differences import Difference, differences
from app.sync.contract.document import SealedDocument, read_document
from app.ui.presenters import typed

_GROUPS = {
    "half_day": ("days[].half_day",),
    "capture_mode": ("assessments[].mode",),
    "service_class": ("services[].service_class",),
    "operator": ("mission.operator",),
    "purpose": ("mission.purposes",),
    "priority": ("actions[].priority",),
    "action_state": ("actions[].state",),
    "factor_priority": ("full_diagnostic.factors[].priority",),
}
_WORDS = {path: group for group, paths in _GROUPS.items() for path in paths}
_NONE = "—"
_NAMING = ("title", "topic", "invoice_number", "caption", "sentence", "name", "voter", "grantor", "factor", "phase")


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One changed field: its label, what it belongs to, its value before and after."""

    label: str
    subject: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesShown:
    """The changes of one part of the mission."""

    title: str
    changes: tuple[ChangeShown, ...]


class VersionChanges(QObject):
    """Words of what changed between two sealed documents."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._fields = sealed_fields()

    def between(self, before: bytes, after: bytes) -> tuple[ChangesShown, ...]:
        """Every change, by part of the mission, in the order of the document.

        Raises:
            InvalidData: Any refusal of `read_document`.
        """
        old, new = read_document(before), read_document(after)
        groups: dict[str, list[ChangeShown]] = {}
        for one in differences(old, new):
            groups.setdefault(self._title(one.path), []).append(self._shown(one, new))
        return tuple(ChangesShown(title, tuple(changes)) for title, changes in groups.items())

    def _title(self, path: str) -> str:
        head = path.partition(".")[0].removesuffix("[]")
        return {
            "mission": self.tr("Mission"),
            "company": self.tr("Entreprise"),
            "establishment": self.tr("Établissement"),
            "provider": self.tr("Prestataire"),
            "referential": self.tr("Questionnaire"),
            "scheme": self.tr("Dispositif"),
            "sessions": self.tr("Séances"),
            "days": self.tr("Registre des jours"),
            "services": self.tr("Prestations"),
            "assessments": self.tr("Réponses"),
            "actions": self.tr("Plan d’actions"),
            "scenarios": self.tr("Financement"),
            "expenses": self.tr("Factures"),
            "full_diagnostic": self.tr("Diagnostic 360°"),
            "attachments": self.tr("Pièces"),
        }.get(head, self.tr("Déclarations"))

    def _shown(self, one: Difference, document: SealedDocument) -> ChangeShown:
        subject = " · ".join(words for part in one.parts if (words := self._subject(part, document)))
        if one.whole:
            told = self.tr("ajouté") if one.before is None else self.tr("retiré")
            before, after = ("", told) if one.before is None else (told, "")
            return ChangeShown(subject or self.tr("ligne"), "", before, after)
        field = self._fields.get(one.path)
        label = one.path if field is None else field.label
        if one.path.endswith(".level"):
            labels = {spec.level: spec.label for spec in document.referential.levels}
            return ChangeShown(label, subject, labels.get(one.before, _NONE), labels.get(one.after, _NONE))
        return ChangeShown(label, subject, self._value(field, one.before), self._value(field, one.after))

    def _subject(self, part: Mapping[str, Any], document: SealedDocument) -> str:
        if part.get("theme"):
            titles = {theme.code: theme.title for theme in document.referential.themes}
            return f"{part['theme']} {titles.get(part['theme'], '')}".strip()
        if "half_day" in part:
            half = self._bench.word("half_day", part["half_day"])
            return f"{typed.day(date.fromisoformat(part['day']))}, {half}, {part['performer']}"
        if "answers" in part:
            return self._bench.word("assessment_kind", part["kind"]).capitalize()
        return next((str(part[name]) for name in _NAMING if part.get(name)), "")

    def _value(self, field: SealedField | None, value: Any) -> str:
        path = "" if field is None else field.path
        if value is None or value in ("", []):
            return _NONE
        if isinstance(value, list):
            return ", ".join(self._value(field, one) for one in value)
        if isinstance(value, bool):
            return self.tr("oui") if value else self.tr("non")
        if path in _WORDS:
            return self._bench.word(_WORDS[path], value)
        return _dated(value) if isinstance(value, str) else self._counted(path, value)

    def _counted(self, path: str, value: int) -> str:
        """Money, days, or any other number."""
        if path.endswith("half_days"):
            return self.tr("{0} j").format(typed.days(value))
        return typed.euros(Cents(value)) if path.endswith("_cents") else typed.number(value)


def _dated(text: str) -> str:
    """A civil day or an instant as it is read; any other text as it is."""
    try:
        return typed.day(date.fromisoformat(text))
    except ValueError:
        pass
    try:
        return typed.day(datetime.fromisoformat(text).date())
    except ValueError:
        return text
