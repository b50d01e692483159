"""The language of the window: chosen before its first widget is made, with what Qt itself says, its dates and its numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.resources import resource_path
from app.services.languages import Language, LanguageChoice

LOCALES = {
    Language.FRENCH: QLocale(QLocale.Language.French, QLocale.Country.France),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
"""How each language writes numbers and dates."""

_installed: list[QTranslator] = []


def language_of(choice: LanguageChoice, wanted: Sequence[str] | None = None) -> Language:
    """The language asked for; that of the system when Jalon speaks it, else French.

    Args:
        choice: What the user chose.
        wanted: Languages of the system in its order, such as « fr-CA »; the first one that Jalon speaks decides. Asked
            of the system when not given.
    """
    if choice is not LanguageChoice.SYSTEM:
        return Language(choice.value)
    names = QLocale.system().uiLanguages() if wanted is None else wanted
    known = (name.partition("-")[0] for name in names)
    return next((Language(name) for name in known if name in set(Language)), Language.FRENCH)


def speak(language: Language) -> None:
    """Speak a language from now on; what was already made keeps its words.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    _forget()
    QLocale.setDefault(LOCALES[language])
    if language is not Language.FRENCH:
        _install(str(resource_path("translations", f"jalon_{language}.qm")))


def finish_speaking() -> None:
    """The rest, not needed before the first paint: what Qt says by itself, and the plurals of the French."""
    if spoken() is Language.FRENCH:
        _install(str(resource_path("translations", "jalon_fr.qm")))
        _install("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def spoken() -> Language:
    """The language being spoken; French before anything was asked for."""
    return Language.ENGLISH if QLocale().language() is QLocale.Language.English else Language.FRENCH


def locale() -> QLocale:
    """How the language being spoken writes numbers and dates."""
    return LOCALES[spoken()]


def _install(file: str, folder: str = "") -> None:
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if application is None or not translator.load(file, folder):
        raise FileNotFoundError(file)
    application.installTranslator(translator)
    _installed.append(translator)


def _forget() -> None:
    application = QCoreApplication.instance()
    while _installed:
        translator = _installed.pop()
        if application is not None:
            application.removeTranslator(translator)
