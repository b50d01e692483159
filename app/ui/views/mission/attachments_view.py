"""Photos and files of a mission: small pictures at the left, what each is about at the right; added by choice, drop or paste."""

from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.presenters.attachments import AttachmentShown, AttachmentsPresenter, key_of
from app.ui.presenters.mission_context import MissionContext
from app.ui.qtmodels.attachments_model import ID_ROLE, KIND_ROLE, PICTURE_ROLE, AttachmentsModel
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens
from app.ui.views.mission.annotating import Annotating
from app.ui.views.mission.attachment_sources import ask_files, sources_of

_NARROW = 640
_TILE = QSize(134, 152)
_PICTURE = QSize(118, 89)
_HEIGHT = 400
Index = QModelIndex | QPersistentModelIndex


@lru_cache(maxsize=256)
def _pixmap(picture: bytes) -> QPixmap:
    image = QPixmap()
    image.loadFromData(picture)
    return image


class _TileDelegate(QStyledItemDelegate):
    """Draws a small picture, or the icon of a file, over its words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return _TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colours()
        painter.save()
        paint.start(painter)
        area = QRectF(option.rect).adjusted(4, 4, -4, -4)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground, border = (c.accent_soft, c.accent) if selected else (c.surface, c.border)
        paint.box(painter, area, tokens().radius.control, ground, border, 2 if selected else 1)
        frame = QRectF(area.x() + 4, area.y() + 4, _PICTURE.width(), _PICTURE.height())
        self._draw_picture(painter, frame, index.data(PICTURE_ROLE))
        strong, quiet = fonts.font(tokens().type.small, fonts.MEDIUM), fonts.font(tokens().type.caption)
        metrics = option.fontMetrics
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, _PICTURE.width() - 12)
        paint.words(painter, QRectF(area.x() + 8, frame.bottom() + 4, area.width() - 16, 20), title, strong, c.text)
        kind = metrics.elidedText(str(index.data(KIND_ROLE)), Qt.TextElideMode.ElideRight, _PICTURE.width() + 8)
        paint.words(painter, QRectF(area.x() + 8, frame.bottom() + 24, area.width() - 16, 18), kind, quiet, c.text2)
        painter.restore()

    def _draw_picture(self, painter: QPainter, frame: QRectF, picture: bytes) -> None:
        if not picture:
            icons.paint_icon(
                painter, "file-text", frame.center().x() - 18, frame.center().y() - 18, colours().text3, 36
            )
            return
        image = _pixmap(picture)
        size = image.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = frame.x() + (frame.width() - size.width()) / 2
        top = frame.y() + (frame.height() - size.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), image, QRectF(image.rect()))


class AttachmentsView(QWidget):
    """A list of tiles beside the editor of the current one; each field saves alone."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = AttachmentsPresenter(context, self)
        self._model = AttachmentsModel(self)
        self.tiles = QListView()
        self._empty = Label(
            self.tr(
                "Aucune photo ni fichier. « Ajouter » en choisit ; on peut aussi en déposer ici à la souris, ou en "
                "coller avec Ctrl+V. Le lieu et l’heure de la prise de vue sont retirés des photos."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self._refusal = Label("", "small", "danger", wrap=True)
        self._refusal.setObjectName("attachments_refusal")
        self._stop = Button(self.tr("Arrêter l’ajout"), "attachments_stop", "ghost", "x")
        self.free = Button("", "attachments_free", "ghost", "eraser")
        self._card = Card(16)
        self._build_editors()
        self.setAcceptDrops(True)
        self._lay_out()
        self._bind()

    def add(self) -> None:
        """Choose files with the system's dialog."""
        ask_files(self, self.tr("Photos et fichiers à joindre"), self.presenter.add)

    def annotate(self) -> None:
        """Draw on the current photo; what is kept is another attachment."""
        one = self.selected()
        if one is None or not self._context.is_writable or not one.attachment.media_type.is_photo:
            return
        photo = QImage.fromData(self.presenter.content(one.id))
        if photo.isNull():
            return
        dialog = Annotating(photo, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.presenter.add_annotated(one.id, dialog.written()))
        dialog.open()

    def first_focus(self) -> QWidget:
        """The tiles."""
        return self.tiles

    def selected(self) -> AttachmentShown | None:
        """The attachment that the editor shows, or None."""
        rank = self.tiles.currentIndex().row()
        return self.presenter.shown[rank] if 0 <= rank < len(self.presenter.shown) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures while the mission is a draft."""
        if self._context.is_writable and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped."""
        self.take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, remove, or go to the caption."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Delete and self.tiles.hasFocus():
            self._remove_current()
        elif event.key() == Qt.Key.Key_A and self.tiles.hasFocus():
            self.annotate()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.tiles.hasFocus():
            self.caption.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def take(self, data: QMimeData) -> None:
        """Add the files, else the picture, of what is dropped or pasted."""
        self.presenter.add(sources_of(data, self.tr("Image collée.png")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _build_editors(self) -> None:
        self.caption = LineEdit("attachment_caption", self.tr("Ce que l’on voit, en une ligne"))
        self.link = Choice(self.presenter.links(), "attachment_link")
        self.link.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.link.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.audience = Choice(self.presenter.audiences(), "attachment_audience")
        self._name = Label("", "small", "text2", wrap=True)
        self._remove = Button(self.tr("Retirer la pièce"), "attachment_remove", "ghost", "trash-2")
        self._annotate = Button(self.tr("Annoter"), "attachment_annotate", "ghost", "pencil-line")
        self._annotate.setToolTip(self.tr("A, sur la liste"))
        self._editors: tuple[QWidget, ...] = (self.caption, self.link, self.audience, self._remove, self._annotate)

    def _lay_out(self) -> None:
        self.tiles.setObjectName("attachments")
        self.tiles.setAccessibleName(self.tr("Photos et fichiers"))
        self.tiles.setViewMode(QListView.ViewMode.IconMode)
        self.tiles.setMovement(QListView.Movement.Static)
        self.tiles.setResizeMode(QListView.ResizeMode.Adjust)
        self.tiles.setUniformItemSizes(True)
        self.tiles.setFrameShape(QListView.Shape.NoFrame)
        self.tiles.setModel(self._model)
        self.tiles.setItemDelegate(_TileDelegate(self.tiles))
        self.tiles.setMinimumHeight(_HEIGHT)
        ringed(self.tiles, tokens().radius.control)
        left = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for widget in (self._refusal, self._stop, self._empty, self.tiles, self.free):
            left.addWidget(widget)
        left.addStretch(1)
        for label, editor in (
            (self.tr("Légende"), self.caption),
            (self.tr("À propos de"), self.link),
            (self.tr("Qui peut la lire"), self.audience),
        ):
            self._card.body.addWidget(Field(label, editor))
        self._card.body.addWidget(self._name)
        foot = QHBoxLayout()
        foot.addWidget(self._annotate)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        self._card.body.addLayout(foot)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(16)
        self._line.addLayout(left, 6)
        self._line.addWidget(self._card, 4, Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.refused.connect(self._refuse)
        presenter.running.connect(self._run)
        presenter.added.connect(self._select)
        self._stop.clicked.connect(presenter.cancel)
        self._remove.clicked.connect(self._remove_current)
        self._annotate.clicked.connect(self.annotate)
        self.free.clicked.connect(presenter.purge)
        self.tiles.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        self.caption.committed.connect(lambda text: self._with_current(presenter.set_caption, text))
        self.link.chosen.connect(lambda key: self._with_current(presenter.set_link, key))
        self.audience.chosen.connect(lambda key: self._with_current(presenter.set_audience, key))
        self._refuse("")
        self._run(running=False)
        presenter.reload()

    def _show(self) -> None:
        before = self.tiles.currentIndex().data(ID_ROLE)
        rank = self.tiles.currentIndex().row()
        self.link.set_options(self.presenter.links())
        shown = self.presenter.shown
        self._model.set_rows(shown)
        self._empty.setVisible(not shown)
        self.tiles.setVisible(bool(shown))
        if shown:
            found = self._model.rank_of(before) if isinstance(before, UUID) else -1
            current = found if found >= 0 else min(max(rank, 0), len(shown) - 1)
            self.tiles.setCurrentIndex(self._model.index(current))
        size = self.presenter.freeable() if shown else ""
        self.free.setVisible(bool(size))
        self.free.setText(self.tr("Libérer {0} : pièces déposées, reçu vérifié").format(size))
        self._show_current()

    def _show_current(self) -> None:
        one = self.selected()
        self._card.setVisible(one is not None)
        if one is None:
            return
        self.caption.set_value(one.attachment.caption)
        self.link.set_current(key_of(one.attachment.link))
        self.audience.set_current(one.attachment.audience.value)
        self._name.setText(f"{one.attachment.name} · {one.kind}")
        for editor in self._editors:
            editor.setEnabled(self._context.is_writable)
        self._annotate.setVisible(one.is_here and one.attachment.media_type.is_photo)

    def _with_current(self, change: object, value: str) -> None:
        one = self.selected()
        if one is not None and callable(change):
            change(one.id, value)

    def _remove_current(self) -> None:
        one = self.selected()
        if one is not None and self._context.is_writable:
            self.presenter.remove(one.id)

    def _select(self, attachment_id: UUID) -> None:
        self.tiles.setCurrentIndex(self._model.index(self._model.rank_of(attachment_id)))
        self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, sentences: str) -> None:
        self._refusal.setText(sentences)
        self._refusal.setVisible(bool(sentences))

    def _run(self, running: bool) -> None:
        self._stop.setVisible(running)
