"""From entry to exit: transformation, reclassifications apart, points by factor, and the ceiling that the answers set."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.charts.waterfall_steps import drawn_steps, signed
from app.domain.assessment import AssessmentKind
from app.domain.evolution import Movement, StepKind, Waterfall, waterfall
from app.domain.i2df import ceiling, count_by_level, factor_points
from app.domain.referential import Level
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.drawing import in_window_words
from app.ui.presenters.named_colours import named_colours
from app.ui.tokens import Colours

ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT


@dataclass(frozen=True, slots=True)
class StepShown:
    """A row of the table of the way: its caption, the difference (empty for a total), the points reached."""

    title: str
    points: str
    total: str
    whole: bool


@dataclass(frozen=True, slots=True)
class FactorShown:
    """Points of the themes that a factor bears on; `moved` is empty before the exit is complete."""

    title: str
    themes: str
    entry: str
    exit: str
    moved: str
    maximum: str


@dataclass(frozen=True, slots=True)
class EvolutionShown:
    """What the page shows of the way from entry to exit.

    Attributes:
        waiting: Sentence that stands in place of the drawing while a questionnaire is incomplete, or empty.
        figures: « +44, et +4 à part », or empty.
        spoken: The same in a sentence, for a screen reader, or empty.
        steps: Rows of the table of the way.
        factors: By factor, empty before the entry is complete.
        ceiling: Sentence about the ceiling set by the themes « pas concerné », or empty.
    """

    waiting: str
    figures: str
    spoken: str
    steps: tuple[StepShown, ...]
    factors: tuple[FactorShown, ...]
    ceiling: str


class EvolutionPresenter(QObject):
    """Makes figures and drawing of the evolution; holds nothing but the texts."""

    def __init__(
        self, phrase: Callable[..., str], word: Callable[[str, str], str], parent: QObject | None = None
    ) -> None:
        """Make a presenter.

        Args:
            phrase: Sentence of a text code and its parameters.
            word: Word of a code in its group.
            parent: Owner.
        """
        super().__init__(parent)
        self._phrase, self._word = phrase, word

    @in_window_words
    def shown(self, sheet: AnswerSheet) -> EvolutionShown:
        """Everything, as the answers are now."""
        limit = self._ceiling(sheet)
        found = evolution_of(sheet)
        if found is None:
            return EvolutionShown(self._waiting(sheet), "", "", (), self._entry_factors(sheet), limit)
        steps = tuple(
            StepShown(step.title, "" if step.role.whole else step.value, str(step.total), step.role.whole)
            for step in drawn_steps(found)
        )
        total, apart = found.total, bool(found.of_kind(StepKind.RECLASSIFICATION))
        spoken = self._phrase(
            "results.spoken",
            entry=total.entry,
            exit=total.exit,
            progress=signed(total.progress),
            apart=signed(total.reclassified),
        )
        return EvolutionShown("", self._moved(total, apart=apart), spoken, steps, self._factors(found), limit)

    @in_window_words
    def drawing(self, sheet: AnswerSheet, colours: Colours, width: int, height: int) -> bytes | None:
        """The way as SVG, in px; None while a questionnaire is incomplete."""
        found = evolution_of(sheet)
        if found is None:
            return None
        from app.charts.ink import screen_ink
        from app.charts.svg import to_svg
        from app.charts.waterfall import waterfall_chart

        ink = screen_ink(named_colours(colours))
        return to_svg(waterfall_chart(found, width=width, height=height, ink=ink, size=11, names=False))

    def _moved(self, movement: Movement, *, apart: bool) -> str:
        if not apart:
            return signed(movement.progress)
        return self.tr("{0}, et {1} à part").format(signed(movement.progress), signed(movement.reclassified))

    def _waiting(self, sheet: AnswerSheet) -> str:
        if sheet.assessment(EXIT) is None:
            return self._phrase("results.no_exit")
        kind, code = (EXIT, "results.exit_incomplete")
        if sheet.progress(ENTRY).index is None:
            kind, code = (ENTRY, "results.entry_incomplete")
        progress = sheet.progress(kind)
        return self._phrase(code, missing=progress.total - progress.answered)

    def _entry_factors(self, sheet: AnswerSheet) -> tuple[FactorShown, ...]:
        if sheet.progress(ENTRY).index is None:
            return ()
        return tuple(
            FactorShown(self._word("factor", one.factor), str(one.themes), str(one.points), "", "", str(one.maximum))
            for one in factor_points(sheet.levels(ENTRY), sheet.referential)
        )

    def _factors(self, found: Waterfall) -> tuple[FactorShown, ...]:
        rows = []
        for score in found.factors:
            own = [step for step in found.steps if score.factor in step.theme.factors]
            apart = any(step.kind is StepKind.RECLASSIFICATION for step in own)
            rows.append(
                FactorShown(
                    title=self._word("factor", score.factor),
                    themes=str(score.themes),
                    entry=str(score.movement.entry),
                    exit=str(score.movement.exit),
                    moved=self._moved(score.movement, apart=apart),
                    maximum=str(score.maximum),
                )
            )
        return tuple(rows)

    def _ceiling(self, sheet: AnswerSheet) -> str:
        """Of the last questionnaire that holds answers."""
        levels = sheet.levels(EXIT) or sheet.levels(ENTRY)
        count = count_by_level(levels)[Level.NOT_CONCERNED]
        if not count:
            return ""
        referential = sheet.referential
        highest = max(spec.points for spec in referential.levels)
        return self._phrase(
            "results.ceiling",
            label=referential.label(Level.NOT_CONCERNED),
            ceiling=ceiling(levels, referential),
            maximum=referential.maximum,
            lost=highest - referential.points(Level.NOT_CONCERNED),
            count=count,
        )


def evolution_of(sheet: AnswerSheet) -> Waterfall | None:
    """The evolution once both questionnaires are complete."""
    if any(sheet.progress(kind).index is None for kind in (ENTRY, EXIT)):
        return None
    return waterfall(sheet.levels(ENTRY), sheet.levels(EXIT), sheet.referential)
