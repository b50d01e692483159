"""Rows put in a database of any revision in SQL terms, their other columns filled with something of their type."""

from typing import Any

_FILLING = {"TEXT": "", "INTEGER": 0, "BLOB": b""}


def insert_row(connection: Any, table: str, **values: object) -> None:
    """Put one row in a table: the columns that are required and not given get an empty text, a zero or no byte."""
    columns = list(connection.execute(f"PRAGMA table_info({table})"))
    held = dict(values)
    for _, name, kind, required, default, key in columns:
        if name not in held and required and default is None and not (key and kind == "INTEGER"):
            held[name] = _FILLING[kind]
    names = ", ".join(f'"{name}"' for name in held)
    marks = ", ".join("?" for _ in held)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(held.values()))  # noqa: S608 our own names
