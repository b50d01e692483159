"""The 360° diagnostic: six factors whose texts are saved shortly after the last key, and the drawing of their points."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.assessment import AssessmentKind
from app.domain.full_diagnostic import FactorPriority, FactorView, FullDiagnostic, Operation
from app.domain.i2df import factor_points
from app.domain.referential import Factor
from app.services.full_diagnostic import write_factor, write_links
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.drawing import in_window_words
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.named_colours import named_colours
from app.ui.tokens import Colours

SAVE_AFTER_MS = 1200
"""Pause after the last key before a text is saved."""

TEXTS = ("observations", "strengths", "weaknesses", "evidence")
LINKS = ("links", "outside_effects")
_ALL = "links"


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One line of the list of factors; `points` is « 62 sur 200 » or how many themes are answered."""

    factor: Factor
    title: str
    points: str
    priority: str
    told: bool


class FullDiagnosticPresenter(QObject):
    """The 360° diagnostic of one mission. What is typed is saved under its own factor, even after another is shown.

    Signals:
        reloaded: The mission was read again: everything may have changed.
        factor_changed: Another factor is shown.
        pending: Something is not saved yet.
        saved: Something was saved.
    """

    reloaded = Signal()
    factor_changed = Signal()
    pending = Signal()
    saved = Signal()

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.attempts = Attempts(context.messages, self)
        self.factor = next(iter(Factor))
        self._held: FullDiagnostic = context.file.full_diagnostic
        self._typed: dict[Factor, FactorView] = {}
        self._typed_links: FullDiagnostic | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def writable(self) -> bool:
        """Whether the mission is a draft."""
        return self._context.is_writable

    @property
    def diagnostic(self) -> FullDiagnostic:
        """The diagnostic as typed, saved or not."""
        found = self._held
        for view in self._typed.values():
            found = found.with_view(view)
        links = self._typed_links
        return found if links is None else replace(found, links=links.links, outside_effects=links.outside_effects)

    @property
    def view(self) -> FactorView:
        """The factor shown, as typed."""
        return self.diagnostic.view(self.factor)

    def reload(self) -> None:
        """Read the mission again; what is typed and not saved stays."""
        self._held = self._context.file.full_diagnostic
        self.reloaded.emit()

    def show_factor(self, factor: Factor) -> None:
        """Show a factor; what was typed of the one before is saved."""
        if factor is not self.factor:
            self.flush()
            self.factor = factor
            self.factor_changed.emit()

    def step(self, by: int) -> None:
        """Show a neighbour of the factor shown, if there is one."""
        factors = list(Factor)
        rank = factors.index(self.factor) + by
        if 0 <= rank < len(factors):
            self.show_factor(factors[rank])

    def type_text(self, name: str, text: str) -> None:
        """One of `TEXTS` of the factor shown changed under the hand."""
        self._type(replace(self.view, **{name: text}))  # type: ignore[arg-type]

    def type_links(self, name: str, text: str) -> None:
        """One of `LINKS` changed under the hand."""
        known = self.diagnostic
        if getattr(known, name) != text:
            self._typed_links = replace(known, **{name: text})  # type: ignore[arg-type]
            self._wait()

    def choose_priority(self, priority: FactorPriority | None) -> None:
        """Choose when the factor shown is to be opened; saved at once."""
        self._type(replace(self.view, priority=priority))
        self.flush()

    def choose_effect(self, operation: Operation, strength: int) -> None:
        """Choose the effect of the factor shown on an operation, 0 to 3; saved at once."""
        self._type(self.view.with_effect(operation, strength))
        self.flush()

    def flush(self) -> None:
        """Save everything that was typed."""
        self._timer.stop()
        for factor in list(self._typed):
            self.attempts.run(f"factor.{factor}", partial(self._save, factor))
        if self._typed_links is not None:
            self.attempts.run(_ALL, self._save_links)

    def rows(self) -> tuple[FactorRow, ...]:
        """The six factors, in order."""
        word, diagnostic = self._context.workbench.word, self.diagnostic
        rows = []
        for one in factor_points(self._sheet().levels(AssessmentKind.ENTRY), self._context.referential):
            view = diagnostic.view(one.factor)
            points = self.tr("{0} sur {1}").format(one.points, one.maximum)
            if one.answered < one.themes:
                points = self.tr("{0}/{1} réponses").format(one.answered, one.themes)
            priority = "" if view.priority is None else word("factor_priority", view.priority)
            rows.append(FactorRow(one.factor, word("factor", one.factor), points, priority, view.is_told))
        return tuple(rows)

    @in_window_words
    def radar(self, colours: Colours, width: int, height: int) -> bytes:
        """The radar of the six factors as SVG, in px."""
        from app.charts.factor_radar import FactorAxis, factor_radar
        from app.charts.ink import screen_ink
        from app.charts.svg import to_svg

        sheet, word = self._sheet(), self._context.workbench.word
        referential = self._context.referential
        entry = factor_points(sheet.levels(AssessmentKind.ENTRY), referential)
        left = factor_points(sheet.levels(AssessmentKind.EXIT), referential)
        axes = [
            FactorAxis(
                word("factor", before.factor),
                max(before.maximum, 1),
                before.points if before.answered == before.themes else None,
                after.points if after.answered == after.themes else None,
            )
            for before, after in zip(entry, left, strict=True)
        ]
        ink = screen_ink(named_colours(colours))
        return to_svg(factor_radar(axes, width=width, height=height, ink=ink, size=11))

    def _sheet(self) -> AnswerSheet:
        return AnswerSheet(self._context.file, self._context.referential)

    def _type(self, view: FactorView) -> None:
        if view != self.view:
            self._typed[view.factor] = view
            self._wait()

    def _wait(self) -> None:
        self._timer.start()
        self.pending.emit()

    def _save(self, factor: Factor) -> None:
        view = self._typed.get(factor)
        if view is None:
            return
        bench = self._context.workbench
        kept = write_factor(bench.unit_of_work, self._context.mission_id, view, clock=bench.clock)
        if self._typed.get(factor) == view:
            del self._typed[factor]
        self._held = self._held.with_view(kept)
        self._told()

    def _save_links(self) -> None:
        typed = self._typed_links
        if typed is None:
            return
        bench = self._context.workbench
        links, outside = write_links(
            bench.unit_of_work, self._context.mission_id, typed.links, typed.outside_effects, clock=bench.clock
        )
        if self._typed_links == typed:
            self._typed_links = None
        self._held = replace(self._held, links=links, outside_effects=outside)
        self._told()

    def _told(self) -> None:
        self._context.note(Part.FULL_DIAGNOSTIC)
        self.saved.emit()
