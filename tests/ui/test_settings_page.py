"""Réglages and the outbox: enrolment refused or accepted in words, what waits, deposit in a job, protection changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.errors import CodedError, DomainError
from app.services.errors import EnvironmentFailure
from app.services.exchange import Exchange
from app.services.jobs import JobContext
from app.services.profile import ThemeChoice
from app.services.rows import Deposit, DepositState
from app.services.workbench import Membership, Workbench
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.branding import BrandingPresenter
from app.ui.presenters.outbox import OutboxPresenter, fingerprint, fingerprint_of
from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.views.outbox_page import OutboxPage
from app.ui.views.settings_page import ServerCard, SettingsPage
from tests.support.sealed import a_version
from tests.ui.conftest import MadeProfile
from tests.ui.windows import sentence

REGION = Membership("https://region.example", "Région d’essai", "k1", bytes(range(32)))


@dataclass
class Region:
    """A regional server that answers what it is told."""

    refusal: CodedError | None = None
    member: Membership | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def membership(self) -> Membership | None:
        """Once enrolled."""
        return self.member

    def enrol(self, url: str, code: str, device_name: str) -> Membership:
        """Refuse, or accept."""
        self.asked.append((url, code))
        if self.refusal is not None:
            raise self.refusal
        self.member = REGION
        return REGION

    def deposit(self, mission_id: UUID, version: int, context: JobContext) -> Deposit:
        """Not asked here."""
        raise NotImplementedError

    def deposit_pending(self, context: JobContext) -> tuple[Deposit, ...]:
        """Refuse, or wait until cancelled."""
        if self.refusal is not None:
            raise self.refusal
        context.wait(30)
        return ()

    def send_evidence(self, context: JobContext) -> int:
        """Not asked here."""
        raise NotImplementedError

    def received(self, mission_id: UUID, version: int) -> bytes:
        """Not asked here."""
        raise NotImplementedError

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    """Jobs, all stopped in the end."""
    runner = JobRunner()
    yield runner
    assert runner.close() == ()


@pytest.fixture
def bench(dressed: QApplication, profile: LocalProfile) -> Iterator[Workbench]:
    """The profile, open, with a region of its own."""
    assert profile.open_by_keyring()
    made = replace(profile.workbench(), outbox=Region())
    yield made
    profile.close()


@pytest.fixture
def region(bench: Workbench) -> Region:
    """Its region."""
    assert isinstance(bench.outbox, Region)
    return bench.outbox


@pytest.fixture
def messages(bench: Workbench) -> Messages:
    """What is said."""
    return Messages(sentence, bench.clock)


@pytest.fixture
def outbox(bench: Workbench, messages: Messages, jobs: JobRunner) -> OutboxPresenter:
    """Its outbox."""
    return OutboxPresenter(bench, messages, jobs)


@pytest.fixture
def settings(
    profile: LocalProfile,
    bench: Workbench,
    outbox: OutboxPresenter,
    messages: Messages,
    jobs: JobRunner,
    qtbot: QtBot,
) -> SettingsPage:
    """The page, shown."""
    page = SettingsPage(
        profile, outbox, BrandingPresenter(bench, messages), PdfSealPresenter(bench, messages, jobs), messages, jobs
    )
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize("refusal", [DomainError("enrolment.refused"), EnvironmentFailure("server.unreachable")])
def test_a_refused_enrolment_is_said_beside_the_code(
    settings: SettingsPage, region: Region, refusal: CodedError, qtbot: QtBot
) -> None:
    region.refusal = refusal
    server = settings.server
    server.url.setText(" https://region.example ")
    server.code.setText("ABCD-1234")
    server.go.click()
    qtbot.waitUntil(lambda: server.fields["code"].error() != "")
    assert server.fields["code"].error() == sentence(refusal)
    assert region.asked == [("https://region.example", "ABCD-1234")]
    assert server.code.text() == "ABCD-1234"
    assert not server.go.is_busy()


def test_an_enrolment_shows_whose_key_signs_the_receipts(settings: SettingsPage, region: Region, qtbot: QtBot) -> None:
    server = settings.server
    server.go.click()
    assert server.fields["url"].error()
    server.url.setText("https://region.example")
    server.go.click()
    assert server.fields["code"].error()
    server.code.setText("ABCD-1234")
    server.go.click()
    qtbot.waitUntil(lambda: fingerprint(REGION) in server.said())
    assert "Région d’essai" in server.said()
    assert server.code.text() == ""
    assert len(fingerprint(REGION).split(" ")) == 8


def test_the_outbox_says_what_waits_and_a_deposit_can_be_stopped(
    bench: Workbench, region: Region, outbox: OutboxPresenter, messages: Messages, jobs: JobRunner, qtbot: QtBot
) -> None:
    sealed = _waiting(bench)
    region.member = REGION
    page = OutboxPage(outbox)
    qtbot.addWidget(page)
    page.show()
    assert [(one.company, one.version, one.attempts) for one in outbox.waiting] == [("Exemple 0 SAS", 1, 2)]
    assert outbox.waiting[0].mission_id == sealed
    assert outbox.waiting[0].answer == sentence(CodedError("server.fault"))
    page.send.click()
    assert page.send.is_busy()
    with qtbot.waitSignal(jobs.running()[0].cancelled):
        jobs.running()[0].cancel()
    qtbot.waitUntil(lambda: not page.send.is_busy())
    region.refusal = EnvironmentFailure("server.unreachable")
    page.send.click()
    qtbot.waitUntil(lambda: bool(messages.history()))
    assert messages.history()[-1].code == "server.unreachable"
    assert len(outbox.waiting) == 1


def _waiting(bench: Workbench) -> UUID:
    from tests.support.many_missions import write_missions

    write_missions(bench, 1)
    mission_id = UUID(int=1)
    with bench.unit_of_work() as uow:
        sealed = replace(a_version(uow.missions.file(mission_id), None), mission_id=mission_id)
        uow.sealed.add(sealed)
        queued = Deposit(mission_id, 1, sealed.sha256, DepositState.WAITING, bench.clock(), 2, None, "server.fault")
        uow.deposits.queue(queued)
        uow.commit()
    return mission_id


def test_the_theme_is_kept(settings: SettingsPage, profile: LocalProfile) -> None:
    assert settings.look is not None
    settings.look.theme.set_current(ThemeChoice.DARK.value)
    settings.look.theme.chosen.emit(ThemeChoice.DARK.value)
    assert profile.preferences.load().theme is ThemeChoice.DARK


def test_another_passphrase_opens_and_the_former_does_not(
    settings: SettingsPage, profile: LocalProfile, made_profile: MadeProfile, qtbot: QtBot, messages: Messages
) -> None:
    card = settings.protection
    assert card is not None
    card.passphrase.setText("court")
    card.change.click()
    qtbot.waitUntil(lambda: card.field.error() != "", timeout=10_000)
    card.passphrase.setText("une phrase toute neuve")
    card.change.click()
    qtbot.waitUntil(lambda: bool(messages.history()), timeout=10_000)
    again = LocalProfile(profile.folder, None)
    with pytest.raises(DomainError, match="unlock"):
        again.open_by_secret("copeaux, huile et métrologie")
    again.open_by_secret("une phrase toute neuve")
    again.close()


def test_a_logo_and_a_colour_are_kept_or_refused_in_words(
    settings: SettingsPage, bench: Workbench, tmp_path: Path
) -> None:
    card = settings.branding
    file = tmp_path / "logo.svg"
    file.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><circle r="9"/></svg>')
    card.presenter.choose_logo(file)
    kept = bench.branding.load().logo
    assert kept is not None
    assert card.preview.pixmap().width() > 0
    file.write_bytes(b"MZ")
    card.presenter.choose_logo(file)
    assert "PNG" in card.said.text()
    assert bench.branding.load().logo == kept
    card.lines["colour"].setText("ffcc00")
    card.lines["colour"].editingFinished.emit()
    assert "#" in card.fields["colour"].error()
    assert bench.branding.load().colour == ""
    card.lines["colour"].setText("501020")
    card.lines["colour"].editingFinished.emit()
    assert bench.branding.load().colour == "#501020"
    card.remove.click()
    assert bench.branding.load().logo is None


def test_a_logo_on_a_key_that_is_gone_is_told(settings: SettingsPage, messages: Messages, tmp_path: Path) -> None:
    settings.branding.presenter.choose_logo(tmp_path / "gone.png")
    assert messages.history()


def test_the_key_of_the_region_is_shown_and_asked_again(qtbot: QtBot, bench: Workbench, jobs: JobRunner) -> None:
    keys = iter(["age1ancienne", "age1ancienne", "age1nouvelle"])
    kept = [""]

    class Keys:
        def region_key(self) -> str:
            return kept[0]

        def fetch_region_key(self) -> str:
            kept[0] = next(keys, "")
            if not kept[0]:
                kept[0] = "age1nouvelle"
                raise EnvironmentFailure("server.unreachable")
            return kept[0]

    region = Region(member=REGION)
    known = cast("Exchange", Keys())
    made = OutboxPresenter(replace(bench, outbox=region, exchange=known), Messages(sentence, bench.clock), jobs)
    card = ServerCard(made)
    qtbot.addWidget(card)
    card.show()
    assert "pas encore donné" in card.region_key.key.text()
    said = []
    for _ in range(4):
        with qtbot.waitSignal(made.region_key_told):
            card.region_key.ask.click()
        assert not card.region_key.ask.is_busy()
        said.append(card.region_key.said.text())
    assert [one[:12] for one in said[:3]] == ["Clé reçue, s", "La clé n’a p", "Clé reçue, s"]
    assert said[3] == sentence(EnvironmentFailure("server.unreachable"))
    assert "age1nouvelle" in card.region_key.key.text()
    assert fingerprint_of(b"age1nouvelle") in card.region_key.key.text()
    region.member = None
    made.member_changed.emit()
    assert not card.region_key.ask.isVisible()
