"""What one cell of a table shows: a model returns one of these under `CELL_ROLE`, the kit's delegate paints it.

`DisplayRole` must still return plain words: they are what a screen reader says and what a copy takes.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt

CELL_ROLE = Qt.ItemDataRole.UserRole + 40
"""Role of the cell's drawing, one of the classes below."""
ROW_TONE_ROLE = Qt.ItemDataRole.UserRole + 41
"""Role of the row's ground: a colour token as « warn_soft », or None. Asked of each cell."""


@dataclass(frozen=True, slots=True)
class TextCell:
    """Words, with an optional quieter second line.

    `weight` is 400, 500, 600 or 700; `tone` a colour token; `icon` a file of `resources/icons` shown before the words;
    `strike` strikes a corrected line through; `right` aligns numbers; `wrap` lets the words take several lines (the
    table must then `fit_rows`).
    """

    text: str
    second: str = ""
    weight: int = 400
    tone: str = "text"
    right: bool = False
    strike: bool = False
    icon: str = ""
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class ChipCell:
    """A chip; `kind` as in `kit.chips.ChipKind`."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class StateCell:
    """The glyph of an answer, 1 to 5 or None, with optional words."""

    level: int | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PairCell:
    """Entry and exit as two bars on a scale of `top`, and their figures; `none` is said when both are unknown."""

    entry: int | None
    exit: int | None
    top: int
    none: str = ""


@dataclass(frozen=True, slots=True)
class BarCell:
    """Words « 17,5 / 30 » over a thin bar; `value`, `limit` and `tick` in any one unit."""

    strong: str
    quiet: str
    value: int
    limit: int
    tick: int | None = None
