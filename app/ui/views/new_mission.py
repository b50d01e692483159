"""The form « Nouvelle mission »: only the name is needed to begin; the referential is asked when several are in force."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.mission import Mission
from app.ui.presenters.new_mission import NewMissionPresenter, Typed
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit


class NewMissionDialog(Dialog):
    """The form; Enter in a field goes on, Ctrl+Enter or the button opens the mission, Esc leaves.

    Signals:
        opened: The mission is open; the `Mission`.
        failed: The environment refused; the `EnvironmentFailure`. The form stays, with what was typed.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, presenter: NewMissionPresenter, parent: QWidget, company_name: str = "") -> None:
        """Make the form; `company_name` is what was searched in vain."""
        super().__init__(self.tr("Nouvelle mission"), "", "new_mission", parent)
        self._presenter = presenter
        self._notes = {choice.id: choice.note for choice in presenter.schemes()}
        proposed = presenter.proposed()
        self.name = LineEdit("new_mission_company")
        self.siret = LineEdit("new_mission_siret", self.tr("14 chiffres"))
        self.scheme = Choice([(one.id, one.label) for one in presenter.schemes()], "new_mission_scheme")
        self.referential = Choice(presenter.referentials(), "new_mission_referential")
        self.provider = LineEdit("new_mission_provider")
        self.consultant = LineEdit("new_mission_consultant")
        self.fields = {
            "company_name": Field(self.tr("Raison sociale"), self.name),
            "siret": Field(self.tr("SIRET de l’établissement"), self.siret, note=self.tr("peut venir plus tard")),
            "scheme": Field(self.tr("Dispositif"), self.scheme),
            "provider_name": Field(self.tr("Prestataire habilité"), self.provider),
            "lead_consultant": Field(self.tr("Consultant"), self.consultant),
            "referential": Field(
                self.tr("Référentiel"), self.referential, self.tr("La mission le garde pour toujours.")
            ),
        }
        self._fill(proposed, company_name)
        self._connect()

    def _fill(self, proposed: Typed, company_name: str) -> None:
        for field in self.fields.values():
            self.body.addWidget(field)
        self.name.setText(company_name)
        self.provider.setText(proposed.provider_name)
        self.consultant.setText(proposed.lead_consultant)
        self.scheme.set_current(proposed.scheme_id)
        self.referential.set_current(proposed.referential_id)
        self.fields["referential"].setVisible(self.referential.count() > 1)
        for choice in (self.scheme, self.referential):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(20)
        self._say_scheme()
        self.add_button(self.tr("Annuler"), "new_mission_leave", "ghost")
        self.submit = self.add_button(self.tr("Ouvrir la mission"), "new_mission_create", "primary")
        self.submit.clicked.disconnect()
        self.submit.setDefault(True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.submit.clicked.connect(self._create)
        self.scheme.currentIndexChanged.connect(self._say_scheme)
        self.name.textChanged.connect(lambda: self.fields["company_name"].set_error(""))
        self.siret.textChanged.connect(lambda text: self._check_siret(text, left=False))
        self.siret.editingFinished.connect(lambda: self._check_siret(self.siret.text(), left=True))
        self._presenter.refused.connect(self._refuse)
        self._presenter.failed.connect(self.failed)
        self._presenter.opened.connect(self._done)

    def _check_siret(self, text: str, *, left: bool) -> None:
        self.fields["siret"].set_error(self._presenter.siret_fault(text, left=left))

    def _say_scheme(self) -> None:
        self.fields["scheme"].set_hint(self._notes.get(self.scheme.current(), ""))

    def _create(self) -> None:
        self._presenter.create(
            Typed(
                self.name.text(),
                self.siret.text(),
                self.scheme.current(),
                self.provider.text(),
                self.consultant.text(),
                self.referential.current(),
            )
        )

    def _refuse(self, name: str, sentence: str) -> None:
        field = self.fields[name]
        field.set_error(sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, mission: Mission) -> None:
        self.accept()
        self.opened.emit(mission)
