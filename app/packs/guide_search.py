"""Search in the guide by words, without accents or capitals: titles first, then scopes and levers, then the sheets."""

import unicodedata
from functools import lru_cache

from app.domain.guide import Guide
from app.domain.referential import Referential, ThemeCode

TITLE_WEIGHT = 100
SCOPE_WEIGHT = 10
TEXT_WEIGHT = 1

Fields = tuple[tuple[int, tuple[str, ...]], ...]


def search_guide(guide: Guide, referential: Referential, words: str) -> tuple[ThemeCode, ...]:
    """Themes whose sheet holds every word, or the beginning of one, best first.

    Args:
        guide: Sheets, in the referential's order.
        referential: Titles, scopes and levers of the themes.
        words: As typed; an empty search gives every sheet, in order.
    """
    asked = words_of(words)
    ranked: list[tuple[int, int, ThemeCode]] = []
    for rank, (code, fields) in enumerate(_indexed(guide, referential)):
        weights = [weight_in(word, fields) for word in asked]
        if all(weights):
            ranked.append((-sum(weights), rank, code))
    return tuple(code for _, _, code in sorted(ranked))


@lru_cache(maxsize=4)
def _indexed(guide: Guide, referential: Referential) -> tuple[tuple[ThemeCode, Fields], ...]:
    titles = {lever.code: lever.title for lever in referential.levers}
    found = []
    for sheet in guide.sheets:
        theme = referential.theme(sheet.theme)
        fields = (
            (TITLE_WEIGHT, words_of(f"{theme.code} {theme.title}")),
            (SCOPE_WEIGHT, words_of(f"{theme.scope} {titles[theme.lever]}")),
            (TEXT_WEIGHT, words_of(sheet.text)),
        )
        found.append((theme.code, fields))
    return tuple(found)


def weight_in(word: str, fields: Fields) -> int:
    """Weight of the best place where a word begins, 0 when it is nowhere."""
    return next((weight for weight, held in fields if any(other.startswith(word) for other in held)), 0)


def words_of(text: str) -> tuple[str, ...]:
    """Words of a text without accents, capitals or marks; « l’atelier » gives « l » and « atelier », « L1.5 » stays whole."""
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    plain = "".join(char for char in unicodedata.normalize("NFD", plain) if unicodedata.category(char) != "Mn")
    spaced = "".join(char if char.isalnum() or char == "." else " " for char in plain)
    return tuple(word for word in (part.strip(".") for part in spaced.split()) if word)
