"""Publishes the sealed document: its JSON Schema and the table of its fields, in a folder (`make contract`: docs/)."""

import json
import sys
from pathlib import Path

from app.packs.sealed_fields import sealed_fields
from app.sync.contract.schema_rules import field_paths, json_schema

SCHEMA_FILE = "sealed-document.schema.json"
FIELDS_FILE = "sealed-fields.md"

_HEAD = """# Fields of a sealed document

To add a field, write its line `"path" = ["French label", "audience", "place"]` in `resources/sealed/fields.toml`, then run `make contract`.

Made by that command; a test keeps it complete. Audience: `company` is printed and sealed, `region` is sealed and not printed; what is
`private` (the consultant's notes) has no field here: it is never sealed. Place: the chapter of the feuille de route, or why no page shows it.
The form of each field is in [sealed-document.schema.json](sealed-document.schema.json).

| field | in French | audience | place in the feuille de route |
|---|---|---|---|
"""


def schema_text() -> str:
    """The JSON Schema as it is published."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def fields_text() -> str:
    """The table of the fields as it is published."""
    known = sealed_fields()
    fields = (known[path] for path in field_paths() if path in known)
    rows = (f"| `{one.path}` | {one.label} | {one.audience} | {one.place} |\n" for one in fields)
    return _HEAD + "".join(rows)


def publish(folder: Path) -> None:
    """Write both files."""
    (folder / SCHEMA_FILE).write_text(schema_text(), "utf-8")
    (folder / FIELDS_FILE).write_text(fields_text(), "utf-8")


if __name__ == "__main__":
    publish(Path(sys.argv[1]))
