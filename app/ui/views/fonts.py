"""The one family of the window, IBM Plex Sans, loaded from the shipped files, face by face when first needed."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from app.resources import resource_path

FAMILY = "IBM Plex Sans"
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
_FILES = {
    (REGULAR, False): "IBMPlexSans-Regular.ttf",
    (MEDIUM, False): "IBMPlexSans-Medium.ttf",
    (SEMIBOLD, False): "IBMPlexSans-SemiBold.ttf",
    (BOLD, False): "IBMPlexSans-Bold.ttf",
    (REGULAR, True): "IBMPlexSans-Italic.ttf",
}


@lru_cache(maxsize=8)
def load_face(weight: int, italic: bool = False) -> None:
    """Make one face known to Qt; does nothing the second time.

    Raises:
        FileNotFoundError: The shipped file is absent, unreadable, or of another family.
    """
    path = resource_path("fonts", _FILES[weight, italic])
    number = QFontDatabase.addApplicationFont(str(path))
    if FAMILY not in QFontDatabase.applicationFontFamilies(number):
        raise FileNotFoundError(path.name)


@lru_cache(maxsize=128)
def font(pixels: int, weight: int = REGULAR, italic: bool = False, strike: bool = False) -> QFont:
    """A font of the family.

    Args:
        pixels: Size in logical pixels.
        weight: `REGULAR`, `MEDIUM`, `SEMIBOLD` or `BOLD`.
        italic: Italic; only with `REGULAR`.
        strike: Struck through, for a corrected line.
    """
    load_face(weight, italic)
    result = QFont(FAMILY)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setItalic(italic)
    result.setStrikeOut(strike)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
