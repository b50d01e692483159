"""What the table of sealed fields says is printed is on the paper, and what it says is not is nowhere on it."""

import re
from datetime import UTC, datetime
from typing import Any

from app.bootstrap.printing import Printer
from app.packs.library import PackLibrary
from app.packs.sealed_fields import sealed_fields
from app.sync.contract.canonical import canonical_bytes, read_canonical
from app.sync.contract.unseal import unseal
from tests.integration.pdf_reading import pages_by_pdfium, squeezed
from tests.support.sealed_fixtures import generations, sealed_bytes

_FIXED = re.compile(r"[0-9a-f]{64}|[0-9a-f-]{36}|\d{4}-\d\d-\d\d.*")
_CODES = re.compile(
    r"(referential|scheme)\..*|.*\b(siren|siret|phase|theme|themes|level|kind|priority|state|operator|mode|half_day|rule"
    r"|production_revenue_share|service_class|reference|purposes|factor|operation|regulation|subject|media_type|catalogue_version)"
)
"""Texts that are codes, or that a pack gives and the mission only repeats."""


def marked(value: Any, path: str, marks: dict[str, list[str]]) -> Any:
    """A value whose free texts are each replaced by a mark of their own."""
    if isinstance(value, dict):
        return {key: marked(one, f"{path}.{key}" if path else key, marks) for key, one in value.items()}
    if isinstance(value, list):
        parts = path if all(isinstance(one, str) for one in value) else f"{path}[]"
        return [marked(one, parts, marks) for one in value]
    if not isinstance(value, str) or _FIXED.fullmatch(value) or _CODES.fullmatch(path):
        return value
    mark = f"Zq{sum(map(len, marks.values()))}w"
    marks.setdefault(path, []).append(mark)
    return mark


def test_free_texts_are_printed_exactly_where_the_table_says_so() -> None:
    marks: dict[str, list[str]] = {}
    value = read_canonical(sealed_bytes(generations()[-1], "exit"))
    value["days"][0]["people_met"] = ["somebody"]
    found = unseal(canonical_bytes(marked(value, "", marks)))
    printer = Printer(PackLibrary.shipped(), lambda: datetime(2026, 3, 1, tzinfo=UTC)).roadmap
    text = squeezed("".join(pages_by_pdfium(printer(found.file, found.sealed))))
    fields = sealed_fields()
    seen = {path: any(mark in text for mark in its) for path, its in marks.items()}
    said = {path: fields[path].printed for path in marks}
    # The sentence of a rule is printed as the scheme pack words it; the one sealed serves who lacks the pack.
    del seen["scenarios[].funding.lines[].sentence"], said["scenarios[].funding.lines[].sentence"]
    assert seen == said
