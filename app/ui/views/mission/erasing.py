"""The question before a mission is erased: its reference is typed, and the safest answer has the focus."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit


class ErasingDialog(Dialog):
    """Asks for the reference of the mission; stays open with a sentence when it is another one."""

    def __init__(self, reference: str, erase: Callable[[str], str], parent: QWidget) -> None:
        """Make the dialog.

        Args:
            reference: Reference of the mission.
            erase: Erases with what was typed; gives the sentence of a refusal, or empty once it is erased.
            parent: The page it belongs to.
        """
        words = self.tr(
            "Réponses, jours, plan, versions scellées, photos et notes privées sont effacés de cet ordinateur, pour toujours. "
            "Ce qui a été déposé reste à la Région ; les copies et les exports faits avant restent où ils sont."
        )
        super().__init__(self.tr("Effacer cette mission ?"), words, "erasing", parent)
        self._erase = erase
        self.typed = LineEdit("erasing_reference", self.tr("Recopiez {0}").format(reference))
        self.field = Field(self.tr("Référence de la mission"), self.typed, note=reference)
        self.body.addWidget(self.field)
        self.add_button(self.tr("Garder la mission"), "erasing_leave", safe=True)
        self.add_button(self.tr("Effacer"), "erasing_go", "danger", accepts=True)

    def accept(self) -> None:
        """Erase, or say why not."""
        refusal = self._erase(self.typed.text())
        self.field.set_error(refusal)
        layout = self.layout()
        if refusal and layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
            self.typed.setFocus()
        else:
            super().accept()
