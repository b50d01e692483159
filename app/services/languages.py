"""Languages that the interface speaks; what is printed or published for the programme stays French."""

from enum import StrEnum


class Language(StrEnum):
    """A whole language of the interface; the value names the files of its texts."""

    FRENCH = "fr"
    ENGLISH = "en"


class LanguageChoice(StrEnum):
    """Language that one person asked for, or the one of the system."""

    SYSTEM = "system"
    FRENCH = "fr"
    ENGLISH = "en"
