"""Réglages: regional server, look, protection of the data, folder of the profile."""

import platform
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.profile import Profile, ThemeChoice, with_atelier_turned
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters.branding import BrandingPresenter
from app.ui.presenters.outbox import OutboxPresenter, fingerprint
from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.presenters.safety import SafetyPresenter
from app.ui.views.branding_card import BrandingCard
from app.ui.views.certificate_card import CertificateCard
from app.ui.views.entrance_pages import RecoveryPage
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.texts import Label
from app.ui.views.language_card import LanguageCard
from app.ui.views.look import look
from app.ui.views.own_key_card import OwnKeyCard
from app.ui.views.region_key import RegionKey
from app.ui.views.safety_card import LockCard, SafetyCard
from app.ui.views.text_size import TextSizeCard

WIDTH = 720


class ServerCard(Card):
    """Enrolment with a regional server: an address and a one-time code; then whose key signs the receipts."""

    def __init__(self, presenter: OutboxPresenter) -> None:
        super().__init__(padding=20)
        self._presenter = presenter
        self.url = LineEdit("settings_url", "https://")
        self.code = LineEdit("settings_code", self.tr("donné par la Région, une seule fois"))
        self.device = LineEdit("settings_device")
        self.device.setText(platform.node())
        self.fields = {
            "url": Field(self.tr("Adresse du serveur"), self.url),
            "code": Field(self.tr("Code d’inscription"), self.code),
            "device": Field(self.tr("Nom de cet ordinateur"), self.device, note=self.tr("lu par la Région")),
        }
        self._member = Label("", "body", "text", wrap=True)
        self._member.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go = Button(self.tr("S’inscrire"), "settings_enrol", "primary")
        self.body.addWidget(Label(self.tr("Serveur régional"), "lead", weight=600))
        self.body.addWidget(self._member)
        self.region_key = RegionKey(presenter)
        self.body.addWidget(self.region_key)
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addWidget(row(0, self.go))
        self.go.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        for name, field in self.fields.items():
            editor = {"url": self.url, "code": self.code, "device": self.device}[name]
            editor.textChanged.connect(lambda _text, field=field: field.set_error(""))
        presenter.enrolment_refused.connect(self._refuse)
        presenter.member_changed.connect(self._enrolled)
        self._show()

    def said(self) -> str:
        """Which server this laptop is enrolled with, or that there is none."""
        return self._member.text()

    def _ask(self) -> None:
        if not self.url.text().strip():
            self.fields["url"].set_error(self.tr("Recopiez l’adresse donnée par la Région."))
            self.url.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.code.text().strip():
            self.fields["code"].set_error(self.tr("Recopiez le code donné par la Région ; il ne sert qu’une fois."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.go.is_busy():
            self.go.set_busy(True)
            self._presenter.enrol(self.url.text(), self.code.text(), self.device.text())

    def _refuse(self, sentence: str) -> None:
        self.go.set_busy(False)
        self.fields["code"].set_error(sentence)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enrolled(self) -> None:
        self.go.set_busy(False)
        self.code.clear()
        self._show()

    def _show(self) -> None:
        self.region_key.show_key()
        member = self._presenter.membership()
        if member is None:
            self._member.setText(
                self.tr("Pas encore inscrit. Les missions scellées attendent ici ; rien ne part sans votre demande.")
            )
            return
        words = self.tr("Inscrit auprès de « {0} » ({1}).\nEmpreinte de sa clé de signature : {2}")
        self._member.setText(words.format(member.server, member.url, fingerprint(member)))
        self.url.setText(member.url)


class LookCard(Card):
    """Light, dark, or as the system says.

    Signals:
        theme_chosen: A `ThemeChoice`.
    """

    theme_chosen = Signal(object)

    def __init__(self, chosen: ThemeChoice) -> None:
        super().__init__(padding=20)
        segments = [
            (ThemeChoice.SYSTEM.value, self.tr("Comme le système")),
            (ThemeChoice.LIGHT.value, self.tr("Clair")),
            (ThemeChoice.DARK.value, self.tr("Sombre")),
            (ThemeChoice.ATELIER.value, self.tr("Atelier")),
        ]
        self.theme = Segmented(segments, "settings_theme", self.tr("Apparence"))
        known = [key for key, _words in segments]
        self.theme.set_current(chosen.value if chosen.value in known else known[0])
        self.theme.chosen.connect(lambda key: self.theme_chosen.emit(ThemeChoice(key)))
        self.body.addWidget(Label(self.tr("Apparence"), "lead", weight=600))
        self.body.addWidget(row(self.theme, 0))


class ProtectionCard(Card):
    """Which ways open the profile, and how to change them."""

    def __init__(self, profile: Profile, messages: Messages, jobs: JobRunner) -> None:
        super().__init__(padding=20)
        self._profile = profile
        self._messages = messages
        self._jobs = jobs
        self._ways = Label("", "body", "text2", wrap=True)
        self.passphrase = LineEdit("settings_passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(self.tr("Nouvelle phrase secrète"), self.passphrase)
        self.change = Button(self.tr("Changer la phrase"), "settings_change_passphrase")
        self.renew = Button(self.tr("Nouveau code de secours"), "settings_new_code")
        self.keep = Button(self.tr("Garder la clé dans le trousseau"), "settings_keep_in_keyring")
        self.body.addWidget(Label(self.tr("Protection"), "lead", weight=600))
        self.body.addWidget(self._ways)
        self.body.addWidget(self.field)
        self.body.addWidget(row(self.change, self.renew, self.keep, 0))
        self.change.clicked.connect(self._change)
        self.passphrase.returnPressed.connect(self._change)
        self.passphrase.textChanged.connect(lambda: self.field.set_error(""))
        self.renew.clicked.connect(self._renew)
        self.keep.clicked.connect(self._keep)
        self._show()

    def _show(self) -> None:
        slots = self._profile.protection.slots()
        ways = {
            self.tr("le trousseau de cette session"): slots.keyring,
            self.tr("une phrase secrète"): slots.passphrase,
            self.tr("un code de secours imprimé"): slots.recovery,
        }
        names = ", ".join(name for name, kept in ways.items() if kept)
        self._ways.setText(self.tr("Ces missions s’ouvrent avec : {0}.").format(names))
        self.keep.setVisible(not slots.keyring)

    def _change(self) -> None:
        typed = self.passphrase.text()
        protection = self._profile.protection
        self._start(lambda: protection.set_passphrase(typed), self._changed, self.field.set_error)

    def _changed(self, _result: object) -> None:
        self.passphrase.clear()
        self._messages.tell(self.tr("Phrase secrète changée."))

    def _renew(self) -> None:
        self._start(self._profile.protection.new_recovery_code, self._show_code, None)

    def _show_code(self, code: object) -> None:
        dialog = Dialog("", "", "new_code", self.window())
        page = RecoveryPage()
        page.set_code(str(code))
        page.noted.connect(dialog.accept)
        page.setFixedHeight(380)
        dialog.setFixedWidth(600)
        dialog.body.addWidget(page)
        dialog.open()
        page.focus_first()

    def _keep(self) -> None:
        done = self.tr("La clé est dans le trousseau : rien à taper au prochain démarrage.")
        self._start(self._profile.protection.keep_in_keyring, lambda _none: self._messages.tell(done), None)

    def _start(
        self, work: Callable[[], object], then: Callable[[object], None], refused: Callable[[str], None] | None
    ) -> None:
        job = Job(lambda _context: work(), self.tr("Protection du profil"))
        job.succeeded.connect(then)
        job.succeeded.connect(lambda _result: self._show())
        job.failed.connect(lambda error: self._fail(error, refused))
        self._jobs.start(job)

    def _fail(self, error: Exception, refused: Callable[[str], None] | None) -> None:
        from app.domain.errors import DomainError

        if refused is not None and isinstance(error, DomainError):
            refused(self._messages.sentence(error))
        else:
            self._messages.handle(error)


class SettingsPage(QWidget):
    """The page.

    Signals:
        theme_chosen: A `ThemeChoice`, already kept.
        language_chosen: The window must speak another language, already kept.
        size_chosen: Another size of the text was chosen, already kept.
    """

    theme_chosen = Signal(object)
    language_chosen = Signal()
    size_chosen = Signal()

    def __init__(
        self,
        profile: Profile,
        outbox: OutboxPresenter,
        branding: BrandingPresenter,
        certificate: PdfSealPresenter,
        messages: Messages,
        jobs: JobRunner,
    ) -> None:
        super().__init__()
        self._profile = profile
        self.setObjectName("settings_page")
        scroll = Scroll("settings_scroll", (24, 12, 24, 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        scroll.body.addWidget(Label(self.tr("Réglages"), "display"))
        self.server = ServerCard(outbox)
        self.look = None if profile.is_training else LookCard(profile.preferences.load().theme)
        if self.look is not None:
            self.look.theme_chosen.connect(self._choose)
        self.text_size = None if profile.is_training else self._size_card()
        self.language = None if profile.is_training else self._language_card()
        self.protection = None if profile.is_training else ProtectionCard(profile, messages, jobs)
        self.branding = BrandingCard(branding)
        self.certificate = CertificateCard(certificate)
        self.safety = None if profile.is_training else SafetyCard(self._safety(messages, jobs))
        self.lock = None if profile.is_training else LockCard(profile)
        self.own_key = OwnKeyCard(outbox.own_key)
        self._lay_out(scroll)

    def _size_card(self) -> TextSizeCard:
        card = TextSizeCard(self._profile.preferences)
        card.chosen.connect(self.size_chosen)
        return card

    def _language_card(self) -> LanguageCard:
        card = LanguageCard(self._profile.preferences)
        card.chosen.connect(self.language_chosen)
        return card

    def _lay_out(self, scroll: Scroll) -> None:
        look().changed.connect(self._show_theme)
        mine = (self.look, self.text_size, self.language, self.safety, self.protection, self.lock, self._folder_card())
        for card in (self.server, self.own_key, self.branding, self.certificate, *mine):
            if card is not None:
                card.setMaximumWidth(WIDTH)
                scroll.body.addWidget(card)
        scroll.body.addStretch(1)

    def focus_first(self) -> None:
        """The address of the server."""
        self.server.url.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _safety(self, messages: Messages, jobs: JobRunner) -> SafetyPresenter:
        return SafetyPresenter(self._profile, messages, jobs, lambda: datetime.now(UTC))

    def _folder_card(self) -> Card:
        card = Card(padding=20)
        folder = str(self._profile.folder)
        words = Label(folder, "body", "text2", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = Button(self.tr("Ouvrir le dossier"), "settings_folder", icon="folder-open")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        card.body.addWidget(Label(self.tr("Dossier du profil"), "lead", weight=600))
        card.body.addWidget(words)
        card.body.addWidget(row(show, 0))
        return card

    def _show_theme(self) -> None:
        """A key changed the theme too."""
        if self.look is not None:
            self.look.theme.set_current(self._profile.preferences.load().theme.value)

    def _choose(self, theme: ThemeChoice) -> None:
        preferences = self._profile.preferences
        kept = preferences.load()
        turned = theme is ThemeChoice.ATELIER and kept.theme is not theme
        preferences.keep(with_atelier_turned(kept) if turned else replace(kept, theme=theme))
        self.theme_chosen.emit(theme)
