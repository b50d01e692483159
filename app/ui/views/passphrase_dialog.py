"""Asks for the passphrase of an encrypted file, agreed upon with whoever gave it."""

from PySide6.QtWidgets import QWidget

from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit


class PassphraseDialog(Dialog):
    """One field, hidden as it is typed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            name: Name of the file.
            parent: The window it belongs to.
        """
        words = self.tr("« {0} » est chiffré. Tapez la phrase convenue avec qui vous l’a remis.")
        super().__init__(self.tr("Ouvrir un fichier chiffré"), words.format(name), "passphrase", parent)
        self._typed = LineEdit("passphrase_typed")
        self._typed.setEchoMode(LineEdit.EchoMode.Password)
        self.body.addWidget(Field(self.tr("Phrase secrète"), self._typed))
        self.add_button(self.tr("Ne pas ouvrir"), "passphrase_leave")
        self.add_button(self.tr("Ouvrir"), "passphrase_go", "primary", accepts=True)
        self._typed.setFocus()

    def passphrase(self) -> str:
        """What was typed."""
        return self._typed.text()
