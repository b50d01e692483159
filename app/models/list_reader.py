"""The list of missions, read with `sqlcipher3` alone: this is what the start shows before SQLAlchemy is imported."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlcipher3 import dbapi2

from app.domain.quantities import HalfDays
from app.models.encoding import instant_from_int
from app.models.failures import told
from app.services.rows import MissionRow, ShownState

_COLUMNS = (
    "id, reference, company_name, trade, town, shown_state, entry_answered, entry_index, exit_answered, exit_index,"
    " half_days, actions, version, fictional, modified_at"
)


def read_missions(
    connection: dbapi2.Connection,
    *,
    search: str = "",
    states: Collection[ShownState] = (),
    limit: int = 200,
    offset: int = 0,
) -> list[MissionRow]:
    """Missions, the last changed first.

    Args:
        connection: Open connection.
        search: Words as typed, each the beginning of a word of the company, SIREN, SIRET, reference, town, trade or
            sector; accents and case do not matter.
        states: States to keep; all when empty.
        limit: Highest number of rows.
        offset: Rows to skip.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    where, values = _condition(search, states)
    statement = f"SELECT {_COLUMNS} FROM mission {where} ORDER BY modified_at DESC, number DESC LIMIT ? OFFSET ?"  # noqa: S608 our own words only
    with told():
        return [_row(*values) for values in connection.execute(statement, (*values, limit, offset))]


def count_missions(connection: dbapi2.Connection, *, search: str = "") -> Mapping[ShownState, int]:
    """How many missions of each state match the words; every state has its figure.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.locked`…
    """
    where, values = _condition(search, ())
    statement = f"SELECT shown_state, count(*) FROM mission {where} GROUP BY shown_state"  # noqa: S608 our own words only
    with told():
        counts = {ShownState(state): count for state, count in connection.execute(statement, values)}
    return {state: counts.get(state, 0) for state in ShownState}


def _condition(search: str, states: Collection[ShownState]) -> tuple[str, list[object]]:
    """The WHERE clause and its values."""
    clauses: list[str] = []
    values: list[object] = []
    words = match_expression(search)
    if words:
        clauses.append("number IN (SELECT rowid FROM mission_search WHERE mission_search MATCH ?)")
        values.append(words)
    if states:
        clauses.append(f"shown_state IN ({', '.join('?' * len(states))})")
        values.extend(states)
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def match_expression(search: str) -> str:
    """The FTS5 expression of words as typed: all of them, each as a prefix; empty when there is nothing to look for.

    Digits typed in groups are also looked for together (« 732 829 320 » is a SIREN).
    """
    parts: list[str] = []
    digits: list[str] = []
    for word in search.split():
        if word.isdecimal():
            digits.append(word)
            continue
        parts.extend(_digits(digits))
        digits = []
        if any(char.isalnum() for char in word):
            parts.append(_prefix(word))
    parts.extend(_digits(digits))
    return " AND ".join(parts)


def _prefix(word: str) -> str:
    printable = "".join(char for char in word if char.isprintable())
    return '"{}"*'.format(printable.replace('"', '""'))


def _digits(groups: list[str]) -> list[str]:
    apart = [_prefix(group) for group in groups]
    return apart if len(groups) <= 1 else [f"(({' AND '.join(apart)}) OR {_prefix(''.join(groups))})"]


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
    )
