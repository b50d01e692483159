"""The code of the company mode: chosen in a dialog by the consultant, typed on a keypad of large keys to leave."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.services.company_lock import LONGEST_PIN, SHORTEST_PIN, looks_like_pin
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.texts import Label

_DIGITS = "1234567890"


class PinDialog(Dialog):
    """Says what the company mode does, and asks for a code twice.

    Signals:
        chosen: The code.
    """

    chosen = Signal(str)

    def __init__(self, company: str, moment: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            company: Name of the company.
            moment: Which questionnaire, as « questionnaire d’entrée ».
            parent: The window.
        """
        words = self.tr(
            "{0} répond seule au {1}, en plein écran. Rien d’autre n’est accessible dans Jalon tant que votre code PIN n’est"
            " pas tapé, même si le programme est fermé puis rouvert."
        )
        super().__init__(self.tr("Laisser l’entreprise répondre seule"), words.format(company, moment), "pin", parent)
        self.pin, self.again = LineEdit("pin_chosen"), LineEdit("pin_again")
        for editor in (self.pin, self.again):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{LONGEST_PIN}}}"), editor))
        note = self.tr("{0} à {1} chiffres").format(SHORTEST_PIN, LONGEST_PIN)
        self.field = Field(self.tr("Votre code PIN"), self.pin, note=note)
        self.second = Field(self.tr("Le même, une seconde fois"), self.again)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.field)
        fields.addWidget(self.second)
        self.body.addLayout(fields)
        lost = self.tr("Code oublié : votre phrase secrète ou votre code de secours ouvrent aussi.")
        self.body.addWidget(Label(lost, "small", "text2", wrap=True))
        self.add_button(self.tr("Pas maintenant"), "pin_leave")
        self.go = Button(self.tr("Passer l’ordinateur à l’entreprise"), "pin_go", "primary")
        self._buttons.addWidget(self.go)
        self.go.clicked.connect(self._choose)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._choose)
        for editor in (self.pin, self.again):
            editor.textChanged.connect(self._forget_faults)
        self.pin.setFocus()

    def refuse(self, sentence: str) -> None:
        """The code could not be kept."""
        self.go.set_busy(False)
        self.field.set_error(sentence)

    def _forget_faults(self) -> None:
        self.field.set_error("")
        self.second.set_error("")

    def _choose(self) -> None:
        if self.go.is_busy():
            return
        if not looks_like_pin(self.pin.text()):
            self.field.set_error(self.tr("De {0} à {1} chiffres.").format(SHORTEST_PIN, LONGEST_PIN))
            self.pin.setFocus()
        elif self.pin.text() != self.again.text():
            self.second.set_error(self.tr("Les deux codes diffèrent. Retapez le second."))
            self.again.setFocus()
        else:
            self.go.set_busy(True)
            self.chosen.emit(self.pin.text())


class PinPad(QWidget):
    """One hidden field, ten keys of 60 px under it; a passphrase or a recovery code may be typed in the same field.

    Signals:
        entered: Try what was typed.
    """

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pin_pad")
        self.typed = LineEdit("pin_typed")
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setProperty("large", True)
        self.field = Field(self.tr("Code PIN, phrase secrète ou code de secours"), self.typed)
        self.go = Button(self.tr("Valider"), "pin_enter", "primary").enlarged()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addLayout(self._keys())
        self.go.clicked.connect(self._enter)
        self.typed.returnPressed.connect(self._enter)
        self.typed.textEdited.connect(lambda: self.field.set_error(""))

    def ask(self) -> None:
        """Begin again with nothing typed."""
        self.typed.clear()
        self.field.set_error("")
        self.go.set_busy(False)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it stays closed."""
        self.ask()
        self.field.set_error(sentence)

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        keys = [Button(digit, f"pin_key_{digit}").enlarged() for digit in _DIGITS]
        for key in keys:
            key.clicked.connect(partial(self._press, key))
        erase = Button(self.tr("Effacer"), "pin_erase", "ghost").enlarged()
        erase.clicked.connect(self.ask)
        for place, key in enumerate((*keys[:9], erase, keys[9], self.go)):
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            grid.addWidget(key, place // 3, place % 3)
        return grid

    def _press(self, key: Button) -> None:
        self.field.set_error("")
        self.typed.insert(key.text())

    def _enter(self) -> None:
        if self.typed.text() and not self.go.is_busy():
            self.go.set_busy(True)
            self.entered.emit(self.typed.text())
