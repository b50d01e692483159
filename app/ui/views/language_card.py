"""The language of the window: a card of the settings, and two words at the first start."""

from dataclasses import replace

from PySide6.QtCore import Signal

from app.services.languages import LanguageChoice
from app.services.profile import PreferencesFile
from app.ui.language import language_of, spoken
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label

OWN_NAMES = ((LanguageChoice.FRENCH.value, "Français"), (LanguageChoice.ENGLISH.value, "English"))
"""Each language under its own name, whatever the window speaks."""


class LanguageCard(Card):
    """Choice of the language in the settings, and what stays French.

    Signals:
        chosen: Another language must be spoken; the choice is already kept.
    """

    chosen = Signal()

    def __init__(self, preferences: PreferencesFile) -> None:
        super().__init__(padding=20)
        self._preferences = preferences
        segments = [(LanguageChoice.SYSTEM.value, self.tr("Comme le système")), *OWN_NAMES]
        self.language = Segmented(segments, "settings_language", self.tr("Langue"))
        self.language.set_current(preferences.load().language.value)
        self.language.chosen.connect(self._choose)
        self.body.addWidget(Label(self.tr("Langue"), "lead", weight=600))
        self.body.addWidget(row(self.language, 0))
        note = self.tr(
            "La fenêtre se rouvre dans la langue choisie. Les thèmes du questionnaire, les dispositifs, les aides et le "
            "guide restent dans la langue de leur paquet ; la feuille de route et les autres papiers, en français."
        )
        self.body.addWidget(Label(note, "small", "text2", wrap=True))

    def _choose(self, key: str) -> None:
        if keep_language(self._preferences, LanguageChoice(key)):
            self.chosen.emit()


class LanguageSwitch(Segmented):
    """Two languages, at the first start."""

    def __init__(self) -> None:
        super().__init__(OWN_NAMES, "welcome_language", self.tr("Langue"))
        self.set_current(spoken().value)


def keep_language(preferences: PreferencesFile, choice: LanguageChoice) -> bool:
    """Keep a choice; whether another language than the one spoken must be."""
    preferences.keep(replace(preferences.load(), language=choice))
    return language_of(choice) is not spoken()
