"""De minimis aid on the « Entreprise » page: what was received, the room left as one types, the statement to sign."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.de_minimis import AidReceived
from app.domain.eligibility import CriterionState
from app.ui.cells import TextCell
from app.ui.presenters import typed
from app.ui.presenters.aid_records import AidsPresenter
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.company_fields import NO, YES
from app.ui.presenters.mission_context import MissionContext
from app.ui.qtmodels.cell_rows import CellRow
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import LineEdit
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.mission.records_view import EditorSpec, ListSpec, RecordsView

_TONES = {CriterionState.MET: "ok", CriterionState.NOT_MET: "danger", CriterionState.UNKNOWN: "text2"}


class AidsView(RecordsView):
    """Aid received: when, how much, from whom, under which regulation, by which company of the group."""

    def __init__(self, context: MissionContext, presenter: AidsPresenter, attempts: Attempts) -> None:
        super().__init__(context, presenter, attempts)
        funding = context.scheme.company_funding
        rule = funding.de_minimis if funding is not None else None
        self.build(self._listed_aids(), self._aid_editors(rule.regulations if rule is not None else ()))

    def _listed_aids(self) -> ListSpec:
        return ListSpec(
            name="aids_received",
            title=self.tr("Aides de minimis reçues"),
            headers=(self.tr("Accordée le"), self.tr("Par"), self.tr("Montant")),
            widths=(102, 130, 90),
            stretch=1,
            right=(2,),
            row=_aid_row,
            empty=self.tr("Aucune aide déclarée. « Déclarer une aide » en ouvre une."),
            removed=self.tr("Aide retirée."),
            remove=self.tr("Retirer l’aide"),
        )

    def _aid_editors(self, regulations: Sequence[str]) -> dict[str, EditorSpec]:
        known = [*((one, one) for one in regulations), ("", self.tr("À préciser"))]
        group = ((NO, self.tr("L’entreprise")), (YES, self.tr("Une autre entreprise du groupe")))
        return {
            "grantor": EditorSpec(self.tr("Accordée par"), LineEdit("aid_grantor"), wide=True),
            "amount": EditorSpec(self.tr("Montant"), LineEdit("aid_amount"), note=self.tr("en euros")),
            "granted_on": EditorSpec(self.tr("Accordée le"), LineEdit("aid_granted_on", self.tr("jj/mm/aaaa"))),
            "regulation": EditorSpec(self.tr("Règlement"), Choice(known, "aid_regulation")),
            "of_group": EditorSpec(self.tr("Reçue par"), Choice(group, "aid_of_group")),
        }


class AidsCard(Card):
    """The card.

    Signals:
        statement_asked: The statement to sign is wanted.
    """

    statement_asked = Signal()

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(20)
        self.setObjectName("aids_card")
        self._context = context
        self.presenter = AidsPresenter(context, attempts)
        self._view = AidsView(context, self.presenter, attempts)
        self._room = Label("", "small", "text2", wrap=True)
        self._room.setObjectName("aids_room")
        self._add = Button(self.tr("Déclarer une aide"), "aids_add", "plain", "plus")
        self._paper = Button(self.tr("Attestation à signer"), "aids_statement", "ghost", "printer")
        self.body.setSpacing(14)
        self.body.addWidget(SectionTitle(self.tr("Aides de minimis reçues"), self.tr("scellées et imprimées")))
        self.body.addWidget(self._room)
        self.body.addWidget(self._view)
        self.body.addWidget(row(self._add, self._paper, 0))
        self._add.clicked.connect(self._view.add)
        self._paper.clicked.connect(self.statement_asked)
        for signal in (self.presenter.changed, self.presenter.selected, self.presenter.pending, self.presenter.saved):
            signal.connect(self.show_room)
        self.show_room()

    def show_room(self) -> None:
        """Say the room left for what is typed now."""
        self._add.setEnabled(self._context.is_writable)
        shown = self.presenter.room()
        self._paper.setVisible(shown is not None)
        if shown is None:
            self._room.setText(self.tr("Le dispositif ne demande pas d’attestation de minimis."))
            return
        self._room.setText(shown.sentences)
        self._room.set_tone(_TONES[shown.state])


def _aid_row(aid: AidReceived) -> CellRow:
    cells = (
        TextCell(typed.day(aid.granted_on), tone="text2"),
        TextCell(aid.grantor, weight=500, wrap=True),
        TextCell(typed.euros(aid.amount), right=True),
    )
    return CellRow(aid.id, cells)
