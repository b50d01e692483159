"""The workshop on a large screen: votes hidden until they are shown, their spread, then one decision with its author."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import CaptureMode
from app.domain.referential import Level, Theme
from app.ui.presenters.answer_sheet import key_of
from app.ui.presenters.assessment_heading import HeadingPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.questionnaire import QuestionnairePresenter
from app.ui.presenters.workshop import VoteRow, WorkshopPresenter


@dataclass(frozen=True, slots=True)
class ScreenShown:
    """What the room sees of one theme.

    Attributes:
        theme: The theme.
        place: « Thème 5 sur 29 » and its lever.
        total: How many votes there are, which is said also while they are hidden.
        counts: Votes by key of level, 1 to 5, or None while they are hidden.
        said: The spread in words, or how many votes wait.
        declared: Key of the level declared, or None; hidden with the votes, so that it sways nobody.
        decided: Who decided, in words.
        writable: Whether the mission is a draft.
        first: Whether no theme comes before.
        last: Whether no theme comes after.
    """

    theme: Theme
    place: str
    total: int
    counts: tuple[int, ...] | None
    said: str
    declared: int | None
    decided: str
    writable: bool
    first: bool
    last: bool


class WorkshopScreenPresenter(QObject):
    """The theme that the questionnaire shows, as a room looks at it. Votes never change the declared level.

    Signals:
        changed: What the room sees changed.
        refused: A vote or a decision was refused; the sentence.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self, context: MissionContext, questionnaire: QuestionnairePresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._votes = WorkshopPresenter(context, questionnaire)
        self._votes.setParent(self)
        self._heading = HeadingPresenter(context, questionnaire)
        self._heading.setParent(self)
        self.is_revealed = False
        questionnaire.settle()
        questionnaire.theme_changed.connect(self._hide)
        questionnaire.answered.connect(self._answered)
        questionnaire.attempts.refused.connect(self._refuse)
        context.changed.connect(self._told)

    @property
    def levels(self) -> tuple[str, ...]:
        """The wording of the five levels, in the order of their keys."""
        return tuple(words for _key, words in self._votes.levels())

    def shown(self) -> ScreenShown:
        """What the room sees now."""
        asked, votes = self._questionnaire, self._votes.shown()
        sheet, theme, total = asked.sheet, asked.theme, len(votes.rows)
        lever = next(one for one in sheet.referential.levers if one.code == theme.lever)
        count = len(sheet.referential.themes)
        place = self.tr("Thème {0} sur {1}").format(asked.rank + 1, count)
        return ScreenShown(
            theme=theme,
            place=f"{place} · {lever.title}",
            total=total,
            counts=votes.counts if self.is_revealed else None,
            said=votes.summary if self.is_revealed else self._waiting(total),
            declared=key_of(asked.level) if self.is_revealed else None,
            decided=votes.declared if self.is_revealed else "",
            writable=votes.writable,
            first=asked.rank == 0,
            last=asked.rank == count - 1,
        )

    def vote(self, level: Level) -> bool:
        """Count one more vote, of the next person of the room; her function may be written later beside the question."""
        known = {row.voter.casefold() for row in self._rows()}
        rank = 1
        while self._participant(rank).casefold() in known:
            rank += 1
        return self._votes.cast(self._participant(rank), level)

    def take_back(self) -> bool:
        """Take the last vote back."""
        rows = self._rows()
        return bool(rows) and self._votes.withdraw(rows[-1].id)

    def reveal(self) -> None:
        """Show the votes, or hide them again."""
        self.is_revealed = not self.is_revealed
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show a neighbour of the theme; its votes are hidden."""
        self._questionnaire.step(by)

    def author(self) -> str:
        """Who is known to declare, or an empty text."""
        return self._heading.shown().declared_by

    def decide(self, author: str, level: Level) -> bool:
        """Declare the level of the theme, in the name of one person; it stays in front, with its votes."""
        named = author.strip()
        if not named:
            self.refused.emit(self.tr("Écrivez qui décide : le niveau déclaré a toujours un auteur."))
            return False
        heading = replace(self._heading.shown(), declared_by=named, mode=CaptureMode.WORKSHOP.value)
        if not self._heading.save(heading):
            return False
        self.is_revealed = True
        self._questionnaire.answer(level)
        self._questionnaire.go(self._questionnaire.rank)
        self.changed.emit()
        return self._questionnaire.level is level

    def _rows(self) -> tuple[VoteRow, ...]:
        return self._votes.shown().rows

    def _participant(self, rank: int) -> str:
        return self.tr("participant {0}").format(rank)

    def _waiting(self, total: int) -> str:
        if not total:
            return self.tr("Aucun vote pour l’instant")
        return self.tr("Un vote, caché") if total == 1 else self.tr("{0} votes, cachés").format(total)

    def _hide(self) -> None:
        self.is_revealed = False
        self.changed.emit()

    def _answered(self, _kind: object, _done: object) -> None:
        self.changed.emit()

    def _told(self, parts: frozenset[Part]) -> None:
        if Part.ANSWERS in parts:
            self.changed.emit()

    def _refuse(self, _where: str, sentence: str) -> None:
        self.refused.emit(sentence)
