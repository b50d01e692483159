"""The guide as the window reads it: sheets by lever or by relevance, and the order of the projector."""

from PySide6.QtCore import QObject, Signal

from app.domain.guide import Guide
from app.domain.referential import Referential, ThemeCode
from app.packs.guide_search import search_guide
from app.services.workbench import Library
from app.ui.qtmodels.guide_model import Sheet


class GuideBrowser(QObject):
    """Which sheets are listed, and which one is read.

    Signals:
        listed: The list changed; see `headings` and `listed_sheets`.
        shown: Another sheet is read; the `Sheet`.
    """

    listed = Signal()
    shown = Signal(object)

    def __init__(self, library: Library) -> None:
        """Open the guide on its first sheet.

        Raises:
            InvalidData: The guide or its referential is absent or damaged.
        """
        super().__init__()
        self.guide: Guide = library.guide()
        self.referential: Referential = library.referential(self.guide.referential_id)
        levers = {lever.code: lever for lever in self.referential.levers}
        self.sheets = tuple(
            Sheet(theme := self.referential.theme(text.theme), levers[theme.lever], text, rank)
            for rank, text in enumerate(self.guide.sheets, start=1)
        )
        self._of = {sheet.theme.code: sheet for sheet in self.sheets}
        self.words = ""
        self.listed_sheets: tuple[Sheet, ...] = self.sheets
        self.current = self.sheets[0]

    def search(self, words: str) -> None:
        """List the sheets that hold every word, best first; all of them by lever when there is none."""
        self.words = words.strip()
        found = search_guide(self.guide, self.referential, self.words)
        self.listed_sheets = tuple(self._of[code] for code in found)
        self.listed.emit()

    def show_sheet(self, code: ThemeCode) -> None:
        """Read a sheet; an unknown code changes nothing."""
        sheet = self._of.get(code)
        if sheet is not None:
            self.current = sheet
            self.shown.emit(sheet)

    def step(self, by: int) -> None:
        """Read the sheet `by` places further in the guide, staying at its ends."""
        rank = min(max(self.current.rank - 1 + by, 0), len(self.sheets) - 1)
        self.show_sheet(self.sheets[rank].theme.code)

    def go_first(self) -> None:
        """Read the first sheet."""
        self.show_sheet(self.sheets[0].theme.code)

    def imprint(self) -> str:
        """The honest line under each sheet: pack, version, whose text it is, licence."""
        header = self.guide.header
        whose = self.tr("texte officiel") if header.official else self.tr("texte du projet, non officiel")
        pack = self.tr("paquet {0}").format(header.ref.version)
        return f"{header.title}, {pack} · {whose} · {header.licence}"
