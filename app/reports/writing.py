"""From a plain text to a paragraph: typography, letters that the typeface lacks, markup, styles."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from types import MappingProxyType
from typing import Any

from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph, paragraph

from app.charts.faces import REGULAR, SEMIBOLD, register_faces
from app.packs.typography import NARROW, NBSP, typeset_paragraph
from app.reports.sheet import INK
from app.reports.tags import Element

REPLACEMENT = "\ufffd"
"""Printed in place of a letter that the typeface lacks (emoji, other scripts): a loss that is seen."""

_EMPHASIS = re.compile(r"\[\[(.+?)\]\]")
_FIRST = re.compile(r"(?<!\w)1er(?!\w)")
_NO_BREAK = "\u202f\u2007"


def _style(
    name: str, face: str, size: float, leading: float, colour: Color = INK.text, **more: object
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=colour,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )


_ROLES = {"company": "H1", "h1": "H1", "h2": "H2", "h3": "H3", "h3_large": "H3"}
"""Structure type of a style; every other one is a paragraph."""


_LONG_WORD, _LONG_WORD_OF_CELL = 9, 7
_LETTERS_BEFORE, _LETTERS_AFTER = 3, 4
_SOFT_HYPHEN = "\u00ad"
_APOSTROPHE = "’"


def _cut_from(letters: int) -> dict[str, object]:
    # 2: a word that no line could hold goes to the next one to be cut there as the others are, not anywhere.
    return {"hyphenationLang": _cuts, "hyphenationMinWordLength": letters, "embeddedHyphenation": 2}


@lru_cache(maxsize=1024)
def _cuts(word: str) -> tuple[tuple[str, str], ...]:
    """Where a word may be cut, the last place first; a name or a code, which has a capital, nowhere."""
    if not word.islower():
        return ()
    elided, mark, whole = word.rpartition(_APOSTROPHE)
    return tuple(
        (f"{elided}{mark}{head}", tail)
        for head, tail in _hyphens().iterate(whole)
        if len(head) >= _LETTERS_BEFORE and len(tail) >= _LETTERS_AFTER
    )


@lru_cache(maxsize=1)
def _hyphens() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="fr_FR")


@lru_cache(maxsize=1)
def styles() -> Mapping[str, ParagraphStyle]:
    """Every style of the paper, by role."""
    register_faces()
    made = [
        _style("company", SEMIBOLD, 28, 33, INK.accent),
        _style("subtitle", REGULAR, 13, 17),
        _style("h1", SEMIBOLD, 19, 23, INK.accent, keepWithNext=1, spaceAfter=4),
        _style("h2", SEMIBOLD, 12, 15.5, INK.accent, spaceBefore=10, spaceAfter=3),
        _style("h3", SEMIBOLD, 9.5, 13),
        _style("h3_large", SEMIBOLD, 10.5, 13.5),
        _style("h3_right", SEMIBOLD, 10.5, 13.5, alignment=TA_RIGHT),
        _style("lead", REGULAR, 11, 15.5),
        _style("body", REGULAR, 9.5, 13, **_cut_from(_LONG_WORD)),
        _style("small", REGULAR, 8, 10.5, **_cut_from(_LONG_WORD)),
        _style("small_right", REGULAR, 8, 10.5, alignment=TA_RIGHT),
        _style("note", REGULAR, 7.5, 10, INK.muted, **_cut_from(_LONG_WORD)),
        _style("cell", REGULAR, 8.25, 10.6, **_cut_from(_LONG_WORD_OF_CELL)),
        _style("cell_name", REGULAR, 8.25, 10.6),
        _style("cell_bold", SEMIBOLD, 8.25, 10.6),
        _style("cell_muted", REGULAR, 8.25, 10.6, INK.muted, **_cut_from(_LONG_WORD_OF_CELL)),
        _style("cell_right", REGULAR, 8.25, 10.6, alignment=TA_RIGHT),
        _style("cell_right_bold", SEMIBOLD, 8.25, 10.6, alignment=TA_RIGHT),
        _style("cell_right_muted", REGULAR, 8.25, 10.6, INK.muted, alignment=TA_RIGHT),
        _style("head", SEMIBOLD, 7.5, 9.5, INK.accent),
        _style("head_right", SEMIBOLD, 7.5, 9.5, INK.accent, alignment=TA_RIGHT),
        _style("hash", SEMIBOLD, 12, 18),
    ]
    return MappingProxyType({style.name: style for style in made})


@lru_cache(maxsize=1)
def prepare() -> None:
    """Sets ReportLab once: our typeface, no line broken at U+202F (white space to it), a space at the end of each line."""
    register_faces()
    # Streams as they are: written in text, they would be a quarter longer and be encoded for nothing.
    rl_config.useA85 = 0
    shapes.STATE_DEFAULTS["fontName"] = REGULAR
    kept = "".join(char for char in paragraph._wsc if char not in _NO_BREAK)
    splitter = re.compile(f"[{re.escape(kept)}]+").split

    def split(text: str, delimiter: str | None = None) -> list[str]:
        return [word for word in splitter(text) if word] if delimiter is None else text.split(delimiter)

    paragraph._hy_letters_pat = re.compile(f"[{paragraph._hy_letters}{_APOSTROPHE}]+$")
    paragraph._wsc_re_split = splitter
    paragraph.split = split
    paragraph._leftDrawParaLine = _ended(paragraph._leftDrawParaLine)
    paragraph._rightDrawParaLine = _ended(paragraph._rightDrawParaLine)
    paragraph._leftDrawParaLineX = _ended_parts(paragraph._leftDrawParaLineX)
    paragraph._rightDrawParaLineX = _ended_parts(paragraph._rightDrawParaLineX)


def _ended(draw: Callable[..., float]) -> Callable[..., float]:
    """Ends a line as it is meant: with a space, or who reads by the structure would glue two words; a cut as a cut."""

    def ended(tx: Any, offset: float, extra: float, words: Sequence[str], last: int = 0) -> float:
        if words and not last:
            words = [*words[:-1], _line_end(tx, words[-1])]
        return draw(tx, offset, extra, words, last)

    return ended


def _ended_parts(draw: Callable[..., None]) -> Callable[..., None]:
    """The same for a line in several styles."""

    def ended(tx: Any, offset: float, line: Any, last: int = 0) -> None:
        end = next((word for word in reversed(line.words) if word.text), None)
        if not last and end is not None:
            end.text = _line_end(tx, end.text.rstrip(" "))
        draw(tx, offset, line, last)

    return ended


def _line_end(tx: Any, words: str) -> str:
    """The last words of a line as they are read on: a hyphen of the text stays one, that of a cut is soft."""
    if not words.endswith("-"):
        return f"{words} "
    source, last = getattr(tx._canvas, "source", ""), words.rpartition(" ")[2]
    if last not in source:
        return f"{words[:-1]}{_SOFT_HYPHEN}"
    return f"{words} " if re.search(rf"{re.escape(last)}(\s|<br/>)", source) else words


class _Printable(dict[int, str | int]):
    """Translation table that keeps what the typeface holds, computed letter by letter as they come."""

    def __init__(self) -> None:
        super().__init__({ord("\t"): " ", ord("\n"): "\n"})
        self._held = pdfmetrics.getFont(REGULAR).face.charToGlyph

    def __missing__(self, code: int) -> str | int:
        self[code] = code if code in self._held else REPLACEMENT
        return self[code]


@lru_cache(maxsize=1)
def _printable_table() -> _Printable:
    register_faces()
    return _Printable()


def printable(text: str) -> str:
    """The text with a visible mark for each letter that the typeface lacks, and quotes that its narrow space would choke."""
    return text.translate(_printable_table()).replace(f"«{NARROW}", f"«{NBSP}").replace(f"{NARROW}»", f"{NBSP}»")


@lru_cache(maxsize=4096)
def markup(text: str, *, emphasis: bool = False) -> str:
    """Paragraph markup of a plain text: typography first, then XML, so that « &amp; » is not taken for punctuation.

    Args:
        text: Plain text, typed by a user or from the catalogue.
        emphasis: Whether « [[…]] » is set in SemiBold; for texts of the catalogue only.
    """
    lines = (printable(typeset_paragraph(line)) for line in text.split("\n"))
    written = "<br/>".join(escape(line, quote=False) for line in lines)
    if emphasis:
        written = _EMPHASIS.sub(r"<b>\1</b>", written)
    return _FIRST.sub('1<super size="5.5" rise="2.6">er</super>', written)


class Prose(Paragraph):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph that breaks its lines once for a width, however often a table asks for its height."""

    _broken: tuple[float, tuple[float, float]] = (-1.0, (0.0, 0.0))

    def __init__(self, text: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(text, *args, **kwargs)
        self._source = text
        self._shared: list[Element] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Size at a width."""
        if self._broken[0] != width or not hasattr(self, "blPara"):
            self._broken = (width, super().wrap(width, height))
        return self._broken[1]

    def split(self, width: float, height: float) -> list[Paragraph]:
        """The parts that fit, which stay one paragraph."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part._shared, part._source = self._shared, self._source
        return parts

    def draw(self) -> None:
        """Paints it as a heading or a paragraph of the structure; an empty one paints nothing."""
        if not self.frags:
            return
        if not self._shared:
            self._shared.append(self.canv.tags.leaf(_ROLES.get(self.style.name, "P")))
        self.canv.source = self._source
        with self.canv.tags.content(self._shared[0]):
            super().draw()


@lru_cache(maxsize=64)
def _sample(style: str) -> Any:
    return Paragraph("x", styles()[style]).frags[0]


def prose(text: str, style: str = "body", *, emphasis: bool = False) -> Paragraph:
    """A paragraph of a plain text."""
    written = markup(text, emphasis=emphasis)
    if written and "<" not in written and "&" not in written:
        return Prose(written, styles()[style], frags=[_sample(style).clone(text=written)])
    return Prose(written, styles()[style])


def prose_with_note(text: str, note: str, style: str) -> Paragraph:
    """A paragraph of a plain text that ends with a quieter note on the same line."""
    if not note:
        return prose(text, style)
    quiet = f'<font color="#{INK.muted.hexval()[2:]}" size="7.5">{markup(note)}</font>'
    return Prose(f"{markup(text)} {quiet}", styles()[style])


def prose_after(strong: str, text: str, style: str) -> Paragraph:
    """A paragraph of a plain text that begins with a few words in SemiBold."""
    return Prose(f"<b>{markup(strong)}</b> {markup(text)}", styles()[style])
