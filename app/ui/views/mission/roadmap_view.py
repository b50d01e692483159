"""The « Feuille de route » page: a paper of the mission as it will be printed, saved and printed from here."""

import logging

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.services.mission_papers import MissionPaper
from app.services.other_forms import OtherForm
from app.ui.jobs import Job
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.other_forms import OtherForms
from app.ui.presenters.roadmap import RoadmapPresenter
from app.ui.views.keys import HERE, bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.discard import discard
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Scroll, row
from app.ui.views.kit.texts import Label
from app.ui.views.look import tokens
from app.ui.views.mission.file_asking import ask_where_to_save
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import NARROW, PageHead
from app.ui.views.mission.progress_line import ProgressLine
from app.ui.views.mission.seal_pdf import PdfSealDesk
from app.ui.views.mission.sheet_view import A4_RATIO, SheetView
from app.ui.views.mission.signing_desk import SigningDesk

logger = logging.getLogger(__name__)

WIDEST = 860
LEAST = 200
DRAWN_AFTER_MS = 300
WIDTH, WHOLE = "width", "whole"
PAPER = "paper_"
"""Beginning of the field names by which another page asks for a paper."""


class RoadmapView(MissionPageView):
    """The document of the mission."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.presenter = RoadmapPresenter(context, self)
        self.forms = OtherForms(context, self)
        self.signing = SigningDesk(context, self)
        self.sealing = PdfSealDesk(context, self)
        self._sheets: list[SheetView] = []
        self._sizing = QTimer(self)
        self._sizing.setSingleShot(True)
        self._sizing.setInterval(DRAWN_AFTER_MS)
        self._sizing.timeout.connect(self._draw_sharper)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        segments = [(WIDTH, self.tr("Largeur")), (WHOLE, self.tr("Page entière"))]
        self.zoom = Segmented(segments, "roadmap_zoom", self.tr("Affichage de la page"))
        self.print = Button(self.tr("Imprimer…"), "roadmap_print", "ghost", icon="printer")
        self.save = Button(self.tr("Enregistrer le PDF…"), "roadmap_save", "primary", icon="download")
        self.others = Button(self.tr("Autres formes"), "roadmap_others", "ghost", icon="file-output")
        self.others.setMenu(self._forms())
        shown = [
            (MissionPaper.ROADMAP.value, self.tr("Feuille de route")),
            (MissionPaper.ATTENDANCE.value, self.tr("Présence")),
            (MissionPaper.DE_MINIMIS.value, self.tr("De minimis")),
            (MissionPaper.APPLICATION.value, self.tr("Dossier de demande")),
            (MissionPaper.QUESTIONNAIRE.value, self.tr("Questionnaire vierge")),
        ]
        self.shown = Segmented(shown, "roadmap_shown", self.tr("Document montré"))
        self.shown.set_current(MissionPaper.ROADMAP.value)
        self.sign = Button(self.tr("Faire signer…"), "roadmap_sign", "ghost", icon="pencil-line")
        self.seal = Button(self.tr("Sceller le PDF…"), "roadmap_seal", "ghost", icon="stamp")
        self.copy = Button(self.tr("Copier le texte"), "roadmap_copy", "ghost", icon="copy")
        self.copy.hide()
        self.head = PageHead(self.tr("Feuille de route"), self.zoom, self.others, self.print, self.save)
        self.line = ProgressLine("roadmap_making")
        self._said = Label("", "small", "text2", wrap=True)
        self._said.hide()
        self.desk = Scroll("roadmap_pages", (12, 12, 12, 12))
        self.desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk.setAccessibleName(self.tr("Pages du document"))
        self.desk.body.setSpacing(14)
        ringed(self.desk, tokens().radius.control)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 20, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(row(self.shown, 0, self.copy, self.seal, self.sign))
        column.addWidget(self.line)
        column.addWidget(self._said)
        column.addWidget(self.desk, 1)

    def _forms(self) -> QMenu:
        menu = QMenu(self)
        for form in OtherForm:
            action = menu.addAction(self.forms.title(form))
            action.setObjectName(f"roadmap_form_{form}")
            action.triggered.connect(lambda _checked=False, asked=form: self.ask_form(asked))
        return menu

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.running.connect(self._run)
        presenter.paged.connect(self._page)
        presenter.failed.connect(self.line.fail)
        self.line.cancelled.connect(presenter.cancel)
        self.line.retried.connect(presenter.make)
        self.save.clicked.connect(self.ask_file)
        self.print.clicked.connect(self.ask_printer)
        self.shown.chosen.connect(lambda key: self.show_paper(MissionPaper(key)))
        self.copy.clicked.connect(self.copy_text)
        self.sign.clicked.connect(self.ask_signature)
        self.seal.clicked.connect(self.ask_seal)
        self.zoom.chosen.connect(lambda _key: self._size())
        bar = self.desk.verticalScrollBar()
        bind(self.desk, "Home", lambda: bar.setValue(0), HERE)
        bind(self.desk, "End", lambda: bar.setValue(bar.maximum()), HERE)
        bind(self, QKeySequence.StandardKey.Save, self.ask_file)
        bind(self, QKeySequence.StandardKey.Print, self.ask_printer)

    def enter(self) -> None:
        """Make the document again if the mission changed."""
        self._said.hide()
        self.presenter.refresh()
        self._tell()

    def first_focus(self) -> QWidget:
        """The pages, so that arrows turn them."""
        return self.desk

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr("↑ ↓ Page suiv. Fin parcourir · Ctrl+S enregistrer le PDF · Ctrl+P imprimer")
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (
            ("↑ ↓", self.tr("parcourir les pages")),
            (self.tr("Début Fin"), self.tr("première, dernière page")),
            ("Ctrl+S", self.tr("enregistrer le PDF")),
            ("Ctrl+P", self.tr("imprimer")),
        )

    def show_paper(self, paper: MissionPaper) -> None:
        """Show one of the papers of the mission."""
        self.shown.set_current(paper.value)
        self.copy.setVisible(paper is MissionPaper.APPLICATION)
        self._said.hide()
        self.presenter.choose(paper)
        self._tell()

    def focus_field(self, name: str) -> bool:
        """Another page asks for a paper by its name, or for a button."""
        if name.startswith(PAPER):
            self.show_paper(MissionPaper(name.removeprefix(PAPER)))
            self.desk.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focus_field(name)

    def copy_text(self) -> None:
        """Put the text of the application file in the clipboard."""
        text = self.presenter.application_text()
        if text:
            QApplication.clipboard().setText(text)
            self._say(self.tr("Texte copié : collez-le dans le portail de la Région, champ par champ."))

    def ask_file(self) -> None:
        """Ask where the PDF goes."""
        if self.presenter.pdf:
            title = self.tr("Enregistrer le document")
            ask_where_to_save(self, title, self.presenter.file_name(), "PDF (*.pdf)", self.presenter.save_to)

    def ask_form(self, form: OtherForm) -> None:
        """Ask where another form goes."""
        sealed = self.presenter.sealed
        ask_where_to_save(
            self,
            self.forms.title(form),
            self.forms.file_name(form),
            self.forms.kinds(form),
            lambda path: self.forms.save_to(form, path, sealed),
        )

    def ask_signature(self) -> None:
        """Show the sheet where the version shown is signed."""
        if self.presenter.sealed is not None:
            self.signing.ask(self.presenter.sealed)

    def ask_seal(self) -> None:
        """Ask for the phrase of the certificate that seals the document shown."""
        if self.presenter.pdf:
            self.sealing.ask(self.presenter.pdf, self.presenter.file_name())

    def ask_printer(self) -> None:
        """Ask for a printer; without any, say so."""
        from app.ui.views import printing

        if not self.presenter.pdf:
            return
        if not printing.has_printer():
            self._say(
                self.tr(
                    "Aucune imprimante n’est installée sur cet ordinateur. "
                    "Enregistrez le PDF et imprimez-le d’un autre poste."
                )
            )
            return
        words = self.tr(
            "Recto verso sur le bord long ; sur du papier A3, deux pages par feuille. Choisissez les pages."
        )
        self._say(words)
        pages = len(self.presenter.pages)
        printing.ask_printer(self, self.presenter.file_name(), pages, self._print_on)

    def _print_on(self, printer: object) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from app.ui.views.printing import print_pages

        if not isinstance(printer, QPrinter):
            return
        pdf = self.presenter.pdf
        job = Job(lambda context: print_pages(context, printer, pdf), self.tr("Impression"))
        job.succeeded.connect(lambda count: self._say(self.tr("{0} pages envoyées à l’imprimante.").format(count)))
        job.failed.connect(lambda error: self.context.messages.handle(error, self.ask_printer))
        self.context.jobs.start(job)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages at the chosen size."""
        super().resizeEvent(event)
        self.zoom.setVisible(self.width() >= NARROW)
        self._size()

    def _run(self, running: bool) -> None:
        if running and not self.presenter.pages:
            self.line.run(self.tr("Mise en page du document…"))
        elif not running and self.line.banner.isHidden():
            self.line.clear()
        self._tell()

    def _page(self, done: int, total: int) -> None:
        self.line.advance(done, total)
        if len(self._sheets) != total:
            self._renew(total)
        self._sheets[done - 1].show_page(self.presenter.pages[done - 1])
        if done == total:
            self.line.clear()
            logger.info("roadmap drawn, %d pages", total)
        self._tell()

    def _renew(self, total: int) -> None:
        for sheet in self._sheets:
            self.desk.body.removeWidget(sheet)
            discard(sheet)
        self._sheets = [SheetView(place, total) for place in range(1, total + 1)]
        for sheet in self._sheets:
            self.desk.body.addWidget(sheet)
        self._size()

    def _tell(self) -> None:
        ready = bool(self.presenter.pdf)
        self.save.setEnabled(ready)
        self.others.setEnabled(ready)
        self.print.setEnabled(ready)
        sealed = self.presenter.sealed is not None
        self.seal.setVisible(sealed and ready and self.sealing.is_possible())
        self.sign.setVisible(sealed and self.presenter.paper is MissionPaper.ROADMAP)
        self.head.set_note(self.presenter.subject())

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _size(self) -> None:
        room = self.desk.viewport().size()
        width = min(room.width() - 36, WIDEST)
        if self.zoom.current() == WHOLE:
            width = min(width, round((room.height() - 48) / A4_RATIO))
        for sheet in self._sheets:
            sheet.set_width(max(LEAST, width))
        self._sizing.start()

    def _draw_sharper(self) -> None:
        width = min(self.desk.viewport().width() - 36, WIDEST)
        self.presenter.show_at(round(max(LEAST, width) * self.devicePixelRatioF()))
