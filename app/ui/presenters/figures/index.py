"""Why the index, its ceiling, the points of levers and factors, and each step of the way are what they are."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject

from app.charts.waterfall_steps import signed
from app.domain.assessment import AssessmentKind
from app.domain.evolution import StepKind, ThemeStep
from app.domain.i2df import ceiling, count_by_level, factor_points, lever_scores, progress_of
from app.domain.mission import MissionFile
from app.domain.referential import Level, Referential, Theme
from app.ui.presenters.answer_sheet import COUNTED, AnswerSheet
from app.ui.presenters.evolution import evolution_of
from app.ui.presenters.figures.words import CommonRule, FigureWhy, RuleWords, Steps
from app.ui.presenters.funding_shown import WhyStep


class IndexFigures(QObject):
    """Figures of the questionnaires."""

    def __init__(
        self,
        words: RuleWords,
        referential: Referential,
        word: Callable[[str, str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._referential, self._word = words, referential, word

    def indexes(self, file: MissionFile) -> Iterator[FigureWhy]:
        """The index of each questionnaire that was opened, or how far it is."""
        for kind in COUNTED:
            found = file.assessment(kind)
            if found is None:
                continue
            progress = progress_of(found.levels, self._referential)
            counts = count_by_level(found.levels)
            steps = tuple(self._level_step(level, counts[level]) for level in Level)
            missing = progress.total - progress.answered
            if missing:
                words = self.tr("Un questionnaire incomplet n’a pas d’indice, jamais une somme partielle.")
                steps = (*steps, WhyStep(self.tr("Sans réponse"), str(missing), words, decided=True))
            amount = "—" if progress.index is None else self._points(progress.index)
            title = self.tr("Indice d’entrée") if kind is AssessmentKind.ENTRY else self.tr("Indice de sortie")
            yield self._figure(f"index.{kind.value}", title, amount, self._sum_rule(), steps)
            yield self._ceiling(kind, file)

    def levers(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Points of each lever at entry and at exit."""
        rule = CommonRule(
            "INDICE-4",
            self.tr("Les points d’un levier sont ceux de ses thèmes, le plus haut étant dix points par thème."),
            self.tr("Vade-mecum 2019, encadré 1 ; leviers du référentiel"),
        )
        for kind in COUNTED:
            found = file.assessment(kind)
            for score in lever_scores(found.levels, self._referential) if found else ():
                themes = self._referential.themes_of(score.lever.code)
                steps = tuple(
                    self._theme_step(theme, found.levels.get(theme.code) if found else None) for theme in themes
                )
                title = self.tr("{0}, {1}").format(score.lever.title, self._moment(kind))
                amount = self.tr("{0} sur {1}").format(score.points, score.maximum)
                yield self._figure(f"lever.{score.lever.code}.{kind.value}", title, amount, rule, steps)

    def factors(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Points of the themes of each factor at entry and at exit."""
        rule = CommonRule(
            "INDICE-5",
            self.tr("Un facteur réunit les thèmes qui en relèvent ; un thème a parfois plusieurs facteurs."),
            self.tr("Occitanie, « Présentation des projets » ; facteurs du référentiel"),
        )
        for kind in COUNTED:
            found = file.assessment(kind)
            for score in factor_points(found.levels, self._referential) if found else ():
                themes = [theme for theme in self._referential.themes if score.factor in theme.factors]
                steps = tuple(
                    self._theme_step(theme, found.levels.get(theme.code) if found else None) for theme in themes
                )
                title = self.tr("{0}, {1}").format(self._word("factor", score.factor), self._moment(kind))
                amount = self.tr("{0} sur {1}").format(score.points, score.maximum)
                yield self._figure(f"factor.{score.factor.value}.{kind.value}", title, amount, rule, steps)

    def way(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Each step of the waterfall, and its ends; nothing before both questionnaires are complete."""
        found = evolution_of(AnswerSheet(file, self._referential))
        if found is None:
            return
        total, rule = found.total, self._way_rule()
        steps = (
            WhyStep(self.tr("Entrée"), str(total.entry), ""),
            WhyStep(self.tr("Gains"), signed(total.gains), ""),
            WhyStep(self.tr("Reculs"), signed(total.losses), ""),
            WhyStep(self.tr("À part"), signed(total.reclassified), self.tr("Thèmes reclassés, jamais un progrès.")),
            WhyStep(self.tr("Sortie"), str(total.exit), ""),
        )
        yield self._figure("way.progress", self.tr("Progrès"), signed(total.progress), rule, steps)
        for step in found.steps:
            if step.kind is not StepKind.UNCHANGED:
                title = self.tr("{0} {1}").format(step.theme.code, step.theme.title)
                yield self._figure(f"way.{step.theme.code}", title, signed(step.points), rule, self._ends(step))

    def _ceiling(self, kind: AssessmentKind, file: MissionFile) -> FigureWhy:
        found = file.assessment(kind)
        levels = found.levels if found else {}
        highest = max(spec.points for spec in self._referential.levels)
        lost = highest - self._referential.points(Level.NOT_CONCERNED)
        count = count_by_level(levels)[Level.NOT_CONCERNED]
        words = self.tr("{0} points de moins pour chaque thème « {1} ».")
        steps = (
            WhyStep(self.tr("Plus haut indice"), str(self._referential.maximum), ""),
            WhyStep(
                self.tr("{0} × {1}").format(count, lost),
                signed(-count * lost),
                words.format(lost, self._referential.label(Level.NOT_CONCERNED)),
                decided=count > 0,
            ),
        )
        rule = CommonRule(
            "INDICE-2",
            self.tr(
                "Un thème qui ne concerne pas l’entreprise garde un point : l’indice ne peut atteindre son maximum."
            ),
            self.tr("Vade-mecum 2019, encadré 1 (déduit de l’échelle)"),
        )
        title = self.tr("Plus haut indice possible, {0}").format(self._moment(kind))
        amount = self._points(ceiling(levels, self._referential))
        return self._figure(f"ceiling.{kind.value}", title, amount, rule, steps)

    def _ends(self, step: ThemeStep) -> Steps:
        said = {
            StepKind.GAIN: self.tr("Gain : un progrès déclaré par l’entreprise."),
            StepKind.LOSS: self.tr("Recul : un niveau plus bas qu’à l’entrée."),
        }.get(step.kind, self.tr("Reclassement : compté à part, jamais comme un progrès."))
        return (self._level_of(self.tr("Entrée"), step.before, ""), self._level_of(self.tr("Sortie"), step.after, said))

    def _level_of(self, moment: str, level: Level, said: str) -> WhyStep:
        label = self._referential.label(level)
        sentence = self.tr("{0}. {1}").format(label, said) if said else label
        return WhyStep(moment, self._points(self._referential.points(level)), sentence, decided=bool(said))

    def _level_step(self, level: Level, count: int) -> WhyStep:
        points = self._referential.points(level)
        words = self.tr("{0} × {1} points").format(count, points)
        return WhyStep(self._referential.label(level), str(count * points), words)

    def _theme_step(self, theme: Theme, level: Level | None) -> WhyStep:
        name = self.tr("{0} {1}").format(theme.code, theme.title)
        if level is None:
            return WhyStep(name, "—", self.tr("Sans réponse."))
        return WhyStep(name, str(self._referential.points(level)), self._referential.label(level))

    def _figure(self, key: str, title: str, amount: str, rule: CommonRule, steps: Steps) -> FigureWhy:
        return FigureWhy(key, self._words.common(title, amount, rule, steps, self._referential.header))

    def _sum_rule(self) -> CommonRule:
        words = self.tr("L’indice est la somme des points des {0} thèmes, déclarés par l’entreprise ; de 0 à {1}.")
        said = words.format(len(self._referential.themes), self._referential.maximum)
        return CommonRule("INDICE-1", said, self.tr("Vade-mecum 2019, encadré 1"))

    def _way_rule(self) -> CommonRule:
        return CommonRule(
            "INDICE-3",
            self.tr("L’évolution est la sortie moins l’entrée ; ce qui devient ou cesse d’être concerné est à part."),
            self.tr("Vade-mecum 2019, encadré 1 (lecture)"),
        )

    def _moment(self, kind: AssessmentKind) -> str:
        return self.tr("entrée") if kind is AssessmentKind.ENTRY else self.tr("sortie")

    def _points(self, value: int) -> str:
        return self.tr("{0} points").format(value)
