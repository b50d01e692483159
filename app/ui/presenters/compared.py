"""« Comparer avec… »: questionnaires of the same company, of this mission or an earlier one, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.assessment import AssessmentKind
from app.domain.comparison import Comparability, ComparedRow, ComparedSide, ComparedTotal, Comparison
from app.domain.errors import InvalidData
from app.domain.evolution import StepKind
from app.domain.mission import MissionFile
from app.services.comparing import LinkedQuestionnaire, compare_questionnaires, linked_questionnaires
from app.services.workbench import Workbench
from app.ui.presenters import typed


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row: themes and points of each side, and what changed."""

    before: str
    before_points: str
    after: str
    after_points: str
    change: str
    tone: str


@dataclass(frozen=True, slots=True)
class ComparedShown:
    """Two questionnaires side by side.

    Attributes:
        before: Name of the earlier one.
        after: Name of the later one.
        figures: Both indexes, never subtracted.
        note: What compares, what does not, through which bridge; or why nothing does.
        rows: Row by row, empty when nothing compares.
    """

    before: str
    after: str
    figures: str
    note: str
    rows: tuple[RowShown, ...]


class ComparedPresenter(QObject):
    """Finds what a mission may be compared with, and compares it."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._linked: tuple[LinkedQuestionnaire, ...] = ()
        self._own: tuple[LinkedQuestionnaire, ...] = ()

    def read(self, file: MissionFile) -> None:
        """Find the questionnaires of the company again."""
        self._linked = linked_questionnaires(self._bench.unit_of_work, file, library=self._bench.library)
        self._own = tuple(one for one in self._linked if one.mission_id == file.mission.id)

    def own(self) -> tuple[tuple[str, str], ...]:
        """Questionnaires of this mission, the latest first, as (key, words)."""
        return tuple((_key(one), self._moment(one)) for one in reversed(self._own))

    def others(self, own_key: str) -> tuple[tuple[str, str], ...]:
        """What one of them may be compared with, the latest first, as (key, words)."""
        return tuple((_key(one), self._named(one)) for one in reversed(self._linked) if _key(one) != own_key)

    def shown(self, own_key: str, other_key: str) -> ComparedShown | None:
        """Both side by side, the earlier one first; None when one of them is not there."""
        chosen = [one for one in self._linked if _key(one) in (own_key, other_key)]
        if len(chosen) != len({own_key, other_key}) or own_key == other_key:
            return None
        before, after = sorted(chosen, key=_when)
        try:
            found = compare_questionnaires(before.questionnaire, after.questionnaire, library=self._bench.library)
        except InvalidData as error:
            return self._nothing(before, after, self._bench.sentence(error))
        if found is None:
            return self._nothing(before, after, self._bench.phrase("compared.no_bridge"))
        comparison, bridge = found
        title = "" if before.questionnaire.referential == after.questionnaire.referential else bridge.header.title
        return ComparedShown(
            self._named(before),
            self._named(after),
            self._figures(comparison),
            self._note(comparison, title),
            tuple(self._row(row, before, after) for row in comparison.rows),
        )

    def _nothing(self, before: LinkedQuestionnaire, after: LinkedQuestionnaire, why: str) -> ComparedShown:
        return ComparedShown(self._named(before), self._named(after), "", why, ())

    def _named(self, one: LinkedQuestionnaire) -> str:
        header = one.questionnaire.referential.header
        words = self.tr("{0}, {1}, {2} {3}")
        return words.format(one.reference, self._moment(one), header.title, header.ref.version)

    def _moment(self, one: LinkedQuestionnaire) -> str:
        day = typed.day(one.questionnaire.assessment.day)
        words = self.tr("sortie du {0}") if one.kind is AssessmentKind.EXIT else self.tr("entrée du {0}")
        return words.format(day)

    def _figures(self, comparison: Comparison) -> str:
        return self.tr("Indice avant : {0}. Indice après : {1}.").format(
            self._index(comparison.before), self._index(comparison.after)
        )

    def _index(self, total: ComparedTotal) -> str:
        if total.index is None:
            return self.tr("incomplet")
        return self.tr("{0} sur {1}").format(total.index, total.maximum)

    def _note(self, comparison: Comparison, bridge: str) -> str:
        compared = self._bench.phrase(
            "compared.totals",
            rows=len(comparison.of_state(Comparability.COMPARABLE)),
            before=comparison.before.compared_points,
            before_maximum=comparison.before.compared_maximum,
            after=comparison.after.compared_points,
            after_maximum=comparison.after.compared_maximum,
        )
        if not bridge:
            return compared
        apart = self._bench.phrase(
            "compared.apart",
            bridge=bridge,
            lost=len(comparison.of_state(Comparability.NOT_COMPARABLE)),
            new=len(comparison.of_state(Comparability.NEW)),
        )
        return f"{compared} {apart}"

    def _row(self, row: ComparedRow, before: LinkedQuestionnaire, after: LinkedQuestionnaire) -> RowShown:
        return RowShown(
            self._side(row.before, before),
            self._points(row.before),
            self._side(row.after, after),
            self._points(row.after),
            self._change(row),
            _TONES.get(row.kind, "text2") if row.kind is not None else "text3",
        )

    def _side(self, side: ComparedSide, one: LinkedQuestionnaire) -> str:
        none = self.tr("sans réponse")
        label = one.questionnaire.referential.label
        words = self.tr("{0} {1} : {2}")
        return "\n".join(
            words.format(theme.code, theme.title, none if level is None else label(level))
            for theme, level in zip(side.themes, side.levels, strict=True)
        )

    def _points(self, side: ComparedSide) -> str:
        return "" if side.points is None or not side.themes else f"{side.points}/{side.maximum}"

    def _change(self, row: ComparedRow) -> str:
        states = {
            Comparability.NOT_COMPARABLE: self.tr("non comparable"),
            Comparability.NEW: self.tr("nouveau thème"),
            Comparability.UNANSWERED: self.tr("sans réponse"),
        }
        kinds = {
            StepKind.GAIN: self.tr("gain"),
            StepKind.LOSS: self.tr("perte"),
            StepKind.RECLASSIFICATION: self.tr("reclassement"),
            StepKind.UNCHANGED: self.tr("inchangé"),
        }
        return states[row.state] if row.kind is None else kinds[row.kind]


_TONES = {StepKind.GAIN: "ok", StepKind.LOSS: "danger", StepKind.RECLASSIFICATION: "warn"}


def _key(one: LinkedQuestionnaire) -> str:
    return f"{one.mission_id}/{one.kind}"


def _when(one: LinkedQuestionnaire) -> tuple[object, int]:
    return one.questionnaire.assessment.day, int(one.kind is AssessmentKind.EXIT)
