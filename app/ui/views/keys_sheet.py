"""F1 : the keys of the page, then those that work everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.texts import Label


class KeysSheet(Dialog):
    """A sheet of keys; Esc or F1 closes it."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget, *, alone: bool = False) -> None:
        """Make the sheet.

        Args:
            keys: Of the page shown, each as (key as drawn, what it does).
            parent: The frame.
            alone: Whether no other key works there.
        """
        super().__init__(self.tr("Touches de cette page"), "", "keys_sheet", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        everywhere = (
            ("F1", self.tr("cette feuille")),
            ("Ctrl+K", self.tr("commandes : une page, un thème, une action, une mission, par quelques lettres")),
            ("Ctrl+Z Ctrl+Y", self.tr("dans une mission : annuler le dernier changement, le rétablir")),
            ("Ctrl+J", self.tr("messages précédents")),
            ("F2", self.tr("pourquoi ce chiffre : la règle, ce qui y entre et sa source")),
            ("F6", self.tr("région suivante : en-tête, rail, centre, côté, pied")),
            ("Alt+1…9", self.tr("ligne du rail, de haut en bas")),
            ("F9", self.tr("replier le panneau de droite et ses notes privées")),
            ("F8", self.tr("action du dernier message")),
            ("Ctrl+Shift+A", self.tr("mode atelier : contraste fort, grandes cibles ; la même touche en revient")),
            ("Ctrl+L", self.tr("verrouiller l’écran")),
            ("Ctrl++  Ctrl+-  Ctrl+0", self.tr("agrandir le texte, le réduire, le remettre à 100 %")),
            ("Alt+←", self.tr("revenir à la page précédente, après un lien vers un champ")),
            (self.tr("Échap"), self.tr("quitter le champ, puis la page")),
        )
        if keys:
            self._add(keys)
        if keys and not alone:
            self.body.addWidget(Label(self.tr("Partout"), "small", "text3", 600))
        if not alone:
            self._add(everywhere)
        self.add_button(self.tr("Fermer"), "keys_sheet_close", safe=True)

    def _add(self, keys: Sequence[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (key, words) in enumerate(keys):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            caps.addStretch(1)
            for part in key.split(" "):
                caps.addWidget(KeyCap(part))
            grid.addLayout(caps, line, 0)
            grid.addWidget(Label(words, "body", "text", wrap=True), line, 1)
        self.body.addLayout(grid)
