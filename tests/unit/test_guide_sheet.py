"""A sheet of the guide: everything that it says is found by a search, in the order in which it is read."""

from app.domain.guide import GuideSheet
from app.domain.referential import ThemeCode


def test_the_text_of_a_sheet_holds_every_part_in_the_order_of_reading() -> None:
    sheet = GuideSheet(ThemeCode("L1.1"), "Définition", ("Signe 1", "Signe 2"), ("Pas 1",), ("Question 1",), "Limites")
    assert sheet.text.splitlines() == ["Définition", "Signe 1", "Signe 2", "Pas 1", "Question 1", "Limites"]
