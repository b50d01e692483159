"""Loads a catalogue of aids, and searches it by words, without accents or capitals."""

from functools import lru_cache
from types import MappingProxyType

from app.domain.aid_catalogue import (
    AidCatalogue,
    AidEntry,
    AidFilter,
    AidTheme,
    Audience,
    CompanyUse,
    Pillar,
    SourceStatus,
)
from app.domain.packs import PackKind
from app.domain.referential import ThemeCode
from app.packs.guide_search import SCOPE_WEIGHT, TEXT_WEIGHT, TITLE_WEIGHT, Fields, weight_in, words_of
from app.packs.header import open_pack
from app.packs.source import PackSource
from app.packs.table import Table, choice, choices, unique_codes

MAX_ENTRIES = 10_000
MAX_SHEET = 1_000


def load_catalogue(source: PackSource) -> AidCatalogue:
    """A catalogue pack as a frozen catalogue.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.wrong_count`, `pack.empty_list`,
            `pack.dates_reversed`.
    """
    header, document = open_pack(source, PackKind.AID_CATALOGUE)
    main = document.table("catalogue")
    declared = main.integer("entries", 1, MAX_ENTRIES)
    tables = document.tables("entry")
    unique_codes(tables, "id")
    if declared != len(tables):
        raise main.refusal("pack.wrong_count", "entries", declared=declared, held=len(tables))
    entries = tuple(_entry(table) for table in tables)
    referential, fits = _fits(main.table("fit")) if main.has("fit") else ("", {})
    main.close()
    document.close()
    return AidCatalogue(header, entries, referential, MappingProxyType(fits))


def _fits(table: Table) -> tuple[str, dict[ThemeCode, tuple[AidTheme, ...]]]:
    referential, themes = table.text("referential"), table.table("themes")
    found = {ThemeCode(code): choices(themes, code, AidTheme) for code in themes.keys()}  # noqa: SIM118 a table
    themes.close()
    table.close()
    return referential, found


def search_aids(catalogue: AidCatalogue, words: str, asked: AidFilter) -> tuple[AidEntry, ...]:
    """Entries that a filter keeps and that hold every word, or the beginning of one, best first.

    An empty search gives every entry that the filter keeps, in order.
    """
    looked_for = words_of(words)
    ranked: list[tuple[int, int, AidEntry]] = []
    for rank, (entry, fields) in enumerate(_indexed(catalogue)):
        weights = [weight_in(word, fields) for word in looked_for]
        if all(weights) and asked.keeps(entry):
            ranked.append((-sum(weights), rank, entry))
    return tuple(entry for _, _, entry in sorted(ranked, key=lambda one: one[:2]))


def _entry(table: Table) -> AidEntry:
    entry = AidEntry(
        id=table.text("id"),
        sheet=table.integer("sheet", 1, MAX_SHEET) if table.has("sheet") else None,
        pillar=choice(table, "pillar", Pillar),
        title=table.text("title"),
        operator=table.text("operator"),
        audiences=choices(table, "audiences", Audience),
        use=choice(table, "use", CompanyUse),
        summary=table.text("summary"),
        figures=table.texts("figures") if table.has("figures") else (),
        conditions=table.texts("conditions") if table.has("conditions") else (),
        how=table.text("how"),
        link=table.text("link") if table.has("link") else "",
        themes=choices(table, "themes", AidTheme),
        status=choice(table, "status", SourceStatus),
        valid_from=table.day("valid_from") if table.has("valid_from") else None,
        valid_until=table.day("valid_until") if table.has("valid_until") else None,
        calculator=table.text("calculator") if table.has("calculator") else "",
        source=table.text("source"),
    )
    for key, held in (("audiences", entry.audiences), ("themes", entry.themes)):
        if not held:
            raise table.refusal("pack.empty_list", key)
    if entry.valid_from is not None and entry.valid_until is not None and entry.valid_until < entry.valid_from:
        raise table.refusal("pack.dates_reversed", "valid_until")
    table.close()
    return entry


@lru_cache(maxsize=4)
def _indexed(catalogue: AidCatalogue) -> tuple[tuple[AidEntry, Fields], ...]:
    found = []
    for entry in catalogue.entries:
        texts = " ".join((*entry.figures, *entry.conditions, entry.how))
        fields = (
            (TITLE_WEIGHT, words_of(f"{entry.id} {entry.title}")),
            (SCOPE_WEIGHT, words_of(f"{entry.summary} {entry.operator}")),
            (TEXT_WEIGHT, words_of(texts)),
        )
        found.append((entry, fields))
    return tuple(found)
