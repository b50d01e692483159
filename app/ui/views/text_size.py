"""Size of the text, from 100 to 200 %: Ctrl++, Ctrl+- and Ctrl+0, or the settings; the whole window grows with it.

The window then opens again as on a screen whose points are larger: each page goes to its layout for small windows, so
that nothing is cut.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.services.profile import PreferencesFile
from app.ui.messages import Messages
from app.ui.views.keys import bind
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label

STEPS = (100, 110, 125, 150, 175, 200)
"""Sizes that the keys go through, in percent."""

SHOWN_STEPS = (100, 125, 150, 200)
"""Sizes that the settings offer."""

PAUSE_MS = 700
"""Pause after the last key before the window opens again: several presses make one change."""


ANYWHERE = Qt.ShortcutContext.WindowShortcut


class TextSize(QObject):
    """The keys that change the size.

    Signals:
        chosen: Another size than the one shown was chosen and is kept.
    """

    chosen = Signal()

    def __init__(self, preferences: PreferencesFile, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._preferences, self._messages = preferences, messages
        self._shown = self._wanted = preferences.load().text_percent
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            bind(window, keys, partial(self._step, step), ANYWHERE)
        bind(window, "Ctrl+0", partial(self._want, STEPS[0]), ANYWHERE)

    def _step(self, step: int) -> None:
        further = [one for one in STEPS if (one - self._wanted) * step > 0]
        self._want((min if step > 0 else max)(further, default=self._wanted))

    def _want(self, percent: int) -> None:
        self._wanted = percent
        self._messages.tell(self.tr("Taille du texte : {0} %").format(percent))
        self._pause.start()

    def _settle(self) -> None:
        if self._wanted != self._shown:
            keep_size(self._preferences, self._wanted)
            self.chosen.emit()


class TextSizeCard(Card):
    """The size in the settings.

    Signals:
        chosen: Another size was chosen and is kept.
    """

    chosen = Signal()

    def __init__(self, preferences: PreferencesFile) -> None:
        super().__init__(padding=20)
        self._preferences = preferences
        kept = preferences.load().text_percent
        words = self.tr("{0} %")
        shown = sorted({*SHOWN_STEPS, kept})
        self.size_choice = Segmented(
            [(str(one), words.format(one)) for one in shown], "settings_text_size", self.tr("Taille du texte")
        )
        self.size_choice.set_current(str(kept))
        self.size_choice.chosen.connect(self._choose)
        self.body.addWidget(Label(self.tr("Taille du texte"), "lead", weight=600))
        self.body.addWidget(row(self.size_choice, 0))
        note = self.tr("La fenêtre se rouvre à cette taille. Au clavier : Ctrl++, Ctrl+-, et Ctrl+0 pour 100 %.")
        self.body.addWidget(Label(note, "small", "text2", wrap=True))

    def _choose(self, key: str) -> None:
        if keep_size(self._preferences, int(key)):
            self.chosen.emit()


def keep_size(preferences: PreferencesFile, percent: int) -> bool:
    """Keep a size; whether it is another one."""
    kept = preferences.load()
    preferences.keep(replace(kept, text_percent=percent))
    return kept.text_percent != percent
