"""Photos and files that are evidence of the theme on screen: how many, and four ways to add one."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.attachment import Attachment, AttachmentLink
from app.domain.referential import ThemeCode
from app.ui.presenters.attachments import AttachmentsPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.texts import Label
from app.ui.views.mission.attachment_sources import ask_files, sources_of


class ThemePhotos(QWidget):
    """A line of words and a button; what is added is linked to the theme that was on screen when it was asked for."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__()
        self._context = context
        self._theme: ThemeCode | None = None
        self._attached: tuple[Attachment, ...] | None = None
        self.presenter = AttachmentsPresenter(context, self)
        self._words = Label("", "small", "text2", wrap=True)
        self._words.setObjectName("theme_photos_words")
        self._refusal = Label("", "small", "danger", wrap=True)
        self._refusal.setObjectName("theme_photos_refusal")
        self._refusal.hide()
        self._add = Button(self.tr("Joindre une photo"), "theme_photo_add", "ghost", "plus")
        self._add.setToolTip(self.tr("F, ou déposer, ou coller avec Ctrl+V"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._words, self._refusal, self._add):
            column.addWidget(widget)
        self._add.clicked.connect(self.ask)
        self.presenter.changed.connect(self._renew)
        context.changed.connect(self._mission_changed)
        self.presenter.refused.connect(self._refuse)

    def show_theme(self, theme: ThemeCode, *, writable: bool) -> None:
        """Show what belongs to a theme."""
        if theme != self._theme:
            self._refuse("")
        self._theme = theme
        self._add.setEnabled(writable)
        self._show()

    def ask(self) -> None:
        """Choose files with the system's dialog."""
        if self._context.is_writable:
            link = AttachmentLink(theme=self._theme)
            title = self.tr("Preuves du thème : photos et fichiers")
            ask_files(self, title, lambda sources: self.presenter.add(sources, link))

    def take(self, data: QMimeData) -> None:
        """Add what is dropped or pasted."""
        self.presenter.add(sources_of(data, self.tr("Image collée.png")), AttachmentLink(theme=self._theme))

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        if parts & {Part.ATTACHMENTS, Part.STATE}:
            self._attached = None

    def _renew(self) -> None:
        self._attached = None
        self._show()

    def _read(self) -> tuple[Attachment, ...]:
        """The list alone, once: going to the next theme reads nothing."""
        if self._attached is None:
            with self._context.workbench.unit_of_work() as uow:
                self._attached = uow.attachments.of(self._context.mission_id)
        return self._attached

    def _show(self) -> None:
        about = [one for one in self._read() if one.link.theme == self._theme]
        photos = sum(one.media_type.is_photo for one in about)
        files = len(about) - photos
        parts = []
        if photos:
            parts.append(self.tr("1 photo") if photos == 1 else self.tr("{0} photos").format(photos))
        if files:
            parts.append(self.tr("1 fichier") if files == 1 else self.tr("{0} fichiers").format(files))
        self._words.setText(self.tr("Joint à ce thème : {0}.").format(", ".join(parts)))
        self._words.setVisible(bool(parts))

    def _refuse(self, sentences: str) -> None:
        self._refusal.setText(sentences)
        self._refusal.setVisible(bool(sentences))
        if sentences and not self.isVisible():
            self._context.messages.tell(sentences)
