"""The index coach of a mission: what is typed for each theme, the best steps at once, and the actions that they become."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.action_plan import Action
from app.domain.coach import LADDER, Advice, Pick, advise
from app.domain.coach_notes import CoachNotes, CoachWish, check_aim, check_wish
from app.domain.errors import DomainError
from app.domain.i2df import Progress, progress_of
from app.domain.quantities import LINE_LENGTH, HalfDays
from app.domain.referential import Level, Theme, ThemeCode
from app.services.coaching import add_actions, aim_coach, present_levels, read_coach, tell_coach
from app.ui.presenters import typed
from app.ui.presenters.action_fields import half_days_typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.coach_words import CoachWords
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 800
"""Pause after the last key before what is typed is saved."""

GOAL, DAYS, PRIORITY, PIN, BAN = "goal", "days", "priority", "pin", "ban"
AIM = frozenset({GOAL, DAYS})


class CoachPresenter(QObject):
    """What the coach is told, and what it answers.

    Signals:
        changed: Themes or the answer changed; read `rows` and `shown` again.
        selected: Another theme is edited; read every `text` again.
        told: A field was refused, or is accepted again; its key.
    """

    changed = Signal()
    selected = Signal()
    told = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = CoachWords(context.referential, self)
        self._attempts = Attempts(context.messages, self)
        self._attempts.refused.connect(lambda _where, sentence: context.messages.tell(sentence))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._errors: dict[tuple[str, str], tuple[str, str]] = {}
        self._dirty: set[ThemeCode] = set()
        self._aim_dirty = False
        self._created: dict[tuple[ThemeCode, Level], int] = {}
        self.notes = CoachNotes()
        self.current: ThemeCode = context.referential.themes[0].code
        self.reload()

    def reload(self) -> None:
        """Read the mission and what its coach was told; what is being typed was saved before."""
        bench = self._context.workbench
        self.notes = read_coach(bench.unit_of_work, self._context.mission_id)
        self.kind, self.levels = present_levels(self._context.file, self._context.referential)
        self._answer()
        self.selected.emit()

    @property
    def theme(self) -> Theme:
        """The theme edited."""
        return self._context.referential.theme(self.current)

    @property
    def progress(self) -> Progress:
        """Progress of the questionnaire that the coach starts from; without index, it cannot advise."""
        return progress_of(self.levels, self._context.referential)

    def steps(self, theme: ThemeCode) -> tuple[Level, ...]:
        """Levels that work could still lead a theme to; none when it is in place, not concerned or not answered."""
        before = self.levels.get(theme)
        return LADDER[LADDER.index(before) + 1 :] if before in LADDER else ()

    def text(self, key: str) -> str:
        """Text of a field: of the aim, or of the theme edited; the value of a level is its effort."""
        kept = self._errors.get(self._place(key))
        return kept[0] if kept else self._saved_text(key)

    def error(self, key: str) -> str:
        """Why a field is not taken, or an empty string."""
        kept = self._errors.get(self._place(key))
        return kept[1] if kept else ""

    def type(self, key: str, text: str) -> None:
        """A field changed under the hand: the answer follows at once, the disk after a pause."""
        if not self._context.is_writable or text == self.text(key):
            return
        try:
            self._put(key, text)
            self._errors.pop(self._place(key), None)
        except DomainError as error:
            self._errors[self._place(key)] = (text, self._context.workbench.sentence(error))
        self._timer.start()
        self.told.emit(key)
        self._answer()

    def select(self, theme: ThemeCode) -> None:
        """Edit a theme."""
        if theme != self.current:
            self.flush()
            self.current = theme
            self.selected.emit()

    def flush(self) -> None:
        """Save everything that was typed and accepted."""
        self._timer.stop()
        bench, mission_id = self._context.workbench, self._context.mission_id
        if self._aim_dirty:
            goal, budget = self.notes.goal, self.notes.budget
            self._aim_dirty = not self._attempts.run(
                "aim", lambda: aim_coach(bench.unit_of_work, mission_id, goal, budget, clock=bench.clock)
            )
        for theme in sorted(self._dirty):
            if self._attempts.run(str(theme), partial(self._keep, theme, self.notes.wish(theme))):
                self._dirty.discard(theme)

    def create(self, *picks: Pick) -> None:
        """Put an action in the plan for each pick, born linked to its theme; all of them or none."""
        if not picks or not self._context.is_writable:
            return
        self.flush()
        bench, mission_id = self._context.workbench, self._context.mission_id
        wanted = [self._action(pick) for pick in picks]

        def write() -> None:
            kept = add_actions(bench.unit_of_work, mission_id, wanted, clock=bench.clock)
            for pick, action in zip(picks, kept, strict=True):
                self._created[(pick.theme.code, pick.after)] = action.rank
            self._context.note(Part.ACTIONS)
            self._context.messages.tell(self.words.created([one.rank for one in kept]))

        self._attempts.run("create", write)
        self.changed.emit()

    def created(self, pick: Pick) -> int | None:
        """Rank of the action just born from a pick, or None."""
        return self._created.get((pick.theme.code, pick.after))

    def known_actions(self, theme: ThemeCode) -> tuple[int, ...]:
        """Ranks of the actions of the plan that already aim at a theme."""
        return tuple(action.rank for action in self._context.file.actions if theme in action.themes)

    def _keep(self, theme: ThemeCode, wish: CoachWish) -> None:
        bench = self._context.workbench
        tell_coach(bench.unit_of_work, self._context.mission_id, theme, wish, clock=bench.clock)
        self._context.saved.emit(bench.clock())

    def _place(self, key: str) -> tuple[str, str]:
        return ("", key) if key in AIM else (self.current, key)

    def _saved_text(self, key: str) -> str:
        wish = self.notes.wish(self.current)
        if key == GOAL:
            return "" if self.notes.goal is None else str(self.notes.goal)
        if key == DAYS:
            return "" if self.notes.budget is None else typed.short_days(self.notes.budget)
        if key == PRIORITY:
            return str(wish.priority)
        if key == PIN:
            return wish.pin.value if wish.pin else ""
        if key == BAN:
            return "1" if wish.banned else ""
        effort = wish.efforts.get(Level(key))
        return "" if effort is None else typed.short_days(effort)

    def _put(self, key: str, text: str) -> None:
        if key in AIM:
            goal = typed.count_from(text) if key == GOAL else self.notes.goal
            budget = half_days_typed(text) if key == DAYS else self.notes.budget
            check_aim(goal, budget)
            self.notes, self._aim_dirty = replace(self.notes, goal=goal, budget=budget), True
            return
        wish = check_wish(self.current, _with(self.notes.wish(self.current), key, text))
        self.notes = replace(self.notes, wishes={**self.notes.wishes, self.current: wish})
        self._dirty.add(self.current)

    def _answer(self) -> None:
        """Ask the engine again; `advice` is None when it cannot answer, and `refusal` then says why."""
        self.advice: Advice | None = None
        self.refusal = ""
        asked = self.notes.goal is not None or self.notes.budget is not None
        if self.progress.index is not None and asked:
            try:
                self.advice = advise(self.notes.request(self.levels), self._context.referential)
            except DomainError as error:
                self.refusal = self._context.workbench.sentence(error)
        self.changed.emit()

    def _action(self, pick: Pick) -> Action:
        title = self.words.action_title(pick)[:LINE_LENGTH]
        return Action(
            id=self._context.workbench.new_id(),
            rank=0,
            title=title,
            themes=(pick.theme.code,),
            reason=self.words.action_reason(pick),
            effort=pick.effort,
        )


def _with(wish: CoachWish, key: str, text: str) -> CoachWish:
    if key == PRIORITY:
        return replace(wish, priority=typed.count_from(text) or 0)
    if key == PIN:
        return replace(wish, pin=Level(text) if text else None)
    if key == BAN:
        return replace(wish, banned=bool(text))
    level, effort = Level(key), half_days_typed(text)
    efforts = {one: days for one, days in wish.efforts.items() if one is not level}
    if effort is not None:
        efforts[level] = HalfDays(effort)
    return replace(wish, efforts=efforts)
