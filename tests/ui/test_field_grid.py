"""Fields side by side: the height of fewer columns is known before there are fewer."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.mission.field_grid import FieldGrid

HINT = "Une phrase assez longue pour passer à la ligne quand la place manque vraiment."


def grid_of(count: int) -> tuple[FieldGrid, list[Field]]:
    """A grid of at most three columns, one field over two of them."""
    grid = FieldGrid(3)
    fields = [Field(f"Champ {rank}", LineEdit(f"f{rank}"), hint=HINT if rank % 2 else "") for rank in range(count)]
    for rank, field in enumerate(fields):
        grid.add(field, span=2 if rank == 3 else 1)
    return grid, fields


@pytest.mark.parametrize("narrower", [620, 420])
def test_no_field_is_squeezed_when_columns_are_taken_away(dressed: QApplication, qtbot: QtBot, narrower: int) -> None:
    grid, fields = grid_of(7)
    scroll = Scroll("scroll", (0, 0, 0, 0))
    qtbot.addWidget(scroll)
    scroll.body.addWidget(grid)
    scroll.body.addStretch(1)
    scroll.resize(900, 500)
    scroll.show()
    QApplication.processEvents()
    asked_before = grid.heightForWidth(narrower)
    scroll.resize(narrower, 500)
    QApplication.processEvents()
    assert grid.height() == asked_before == grid.heightForWidth(grid.width())
    for field in fields:
        assert field.height() >= field.heightForWidth(field.width())
        assert field.editor.height() >= field.editor.sizeHint().height()
