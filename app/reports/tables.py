"""Tables of the paper: a rule under the head and the last row, thin ones between, no vertical rule, no cut row."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeAlias

from reportlab.platypus import Flowable, Table

from app.charts.faces import REGULAR
from app.reports.sheet import INK, ROW_RULE, STRONG_RULE, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tags import LayoutTable, TaggedTable
from app.reports.writing import prose

Cell: TypeAlias = Any
"""What a cell holds; a plain text is set in the style of table cells."""


def ruled_table(
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    right: Collection[int] = (),
    strong: Collection[int] = (),
    cut_rows: bool = False,
    ruled: bool = True,
    tight: bool = False,
) -> Table:
    """A table whose head is repeated on each page; with one column it is a frame, not data.

    Args:
        head: Head of each column; empty for a table without a head.
        rows: Cells, row by row.
        widths: Widths of the columns, in points.
        right: Columns set flush right.
        strong: Ranks of the rows that stand between two strong rules (totals), from 0.
        cut_rows: Whether a row may be cut between two pages, only for a row that no page can hold.
        ruled: Whether rules part the rows and close the table.
        tight: Whether rows of facts stand closer than rows that are read across.
    """
    shift = 1 if head else 0
    heads = [[prose(text, "head_right" if rank in right else "head") for rank, text in enumerate(head)]] if head else []
    body = [
        [
            _cell(cell, "cell_right" if rank in right else "cell" if rank else "cell_name")
            for rank, cell in enumerate(row)
        ]
        for row in rows
    ]
    commands = [*_spaces(tight=tight), *_rules(shift, strong, ruled=ruled)]
    made = TaggedTable if len(widths) > 1 else LayoutTable
    return made(
        heads + body,
        colWidths=list(widths),
        repeatRows=shift,
        splitByRow=1,
        splitInRow=1 if cut_rows else 0,
        hAlign="LEFT",
        style=commands,
    )


def on_one_page(made: Callable[[bool], Table], above: Sequence[Flowable]) -> Table:
    """A table with its rows closer when that alone spares a second page, which would stand almost empty.

    Args:
        made: Makes the table; its argument says whether its rows stand close.
        above: What stands above it on its first page.
    """
    room = TEXT_HEIGHT - sum(_height(block) + block.getSpaceAfter() for block in above)
    loose = made(False)
    if _height(loose) <= room:
        return loose
    tight = made(True)
    return tight if _height(tight) <= room else loose


def _height(block: Flowable) -> float:
    return float(block.wrapOn(None, TEXT_WIDTH, TEXT_HEIGHT)[1])


Command = tuple[object, ...]


def _spaces(*, tight: bool) -> list[Command]:
    """First column flush left with the text, last flush right."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-2, -1), 5),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5 if tight else 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5 if tight else 4),
    ]


def _rules(shift: int, strong: Collection[int], *, ruled: bool) -> list[Command]:
    commands: list[Command] = []
    if ruled:
        commands.append(("LINEBELOW", (0, shift), (-1, -2), ROW_RULE, INK.rule))
        commands.append(("LINEBELOW", (0, -1), (-1, -1), STRONG_RULE, INK.accent))
    if shift:
        commands += [("VALIGN", (0, 0), (-1, 0), "BOTTOM"), ("LINEBELOW", (0, 0), (-1, 0), STRONG_RULE, INK.accent)]
    for rank in strong:
        row = rank + shift
        commands.append(("LINEABOVE", (0, row), (-1, row), STRONG_RULE, INK.accent))
        commands.append(("LINEBELOW", (0, row), (-1, row), STRONG_RULE, INK.accent))
    return commands


def _cell(cell: Cell, style: str) -> Flowable | list[Flowable]:
    if isinstance(cell, str):
        return prose(cell, style)
    return cell if isinstance(cell, Flowable) else list(cell)


def columns(blocks: Sequence[Sequence[Flowable]], widths: Sequence[float], *, gutter: float = 14) -> Table:
    """Blocks side by side, tops aligned; for bounded content only, since they are not cut."""
    table = LayoutTable([[list(block) for block in blocks]], colWidths=list(widths), hAlign="LEFT")
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), gutter),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table
