"""The screens that bring a profile back: the secret of a backup on a new computer, and what was read of a damaged file."""

from PySide6.QtCore import Qt, Signal

from app.services.backups import Backup
from app.services.rescue import Loss, Salvaged
from app.ui.presenters import typed
from app.ui.views.entrance_pages import EntrancePage, SecretPage
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.texts import Label

MOST_LOSSES = 12
"""Incomplete missions named one by one; the others are counted."""


class RestorePage(SecretPage):
    """A backup was found: the passphrase or the recovery code that opens it.

    Signals:
        left: Back to the first screen.
    """

    left = Signal()

    def __init__(self) -> None:
        back = Button(self.tr("Retour"), "restore_back")
        super().__init__("restore", self.tr("Reprendre vos missions"), self.tr("Restaurer"), back)
        back.clicked.connect(self.left)

    def set_backup(self, backup: Backup) -> None:
        """Say which backup will be restored."""
        local = backup.made_at.astimezone()
        words = self.tr(
            "La dernière sauvegarde de ce dossier est du {0}. Jalon la copie ici, la vérifie, puis l’ouvre ; la sauvegarde"
            " elle-même n’est pas modifiée."
        )
        day = typed.long_day(local.date())
        self.set_reason(words.format(f"{day}, {local:%H:%M}"))


class SalvagedPage(EntrancePage):
    """What was read of a damaged file, and what was not, before it takes its place.

    Signals:
        adopted: Go on with it.
        left: Leave the program; nothing is replaced.
    """

    adopted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("salvaged", self.tr("Ce qui a été récupéré"), "")
        self._salvaged: Salvaged | None = None
        self._lost = Label("", "body", "text", wrap=True)
        self._where = Label("", "small", "text2", wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._lost)
        self.body.addWidget(self._where)
        leave = self.add_button(Button(self.tr("Quitter sans rien changer"), "salvaged_leave"))
        self.go = self.add_button(Button(self.tr("Continuer avec ceci"), "salvaged_go", "primary"))
        leave.clicked.connect(self.left)
        self.go.clicked.connect(lambda: self.adopted.emit(self._salvaged))

    def set_salvaged(self, salvaged: Salvaged) -> None:
        """Tell what is kept, what is lost and where the damaged file is."""
        self._salvaged = salvaged
        kept = salvaged.content
        words = self.tr("Récupéré : {0} mission(s), {1} réponses, {2} demi-journées, {3} version(s) scellée(s).")
        self.sentence.setText(words.format(kept.missions, kept.answers, kept.half_days, kept.sealed))
        self._lost.setText(self._losses(salvaged))
        where = self.tr(
            "Le fichier abîmé est gardé tel quel dans {0} : une sauvegarde plus complète peut encore servir."
        )
        self._where.setText(where.format(salvaged.aside))

    def said(self) -> str:
        """What is said of the losses."""
        return self._lost.text()

    def focus_first(self) -> None:
        """« Continuer »."""
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _losses(self, salvaged: Salvaged) -> str:
        if not salvaged.rows_lost:
            return self.tr("Rien ne manque : seule une partie vide ou un index était abîmé.")
        lines = [self.tr("Perdu : {0} ligne(s) au moins.").format(salvaged.rows_lost)]
        if salvaged.missions_lost:
            lines.append(self.tr("Missions entièrement perdues : {0} au moins.").format(salvaged.missions_lost))
        lines += [self._loss(loss) for loss in salvaged.losses[:MOST_LOSSES]]
        others = len(salvaged.losses) - MOST_LOSSES
        if others > 0:
            lines.append(self.tr("et {0} autres missions incomplètes").format(others))
        return "\n".join(lines)

    def _loss(self, loss: Loss) -> str:
        words = self.tr("{0} : il manque {1} réponse(s), {2} demi-journée(s), {3} action(s)")
        return words.format(loss.reference, loss.answers, loss.half_days, loss.actions)
