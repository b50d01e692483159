"""Search in the guide by words, without accents or capitals: titles first, then scopes and levers, then the sheets."""

import unicodedata

from app.domain.guide import Guide
from app.domain.referential import Referential, ThemeCode

TITLE_WEIGHT = 100
SCOPE_WEIGHT = 10
TEXT_WEIGHT = 1


def search_guide(guide: Guide, referential: Referential, words: str) -> tuple[ThemeCode, ...]:
    """Themes whose sheet holds every word, or the beginning of one, best first.

    Args:
        guide: Sheets, in the referential's order.
        referential: Titles, scopes and levers of the themes.
        words: As typed; an empty search gives every sheet, in order.
    """
    asked = _words(words)
    titles = {lever.code: lever.title for lever in referential.levers}
    ranked: list[tuple[int, int, ThemeCode]] = []
    for rank, sheet in enumerate(guide.sheets):
        theme = referential.theme(sheet.theme)
        fields = (
            (TITLE_WEIGHT, _words(f"{theme.code} {theme.title}")),
            (SCOPE_WEIGHT, _words(f"{theme.scope} {titles[theme.lever]}")),
            (TEXT_WEIGHT, _words(sheet.text)),
        )
        weights = [_weight(word, fields) for word in asked]
        if all(weights):
            ranked.append((-sum(weights), rank, theme.code))
    return tuple(code for _, _, code in sorted(ranked))


def _weight(word: str, fields: tuple[tuple[int, tuple[str, ...]], ...]) -> int:
    """Weight of the best place where a word begins, 0 when it is nowhere."""
    return next((weight for weight, held in fields if any(other.startswith(word) for other in held)), 0)


def _words(text: str) -> tuple[str, ...]:
    """Words of a text without accents, capitals or marks; « l’atelier » gives « l » and « atelier », « L1.5 » stays whole."""
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    plain = "".join(char for char in unicodedata.normalize("NFD", plain) if unicodedata.category(char) != "Mn")
    spaced = "".join(char if char.isalnum() or char == "." else " " for char in plain)
    return tuple(word for word in (part.strip(".") for part in spaced.split()) if word)
