"""Results of the questionnaire: radar and bars of declared levels, and the same figures as tables."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.assessment import AssessmentKind
from app.domain.i2df import lever_scores
from app.domain.referential import Level, ThemeCode
from app.ui.presenters.answer_sheet import AnswerSheet, key_of
from app.ui.presenters.drawing import in_window_words
from app.ui.presenters.named_colours import named_colours
from app.ui.tokens import Colours


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """One theme: keys of its levels, their words and their points; None and empty without answer.

    `opinion` is the consultant's level at exit, beside the declared one and counted nowhere.
    """

    code: str
    title: str
    entry: int | None
    entry_words: str
    entry_points: int | None
    exit: int | None
    exit_words: str
    exit_points: int | None
    opinion: int | None
    opinion_words: str


@dataclass(frozen=True, slots=True)
class LeverResult:
    """One lever: points when it is answered in full, else how many themes are."""

    code: str
    title: str
    entry: str
    exit: str
    maximum: int


@dataclass(frozen=True, slots=True)
class ResultsShown:
    """Figures of the results page.

    Attributes:
        with_exit: Whether the exit assessment is opened.
        headline: Index at entry and at exit, or how many answers there are.
        themes: In the order of the referential.
        levers: Likewise.
        note: Where the answers come from.
    """

    with_exit: bool
    headline: str
    themes: tuple[ThemeResult, ...]
    levers: tuple[LeverResult, ...]
    note: str


class ResultsPresenter(QObject):
    """Makes figures and drawings of the results; holds nothing."""

    def shown(self, sheet: AnswerSheet) -> ResultsShown:
        """Figures of both assessments."""
        with_exit = sheet.assessment(AssessmentKind.EXIT) is not None
        entry = sheet.progress(AssessmentKind.ENTRY)
        exit_ = sheet.progress(AssessmentKind.EXIT)
        parts = [self._state(self.tr("entrée"), entry.answered, entry.total, entry.index)]
        if with_exit:
            parts.append(self._state(self.tr("sortie"), exit_.answered, exit_.total, exit_.index))
        header = sheet.referential.header
        note = self.tr("Déclaré par l’entreprise. Le consultant donne son avis à côté. {0} {1}{2}.").format(
            header.title, header.ref.version, "" if header.official else self.tr(", non officiel")
        )
        return ResultsShown(with_exit, " · ".join(parts), self._themes(sheet), self._levers(sheet), note)

    @in_window_words
    def radar(self, sheet: AnswerSheet, colours: Colours, width: int, height: int) -> bytes:
        """The radar as SVG, in px."""
        from app.charts.ink import screen_ink
        from app.charts.radar import radar
        from app.charts.svg import to_svg

        entry, exit_ = _levels(sheet)
        size = 10.5 if width < _WIDE else 12
        drawing = radar(
            sheet.referential,
            entry,
            exit_,
            width=width,
            height=height,
            ink=screen_ink(named_colours(colours)),
            size=size,
        )
        return to_svg(drawing)

    @in_window_words
    def bars(self, sheet: AnswerSheet, colours: Colours, width: int) -> bytes:
        """Bars by lever as SVG, in px."""
        from app.charts.bars import lever_bars
        from app.charts.ink import screen_ink
        from app.charts.svg import to_svg

        entry, exit_ = _levels(sheet)
        drawing = lever_bars(
            sheet.referential, entry, exit_, width=width, ink=screen_ink(named_colours(colours)), size=12
        )
        return to_svg(drawing)

    def _state(self, moment: str, answered: int, total: int, index: int | None) -> str:
        if index is not None:
            return self.tr("{0} {1}").format(moment, index)
        return self.tr("{0} {1}/{2}").format(moment, answered, total)

    def _themes(self, sheet: AnswerSheet) -> tuple[ThemeResult, ...]:
        referential = sheet.referential
        entry, exit_ = sheet.levels(AssessmentKind.ENTRY), sheet.levels(AssessmentKind.EXIT)

        def words(level: Level | None) -> str:
            return self.tr("sans réponse") if level is None else referential.label(level)

        def points(level: Level | None) -> int | None:
            return None if level is None else referential.points(level)

        rows = []
        for theme in referential.themes:
            before, after = entry.get(theme.code), exit_.get(theme.code)
            opinion = sheet.texts(AssessmentKind.EXIT, theme.code).opinion
            rows.append(
                ThemeResult(
                    code=theme.code,
                    title=theme.title,
                    entry=key_of(before),
                    entry_words=words(before),
                    entry_points=points(before),
                    exit=key_of(after),
                    exit_words=words(after),
                    exit_points=points(after),
                    opinion=None if opinion is None else key_of(opinion.level),
                    opinion_words="" if opinion is None else self._opinion(referential.label(opinion.level)),
                )
            )
        return tuple(rows)

    def _opinion(self, label: str) -> str:
        return self.tr("avis du consultant : {0}").format(label)

    def _levers(self, sheet: AnswerSheet) -> tuple[LeverResult, ...]:
        entry = lever_scores(sheet.levels(AssessmentKind.ENTRY), sheet.referential)
        exit_ = lever_scores(sheet.levels(AssessmentKind.EXIT), sheet.referential)
        rows = []
        for before, after in zip(entry, exit_, strict=True):
            shown = [
                str(score.points)
                if score.answered == score.themes
                else self.tr("{0} réponses sur {1}").format(score.answered, score.themes)
                for score in (before, after)
            ]
            rows.append(LeverResult(before.lever.code, before.lever.title, shown[0], shown[1], before.maximum))
        return tuple(rows)


_WIDE = 760


def _levels(sheet: AnswerSheet) -> tuple[dict[ThemeCode, Level], dict[ThemeCode, Level] | None]:
    exit_ = None if sheet.assessment(AssessmentKind.EXIT) is None else dict(sheet.levels(AssessmentKind.EXIT))
    return dict(sheet.levels(AssessmentKind.ENTRY)), exit_
