"""Loads a referential pack: levels, levers and themes, complete and without doubles."""

from app.domain.packs import PackHeader, PackKind
from app.domain.referential import Factor, Level, LevelSpec, Lever, LeverCode, Referential, Theme, ThemeCode
from app.packs.header import open_pack
from app.packs.source import PackSource
from app.packs.table import Table, choice, choices, unique_codes

MAX_POINTS = 1_000
"""Highest points of a level that a pack can state; the national scale goes from 0 to 10."""


def load_referential(source: PackSource) -> Referential:
    """A referential pack as a frozen catalogue.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.wrong_count`, `pack.missing_level`,
            `pack.unknown_reference`.
    """
    return read_referential(*open_pack(source, PackKind.REFERENTIAL))


def read_referential(header: PackHeader, document: Table) -> Referential:
    """A referential from its document, wherever that was written; same refusals as `load_referential`."""
    counts = document.table("referential")
    levels = document.tables("level")
    levers = document.tables("lever")
    themes = document.tables("theme")
    for tables in (levels, levers, themes):
        unique_codes(tables, "code")
    specs = tuple(_level(table) for table in levels)
    _refuse_missing_level(document, specs)
    groups = tuple(_lever(table) for table in levers)
    codes = frozenset(lever.code for lever in groups)
    referential = Referential(header, specs, groups, tuple(_theme(table, codes) for table in themes))
    _check_count(counts, "levers", len(referential.levers))
    _check_count(counts, "themes", len(referential.themes))
    for rank, lever in enumerate(referential.levers):
        if not referential.themes_of(lever.code):
            raise levers[rank].refusal("pack.lever_without_theme", "code", found=lever.code)
    counts.close()
    document.close()
    return referential


def _level(table: Table) -> LevelSpec:
    spec = LevelSpec(choice(table, "code", Level), table.text("label"), table.integer("points", 0, MAX_POINTS))
    table.close()
    return spec


def _lever(table: Table) -> Lever:
    lever = Lever(
        code=LeverCode(table.text("code")),
        title=table.text("title"),
        short_title=table.text("short_title"),
        opens_accompaniment=table.boolean("opens_accompaniment"),
    )
    table.close()
    return lever


def _theme(table: Table, levers: frozenset[LeverCode]) -> Theme:
    theme = Theme(
        code=ThemeCode(table.text("code")),
        lever=LeverCode(table.text("lever")),
        title=table.text("title"),
        scope=table.text("scope"),
        factors=choices(table, "factors", Factor),
    )
    if theme.lever not in levers:
        raise table.refusal("pack.unknown_reference", "lever", found=theme.lever)
    table.close()
    return theme


def _refuse_missing_level(document: Table, specs: tuple[LevelSpec, ...]) -> None:
    held = {spec.level for spec in specs}
    for level in Level:
        if level not in held:
            raise document.refusal("pack.missing_level", "level", found=level.value)


def _check_count(counts: Table, key: str, held: int) -> None:
    declared = counts.integer(key, 1, 1_000)
    if declared != held:
        raise counts.refusal("pack.wrong_count", key, declared=declared, held=held)
