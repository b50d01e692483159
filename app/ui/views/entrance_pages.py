"""The calm screens before the list: first start, recovery code, unlock, and what cannot be opened."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Check
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.outbox import BrandMark
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.texts import Label
from app.ui.views.language_card import LanguageSwitch

WIDTH = 520


class EntrancePage(QWidget):
    """A card in the middle of the window: title, sentence, then what the page puts in `body`, then its buttons."""

    def __init__(self, name: str, title: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        scroll = Scroll(f"{name}_scroll", (0, 0, 0, 0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._card = Card(padding=28)
        self._card.setFixedWidth(WIDTH)
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._card.body.setSpacing(14)
        self._card.body.addWidget(Label(title, "title", wrap=True))
        self._card.body.addWidget(self.sentence)
        self._card.body.addLayout(self.body)
        self._card.body.addLayout(self._buttons)
        scroll.body.addStretch(1)
        scroll.body.addWidget(BrandMark(), 0, Qt.AlignmentFlag.AlignHCenter)
        # A card aligned by its layout would be given the height of unwrapped words.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        scroll.body.addLayout(middle)
        scroll.body.addStretch(2)

    def add_button(self, button: Button) -> Button:
        """Append a button at the right."""
        self._buttons.addWidget(button)
        return button

    def focus_first(self) -> None:
        """Give the focus to what is to be filled or pressed first."""
        self.setFocus()


class SecretFields(QWidget):
    """One or two fields for a secret, hidden unless asked."""

    def __init__(self, name: str, labels: tuple[str, ...], note: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.editors = [LineEdit(f"{name}_{rank + 1}") for rank in range(len(labels))]
        self.fields = [
            Field(label, editor, note=note if editor is self.editors[0] else "")
            for label, editor in zip(labels, self.editors, strict=True)
        ]
        self.shown = Check(self.tr("Afficher ce que je tape"), f"{name}_shown")
        self.shown.toggled.connect(self._show)
        for field in self.fields:
            column.addWidget(field)
        column.addWidget(self.shown)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for editor in self.editors:
            editor.setEchoMode(mode)

    def text(self) -> str:
        """What is typed in the first field."""
        return self.editors[0].text()


class WelcomePage(EntrancePage):
    """First start: what protects the data.

    Signals:
        asked: Create the profile: keep the key in the key ring or not, passphrase (may be empty with a key ring).
        backup_chosen: Folder where a backup of another computer is.
    """

    asked = Signal(bool, str)
    backup_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            "welcome",
            self.tr("Protéger vos missions"),
            self.tr(
                "Vos missions restent sur cet ordinateur, dans un fichier chiffré : sans sa clé, personne ne peut le lire."
            ),
        )
        self._keyring = ""
        self._with = Banner("ok", "", "welcome_keyring")
        self._without = Banner("warn", "", "welcome_no_keyring")
        self.secret = SecretFields(
            "welcome_secret", (self.tr("Phrase secrète"), self.tr("La même phrase, une seconde fois"))
        )
        self.language = LanguageSwitch()
        self.body.addWidget(row(self.language, 0))
        for widget in (self._with, self._without, self.secret):
            self.body.addWidget(widget)
        self.have = self.add_button(Button(self.tr("J’ai une sauvegarde"), "welcome_backup"))
        self.have.clicked.connect(self._choose_backup)
        self.go = self.add_button(Button(self.tr("Créer mon profil"), "welcome_create", "primary"))
        self.go.clicked.connect(self._ask)
        first, second = self.secret.editors
        first.returnPressed.connect(self._to_second)
        second.returnPressed.connect(self._ask)
        for editor in self.secret.editors:
            editor.textChanged.connect(self._forget_faults)
        self.set_keyring("")

    def set_keyring(self, name: str) -> None:
        """Say which key ring will keep the key, or that there is none."""
        self._keyring = name
        self._with.set_sentence(
            self.tr("Le trousseau « {0} » gardera la clé : rien à taper au démarrage.").format(name),
            self.tr("La phrase secrète est facultative ; elle sert si le trousseau est un jour perdu."),
        )
        self._without.set_sentence(
            self.tr("Pas de trousseau sur ce système : une phrase secrète est nécessaire."),
            self.tr("Jalon la demandera à chaque démarrage ; elle n’est écrite nulle part."),
        )
        self._with.setVisible(bool(name))
        self._without.setVisible(not name)

    def refuse(self, sentence: str) -> None:
        """Show why the profile was not created."""
        self.go.set_busy(False)
        self.secret.fields[0].set_error(sentence)
        self.secret.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The button when nothing has to be typed, else the passphrase."""
        target: QWidget = self.go if self._keyring else self.secret.editors[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_backup(self) -> None:
        from app.ui.views.safety_card import choose_folder

        choose_folder(self.window(), self.tr("Dossier ou clé de la sauvegarde"), self.backup_chosen.emit)

    def _to_second(self) -> None:
        first, second = self.secret.editors
        if first.text() and not second.text():
            second.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ask()

    def _forget_faults(self) -> None:
        for field in self.secret.fields:
            field.set_error("")

    def _ask(self) -> None:
        first, second = (editor.text() for editor in self.secret.editors)
        if not first and not self._keyring:
            self.secret.fields[0].set_error(
                self.tr("Choisissez une phrase secrète : sans trousseau, elle seule ouvre vos missions.")
            )
            self.secret.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif first != second:
            self.secret.fields[1].set_error(self.tr("Les deux phrases diffèrent. Retapez la seconde."))
            self.secret.editors[1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go.set_busy(True)
            self.asked.emit(bool(self._keyring), first)


class RecoveryPage(EntrancePage):
    """The recovery code, shown once.

    Signals:
        noted: The user says that the code is noted.
    """

    noted = Signal()

    def __init__(self) -> None:
        super().__init__(
            "recovery",
            self.tr("Votre code de secours"),
            self.tr(
                "Il ouvre vos missions si la phrase secrète ou le trousseau sont perdus. Imprimez-le ou recopiez-le, et"
                " gardez-le loin de l’ordinateur : il ne sera plus jamais affiché."
            ),
        )
        self._code = ""
        self._words = Label("", "lead", weight=600, wrap=True)
        self._words.setObjectName("recovery_code")
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card = Card(padding=16, ground="sunken")
        card.body.addWidget(self._words)
        self._said = Label("", "caption", "text3")
        self.body.addWidget(card)
        self.body.addWidget(self._said)
        printing = self.add_button(Button(self.tr("Imprimer"), "recovery_print", icon="printer"))
        copying = self.add_button(Button(self.tr("Copier"), "recovery_copy", icon="copy"))
        self.done = self.add_button(Button(self.tr("J’ai noté le code"), "recovery_noted", "primary"))
        printing.clicked.connect(self._print)
        copying.clicked.connect(self._copy)
        self.done.clicked.connect(self._note)

    def set_code(self, code: str) -> None:
        """Show a code."""
        self._code = code
        self._words.setText(code)
        self._words.setAccessibleName(code)
        self._said.setText("")

    def shown_code(self) -> str:
        """The code on screen; empty once it was noted."""
        return self._words.text()

    def focus_first(self) -> None:
        """The button that goes on."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self) -> None:
        self._code = ""
        self._words.clear()
        self._words.setAccessibleName("")
        self.noted.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self._said.setText(
            self.tr("Copié. Collez-le dans votre gestionnaire de mots de passe, puis videz le presse-papiers.")
        )

    def _print(self) -> None:
        from app.ui.views.printing import print_text

        title = self.tr("Jalon : code de secours")
        if print_text(self, title, self._code, self.sentence.text()):
            self._said.setText(self.tr("Envoyé à l’imprimante."))


class SecretPage(EntrancePage):
    """Asks for a passphrase or a recovery code; what does not open is said under the field.

    Signals:
        asked: Try what was typed.
    """

    asked = Signal(str)

    def __init__(self, name: str, title: str, action: str, *before: Button, label: str = "") -> None:
        """Make the page.

        Args:
            name: Beginning of the objectNames.
            title: Of the page.
            action: Words of the button that tries.
            before: Buttons that stand before it.
            label: Words above the field, when it takes something else too.
        """
        super().__init__(name, title, "")
        words = label or self.tr("Phrase secrète ou code de secours")
        self.secret = SecretFields(f"{name}_secret", (words,))
        self.body.addWidget(self.secret)
        for button in before:
            self.add_button(button)
        self.go = self.add_button(Button(action, f"{name}_go", "primary"))
        self.go.clicked.connect(self._ask)
        self.secret.editors[0].returnPressed.connect(self._ask)
        self.secret.editors[0].textChanged.connect(lambda: self.secret.fields[0].set_error(""))

    def set_reason(self, sentence: str) -> None:
        """Say why something has to be typed; what was typed before is forgotten."""
        self.secret.editors[0].clear()
        self.go.set_busy(False)
        self.sentence.setText(sentence)

    def refuse(self, sentence: str) -> None:
        """Show that it does not open."""
        self.go.set_busy(False)
        self.secret.fields[0].set_error(sentence)
        self.secret.editors[0].selectAll()
        self.focus_first()

    def focus_first(self) -> None:
        """The field."""
        self.secret.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if not self.secret.text():
            self.secret.fields[0].set_error(self.tr("Tapez votre phrase secrète, ou le code de secours imprimé."))
        elif not self.go.is_busy():
            self.go.set_busy(True)
            self.asked.emit(self.secret.text())


class UnlockPage(SecretPage):
    """Opens a profile."""

    def __init__(self) -> None:
        super().__init__("unlock", self.tr("Ouvrir vos missions"), self.tr("Ouvrir"))


class PinPage(SecretPage):
    """Leaves the company mode, which the program found closed at its start."""

    def __init__(self) -> None:
        label = self.tr("Code PIN, phrase secrète ou code de secours")
        super().__init__("pin", self.tr("L’entreprise répondait seule"), self.tr("Ouvrir mes missions"), label=label)


class TroublePage(EntrancePage):
    """A profile that cannot be opened: what happened, what to do, where the files are; nothing was changed.

    Signals:
        retried: Try again.
        left: Leave the program.
        salvage_asked: Read what can be of the damaged file.
    """

    retried = Signal()
    left = Signal()
    salvage_asked = Signal()

    def __init__(self) -> None:
        super().__init__("trouble", self.tr("Vos missions ne peuvent pas être ouvertes"), "")
        self._folder = ""
        self._where = Label("", "small", "text2", wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = Button(self.tr("Ouvrir le dossier du profil"), "trouble_folder", "link")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder)))
        self.body.addWidget(self._where)
        self.body.addWidget(row(show, 0))
        leave = self.add_button(Button(self.tr("Quitter"), "trouble_leave"))
        self.salvage = self.add_button(Button(self.tr("Récupérer ce qui se lit"), "trouble_salvage"))
        self.salvage.clicked.connect(self.salvage_asked)
        self.again = self.add_button(Button(self.tr("Réessayer"), "trouble_again", "primary", icon="refresh-cw"))
        leave.clicked.connect(self.left)
        self.again.clicked.connect(self.retried)

    def set_trouble(self, sentence: str, folder: str, *, damaged: bool = False) -> None:
        """Say what happened and where the files are; a damaged file may still be read in part."""
        self.salvage.setVisible(damaged)
        self._folder = folder
        self.sentence.setText(sentence)
        self._where.setText(self.tr("Dossier du profil : {0}").format(folder))

    def where(self) -> str:
        """The sentence that says where the files are."""
        return self._where.text()

    def focus_first(self) -> None:
        """« Réessayer »."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
