"""Asks who a file is for: the Region, a colleague by their key, whoever knows a passphrase, or anybody."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.services.exchange import Addressee
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label

REGION, COLLEAGUE, PASSPHRASE, PLAIN = "region", "colleague", "passphrase", "plain"


class AddresseeDialog(Dialog):
    """One choice, and what it wants; stays open with a sentence while something is missing."""

    def __init__(
        self,
        title: str,
        sentence: str,
        choices: Sequence[str],
        region_key: str,
        refusal: Callable[[Addressee], str],
        parent: QWidget,
    ) -> None:
        """Make the dialog.

        Args:
            title: What leaves.
            sentence: What it means.
            choices: Who it may be for, the first one chosen: `region`, `colleague`, `passphrase`, `plain`.
            region_key: Public key of the Region, or empty when it has to be typed.
            refusal: Why nothing can be encrypted to somebody, or empty.
            parent: The page it belongs to.
        """
        super().__init__(title, sentence, "addressee", parent)
        self._region_key = region_key
        self._why_not = refusal
        words = {
            REGION: self.tr("La Région"),
            COLLEAGUE: self.tr("Un collègue"),
            PASSPHRASE: self.tr("Phrase secrète"),
            PLAIN: self.tr("En clair"),
        }
        self.choice = Segmented([(one, words[one]) for one in choices], "addressee_choice", self.tr("Pour qui"))
        self.key = LineEdit("addressee_key", "age1…")
        self.key_field = Field(self.tr("Sa clé publique"), self.key)
        self.passphrase = LineEdit("addressee_passphrase")
        self.passphrase.setEchoMode(LineEdit.EchoMode.Password)
        hint = self.tr("Douze signes au moins, dits de vive voix : jamais sur la même clé que le fichier.")
        self.passphrase_field = Field(self.tr("Phrase secrète"), self.passphrase, hint)
        self.note = Label("", "caption", "text2", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        for widget in (row(self.choice, 0), self.key_field, self.passphrase_field, self.note):
            self.body.addWidget(widget)
        self.add_button(self.tr("Ne rien écrire"), "addressee_leave", safe=True)
        self.go = self.add_button(self.tr("Choisir où écrire…"), "addressee_go", "primary", accepts=True)
        self.choice.chosen.connect(lambda _key: self._show())
        self._show()

    def addressee(self) -> Addressee | None:
        """Who it is for; None for anybody, in clear."""
        chosen = self.choice.current()
        if chosen == PLAIN:
            return None
        if chosen == PASSPHRASE:
            return Addressee(passphrase=self.passphrase.text())
        kept = chosen == REGION and self._region_key
        return Addressee(key=self._region_key if kept else self.key.text().strip() or "-")

    def accept(self) -> None:
        """Leave once somebody can open it, or say why not."""
        to = self.addressee()
        refusal = "" if to is None else self._why_not(to)
        field = self.passphrase_field if self.choice.current() == PASSPHRASE else self.key_field
        field.set_error(refusal)
        if refusal:
            field.editor.setFocus()
            self._fit()
        else:
            super().accept()

    def _show(self) -> None:
        chosen = self.choice.current()
        self.key_field.setVisible(chosen == COLLEAGUE or (chosen == REGION and not self._region_key))
        self.passphrase_field.setVisible(chosen == PASSPHRASE)
        notes = {
            REGION: self.tr(
                "Chiffré pour la Région seule : elle le reçoit sur sa page, et rend le même récépissé qu’un dépôt."
            ),
            COLLEAGUE: self.tr("Chiffré pour votre collègue seul. Sa clé est dans ses Réglages : « Ma clé »."),
            PASSPHRASE: "",
            PLAIN: self.tr(
                "Sans chiffrement : quiconque trouve la clé USB lit les réponses, les noms et les photos. À réserver à l’entreprise, "
                "pour ses propres données."
            ),
        }
        self.note.setText(notes[chosen])
        self.note.set_tone("danger" if chosen == PLAIN else "text2")
        self.note.setVisible(bool(notes[chosen]))
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
