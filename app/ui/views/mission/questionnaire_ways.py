"""Other ways of answering, as the questionnaire page offers them: by a key, by the palette, by one dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.questionnaire import QuestionnairePresenter
from app.ui.views.modes.chooser import Way, WaysDialog


class QuestionnaireWays(QObject):
    """The ways of one page."""

    def __init__(self, page: QWidget, context: MissionContext, presenter: QuestionnairePresenter) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._presenter = presenter

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page, as its F1 sheet and the palette show them."""
        title = self.tr("répondre autrement")
        return (("M", title), *((way.key, f"{title}, {_lower(way.title)}") for way in self.ways()))

    def letters(self) -> dict[Qt.Key, Callable[[], object]]:
        """What each letter does on the page."""
        found: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key[f"Key_{way.key}"]: partial(self._run, way.key) for way in self.ways()
        }
        found[Qt.Key.Key_M] = self.ask
        return found

    def ask(self) -> None:
        """Show the ways."""
        WaysDialog(self.ways(), self._page.window()).open()

    def ways(self) -> tuple[Way, ...]:
        """What can be done now."""
        sealed = "" if self._context.is_writable else self.tr("La mission est scellée : ses réponses ne changent plus.")
        return (
            Way(
                "C",
                "way_company",
                self.tr("L’entreprise seule"),
                self.tr("En plein écran, un thème à la fois ; un code PIN ramène au consultant."),
                "user",
                lambda: self._context.alone_asked.emit(self._presenter.kind),
                sealed,
            ),
            Way(
                "S",
                "way_workshop",
                self.tr("L’atelier à l’écran"),
                self.tr("À projeter : votes cachés puis montrés, et une décision avec son auteur."),
                "monitor",
                self._project,
            ),
            Way(
                "I",
                "way_paper",
                self.tr("Saisie du papier"),
                self.tr(
                    "29 chiffres tapés deux fois, les différences tranchées une à une, puis un seul enregistrement."
                ),
                "list-checks",
                self._type_paper,
                sealed,
            ),
            Way(
                "B",
                "way_blank",
                self.tr("Questionnaire vierge"),
                self.tr("À imprimer : deux thèmes par page, les cinq niveaux à cocher, la version du référentiel."),
                "printer",
                lambda: self._context.page_asked.emit("roadmap", "paper_questionnaire"),
            ),
        )

    def _project(self) -> None:
        from app.ui.presenters.workshop_screen import WorkshopScreenPresenter
        from app.ui.views.modes.workshop_screen import WorkshopScreen

        screen = WorkshopScreen(WorkshopScreenPresenter(self._context, self._presenter))
        screen.left.connect(self._projected)
        self._page.destroyed.connect(screen.close)
        screen.project(self._page.window())

    def _projected(self) -> None:
        self._presenter.reload()
        self._page.activateWindow()

    def _type_paper(self) -> None:
        from app.ui.presenters.paper_grid import PaperGridPresenter
        from app.ui.views.modes.paper_dialog import PaperDialog

        presenter = PaperGridPresenter(self._context, self._presenter.kind)
        presenter.confirmed.connect(self._typed)
        moment = self._context.workbench.word("assessment_kind", self._presenter.kind)
        PaperDialog(presenter, moment, self._page.window()).open()

    def _typed(self, count: int) -> None:
        self._presenter.reload()
        words = self.tr("{0} réponses du papier enregistrées.").format(count)
        self._context.messages.tell(words, self.tr("Annuler"), self._context.undoing.undo)

    def _run(self, key: str) -> None:
        way = next(one for one in self.ways() if one.key == key)
        if way.refused:
            self._context.messages.tell(way.refused)
        else:
            way.run()


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
