"""The sheet where a sealed version is signed: two signatories, drawn here, on paper, or by the scan of the signed copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole
from app.domain.mission import SealedVersion
from app.ui.presenters.signing import SigningPresenter
from app.ui.views.file_choice import choose_file
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Scroll, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.signing_surface import WIDTH, SigningSurface

_GAP = 20
_WIDE = 2 * WIDTH + _GAP + 64
_EDGE = 16
_TALL, _LOW, _AROUND = 430, 120, 220
"""Heights in px of the boxes, at most and at least, and of what stands above and under them."""


class SignatoryBox(QWidget):
    """One signatory: name, function or provider, and a surface to sign on."""

    def __init__(self, title: str, proposed: Signatory, second: str) -> None:
        """Make the box.

        Args:
            title: For whom.
            proposed: Who is expected.
            second: Label of the second line.
        """
        super().__init__()
        self._role = proposed.role
        name = f"signing_{proposed.role}"
        self.name = LineEdit(f"{name}_name")
        self.function = LineEdit(f"{name}_function")
        self.name.set_value(proposed.name)
        self.function.set_value(proposed.function)
        self.surface = SigningSurface(f"{name}_surface", title)
        self.undo = Button(self.tr("Reprendre le trait"), f"{name}_undo", "ghost", icon="undo-2")
        self.clear = Button(self.tr("Effacer"), f"{name}_clear", "ghost", icon="eraser")
        self.undo.clicked.connect(self.surface.undo)
        self.clear.clicked.connect(self.surface.clear)
        self.surface.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(title, "lead", weight=600))
        column.addWidget(Field(self.tr("Nom"), self.name))
        column.addWidget(Field(second, self.function))
        column.addWidget(self.surface)
        column.addWidget(row(self.undo, self.clear, 0))
        self.setFixedWidth(WIDTH)
        self._show()

    def signatory(self) -> Signatory:
        """Who signs, with what is drawn."""
        return Signatory(self._role, self.name.text().strip(), self.function.text().strip(), self.surface.strokes())

    def _show(self) -> None:
        drawn = bool(self.surface.strokes())
        self.undo.setEnabled(drawn)
        self.clear.setEnabled(drawn)


class SigningSheet(Dialog):
    """Two boxes side by side, the place, and three ways to keep the proof; it closes once one is kept."""

    def __init__(self, sealed: SealedVersion, presenter: SigningPresenter, parent: QWidget) -> None:
        words = self.tr(
            "La preuve est gardée à part et cite l’empreinte de la version {0}, qui ne change pas. "
            "Signez au stylet, au doigt ou à la souris ; sur papier, imprimez d’abord la dernière page."
        )
        title = self.tr("Signer la version {0}").format(sealed.version)
        super().__init__(title, words.format(sealed.version), "signing", parent)
        room = parent.window()
        self._narrow = room.width() < _WIDE + _EDGE
        self.setFixedWidth(min(_WIDE, room.width() - _EDGE))
        self._height = min(_TALL, max(_LOW, room.height() - _AROUND))
        self._sealed, self._presenter = sealed, presenter
        company, provider = presenter.proposed()
        self.boxes = {
            SignatoryRole.COMPANY: SignatoryBox(self.tr("Pour l’entreprise"), company, self.tr("Fonction")),
            SignatoryRole.PROVIDER: SignatoryBox(self.tr("Pour le prestataire"), provider, self.tr("Prestataire")),
        }
        self.place = LineEdit("signing_place")
        self.place.set_value(presenter.place())
        self.said = Label("", "small", "danger", wrap=True)
        self._lay_out()
        presenter.refused.connect(self._refuse)
        presenter.recorded.connect(self._recorded)
        for box in self.boxes.values():
            box.surface.changed.connect(lambda: self._refuse(""))
            box.name.textEdited.connect(lambda _text: self._refuse(""))

    def _lay_out(self) -> None:
        ways = QBoxLayout.Direction
        line = QBoxLayout(ways.TopToBottom if self._narrow else ways.LeftToRight)
        line.setSpacing(_GAP)
        for box in self.boxes.values():
            line.addWidget(box)
        line.addStretch(1)
        scroll = Scroll("signing_boxes", (0, 0, 0, 4))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.body.addLayout(line)
        scroll.body.addWidget(Field(self.tr("Lieu"), self.place))
        scroll.setFixedHeight(self._height)
        self.body.addWidget(scroll)
        self.body.addWidget(self.said)
        self.said.hide()
        if not self._narrow:
            self.add_button(self.tr("Plus tard"), "signing_leave", "ghost")
        self._verb(self.tr("Joindre le document signé…"), "signing_scan", self.ask_scan)
        self._verb(self.tr("Signé sur papier"), "signing_paper", lambda: self._keep(EvidenceKind.ON_PAPER))
        self._verb(self.tr("Garder les signatures"), "signing_keep", lambda: self._keep(EvidenceKind.DRAWN), main=True)
        self.boxes[SignatoryRole.COMPANY].name.setFocus()

    def _verb(self, text: str, name: str, act: Callable[[], object], *, main: bool = False) -> None:
        button = self.add_button(text, name, "primary" if main else "plain")
        button.setAutoDefault(False)
        button.clicked.disconnect()
        button.clicked.connect(act)

    def ask_scan(self) -> None:
        """Ask for the file of the signed copy."""
        kinds = self.tr("Document signé (*.pdf *.jpg *.jpeg *.png *.heic *.heif)")
        choose_file(self, self.tr("Document signé"), kinds, self.keep_scan)

    def keep_scan(self, path: Path) -> None:
        """Keep the scan of the signed copy."""
        self._refuse("")
        self._presenter.record_scan(self._sealed, self.place.text(), self._signatories(), path)

    def _keep(self, kind: EvidenceKind) -> None:
        self._refuse("")
        self._presenter.record(self._sealed, kind, self.place.text(), self._signatories())

    def _signatories(self) -> tuple[Signatory, ...]:
        return tuple(box.signatory() for box in self.boxes.values())

    def _recorded(self, _made: object) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
