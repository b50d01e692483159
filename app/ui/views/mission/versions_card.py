"""Sealed versions of a mission: hash in eight groups, receipt, and the files that can be taken out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.closing_shown import VersionShown
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.discard import discard
from app.ui.views.kit.surfaces import Card, Hairline
from app.ui.views.kit.texts import Label


class VersionBlock(QWidget):
    """One version.

    Signals:
        archive_asked: « Exporter le fichier .jalon… » was pressed.
        receipt_asked: « Enregistrer le reçu… » was pressed.
        changes_asked: « Comparer à la précédente… » was pressed.
        signature_asked: « Faire signer… » was pressed.
        copy_asked: The `SignatureEvidence` whose signed copy is wanted.
    """

    archive_asked = Signal()
    receipt_asked = Signal()
    changes_asked = Signal()
    signature_asked = Signal()
    copy_asked = Signal(object)

    def __init__(self, version: VersionShown) -> None:
        super().__init__()
        number = version.sealed.version
        self.setObjectName(f"version_{number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(version.title, "body", weight=SEMIBOLD))
        self.chip = Chip(version.chip, version.tone)
        head.addWidget(self.chip)
        head.addStretch(1)
        column.addLayout(head)
        for words in self._sentences(version):
            column.addWidget(Label(words, "caption", "text2", wrap=True))
        column.addWidget(self._fingerprint(version))
        column.addLayout(self._actions(version))
        column.addLayout(self._signatures(version))

    def _signatures(self, version: VersionShown) -> QHBoxLayout:
        number = version.sealed.version
        line = QHBoxLayout()
        line.setSpacing(12)
        sign = Button(self.tr("Faire signer…"), f"version_{number}_sign", "link", icon="pencil-line")
        sign.clicked.connect(self.signature_asked)
        line.addWidget(sign)
        copies = [one.evidence for one in version.signatures if one.has_copy]
        if copies:
            copy = Button(self.tr("Enregistrer l’exemplaire signé…"), f"version_{number}_copy", "link", icon="download")
            copy.clicked.connect(lambda: self.copy_asked.emit(copies[-1]))
            line.addWidget(copy)
        line.addStretch(1)
        return line

    def _actions(self, version: VersionShown) -> QHBoxLayout:
        number = version.sealed.version
        line = QHBoxLayout()
        line.setSpacing(12)
        export = Button(self.tr("Exporter le fichier .jalon…"), f"version_{number}_export", "link", icon="file-output")
        export.clicked.connect(self.archive_asked)
        line.addWidget(export)
        if version.receipt is not None:
            receipt = Button(self.tr("Enregistrer le reçu…"), f"version_{number}_receipt", "link", icon="file-check")
            receipt.clicked.connect(self.receipt_asked)
            line.addWidget(receipt)
        if number > 1:
            compare = Button(self.tr("Comparer à la précédente…"), f"version_{number}_compare", "link", icon="history")
            compare.clicked.connect(self.changes_asked)
            line.addWidget(compare)
        line.addStretch(1)
        return line

    def _fingerprint(self, version: VersionShown) -> Label:
        digits = Label(" ".join(version.fingerprint), "caption", "text2", wrap=True)
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        digits.setAccessibleName(self.tr("Empreinte SHA-256 de la version {0}").format(version.sealed.version))
        return digits

    def _sentences(self, version: VersionShown) -> list[str]:
        sentences = [version.sealed_on]
        if version.reason:
            sentences.append(self.tr("raison : {0}").format(version.reason))
        if version.sealed.replaces:
            words = self.tr("remplace la version {0}, d’empreinte {1}…")
            sentences.append(words.format(version.sealed.version - 1, version.sealed.replaces[:8]))
        for warning, sentence in version.explanations:
            sentences.append(self.tr("avertissement : {0} Réponse : {1}").format(warning, sentence))
        sentences += [one.sentence for one in version.signatures]
        if version.receipt is not None:
            words = self.tr("reçue le {0} par « {1} », reçu signé par la clé {2}, vérifié")
            sentences.append(words.format(version.receipt.received, version.receipt.server, version.receipt.kid))
        return sentences


class VersionsCard(Card):
    """Every version, the last first.

    Signals:
        archive_asked: The `VersionShown` whose archive is wanted.
        receipt_asked: The `VersionShown` whose receipt is wanted.
        changes_asked: The `VersionShown` to compare with the one before.
        signature_asked: The `SealedVersion` to sign.
        copy_asked: The `SignatureEvidence` whose signed copy is wanted.
    """

    archive_asked = Signal(object)
    receipt_asked = Signal(object)
    changes_asked = Signal(object)
    signature_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=16)
        self.setObjectName("versions")
        self._shown: tuple[VersionShown, ...] = ()
        self._blocks: list[QWidget] = []
        self.body.addWidget(Label(self.tr("Versions"), "lead", weight=SEMIBOLD))

    def show_versions(self, versions: tuple[VersionShown, ...]) -> None:
        """Show versions; nothing moves when they are the same."""
        self.setVisible(bool(versions))
        if versions == self._shown:
            return
        self._shown = versions
        for block in self._blocks:
            self.body.removeWidget(block)
            discard(block)
        self._blocks = []
        for place, version in enumerate(versions):
            if place:
                self._add(Hairline())
            block = VersionBlock(version)
            block.archive_asked.connect(lambda one=version: self.archive_asked.emit(one))
            block.receipt_asked.connect(lambda one=version: self.receipt_asked.emit(one))
            block.changes_asked.connect(lambda one=version: self.changes_asked.emit(one))
            block.signature_asked.connect(lambda one=version: self.signature_asked.emit(one.sealed))
            block.copy_asked.connect(self.copy_asked)
            self._add(block)

    def _add(self, widget: QWidget) -> None:
        self._blocks.append(widget)
        self.body.addWidget(widget)
        widget.show()
