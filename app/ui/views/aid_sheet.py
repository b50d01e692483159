"""The sheet of one aid: what it gives, to whom, until when, its source; its calculator; and the action that may cite it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.aid_catalogue import AidEntry
from app.domain.aids import ValidityState
from app.ui.presenters import typed
from app.ui.presenters.aid_browser import AidBrowser
from app.ui.views.aid_calculator import AidCalculatorCard
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.discard import discard
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.texts import Label


class AidSheet(Scroll):
    """The aid read, made anew for each.

    Signals:
        cite_asked: The action is to cite it; the estimate of its calculator in cents, or None.
        drop_asked: The action is to cite it no more.
    """

    cite_asked = Signal(object)
    drop_asked = Signal()

    def __init__(self, browser: AidBrowser) -> None:
        super().__init__("aid_sheet", (0, 0, 12, 12))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._browser = browser
        self._target = ""
        self._cited: frozenset[str] = frozenset()
        self._known: Mapping[str, str] = {}
        self._writable = True
        self._content: QWidget | None = None
        self.calculator: AidCalculatorCard | None = None
        browser.shown.connect(self.load)
        self.load()

    def set_target(self, words: str, cited: frozenset[str], known: Mapping[str, str], *, writable: bool) -> None:
        """Say which action may cite the aid, what it cites already, and what its cost gives the calculator."""
        self._target, self._cited, self._known, self._writable = words, cited, known, writable
        self.load()

    def focus_first(self) -> None:
        """The first control of the sheet."""
        if self._content is not None:
            found = [one for one in self._content.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
            if found:
                found[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def load(self) -> None:
        """Show the aid read."""
        if self._content is not None:
            self.body.removeWidget(self._content)
            discard(self._content)
        self.calculator = None
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        entry = self._browser.current
        if entry is None:
            words = self.tr("Aucune aide ne répond à ces filtres. Élargissez le public, le sujet ou la date.")
            column.addWidget(Label(words, "body", "text2", wrap=True))
        else:
            self._fill(column, entry)
        column.addStretch(1)
        self.body.addWidget(self._content)
        self.verticalScrollBar().setValue(0)

    def _fill(self, column: QVBoxLayout, entry: AidEntry) -> None:
        browser = self._browser
        closed = entry.state(browser.day) is ValidityState.CLOSED
        column.addWidget(row(Chip(browser.validity(entry), "warn" if closed else "rule"), 0))
        column.addWidget(Label(entry.title, "title", wrap=True))
        column.addWidget(Label(entry.operator, "small", "text2", wrap=True))
        column.addWidget(Label(entry.summary, "body", wrap=True))
        if self._target:
            column.addWidget(self._citing(entry))
        if entry.calculator:
            self.calculator = AidCalculatorCard(browser, entry.calculator, self._known)
            column.addWidget(self.calculator)
            if self._target:
                self.calculator.offer(self._writable, self.cite_asked)
        column.addWidget(self._facts(entry))
        imprint = self.tr(
            "{0}, version {1}, état du {2}. Aucune aide n’est acquise : à vérifier auprès de l’opérateur."
        )
        header = browser.catalogue.header
        words = imprint.format(header.title, header.ref.version, typed.day(header.valid_from))
        column.addWidget(Label(words, "caption", "text3", wrap=True))

    def _citing(self, entry: AidEntry) -> QWidget:
        cited = entry.id in self._cited
        if cited:
            button = Button(self.tr("Ne plus citer"), "aid_drop", icon="x")
            button.clicked.connect(self.drop_asked)
            words = self.tr("Citée dans {0}").format(self._target)
        else:
            button = Button(self.tr("Citer dans l’action"), "aid_cite", "primary", icon="plus")
            button.clicked.connect(lambda: self.cite_asked.emit(None))
            words = self._target
        button.setEnabled(self._writable)
        host = QWidget()
        line = QHBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        line.addWidget(Label(words, "small", "text2", wrap=True), 1)
        return host

    def _facts(self, entry: AidEntry) -> Card:
        word = self._browser.word
        card = Card(padding=14)
        audiences = ", ".join(word("aid_audience", one) for one in entry.audiences)
        subjects = ", ".join(word("aid_theme", one) for one in entry.themes)
        facts = (
            (self.tr("Chiffres"), entry.figures),
            (self.tr("Conditions"), entry.conditions),
            (self.tr("Pour qui"), (f"{audiences} ({word('aid_use', entry.use)})",)),
            (self.tr("Sujets"), (subjects,)),
            (self.tr("Comment la demander"), tuple(part for part in (entry.how, entry.link) if part)),
            (self.tr("Source"), (entry.source,)),
        )
        for title, points in facts:
            if points:
                card.body.addWidget(Label(title, "small", "text2", SEMIBOLD))
                for point in points:
                    card.body.addWidget(Label(point if len(points) == 1 else f"– {point}", "body", wrap=True))
        return card
