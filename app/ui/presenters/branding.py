"""How the provider signs its papers, kept field by field; a refusal is said beside the field and changes nothing."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError
from app.services.branding import MAX_LOGO_BYTES, Branding
from app.services.errors import EnvironmentFailure
from app.services.workbench import Workbench
from app.ui.messages import Messages

logger = logging.getLogger(__name__)


class BrandingPresenter(QObject):
    """Logo, colour, legal line and contact of one profile.

    Signals:
        changed: What is kept changed; see `branding`.
        refused: A field (`logo`, `colour`, `legal`, `contact`) and the sentence that says why, empty once it is accepted.
    """

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__()
        self._desk = workbench.branding
        self._sentence = workbench.sentence
        self._messages = messages
        self.branding = self._desk.load()

    def type(self, field: str, text: str) -> None:
        """Keep a line or the colour."""
        typed = text.strip()
        if field == "colour" and typed and not typed.startswith("#"):
            typed = f"#{typed}"
        if getattr(self.branding, field) != typed:
            self._keep(field, _with(self.branding, field, typed))

    def choose_logo(self, path: Path) -> None:
        """Keep the logo of a file chosen by the user."""
        try:
            with path.open("rb") as file:
                data = file.read(MAX_LOGO_BYTES + 1)
        except OSError:
            self._messages.handle(EnvironmentFailure("import.unreadable"), lambda: self.choose_logo(path))
            return
        try:
            logo = self._desk.read_logo(data)
        except DomainError as error:
            self.refused.emit("logo", self._sentence(error))
            return
        self._keep("logo", replace(self.branding, logo=logo))

    def remove_logo(self) -> None:
        """Print no logo."""
        self._keep("logo", replace(self.branding, logo=None))

    def _keep(self, field: str, wanted: Branding) -> None:
        try:
            self.branding = self._desk.keep(wanted)
        except DomainError as error:
            self.refused.emit(field, self._sentence(error))
            return
        except EnvironmentFailure as failure:
            self._messages.handle(failure, lambda: self._keep(field, wanted))
            return
        logger.info("branding kept, %s", field)
        self.refused.emit(field, "")
        self.changed.emit()


def _with(branding: Branding, field: str, text: str) -> Branding:
    if field == "colour":
        return replace(branding, colour=text)
    return replace(branding, legal=text) if field == "legal" else replace(branding, contact=text)
