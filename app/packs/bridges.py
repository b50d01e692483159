"""Loads a bridge pack: what each theme of a referential became in a later one, every theme said once."""

from types import MappingProxyType

from app.domain.bridge import Bridge
from app.domain.packs import PackKind, PackRef
from app.domain.referential import Referential, ThemeCode
from app.packs.header import open_pack
from app.packs.source import PackSource
from app.packs.table import Table, unique_codes

BEFORE, AFTER = "before", "after"


def ends_of_bridge(source: PackSource) -> tuple[str, str]:
    """Identifiers of the two referentials that a bridge pack joins, the earlier first.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`.
    """
    _, document = open_pack(source, PackKind.BRIDGE)
    main = document.table("bridge")
    return main.text(BEFORE), main.text(AFTER)


def load_bridge(source: PackSource, before: Referential, after: Referential) -> Bridge:
    """A bridge pack as a frozen catalogue.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.wrong_end` when it joins other versions,
            `pack.unknown_theme`, `pack.missing_theme`.
    """
    header, document = open_pack(source, PackKind.BRIDGE)
    main = document.table("bridge")
    _check_end(main, BEFORE, before.header.ref)
    _check_end(main, AFTER, after.header.ref)
    if before.header.ref == after.header.ref:
        raise main.refusal("pack.bridge_to_itself", AFTER, found=after.header.ref.id)
    tables = document.tables("theme")
    unique_codes(tables, "code")
    read = dict(_theme(table, before, after) for table in tables)
    for theme in before.themes:
        if theme.code not in read:
            raise document.refusal("pack.missing_theme", "theme", found=theme.code)
    main.close()
    document.close()
    becomes = MappingProxyType({theme.code: read[theme.code] for theme in before.themes})
    return Bridge(header, before.header.ref, after.header.ref, becomes)


def _check_end(main: Table, key: str, pack: PackRef) -> None:
    for name, expected in ((key, pack.id), (f"{key}_version", pack.version)):
        found = main.text(name)
        if found != expected:
            raise main.refusal("pack.wrong_end", name, found=found, expected=expected)


def _theme(table: Table, before: Referential, after: Referential) -> tuple[ThemeCode, tuple[ThemeCode, ...]]:
    code = _known(table, "code", table.text("code"), before)
    becomes = tuple(_known(table, "becomes", target, after) for target in table.texts("becomes"))
    table.close()
    return code, becomes


def _known(table: Table, key: str, code: str, referential: Referential) -> ThemeCode:
    if all(theme.code != code for theme in referential.themes):
        raise table.refusal("pack.unknown_theme", key, found=code, pack=referential.header.ref.id)
    return ThemeCode(code)
