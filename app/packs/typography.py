"""French typography of a plain text: spaces that must not break, apostrophes, quotes, ellipsis, minus.

Pure and idempotent. Applied to data and texts before any XML escaping: « &amp; » ends with a semicolon that is not punctuation.
Source: PAPER.md §9 and DESIGN.md §7.11 (U+00A0 in thousands: the narrow one is too thin in IBM Plex).
"""

import re
from collections.abc import Callable
from functools import lru_cache

NBSP = "\u00a0"
NARROW = "\u202f"
MINUS = "\u2212"

SPACE = "[ \u00a0\u202f\u2009]"
LONGEST_TIED_WORD = 6
"""Letters of a last word that is tied to the one before, so that no line holds it alone."""

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = (
    "€|k€|M€|%|‰|°C|HT|TTC|jours?|demi-journées?|heures?|h|min|s|ms|mm|cm|m|km|m²|m³|kg|g|t|kW|kWh|MWh|ans?|mois|"
    "semaines?|points?|pts?|thèmes?|actions?|salariés?|millions?|milliards?"
)
_COUNTED = (
    "pages?|p\\.|articles?|art\\.|fiches?|phases?|étapes?|figures?|tableaux?|tableau|versions?|annexes?|encadrés?|n°"
)
_TITLES = "MM?\\.|Mmes?|Mlle|Dr|Me|Pr"

Replacement = str | Callable[[re.Match[str]], str]


def _groups(match: re.Match[str]) -> str:
    return re.sub(SPACE, NBSP, match.group())


def _date(found: re.Match[str]) -> str:
    return NBSP.join(part for part in found.groups() if part)


_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_RULES: tuple[tuple[str, re.Pattern[str], Replacement], ...] = (
    # L'atelier → L’atelier, and the ellipsis in one character.
    ("'", re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[«\"“])"), "’"),
    (".", re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    # Straight or English quotes in pairs → « ».
    ('"', re.compile(r'(?<![\w"])"([^"\n]+)"(?![\w"])'), f"«{NARROW}\\1{NARROW}»"),
    ("“", re.compile(r"“([^”\n]+)”"), f"«{NARROW}\\1{NARROW}»"),
    ('«"“', re.compile(rf"«{SPACE}*"), f"«{NARROW}"),
    ('»"”', re.compile(rf"{SPACE}*»"), f"{NARROW}»"),
    # High punctuation: narrow no-break space before ; ! ? and a full one before a colon.
    (";!?", re.compile(rf"(?<=[\w»)\]}}%€°’…*]){SPACE}*([;!?]+)(?=[\s»)\]]|$)"), f"{NARROW}\\1"),
    (":", re.compile(rf"(?<=[\w»)\]}}%€°’…*]){SPACE}*:(?=\s|$)"), f"{NBSP}:"),
    # 36 000 € HT, 12 mai 2022, n° 4, page 6, H. Durand, −5.
    (_DIGITS, re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)"), _groups),
    (_DIGITS, re.compile(rf"(?<=\d){SPACE}(?=(?:{_UNITS})(?!\w))"), NBSP),
    (_DIGITS, re.compile(rf"(?<=\d{NBSP}h){SPACE}(?=\d\d(?!\d))"), NBSP),
    ("€", re.compile(rf"(?<=€){SPACE}(?=(?:HT|TTC)(?!\w))"), NBSP),
    (_DIGITS, re.compile(rf"(?<!\d)(\d{{1,2}}|1er){SPACE}({_MONTHS})(?:{SPACE}(\d{{4}})(?!\d))?"), _date),
    (
        _DIGITS + _CAPITALS,
        re.compile(rf"(?<!\w)({_COUNTED}){SPACE}(?=\d|(?-i:[A-Z])(?!\w))", re.IGNORECASE),
        f"\\1{NBSP}",
    ),
    ("MDP", re.compile(rf"(?<!\w)({_TITLES}){SPACE}(?=[A-ZÀ-Ý])"), f"\\1{NBSP}"),
    (".", re.compile(rf"(?<!\w)([A-ZÀ-Ý]\.){SPACE}(?=[A-ZÀ-Ý])"), f"\\1{NBSP}"),
    (_DIGITS, re.compile(rf"(?:(?<=^)|(?<={SPACE})|(?<=[(\n]))-(?=\d)"), MINUS),
)
"""Each rule after the characters without one of which it changes nothing: most texts hold few of them."""

_LAST_WORD = re.compile(rf" ([^\s\u00a0\u202f]{{1,{LONGEST_TIED_WORD}}})$")


@lru_cache(maxsize=2_048)
def typeset(text: str) -> str:
    """A plain text with French typography; applying it twice changes nothing more.

    A space that is missing before a mark is added only where the mark ends a word, so that « 10:30 » and addresses of
    web pages keep their form. The superscript of « 1er » is the business of whoever lays the text out.
    """
    held = set(text)
    for triggers, pattern, replacement in _RULES:
        if not held.isdisjoint(triggers):
            text = pattern.sub(replacement, text)
    return text


def typeset_paragraph(text: str) -> str:
    """`typeset`, and a last word of at most six letters tied to the one before."""
    return _LAST_WORD.sub(rf"{NBSP}\1", typeset(text).rstrip())
