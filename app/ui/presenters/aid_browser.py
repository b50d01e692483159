"""The catalogue of aids as the window reads it: filters, search, the sheet read, and the action that may cite it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.aid_catalogue import AidCatalogue, AidEntry, AidFilter, AidTheme, Audience, CompanyUse, SourceStatus
from app.domain.aids import ValidityState
from app.domain.errors import CodedError
from app.packs.aid_catalogues import search_aids
from app.services.workbench import Library
from app.ui.presenters import typed

FIT = "fit"
"""Key of the choice « what fits the action », among the themes."""


@dataclass(frozen=True, slots=True)
class AidFilters:
    """What is looked for; an empty text keeps everything.

    Attributes:
        words: Searched words.
        audience: Code of who asks.
        theme: Code of the subject, or `FIT` for those of the action.
        open_only: Whether only what is open on the day is listed.
        proposals: Whether proposals, which are nobody's aid, are listed too.
    """

    words: str = ""
    audience: str = ""
    theme: str = ""
    open_only: bool = False
    proposals: bool = False


class AidBrowser(QObject):
    """Which aids are listed, and which one is read.

    Signals:
        listed: The list changed; see `entries`.
        shown: Another aid, or none, is read; see `current`.
    """

    listed = Signal()
    shown = Signal()

    def __init__(
        self,
        library: Library,
        word: Callable[[str, str], str],
        sentence: Callable[[CodedError], str],
        today: date,
        parent: QObject | None = None,
    ) -> None:
        """Open the catalogue, everything listed.

        Raises:
            InvalidData: The catalogue is absent or damaged.
        """
        super().__init__(parent)
        self.catalogue: AidCatalogue = library.catalogue()
        self.library = library
        self.word = word
        self.sentence = sentence
        self.day = today
        self.filters = AidFilters()
        self.fit: frozenset[AidTheme] = frozenset()
        self.entries: tuple[AidEntry, ...] = ()
        self.current: AidEntry | None = None
        self.look(self.filters)

    def look(self, filters: AidFilters) -> None:
        """List what the filters keep: what is open first, then what is not open yet, then what is closed."""
        self.filters = filters
        asked = AidFilter(
            audience=Audience(filters.audience) if filters.audience else None,
            theme=AidTheme(filters.theme) if filters.theme not in ("", FIT) else None,
            day=self.day if filters.open_only else None,
            proposals=filters.proposals,
        )
        found = search_aids(self.catalogue, filters.words, asked)
        if filters.theme == FIT:
            found = tuple(one for one in found if self.fit & set(one.themes) and one.use is not CompanyUse.INDIRECT)
        order = (ValidityState.OPEN, ValidityState.UPCOMING, ValidityState.CLOSED)
        self.entries = tuple(sorted(found, key=lambda one: order.index(one.state(self.day))))
        self.listed.emit()
        if self.current not in self.entries:
            self._read(self.entries[0] if self.entries else None)

    def on_day(self, day: date) -> None:
        """Tell the validity of each aid on another civil day."""
        self.day = day
        self.look(self.filters)
        self.shown.emit()

    def read(self, aid_id: str) -> None:
        """Read an aid; one that is not listed changes nothing."""
        found = next((one for one in self.entries if one.id == aid_id), None)
        if found is not None and found is not self.current:
            self._read(found)

    def validity(self, entry: AidEntry) -> str:
        """Where an aid stands on the day: « clos depuis le 31/12/2020 », « ouvert jusqu’au … », « à vérifier »."""
        state = entry.state(self.day)
        if state is ValidityState.CLOSED:
            since = typed.day(entry.valid_until)
            return self.tr("clos depuis le {0}").format(since) if since else self.tr("appel clos")
        if state is ValidityState.UPCOMING:
            return self._upcoming(entry)
        if entry.status is SourceStatus.INFORMATION_ONLY:
            return self.tr("information, sans aide en argent")
        if entry.valid_until is not None:
            return self.tr("ouvert jusqu’au {0}").format(typed.day(entry.valid_until))
        return self.tr("sans date de fin dans la source : à vérifier")

    def _upcoming(self, entry: AidEntry) -> str:
        if entry.status is SourceStatus.PROPOSAL:
            return self.tr("proposition : ce n’est l’aide de personne")
        if entry.valid_from is None:
            return self.tr("annoncé, pas encore ouvert")
        return self.tr("ouvert à partir du {0}").format(typed.day(entry.valid_from))

    def count(self) -> str:
        """« 12 aides, état du 14/11/2019 »."""
        many = self.tr("{0} aides ou services") if len(self.entries) > 1 else self.tr("{0} aide ou service")
        stated = self.tr("état du {0}, à vérifier").format(typed.day(self.catalogue.header.valid_from))
        return f"{many.format(len(self.entries))} · {stated}"

    def _read(self, entry: AidEntry | None) -> None:
        self.current = entry
        self.shown.emit()
