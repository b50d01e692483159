"""Card of the settings where a provider gives its logo, its colour, its legal line and its contact."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from app.services.branding import Logo
from app.ui.presenters.branding import BrandingPresenter
from app.ui.views.file_choice import choose_file
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label

_PREVIEW = QSize(168, 48)
_LINES = ("colour", "legal", "contact")


class BrandingCard(Card):
    """Logo, colour, legal line, contact: each kept when it is left, each refused by a sentence under it."""

    def __init__(self, presenter: BrandingPresenter) -> None:
        super().__init__(padding=20)
        self.presenter = presenter
        self.preview = QLabel()
        self.preview.setObjectName("branding_preview")
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = Button(self.tr("Choisir un logo…"), "branding_choose", icon="folder-open")
        self.remove = Button(self.tr("Retirer"), "branding_remove", "ghost", icon="trash-2")
        self.said = Label("", "small", "danger", wrap=True)
        self.lines = {name: LineEdit(f"branding_{name}") for name in _LINES}
        self.fields = {
            "colour": Field(
                self.tr("Couleur des titres et des barres"),
                self.lines["colour"],
                self.tr("par exemple #16405B ; vide : le bleu de Jalon"),
            ),
            "legal": Field(self.tr("Ligne légale, au pied des pages"), self.lines["legal"]),
            "contact": Field(self.tr("Contact, au pied des pages"), self.lines["contact"]),
        }
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.tr("Vos documents"), "lead", weight=600))
        words = self.tr(
            "Logo PNG ou SVG, en première page seulement. N’y mettez ni le logo de l’État, ni celui d’une Région, "
            "sans leur accord."
        )
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.body.addWidget(row(self.preview, self.choose, self.remove, 0))
        self.body.addWidget(self.said)
        for field in self.fields.values():
            self.body.addWidget(field)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.presenter.remove_logo)
        for name, line in self.lines.items():
            line.editingFinished.connect(lambda name=name, line=line: self.presenter.type(name, line.text()))
            line.textEdited.connect(lambda _text, name=name: self.fields[name].set_error(""))
        self.presenter.refused.connect(self._refuse)
        self.presenter.changed.connect(self._show)

    def _ask(self) -> None:
        choose_file(
            self.window(), self.tr("Choisir un logo"), self.tr("Images (*.png *.svg)"), self.presenter.choose_logo
        )

    def _refuse(self, name: str, sentence: str) -> None:
        if name == "logo":
            self.said.setText(sentence)
            self.said.setVisible(bool(sentence))
        else:
            self.fields[name].set_error(sentence)

    def _show(self) -> None:
        kept = self.presenter.branding
        for name, line in self.lines.items():
            line.setText(getattr(kept, name))
        self.said.setVisible(bool(self.said.text()))
        self.remove.setVisible(kept.logo is not None)
        if kept.logo is None:
            self.preview.setText(self.tr("aucun logo"))
            self.preview.setAccessibleName(self.tr("Aucun logo"))
        else:
            self.preview.setPixmap(_pixmap(kept.logo, self.devicePixelRatioF()))
            self.preview.setAccessibleName(self.tr("Logo des documents"))


def _pixmap(logo: Logo, ratio: float) -> QPixmap:
    image = QImage.fromData(logo.data) if logo.media_type == "image/png" else _svg_image(logo, ratio)
    size = QSize(round(_PREVIEW.width() * ratio), round(_PREVIEW.height() * ratio))
    shown = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixmap = QPixmap.fromImage(shown)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _svg_image(logo: Logo, ratio: float) -> QImage:
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(logo.data))
    size = renderer.defaultSize().scaled(_PREVIEW * ratio, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
