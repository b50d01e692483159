"""One held pack in words: what it is, whose, until when, and how many missions pinned it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.packs import PackHeader, PackKind
from app.services.packs import PackRow
from app.ui.presenters import typed

PINNED = (PackKind.REFERENTIAL, PackKind.SCHEME)
"""Kinds that a mission pins."""


@dataclass(frozen=True, slots=True)
class PackShown:
    """A row of the list, and what is said of it when it is selected.

    Attributes:
        kind: Kind of pack.
        id: Its identifier.
        nature: Word of the kind.
        title: Its title, or its identifier when it cannot be read.
        version: Its version, empty when it cannot be read.
        validity: « 01/01/2020 au 31/12/2022 », « depuis le … ».
        origin: Shipped or brought by the user.
        standing: Whether its owner issued it.
        missions: How many pinned it, empty for a kind that is not pinned.
        facts: Lines of the detail: label and words.
        fault: Why it cannot be read, or empty.
        removable: Whether the user may ask to take it away.
    """

    kind: PackKind
    id: str
    nature: str
    title: str
    version: str
    validity: str
    origin: str
    standing: str
    missions: str
    facts: tuple[tuple[str, str], ...]
    fault: str
    removable: bool


class PackWords(QObject):
    """Puts held packs in words."""

    def __init__(self, word: Callable[[str, str], str], parent: QObject | None = None) -> None:
        """Make it; `word` gives the word of a code in its group."""
        super().__init__(parent)
        self._word = word

    def shown(self, row: PackRow, fault: str) -> PackShown:
        """One row; `fault` says why the pack cannot be read, or is empty."""
        held, header = row.held, row.held.header
        return PackShown(
            kind=held.kind,
            id=held.id,
            nature=self._word("pack_kind", held.kind),
            title=held.id if header is None else header.title,
            version="" if header is None else header.ref.version,
            validity="" if header is None else self.validity(header),
            origin=self.tr("importé") if held.own else self.tr("livré"),
            standing="" if header is None else self.standing(header),
            missions=str(row.missions) if held.kind in PINNED else "",
            facts=() if header is None else self._facts(header),
            fault=fault,
            removable=held.own,
        )

    def validity(self, header: PackHeader) -> str:
        """From when, until when."""
        first = typed.day(header.valid_from)
        if header.valid_until is None:
            return self.tr("depuis le {0}").format(first)
        return self.tr("du {0} au {1}").format(first, typed.day(header.valid_until))

    def standing(self, header: PackHeader) -> str:
        """Whether its owner issued it."""
        return self.tr("officiel") if header.official else self.tr("non officiel")

    def _facts(self, header: PackHeader) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Identifiant"), f"{header.ref.id}, {header.ref.version}"),
            (self.tr("Auteur"), f"{header.author} ({self.standing(header)})"),
            (self.tr("Validité"), self.validity(header)),
            (self.tr("Source"), header.source),
            (self.tr("Licence"), header.licence),
            (self.tr("SHA-256"), header.ref.sha256),
        )
