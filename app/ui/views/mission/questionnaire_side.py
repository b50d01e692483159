"""Side of the questionnaire: evidence and photos of the theme, the consultant's private notes, the sheet of the guide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.referential import Theme
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.surfaces import Card, Hairline
from app.ui.views.kit.texts import Label
from app.ui.views.mission.key_relay import KeyRelay
from app.ui.views.mission.theme_photos import ThemePhotos


class QuestionnaireSide(KeyRelay):
    """The panel that F9 folds when the screen is turned to the client.

    Signals:
        evidence_typed: The evidence changed under the hand.
        notes_typed: The private notes changed under the hand.
        left: An editor was left: save what is typed.
        submitted: Ctrl+Enter in the evidence.
        sheet_asked: The sheet of the guide is wanted.
    """

    evidence_typed = Signal(str)
    notes_typed = Signal(str)
    left = Signal()
    submitted = Signal()
    sheet_asked = Signal()

    def __init__(self, page: QWidget, context: MissionContext) -> None:
        super().__init__(page)
        self.evidence = TextArea("evidence", self.tr("Ce qui a été vu, où, avec qui"))
        self.notes = TextArea("private_notes_side")
        self._evidence_field = Field(self.tr("Preuves du thème"), self.evidence, note=self.tr("imprimées"), key="E")
        self.photos = ThemePhotos(context)
        self._notes_field = Field(
            self.tr("Notes du consultant"),
            self.notes,
            self.tr("Privées, pour toute la mission : ni scellées, ni imprimées."),
            private=True,
            key="T",
        )
        self._sheet = Button(self.tr("Ouvrir la fiche"), "sheet_open", "link", "book-open")
        self._sheet_title = Label("", "small", "text", SEMIBOLD, wrap=True)
        self._lay_out()
        self.evidence.textChanged.connect(lambda: self.evidence_typed.emit(self.evidence.value()))
        self.notes.textChanged.connect(lambda: self.notes_typed.emit(self.notes.value()))
        self.evidence.committed.connect(lambda _text: self.left.emit())
        self.notes.committed.connect(lambda _text: self.left.emit())
        self.evidence.submitted.connect(self.submitted)
        self._sheet.clicked.connect(self.sheet_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.evidence.setMinimumHeight(120)
        self.notes.setMinimumHeight(120)
        column.addWidget(self._evidence_field)
        column.addWidget(self.photos)
        column.addWidget(Hairline())
        column.addWidget(self._notes_field)
        column.addStretch(1)
        card = Card(12, "sunken")
        card.body.setSpacing(4)
        card.body.addWidget(self._sheet_title)
        card.body.addWidget(self._sheet)
        column.addWidget(card)

    def show_theme(self, theme: Theme, evidence: str, *, writable: bool) -> None:
        """Show what belongs to a theme."""
        self.evidence.set_value(evidence)
        self.evidence.set_locked(not writable)
        self.photos.show_theme(theme.code, writable=writable)
        self._sheet_title.setText(self.tr("Fiche « {0} »").format(theme.title))

    def show_notes(self, notes: str, *, writable: bool) -> None:
        """Show the private notes, unless they are being typed."""
        if not self.notes.hasFocus():
            self.notes.set_value(notes)
        self.notes.set_locked(not writable)
