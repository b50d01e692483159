"""Loads a guide pack: one sheet for each theme of its referential, in the referential's order."""

from app.domain.guide import Guide, GuideSheet
from app.domain.packs import PackKind
from app.domain.referential import Referential, ThemeCode
from app.packs.header import open_pack
from app.packs.source import PackSource
from app.packs.table import Table, unique_codes


def referential_of_guide(source: PackSource) -> str:
    """Identifier of the referential that a guide pack explains.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`.
    """
    _, document = open_pack(source, PackKind.GUIDE)
    return document.table("guide").text("referential")


def load_guide(source: PackSource, referential: Referential) -> Guide:
    """A guide pack as a frozen catalogue.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.wrong_referential`,
            `pack.unknown_reference` for a theme of another referential, `pack.missing_sheet`.
    """
    header, document = open_pack(source, PackKind.GUIDE)
    main = document.table("guide")
    explained = main.text("referential")
    if explained != referential.header.ref.id:
        raise main.refusal("pack.wrong_referential", "referential", found=explained, expected=referential.header.ref.id)
    tables = document.tables("sheet")
    unique_codes(tables, "theme")
    sheets = {sheet.theme: sheet for sheet in (_sheet(table, referential) for table in tables)}
    for theme in referential.themes:
        if theme.code not in sheets:
            raise document.refusal("pack.missing_sheet", "sheet", found=theme.code)
    main.close()
    document.close()
    return Guide(header, explained, tuple(sheets[theme.code] for theme in referential.themes))


def _sheet(table: Table, referential: Referential) -> GuideSheet:
    sheet = GuideSheet(
        theme=ThemeCode(table.text("theme")),
        definition=table.text("definition"),
        signs_in_place=_list(table, "signs_in_place"),
        first_steps=_list(table, "first_steps"),
        questions_on_site=_list(table, "questions_on_site"),
        limits=table.text("limits"),
    )
    if all(theme.code != sheet.theme for theme in referential.themes):
        raise table.refusal("pack.unknown_reference", "theme", found=sheet.theme)
    table.close()
    return sheet


def _list(table: Table, key: str) -> tuple[str, ...]:
    found = table.texts(key)
    if not found:
        raise table.refusal("pack.empty_list", key)
    return found
