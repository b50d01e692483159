"""The « Questionnaire » page: one question a screen, five answers, everything else quiet; by keys alone if one wants."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.domain.assessment import AssessmentKind
from app.domain.referential import ThemeCode
from app.services.questionnaire import Answered
from app.services.undo import Step
from app.services.undo_shelves import ShelfName
from app.ui.presenters.answer_sheet import LEVELS
from app.ui.presenters.answer_texts import AnswerTextsPresenter
from app.ui.presenters.assessment_heading import HeadingPresenter
from app.ui.presenters.company import CompanyPresenter
from app.ui.presenters.mission_context import THEME_FIELD, MissionContext
from app.ui.presenters.questionnaire import QuestionnairePresenter
from app.ui.views.keys import digit_of
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.look import tokens
from app.ui.views.mission.attachment_sources import is_taken
from app.ui.views.mission.marks import progress_mark
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.question_column import QuestionColumn
from app.ui.views.mission.questionnaire_footer import QuestionnaireFooter
from app.ui.views.mission.questionnaire_side import QuestionnaireSide
from app.ui.views.mission.questionnaire_ways import QuestionnaireWays
from app.ui.views.mission.theme_list_view import ThemeListView

LIST_WIDTH, WIDE_LIST_WIDTH = 404, 480
RESULTS_PAGE = "results"
_NOTES = "private_notes"
_VERY_WIDE = 1800


class QuestionnairePage(MissionPageView):
    """Questions and list of the themes; side panel and footer."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("questionnaire_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.presenter = QuestionnairePresenter(context, self)
        self._texts = AnswerTextsPresenter(context, self.presenter)
        self._heading = HeadingPresenter(context, self.presenter)
        self._notes = CompanyPresenter(context, self)
        self._column = QuestionColumn(context, self.presenter, self._heading)
        self._list = ThemeListView()
        self._side = QuestionnaireSide(self, context)
        self.setAcceptDrops(True)
        self._footer = QuestionnaireFooter(self)
        self._ways = QuestionnaireWays(self, context, self.presenter)
        self._compact = self._wide = self._listing = False
        self._lay_out()
        self._connect_presenters()
        self._connect_column()
        self._connect_parts()
        self._letters = self._letter_actions()
        self._show_all()

    # What the window asks

    def enter(self) -> None:
        """Show the mission as it is now."""
        self.presenter.reload()
        self._notes.reload()

    def show_reverted(self, step: Step) -> None:
        """Show the theme whose answer or texts came back."""
        self.enter()
        first = step[0]
        if first.shelf is ShelfName.ANSWER:
            self.presenter.show_answer(*first.key)

    def leave(self) -> None:
        """Save what is being typed."""
        self.presenter.settle()
        self._texts.flush()
        self._notes.flush()
        self._column.heading.save()

    def first_focus(self) -> QWidget:
        """The answer given, or the question."""
        return self._column.answers.focus_target()

    def focus_field(self, name: str) -> bool:
        """A theme asked for by its code comes to the front."""
        if not name.startswith(THEME_FIELD):
            return super().focus_field(name)
        self.presenter.show_answer(self.presenter.kind, ThemeCode(name.removeprefix(THEME_FIELD)))
        self._column.answers.focus_answer()
        return True

    def side_widget(self) -> QWidget:
        """Evidence, private notes, sheet."""
        return self._side

    def footer_widget(self) -> QWidget:
        """From theme to theme."""
        return self._footer

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (
            ("1–5", self.tr("répondre et passer au thème suivant")),
            ("N  →", self.tr("thème suivant")),
            ("P  ←", self.tr("thème précédent")),
            ("U", self.tr("thème sans réponse suivant")),
            (self.tr("0  Suppr"), self.tr("effacer la réponse")),
            ("J", self.tr("écrire la justification")),
            ("O", self.tr("donner l’avis du consultant, à la sortie")),
            ("E", self.tr("écrire les preuves")),
            ("F", self.tr("joindre une photo ou un fichier au thème")),
            ("Ctrl V", self.tr("coller une image ou des fichiers, en preuve du thème")),
            ("T", self.tr("écrire les notes privées")),
            (self.tr("Ctrl Entrée"), self.tr("enregistrer le texte et passer au thème suivant")),
            ("V", self.tr("votes de l’atelier sur ce thème")),
            ("D", self.tr("date et auteur de la déclaration")),
            ("L", self.tr("liste des thèmes")),
            ("R", self.tr("résultats")),
            ("A", self.tr("nouvelle action née du thème")),
            ("G", self.tr("fiche du guide")),
            *self._ways.keys(),
        )

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, letters act; text fields keep their own keys."""
        digit = digit_of(event)
        if digit is not None and self._answering:
            self.presenter.answer(LEVELS[digit - 1])
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        action = self._letters.get(Qt.Key(event.key())) if plain else None
        if action is not None and (self._answering or event.key() == Qt.Key.Key_L):
            action()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._side.photos.take(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Escape and self._step_out():
            return
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures while the mission is a draft."""
        if self.context.is_writable and is_taken(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Evidence of the theme on screen."""
        self._side.photos.take(event.mimeData())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A page put in its window has another width to follow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._fit()

    @property
    def _answering(self) -> bool:
        return not self._scroll.isHidden()

    def _letter_actions(self) -> dict[Qt.Key, Callable[[], object]]:
        column, side, presenter = self._column, self._side, self.presenter
        key = Qt.Key
        clear = lambda: presenter.answer(None)  # noqa: E731 one action among others
        return {
            key.Key_N: lambda: presenter.step(1),
            key.Key_Right: lambda: presenter.step(1),
            key.Key_P: lambda: presenter.step(-1),
            key.Key_Left: lambda: presenter.step(-1),
            key.Key_U: presenter.next_without_answer,
            key.Key_0: clear,
            key.Key_Agrave: clear,
            key.Key_Delete: clear,
            key.Key_J: column.focus_justification,
            key.Key_O: column.focus_opinion,
            key.Key_D: column.heading.toggle,
            key.Key_V: column.votes.toggle,
            key.Key_E: lambda: self._focus_side(side.evidence),
            key.Key_F: side.photos.ask,
            key.Key_T: lambda: self._focus_side(side.notes),
            key.Key_G: column.ask_sheet,
            key.Key_A: column.ask_action,
            key.Key_L: self._toggle_list,
            key.Key_R: self._ask_results,
            **self._ways.letters(),
        }

    def _focus_side(self, editor: QWidget) -> None:
        if editor.isVisible():
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.context.messages.tell(self.tr("Le volet est replié : F9 l’ouvre, sur une fenêtre assez large."))

    def _step_out(self) -> bool:
        """One step back inside the page; False when there is none."""
        focused = QApplication.focusWidget()
        if self._listing:
            self._toggle_list()
        elif self._column.heading.is_open:
            self._column.heading.toggle()
        elif self._column.votes.is_open:
            self._column.votes.toggle()
        elif isinstance(focused, QPlainTextEdit | QLineEdit):
            self._column.answers.focus_answer()
        else:
            return False
        return True

    # Parts

    def _lay_out(self) -> None:
        self._scroll = Scroll("questionnaire_scroll", (24, 12, 24, 12))
        self._scroll.body.addWidget(self._column)
        self._list_host = QWidget()
        host = QHBoxLayout(self._list_host)
        host.setContentsMargins(16, 12, 0, 12)
        host.addWidget(self._list)
        self._list_host.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._list_host)
        line.addWidget(self._scroll, 1)

    def _connect_presenters(self) -> None:
        presenter = self.presenter
        presenter.reloaded.connect(self._show_all)
        presenter.theme_changed.connect(self._show_theme)
        presenter.answered.connect(self._show_answered)
        presenter.finished.connect(self._tell_finished)
        presenter.attempts.refused.connect(self._refused)
        presenter.attempts.recovered.connect(self._show_all)
        self._texts.pending.connect(lambda: self._column.texts.set_saving(True))
        self._texts.saved.connect(self._texts_saved)
        self._heading.saved.connect(self._show_heading)
        self._notes.loaded.connect(self._show_notes)

    def _connect_column(self) -> None:
        column, presenter, texts = self._column, self.presenter, self._texts
        column.answers.answered.connect(presenter.answer)
        column.answers.stepped.connect(presenter.step)
        column.answers.picked.connect(presenter.go)
        column.answers.kind_chosen.connect(self._choose_kind)
        column.texts.justified.connect(texts.type_justification)
        column.texts.opined.connect(texts.type_opinion)
        column.texts.opinion_chosen.connect(self._choose_opinion)
        column.texts.left.connect(texts.flush)
        column.texts.submitted.connect(self._submit)
        column.heading.ways_asked.connect(self._ways.ask)
        for folded in (column.heading, column.votes):
            folded.closed.connect(column.answers.focus_answer)

    def _connect_parts(self) -> None:
        side, footer, presenter = self._side, self._footer, self.presenter
        side.evidence_typed.connect(self._texts.type_evidence)
        side.notes_typed.connect(lambda text: self._notes.type(_NOTES, text))
        side.left.connect(self._texts.flush)
        side.left.connect(self._notes.flush)
        side.submitted.connect(self._submit)
        side.sheet_asked.connect(self._column.ask_sheet)
        footer.previous_asked.connect(lambda: presenter.step(-1))
        footer.next_asked.connect(lambda: presenter.step(1))
        footer.unanswered_asked.connect(presenter.next_without_answer)
        footer.results_asked.connect(self._ask_results)
        self._list.picked.connect(self._pick)
        self._list.left.connect(self._step_out)

    # What is shown

    def _show_all(self) -> None:
        sheet = self.presenter.sheet
        self._column.show_sheet()
        self._list.show_sheet(sheet)
        self._show_heading()
        self._show_theme()
        self._show_notes()
        self.marked.emit(progress_mark(sheet.progress(self.presenter.kind)))

    def _show_theme(self) -> None:
        presenter = self.presenter
        given = self._texts.shown()
        self._column.show_theme(given)
        self._side.show_theme(presenter.theme, given.evidence, writable=presenter.sheet.writable)
        self._show_place()
        if self._wide or self._listing:
            self._list.set_current(presenter.rank)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._column.answers.focus_answer()

    def _show_answered(self, kind: AssessmentKind, done: Answered) -> None:
        self._column.show_answered(kind, done)
        self.marked.emit(progress_mark(done.progress))
        self._show_place()
        if self._wide or self._listing:
            self._list.show_sheet(self.presenter.sheet)

    def _show_place(self) -> None:
        presenter = self.presenter
        progress = presenter.sheet.progress(presenter.kind)
        last = len(presenter.sheet.referential.themes) - 1
        self._footer.show_place(
            first=presenter.rank == 0, last=presenter.rank == last, unanswered=progress.total - progress.answered
        )

    def _show_heading(self) -> None:
        self._column.heading.show_heading(self.presenter.kind, writable=self.presenter.sheet.writable)

    def _show_notes(self) -> None:
        self._side.show_notes(self._notes.text(_NOTES), writable=self.presenter.sheet.writable)

    def _texts_saved(self, theme: str) -> None:
        if theme == self.presenter.theme.code:
            self._column.texts.set_saving(False)
            self._column.texts.set_error("")

    # What is done

    def _choose_kind(self, key: str) -> None:
        if not self.presenter.show_kind(AssessmentKind(key)):
            self._column.show_sheet()

    def _choose_opinion(self, level: object) -> None:
        self._texts.choose_opinion(level if level in LEVELS else None)  # type: ignore[arg-type]
        self._column.show_texts(self._texts.shown())

    def _submit(self) -> None:
        self._texts.flush()
        self.presenter.step(1)
        self._column.answers.focus_answer()

    def _pick(self, rank: int) -> None:
        if self._listing and not self._wide:
            self._toggle_list()
        self.presenter.go(rank)
        self._column.answers.focus_answer()

    def _toggle_list(self) -> None:
        if self._wide:
            self._list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._listing = not self._listing
        self._arrange()
        if self._listing:
            self._list.show_sheet(self.presenter.sheet)
            self._list.set_current(self.presenter.rank)
            self._list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._column.answers.focus_answer()

    def _ask_results(self) -> None:
        self.context.page_asked.emit(RESULTS_PAGE, "")

    def _arrange(self) -> None:
        alone = self._listing and not self._wide
        self._scroll.setVisible(not alone)
        self._list_host.setVisible(self._wide or alone)
        beside = WIDE_LIST_WIDTH if self.window().width() >= _VERY_WIDE else LIST_WIDTH
        self._list_host.setMinimumWidth(beside if self._wide else 0)
        self._list_host.setMaximumWidth(beside if self._wide else 720)

    def _fit(self) -> None:
        width = self.window().width()
        compact, wide = width < tokens().regular, width >= tokens().wide
        if (compact, wide) == (self._compact, self._wide):
            return
        self._compact, self._wide = compact, wide
        margins = (12, 2, 12, 4) if compact else (24, 12, 24, 12)
        self._scroll.body.setContentsMargins(*margins)
        self._column.set_width(compact=compact, wide=wide)
        self._footer.set_compact(compact)
        self._list.show_sheet(self.presenter.sheet)
        self._arrange()
        self._list.set_current(self.presenter.rank)

    def _tell_finished(self) -> None:
        index = self.presenter.sheet.progress(self.presenter.kind).index
        words = self.tr("Toutes les réponses sont données : l’indice est {0}.").format(index)
        self.context.messages.tell(words, self.tr("Voir les résultats"), self._ask_results)

    def _refused(self, where: str, sentence: str) -> None:
        if where == "heading":
            self._column.heading.set_error(sentence)
        elif where == "vote":
            self._column.votes.set_error(sentence)
        elif where.startswith("texts."):
            self._column.texts.set_error(sentence)
        else:
            self.context.messages.tell(sentence)
