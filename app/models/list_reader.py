"""The list of missions, read with `sqlcipher3` alone: this is what the start shows before SQLAlchemy is imported."""

from collections.abc import Mapping
from uuid import UUID

from sqlcipher3 import dbapi2

from app.domain.quantities import HalfDays
from app.models.encoding import instant_from_int, instant_to_int
from app.models.failures import told
from app.models.list_search import holder, match_expression
from app.services.rows import MissionOrder, MissionQuery, MissionRow, ShownState

_COLUMNS = (
    "id, reference, company_name, trade, town, shown_state, entry_answered, entry_index, exit_answered, exit_index,"
    " half_days, actions, version, fictional, modified_at, scheme_id"
)
_SHOWN = len(_COLUMNS.split(","))
_SEARCHED = "company_name, siren, siret, reference, town, trade, sector"
_ORDERS = {
    MissionOrder.CHANGED: "modified_at DESC, number DESC",
    MissionOrder.OLDEST: "modified_at, number",
    MissionOrder.COMPANY: "company_name COLLATE NOCASE, number",
}
_INDEXES = {
    MissionOrder.CHANGED: "mission_by_change",
    MissionOrder.OLDEST: "mission_by_change",
    MissionOrder.COMPANY: "mission_by_company",
}
_COMMON = 5_000
"""Missions from which the words are common: the last changed ones are then looked at before the index is asked."""
_LOOKED_AT = (50, 150, 400)
"""Rows looked at, in three goes."""
_MANY = 1_500
"""Missions from which the list is walked in its order to find those wanted, rather than each looked up and sorted."""
_FEW = "SELECT rowid FROM mission_search WHERE mission_search MATCH ? LIMIT ?"


def read_missions(connection: dbapi2.Connection, query: MissionQuery) -> list[MissionRow]:
    """Missions that hold every word of the search and pass every filter, in the order asked.

    Each word is the beginning of a word of the company, SIREN, SIRET, reference, town, trade or sector; accents and case
    do not matter.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    expression = match_expression(query.search)
    with told():
        if not expression:
            return _rows(connection, query, *_in_order(query, query.limit, query.offset))
        numbers = [row[0] for row in connection.execute(_FEW, (expression, _COMMON))]
        if len(numbers) < _COMMON:
            return _rows(connection, query, *(_among if len(numbers) < _MANY else _along)(query, numbers))
        found = _common(connection, query)
        return _rows(connection, query, *_by_index(query, expression)) if found is None else found


def count_missions(connection: dbapi2.Connection) -> Mapping[ShownState, int]:
    """How many missions are in each state; every state has its figure.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    statement = "SELECT shown_state, count(*) FROM mission INDEXED BY mission_by_state GROUP BY shown_state"
    with told():
        counts = {ShownState(state): count for state, count in connection.execute(statement)}
    return {state: counts.get(state, 0) for state in ShownState}


def count_matching(connection: dbapi2.Connection, query: MissionQuery, at_most: int) -> int:
    """How many missions a search and its filters keep, counted no further than `at_most`.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    expression = match_expression(query.search)
    where, values = _filters(query, "m.")
    if not expression:
        found = f"SELECT 1 FROM mission m INDEXED BY mission_by_change {where}"  # noqa: S608 our own words only
    elif where:
        found, values = _joined(where, "1"), [expression, *values]
    else:
        found, values = "SELECT 1 FROM mission_search WHERE mission_search MATCH ?", [expression]
    with told():
        row = connection.execute(f"SELECT count(*) FROM ({found} LIMIT ?)", (*values, at_most)).fetchone()  # noqa: S608 our own words only
    return int(row[0])


def listed_values(connection: dbapi2.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sectors, then identifiers of the schemes, that the missions of the profile have.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    with told():
        found = list(connection.execute("SELECT DISTINCT sector, scheme_id FROM mission INDEXED BY mission_by_change"))
    return tuple(sorted({row[0] for row in found if row[0]})), tuple(sorted({row[1] for row in found}))


def _in_order(query: MissionQuery, limit: int, offset: int) -> tuple[str, list[object]]:
    """Numbers of a stretch of the list, from an index alone."""
    where, values = _filters(query)
    order, index = _ORDERS[query.order], _INDEXES[query.order]
    return f"SELECT number FROM mission INDEXED BY {index} {where} ORDER BY {order} LIMIT ? OFFSET ?", [  # noqa: S608 our own words only
        *values,
        limit,
        offset,
    ]


def _among(query: MissionQuery, numbers: list[int]) -> tuple[str, list[object]]:
    """The stretch wanted of the missions that the index of words found."""
    where, values = _filters(query)
    known = ",".join(map(str, numbers))
    return (
        f"SELECT number FROM mission INDEXED BY mission_listed WHERE number IN ({known}) {where.replace('WHERE', 'AND')}"  # noqa: S608 our own words only
        f" ORDER BY +{_ORDERS[query.order]} LIMIT ? OFFSET ?"
    ), [*values, query.limit, query.offset]


def _along(query: MissionQuery, numbers: list[int]) -> tuple[str, list[object]]:
    """The same stretch, found by walking the list in its order."""
    where, values = _filters(query)
    order, index = _ORDERS[query.order], _INDEXES[query.order]
    known = ",".join(map(str, numbers))
    return (
        f"SELECT number FROM mission INDEXED BY {index} WHERE +number IN ({known}) {where.replace('WHERE', 'AND')}"  # noqa: S608 our own words only
        f" ORDER BY {order} LIMIT ? OFFSET ?"
    ), [*values, query.limit, query.offset]


def _by_index(query: MissionQuery, expression: str) -> tuple[str, list[object]]:
    where, values = _filters(query, "m.")
    order = ", ".join(f"m.{part}" for part in _ORDERS[query.order].split(", "))
    return f"{_joined(where, 'm.number')} ORDER BY {order} LIMIT ? OFFSET ?", [
        expression,
        *values,
        query.limit,
        query.offset,
    ]


def _joined(where: str, wanted: str) -> str:
    """What the index of words finds, beside a narrow index that holds what is sorted and filtered."""
    return (
        f"SELECT {wanted} FROM mission_search s CROSS JOIN mission m INDEXED BY mission_listed ON m.number = s.rowid"  # noqa: S608 our own words only
        f" WHERE mission_search MATCH ? {where.replace('WHERE', 'AND')}"
    )


def _common(connection: dbapi2.Connection, query: MissionQuery) -> list[MissionRow] | None:
    """The rows wanted, when the first ones of the list are enough to find them; else None."""
    holds, wanted, found, offset = holder(query.search), query.offset + query.limit, [], 0
    for stretch in _LOOKED_AT:
        numbers, values = _in_order(query, stretch, offset)
        statement = (
            f"SELECT {_COLUMNS}, {_SEARCHED} FROM mission WHERE number IN ({numbers}) ORDER BY +{_ORDERS[query.order]}"  # noqa: S608 our own words only
        )
        for row in connection.execute(statement, values):
            if holds(row[_SHOWN:]):
                found.append(row)
                if len(found) == wanted:
                    return [_row(*row[:_SHOWN]) for row in found[query.offset :]]
        offset += stretch
    return None


def _rows(connection: dbapi2.Connection, query: MissionQuery, numbers: str, values: list[object]) -> list[MissionRow]:
    statement = f"SELECT {_COLUMNS} FROM mission WHERE number IN ({numbers}) ORDER BY +{_ORDERS[query.order]}"  # noqa: S608 our own words only
    return [_row(*row) for row in connection.execute(statement, values)]


def _filters(query: MissionQuery, table: str = "") -> tuple[str, list[object]]:
    """The WHERE clause of the filters and its values."""
    clauses: list[str] = []
    values: list[object] = []
    for column, kept in (("shown_state", query.states), ("scheme_id", query.schemes), ("sector", query.sectors)):
        if kept:
            clauses.append(f"{table}{column} IN ({', '.join('?' * len(kept))})")
            values.extend(sorted(kept))
    if query.since is not None:
        clauses.append(f"{table}modified_at >= ?")
        values.append(instant_to_int(query.since))
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def _row(  # noqa: PLR0913, PLR0917 one parameter a column, in the order of `_COLUMNS`
    id_: str,
    reference: str,
    company: str,
    trade: str,
    town: str,
    state: str,
    entry_answered: int,
    entry_index: int | None,
    exit_answered: int,
    exit_index: int | None,
    half_days: int,
    actions: int,
    version: int,
    fictional: int,
    modified_at: int,
    scheme: str,
) -> MissionRow:
    return MissionRow(
        id=UUID(id_),
        reference=reference,
        company=company,
        trade=trade,
        town=town,
        state=ShownState(state),
        entry_answered=entry_answered,
        entry_index=entry_index,
        exit_answered=exit_answered,
        exit_index=exit_index,
        half_days=HalfDays(half_days),
        actions=actions,
        version=version,
        fictional=bool(fictional),
        modified_at=instant_from_int(modified_at),
        scheme=scheme,
    )
