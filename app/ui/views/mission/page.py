"""What a page of the mission window is.

A page is a `MissionPageView` made by a factory listed in `app.ui.views.mission.pages.PAGES`; it is made the first time
it is shown, from the one `MissionContext` of the open mission (ports, messages, jobs, the mission as read). The
window owns header, rail, footer and side panel; the page fills the centre, and may give contents for the two others.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.services.undo import Step
from app.ui.presenters.mission_context import MissionContext


class MissionPageView(QWidget):
    """Base of the pages of a mission.

    The window calls `enter` each time the page comes to the front, then gives the focus to `first_focus()`; `leave`
    when another page or the list takes its place: what is still being typed must be saved there (through
    `context.attempt`), because after it the page may be destroyed. `context.changed` tells what other pages saved.
    A page that has no focusable widget of its own still receives keys: it gets the focus itself.

    Signals:
        marked: The mark of its rail line changed: a `kit.rail.Mark`, or None. May be emitted from `__init__` on; the
            window also reads `mark()` when it opens.
    """

    marked = Signal(object)

    def __init__(self, context: MissionContext) -> None:
        super().__init__()
        self.context = context

    def enter(self) -> None:
        """The page comes to the front: show the mission as it is now."""

    def leave(self) -> None:
        """The page goes to the back: save what is being typed."""

    def show_reverted(self, step: Step) -> None:
        """A change was undone or done again while the page is in front: show the mission as it is now."""
        self.enter()

    def first_focus(self) -> QWidget:
        """Widget that takes the focus when the page comes to the front."""
        return self

    def side_widget(self) -> QWidget | None:
        """Contents of the side panel (260 px wide), made once; None when the page has no side panel.

        Private notes live there: F9 hides it when the screen is turned to the client.
        """
        return None

    def footer_widget(self) -> QWidget | None:
        """Contents of the footer (52 px high), made once; None for the plain footer, which recalls the main keys."""
        return None

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page, for its F1 sheet: (key as drawn, what it does), as (« J », « écrire la justification »)."""
        return ()

    def focus_field(self, name: str) -> bool:
        """Give the focus to one of its fields by objectName; False when it has no such field on screen."""
        field = self.findChild(QWidget, name)
        if field is None or not field.isEnabled():
            return False
        field.setFocus()
        return True


PageFactory = Callable[[MissionContext], MissionPageView]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One line of the rail.

    Attributes:
        key: Stable name, such as `questionnaire`; `context.page_asked` and the rail use it.
        source: Title, in French, marked by `QT_TRANSLATE_NOOP` (an object in its stub) in the context `PageSpec`.
        icon: File of `resources/icons`, without suffix.
        make: Makes the page, importing what it needs when called.
        mark: The mark of the rail line from the mission alone, so that the rail is right before the page is made;
            gives a `kit.rail.Mark` or None.
        under: Key of the page from which it is reached, whose rail line stays lit; empty for a line of its own.
    """

    key: str
    source: object
    icon: str
    make: PageFactory
    mark: Callable[[MissionContext], object] = lambda _context: None
    under: str = ""

    @property
    def title(self) -> str:
        """Title in the language of the window."""
        return QCoreApplication.translate("PageSpec", str(self.source))
