"""What leaves the laptop with a version: counted in the sealed document itself, the very bytes that are sent."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.domain.errors import CodedError
from app.domain.mission import MissionFile, Seal, VersionKind
from app.ui.presenters import typed
from app.ui.presenters.closing_shown import Leaving, LeavingLine
from app.ui.presenters.mission_context import MissionContext

_BYTES_PER_KB = 1024


class LeavingWords(QObject):
    """Counts the parts of a document and of what stays beside it."""

    def of_draft(self, context: MissionContext) -> Leaving | None:
        """What would leave if the mission was sealed now; None while the document cannot be written."""
        file = context.file
        bench = context.workbench
        seal = Seal(file.mission.version + 1, VersionKind.DIAGNOSTIC, "", bench.clock(), "")
        try:
            document = bench.write_document(file, context.scheme, context.referential, seal)
        except CodedError:
            return None
        return self.of(document, file)

    def of(self, document: bytes, file: MissionFile) -> Leaving:
        """What leaves with a sealed document, and what of the mission stays."""
        content: dict[str, Any] = json.loads(document)
        kilobytes = max(1, round(len(document) / _BYTES_PER_KB))
        return Leaving(self._leaves(content), self._stays(file), self.tr("{0} Ko").format(typed.number(kilobytes)))

    def _leaves(self, content: Mapping[str, Any]) -> tuple[LeavingLine, ...]:
        answers = [one for part in content["assessments"] for one in part["answers"]]
        levels = sum(one["level"] is not None for one in answers)
        texts = sum(bool(one["justification"]) + bool(one["evidence"]) for one in answers)
        opinions = sum(one["opinion"] is not None for one in answers)
        identity = [content[part] for part in ("company", "establishment", "provider")]
        lines = [
            LeavingLine("building-2", self.tr("Entreprise et établissement"), self._fields(identity)),
            LeavingLine("file-text", self.tr("Cadre de la mission"), self._fields([content["mission"]])),
            LeavingLine("calendar-days", self.tr("Séances"), typed.number(len(content["sessions"]))),
            LeavingLine("calendar-clock", self.tr("Registre des jours"), self._lines(len(content["days"]))),
            LeavingLine("list-checks", self.tr("Réponses déclarées"), typed.number(levels)),
            LeavingLine("message-square-quote", self.tr("Justifications et constats"), typed.number(texts)),
            LeavingLine("user", self.tr("Avis du consultant"), typed.number(opinions)),
            LeavingLine("target", self.tr("Plan d’actions"), self._actions(len(content["actions"]))),
            LeavingLine("coins", self.tr("Scénarios, le retenu marqué"), typed.number(len(content["scenarios"]))),
            LeavingLine("calculator", self.tr("Dépenses"), self._lines(len(content["expenses"]))),
        ]
        if aids := content.get("aids_received"):
            lines.append(LeavingLine("coins", self.tr("Aides de minimis déclarées"), self._lines(len(aids))))
        if explanations := content.get("explanations"):
            words = self.tr("Phrases en réponse aux avertissements")
            lines.append(LeavingLine("message-square-quote", words, typed.number(len(explanations))))
        return tuple(lines)

    def _stays(self, file: MissionFile) -> tuple[LeavingLine, ...]:
        of_mission = bool(file.mission.private_notes.strip())
        of_sessions = sum(bool(session.private_notes.strip()) for session in file.sessions)
        return (
            LeavingLine("lock", self.tr("Notes privées de la mission"), typed.number(of_mission)),
            LeavingLine("lock", self.tr("Notes privées des séances"), typed.number(of_sessions)),
        )

    def _fields(self, parts: Iterable[Mapping[str, Any]]) -> str:
        filled = sum(value not in (None, "", []) for part in parts for value in part.values())
        return self.tr("{0} champs").format(typed.number(filled))

    def _lines(self, count: int) -> str:
        return (self.tr("{0} lignes") if count > 1 else self.tr("{0} ligne")).format(typed.number(count))

    def _actions(self, count: int) -> str:
        return (self.tr("{0} actions") if count > 1 else self.tr("{0} action")).format(typed.number(count))
