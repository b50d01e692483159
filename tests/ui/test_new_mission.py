"""The form « Nouvelle mission »: a wrong SIRET is refused in words as it is typed, the rest is remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.errors import DomainError
from app.services.rows import MissionQuery
from app.ui.presenters.new_mission import NewMissionPresenter
from app.ui.views.new_mission import NewMissionDialog
from tests.ui.windows import sentence

WRONG, RIGHT = "732 829 320 00075", "732 829 320 00074"


@pytest.fixture
def form(dressed: QApplication, profile: LocalProfile, qtbot: QtBot) -> Iterator[NewMissionDialog]:
    """The form on an empty profile."""
    assert profile.open_by_keyring()
    presenter = NewMissionPresenter(profile.workbench(), profile.preferences, sentence)
    host = QWidget()
    qtbot.addWidget(host)
    dialog = NewMissionDialog(presenter, host)
    dialog.open()
    yield dialog
    dialog.close()
    profile.close()


def _typed(form: NewMissionDialog, company: str, siret: str) -> None:
    form.name.setText(company)
    form.siret.setText(siret)
    form.provider.setText("Exemple Conseil")
    form.consultant.setText("la consultante")


def test_a_wrong_siret_is_refused_in_words_as_soon_as_it_is_whole(form: NewMissionDialog) -> None:
    form.siret.setText(WRONG[:-1])
    assert form.fields["siret"].error() == ""
    form.siret.setText(WRONG)
    assert form.fields["siret"].error() == sentence(DomainError("siret.key", text=WRONG))
    form.siret.setText(RIGHT)
    assert form.fields["siret"].error() == ""


def test_a_short_siret_is_refused_when_the_field_is_left(form: NewMissionDialog) -> None:
    form.siret.setText("732829320")
    form.siret.editingFinished.emit()
    assert form.fields["siret"].error() == sentence(DomainError("siret.length", text="732829320"))


def test_nothing_is_written_while_something_is_refused(form: NewMissionDialog, profile: LocalProfile) -> None:
    _typed(form, "Exemple Fonderie SAS", WRONG)
    form.submit.click()
    assert form.isVisible()
    assert profile.read_missions(MissionQuery()).total == 0
    _typed(form, "", RIGHT)
    form.submit.click()
    assert form.fields["company_name"].error() == sentence(DomainError("company.name_missing"))
    assert profile.read_missions(MissionQuery()).total == 0


def test_a_mission_opens_and_the_next_form_remembers(
    form: NewMissionDialog, profile: LocalProfile, qtbot: QtBot
) -> None:
    _typed(form, "Exemple Fonderie SAS", RIGHT)
    form.scheme.set_current("occitanie-2020-2022")
    with qtbot.waitSignal(form.opened) as opened:
        form.submit.click()
    assert not form.isVisible()
    mission = opened.args[0]
    assert (mission.company.name, mission.establishment.siret) == ("Exemple Fonderie SAS", RIGHT.replace(" ", ""))
    assert mission.scheme.id == "occitanie-2020-2022"
    assert profile.read_missions(MissionQuery()).rows[0].id == mission.id
    kept = profile.preferences.load()
    assert (kept.provider_name, kept.lead_consultant) == ("Exemple Conseil", "la consultante")
    assert kept.scheme_id == "occitanie-2020-2022"


def test_a_scheme_that_is_over_says_since_when(form: NewMissionDialog) -> None:
    words = [form.scheme.itemText(rank) for rank in range(form.scheme.count())]
    assert [("clos le" in word) for word in words] == [False, True, True]
    form.scheme.set_current("occitanie-2020-2022")
    assert "Simulation" in form.scheme.accessibleDescription()
