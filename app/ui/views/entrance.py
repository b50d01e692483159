"""The screens before the list, each made when it is needed, around the presenter that opens the profile."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import CodedError
from app.services.backups import Backup
from app.services.languages import LanguageChoice
from app.services.profile import Profile
from app.services.rescue import Salvaged
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.entrance import EntrancePresenter
from app.ui.views.kit.pages import Pages

logger = logging.getLogger(__name__)

if TYPE_CHECKING:
    from app.ui.views.entrance_pages import EntrancePage, TroublePage, WelcomePage
    from app.ui.views.rescue_pages import RestorePage, SalvagedPage

P = TypeVar("P", bound="EntrancePage")


class Entrance(QWidget):
    """First start, recovery code, unlock, trouble.

    Signals:
        wanted: One of its screens must be shown.
        opened: The profile is open; its first `MissionPage`.
        left: The user leaves the program.
        language_chosen: Another language was chosen, already kept.
    """

    wanted = Signal()
    opened = Signal(object)
    left = Signal()
    language_chosen = Signal()

    def __init__(
        self, profile: Profile, messages: Messages, jobs: JobRunner, sentence: Callable[[CodedError], str]
    ) -> None:
        super().__init__()
        self._folder = str(profile.folder)
        self._preferences = profile.preferences
        self._messages = messages
        self._sentence = sentence
        self._backup: Backup | None = None
        self._pages = Pages()
        self._made: dict[object, EntrancePage] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.presenter = EntrancePresenter(profile, jobs, sentence)
        self.presenter.welcome_wanted.connect(self._welcome)
        self.presenter.secret_wanted.connect(self._ask_secret)
        self.presenter.company_locked.connect(self._ask_pin)
        self.presenter.refused.connect(self._refuse)
        self.presenter.code_made.connect(self._show_code)
        self.presenter.troubled.connect(self._trouble)
        self.presenter.opened.connect(self.opened)
        self.presenter.found.connect(self._show_backup)
        self.presenter.not_found.connect(self._refuse)
        self.presenter.salvaged.connect(self._show_salvaged)

    def begin(self) -> None:
        """Look at the profile and open it."""
        self.presenter.begin()

    def ask_again(self) -> None:
        """The window is locked: ask for the passphrase."""
        self._ask_secret(self.tr("Écran verrouillé : votre phrase secrète le rouvre, tout est enregistré."))

    def page(self) -> QWidget | None:
        """The screen shown."""
        return self._pages.current()

    def _welcome(self, keyring: str) -> None:
        from app.ui.views.entrance_pages import WelcomePage

        page = self._of(WelcomePage, self._bind_welcome)
        page.set_keyring(keyring)
        self._show(page)

    def _bind_welcome(self, page: "WelcomePage") -> None:
        page.asked.connect(self._create)
        page.backup_chosen.connect(self.presenter.find)
        page.language.chosen.connect(self._choose_language)

    def _show_backup(self, backup: Backup) -> None:
        from app.ui.views.rescue_pages import RestorePage

        self._backup = backup
        page = self._of(RestorePage, self._bind_restore)
        page.set_backup(backup)
        self._show(page)

    def _bind_restore(self, page: "RestorePage") -> None:
        page.asked.connect(self._restore)
        page.left.connect(self.presenter.begin)

    def _restore(self, secret: str) -> None:
        if self._backup is not None:
            self.presenter.restore(self._backup, secret)

    def _show_salvaged(self, salvaged: Salvaged) -> None:
        from app.ui.views.rescue_pages import SalvagedPage

        page = self._of(SalvagedPage, self._bind_salvaged)
        page.set_salvaged(salvaged)
        self._show(page)

    def _bind_salvaged(self, page: "SalvagedPage") -> None:
        page.adopted.connect(self.presenter.adopt)
        page.left.connect(self.left)

    def _choose_language(self, key: str) -> None:
        from app.ui.views.language_card import keep_language

        if keep_language(self._preferences, LanguageChoice(key)):
            self.language_chosen.emit()

    def _create(self, keyring: bool, passphrase: str) -> None:
        self.presenter.create(keyring=keyring, passphrase=passphrase)

    def _show_code(self, code: str) -> None:
        from app.ui.views.entrance_pages import RecoveryPage

        page = self._of(RecoveryPage, lambda page: page.noted.connect(self.presenter.go_on))
        page.set_code(code)
        self._show(page)

    def _ask_secret(self, reason: str) -> None:
        from app.ui.views.entrance_pages import UnlockPage

        page = self._of(UnlockPage, lambda page: page.asked.connect(self.presenter.unlock))
        page.set_reason(reason)
        self._show(page)

    def _ask_pin(self) -> None:
        from app.ui.views.entrance_pages import PinPage

        page = self._of(PinPage, lambda page: page.asked.connect(self.presenter.leave_company))
        page.set_reason(
            self.tr("Jalon s’est arrêté pendant que l’entreprise répondait. Toutes ses réponses sont enregistrées.")
        )
        self._show(page)

    def _refuse(self, sentence: str) -> None:
        from app.ui.views.entrance_pages import SecretPage, WelcomePage
        from app.ui.views.rescue_pages import RestorePage

        page = self.page()
        if isinstance(page, WelcomePage | SecretPage | RestorePage):
            page.refuse(sentence)

    def _trouble(self, error: Exception) -> None:
        from app.ui.views.entrance_pages import TroublePage

        page = self._of(TroublePage, self._bind_trouble)
        if isinstance(error, CodedError):
            page.set_trouble(self._sentence(error), self._folder, damaged=error.code == "storage.damaged")
        else:
            self._messages.handle(error)
            page.set_trouble(
                self.tr("Jalon n’a pas pu ouvrir ce profil. Vos fichiers n’ont pas été modifiés."), self._folder
            )
        self._show(page)

    def _bind_trouble(self, page: "TroublePage") -> None:
        page.retried.connect(self.presenter.begin)
        page.salvage_asked.connect(self.presenter.salvage)
        page.left.connect(self.left)

    def _of(self, kind: Callable[[], P], bind: Callable[[P], object]) -> P:
        if kind in self._made:
            return cast(P, self._made[kind])
        page = kind()
        bind(page)
        self._made[kind] = page
        self._pages.add(page)
        return page

    def _show(self, page: "EntrancePage") -> None:
        self._pages.show_only(page)
        self.wanted.emit()
        page.focus_first()
        logger.info("page shown: %s", page.objectName())
