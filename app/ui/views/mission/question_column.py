"""Centre column of the questionnaire: the question with its answers, its texts, the actions born of it, the pack."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.action_plan import Action
from app.domain.assessment import Answer, AssessmentKind
from app.domain.guide import Guide
from app.domain.referential import Level
from app.services.questionnaire import Answered
from app.ui.presenters import typed
from app.ui.presenters.assessment_heading import HeadingPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.plan import NEW_ACTION, RANK_MARK
from app.ui.presenters.questionnaire import QuestionnairePresenter
from app.ui.presenters.workshop import WorkshopPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.texts import Label
from app.ui.views.mission.answer_texts_view import AnswerTexts, EntryLine
from app.ui.views.mission.answer_view import AnswerView
from app.ui.views.mission.assessment_heading_view import HeadingLine
from app.ui.views.mission.sheet_card import SheetCard
from app.ui.views.mission.votes_view import VotesLine

PLAN_PAGE = "plan"


class ActionsLine(Card):
    """Actions born of the theme, and the way to a new one."""

    def __init__(self) -> None:
        super().__init__(10, "sunken")
        self.words = Label("", "small", "text2", wrap=True)
        self.new = Button(self.tr("nouvelle action"), "new_action_here", "link")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconView("target", "text2", 16))
        line.addWidget(Label(self.tr("Nées de ce thème"), "small", weight=SEMIBOLD))
        line.addWidget(self.words, 1)
        self._cap = KeyCap("A")
        line.addWidget(self._cap)
        line.addWidget(self.new)
        self.body.addLayout(line)

    def set_writable(self, writable: bool) -> None:
        """A sealed mission gets no new action."""
        self._cap.setVisible(writable)
        self.new.setVisible(writable)


class QuestionColumn(QWidget):
    """Everything that the centre shows of the theme that the presenter is at."""

    def __init__(self, context: MissionContext, presenter: QuestionnairePresenter, heading: HeadingPresenter) -> None:
        super().__init__()
        referential = presenter.sheet.referential
        self._context = context
        self._presenter = presenter
        self._plan: tuple[Action, ...] = ()
        self._guide: Guide | None = None
        self._wide = False
        self.answers = AnswerView(referential)
        self.entry = EntryLine(referential)
        self.texts = AnswerTexts(referential)
        self.heading = HeadingLine(heading)
        self.votes = VotesLine(WorkshopPresenter(context, presenter))
        self._actions = ActionsLine()
        self._actions.new.clicked.connect(self.ask_action)
        self._landmarks = SheetCard()
        self._landmarks.sheet_asked.connect(self.ask_sheet)
        self._landmarks.hide()
        self._pack = Label("", "caption", "text3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for widget in (self.answers, self.entry, self.texts, self.votes, self._actions, self._landmarks):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self.heading)
        self._column.addWidget(self._pack)

    def show_sheet(self) -> None:
        """Show what belongs to the whole assessment."""
        presenter = self._presenter
        self._plan = self._context.file.actions
        self.answers.progress.show_levels(presenter.sheet, presenter.kind)
        self.answers.question.kinds.set_current(presenter.kind.value)
        self.answers.bar.set_sealed(not presenter.sheet.writable)
        self._actions.set_writable(presenter.sheet.writable)
        header = presenter.sheet.referential.header
        words = self.tr("{0} {1} ({2}) · officiel · épinglé à la mission")
        if not header.official:
            words = self.tr("{0} {1} ({2}) · lecture du projet, non officiel · épinglé à la mission")
        self._pack.setText(words.format(header.title, header.ref.version, typed.day(header.valid_from)))

    def show_theme(self, given: Answer) -> None:
        """Show the theme with its answers and texts."""
        presenter = self._presenter
        self.answers.show_theme(presenter.theme, presenter.rank)
        self.answers.show_entry(self._entry_level())
        self._show_answer()
        self.show_texts(given)
        self.votes.show_votes()
        self._show_actions()
        if self._wide:
            self._show_landmarks()

    def show_texts(self, given: Answer) -> None:
        """Show the texts of the theme."""
        presenter = self._presenter
        self.texts.set_saving(False)
        self.texts.set_error("")
        self.texts.show_texts(
            given,
            presenter.level,
            at_exit=presenter.kind is AssessmentKind.EXIT,
            writable=presenter.sheet.writable,
        )

    def show_answered(self, kind: AssessmentKind, done: Answered) -> None:
        """Show an answer that has just been saved: its glyph, two buttons, the count; nothing else is painted."""
        presenter = self._presenter
        if kind is not presenter.kind:
            return
        self.answers.progress.show_levels(presenter.sheet, kind)
        if done.theme == presenter.theme.code:
            self._show_answer()
            self.texts.show_declared(done.level)
            if self.votes.is_open:
                self.votes.show_votes()

    def focus_justification(self) -> None:
        """Write the justification."""
        self.texts.justification.setFocus()

    def focus_opinion(self) -> None:
        """Choose the opinion, at exit."""
        if self.texts.level.isVisible():
            self.texts.level.setFocus()

    def ask_sheet(self) -> None:
        """Open the sheet of the guide."""
        self._context.guide_asked.emit(str(self._presenter.theme.code))

    def ask_action(self) -> None:
        """Write an action born from this theme, on the page of the plan."""
        self._context.page_asked.emit(PLAN_PAGE, f"{NEW_ACTION}{RANK_MARK}{self._presenter.theme.code}")

    def set_width(self, *, compact: bool, wide: bool) -> None:
        """Follow the width of the window."""
        self._wide = wide
        self._landmarks.setVisible(wide)
        self.answers.set_compact(compact)
        self.texts.set_compact(compact)
        if wide:
            self._show_landmarks()

    def _show_answer(self) -> None:
        presenter = self._presenter
        at_exit = presenter.kind is AssessmentKind.EXIT
        entry = presenter.sheet.assessment(AssessmentKind.ENTRY)
        self.answers.show_answer(presenter.level)
        self.entry.setVisible(at_exit and entry is not None)
        if at_exit and entry is not None:
            self.entry.show_entry(entry, self._entry_level(), presenter.level)

    def _entry_level(self) -> Level | None:
        """What was answered at entry, while the exit is shown."""
        presenter = self._presenter
        if presenter.kind is not AssessmentKind.EXIT:
            return None
        return presenter.sheet.levels(AssessmentKind.ENTRY).get(presenter.theme.code)

    def _show_actions(self) -> None:
        code = self._presenter.theme.code
        born = [action for action in self._plan if code in action.themes]
        named = " · ".join(self.tr("Action {0} : {1}").format(action.rank, action.title) for action in born)
        self._actions.words.setText(named or self.tr("aucune action pour l’instant"))

    def _show_landmarks(self) -> None:
        library = self._context.workbench.library
        if self._guide is None:
            self._guide = library.guide()
        theme = self._presenter.theme
        explained = library.referential(self._guide.referential_id).themes
        same = any((one.code, one.title) == (theme.code, theme.title) for one in explained)
        sheet = next((one for one in self._guide.sheets if same and one.theme == theme.code), None)
        self._landmarks.setVisible(sheet is not None)
        if sheet is not None:
            self._landmarks.show_sheet(sheet)
