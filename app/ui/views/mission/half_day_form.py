"""Inline forms of the days: one half-day to add, one line to correct with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.domain.days import HalfDay
from app.ui.presenters.days import HalfDayForm
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Check, Choice
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.field_grid import FieldGrid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineForm(Card):
    """A card that takes its place in the page: Enter does it, Esc leaves it.

    Signals:
        accepted: Enter, or its button.
        cancelled: Esc, or « Renoncer ».
    """

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, title: str, verb: str, name: str) -> None:
        super().__init__(14)
        self.setObjectName(name)
        self._title = Label(title, "body", weight=SEMIBOLD, wrap=True)
        self._refusal = Label("", "small", "danger", wrap=True)
        self._refusal.setObjectName(f"{name}_refusal")
        self._accept = Button(verb, f"{name}_accept", "primary", "check")
        self._cancel = Button(self.tr("Renoncer"), f"{name}_cancel", "ghost")
        self._accept.clicked.connect(self.accepted)
        self._cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        head.addWidget(self._accept)
        self.grid = FieldGrid(3)
        self.body.addLayout(head)
        self.body.addWidget(self._refusal)
        self.body.addWidget(self.grid)
        self.hide()

    def set_title(self, title: str) -> None:
        """Say what the form is about."""
        self._title.setText(title)

    def set_refusal(self, sentence: str) -> None:
        """Say what is refused, why, and what to do."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Esc leaves it."""
        if event.key() in _ENTER:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class HalfDayEditor(InlineForm):
    """The form of one half-day."""

    def __init__(self, phases: Sequence[tuple[str, str]]) -> None:
        super().__init__("", "", "half_day")
        self._accept.setText(self.tr("Ajouter la demi-journée"))
        self._accept.setAccessibleName(self._accept.text())
        self.day = LineEdit("half_day_day", self.tr("jj/mm/aaaa"))
        self.half = Segmented(
            ((HalfDay.MORNING.value, self.tr("Matin")), (HalfDay.AFTERNOON.value, self.tr("Après-midi"))),
            "half_day_half",
            self.tr("Demi-journée"),
        )
        self.phase = Choice(phases, "half_day_phase")
        self.performer = LineEdit("half_day_performer")
        self.purpose = LineEdit("half_day_purpose")
        self.place = LineEdit("half_day_place")
        self.people = LineEdit("half_day_people", self.tr("Noms ou fonctions"))
        self.remote = Check(self.tr("À distance"), "half_day_remote")
        self.outside = Check(self.tr("Hors de la Région"), "half_day_outside")
        self.grid.add(Field(self.tr("Objet"), self.purpose), span=2)
        self.grid.add(Field(self.tr("Intervenant"), self.performer))
        self.grid.add(Field(self.tr("Phase"), self.phase), span=2)
        self.grid.add(Field(self.tr("Lieu"), self.place))
        self.grid.add(Field(self.tr("Jour"), self.day))
        self.grid.add(Field(self.tr("Demi-journée"), self.half))
        self.grid.add(Field(self.tr("Personnes rencontrées"), self.people))
        self.grid.add(row(self.remote, self.outside, 0, spacing=20), span=3)

    def show_form(self, form: HalfDayForm) -> None:
        """Open with these values, the purpose under the hand."""
        self.day.set_value(form.day)
        self.half.set_current(form.half_day.value)
        self.phase.set_current(form.phase)
        self.performer.set_value(form.performer)
        self.purpose.set_value(form.purpose)
        self.place.set_value(form.place)
        self.people.set_value(form.people_met)
        self.remote.setChecked(form.remote)
        self.outside.setChecked(not form.in_region)
        self.set_title(
            self.tr("Nouvelle demi-journée, à distance") if form.remote else self.tr("Nouvelle demi-journée")
        )
        self.set_refusal("")
        self.show()
        self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.purpose.selectAll()

    def form(self) -> HalfDayForm:
        """What is typed."""
        return HalfDayForm(
            day=self.day.text(),
            half_day=HalfDay(self.half.current()),
            phase=self.phase.current(),
            performer=self.performer.text(),
            purpose=self.purpose.text(),
            place=self.place.text(),
            remote=self.remote.isChecked(),
            in_region=not self.outside.isChecked(),
            people_met=self.people.text(),
        )


class CorrectionEditor(InlineForm):
    """The reason of a correction; the line is never erased."""

    def __init__(self) -> None:
        super().__init__("", "", "correction")
        self._accept.setText(self.tr("Corriger la ligne"))
        self._accept.setAccessibleName(self._accept.text())
        self.reason = LineEdit("correction_reason")
        hint = self.tr("La ligne reste lisible, barrée ; une ligne contraire l’annule.")
        self.grid.add(Field(self.tr("Raison"), self.reason, hint), span=3)

    def show_line(self, title: str) -> None:
        """Open for one line."""
        self.set_title(title)
        self.reason.set_value("")
        self.set_refusal("")
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
