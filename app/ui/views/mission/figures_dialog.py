"""« Pourquoi ce chiffre ? »: every figure of the page in a list, the explanation of the one chosen under it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.presenters.figures import FigureWhy
from app.ui.tokens import Theme
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.dialog import Dialog
from app.ui.views.look import tokens
from app.ui.views.mission.amount import WHY
from app.ui.views.mission.why_panel import WhyPanel

HEIGHT = 420
_SIDE = 24


class WhyButton(Button):
    """A small « ? » beside a figure; pressed, Enter, Space or « ? » open its rule.

    Signals:
        asked: Why is wanted; the key of the figure.
    """

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "", name, "ghost", "circle-question-mark", accessible=self.tr("Pourquoi ce chiffre ?"), parent=parent
        )
        self.clicked.connect(lambda: self.asked.emit(why_key(self)))

    def sizeHint(self) -> QSize:
        """Small beside its figure, and a whole target in the mode atelier."""
        side = tokens().size.control if tokens().theme is Theme.ATELIER else _SIDE
        return QSize(side, side)

    def set_figure(self, key: str, spoken: str) -> None:
        """Explain a figure; `spoken` names it for a screen reader."""
        self.setProperty(WHY, key)
        self.setAccessibleName(self.tr("Pourquoi : {0}").format(spoken))
        self.setEnabled(bool(key))


def why_key(widget: QWidget | None) -> str:
    """Key of the figure that a widget, or what holds it, shows; empty when it shows none."""
    while widget is not None:
        key = widget.property(WHY)
        if isinstance(key, str) and key:
            return key
        widget = widget.parentWidget()
    return ""


class FiguresDialog(Dialog):
    """The figures of a page and their rules; it opens on one of them."""

    def __init__(self, figures: tuple[FigureWhy, ...], key: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            figures: Figures of the page, at least one.
            key: The one to open on; the first when it is not among them.
            parent: The window.
        """
        super().__init__(self.tr("Pourquoi ce chiffre ?"), "", "figures_dialog", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._figures = {one.key: one for one in figures}
        self.choice = Choice(
            [(one.key, f"{one.why.letter} {_named(one)}".strip()) for one in figures], "figures_choice"
        )
        self.choice.setAccessibleName(self.tr("Chiffre expliqué"))
        self.panel = WhyPanel("figures_why")
        self.panel.setMinimumHeight(min(HEIGHT, max(160, parent.window().height() - 240)))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.panel)
        self.add_button(self.tr("Fermer"), "figures_close", "primary", safe=True)
        self.choice.chosen.connect(self._show)
        self.open_on(key if key in self._figures else figures[0].key)

    def open_on(self, key: str) -> None:
        """Explain one of the figures."""
        self.choice.set_current(key)
        self._show(key)

    def _show(self, key: str) -> None:
        self.panel.show_why(self._figures[key].why, headed=True)


def _named(one: FigureWhy) -> str:
    return f"{one.why.title} · {one.why.amount}"
