"""What the lists of the sessions and of the invoice lines show, and the fields of their editors."""

from app.domain.expenses import Expense
from app.domain.mission import Session
from app.ui.cells import ChipCell, TextCell
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.expense_records import ExpensesPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.session_records import SessionsPresenter
from app.ui.qtmodels.cell_rows import CellRow
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import LineEdit, TextArea
from app.ui.views.mission.records_view import EditorSpec, ListSpec, RecordsView


class SessionsView(RecordsView):
    """Sessions: when, where, about what, with whom; notes that are printed, notes that never are."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(context, SessionsPresenter(context, attempts), attempts)
        self.build(self._listed_sessions(), self._session_editors())

    def _listed_sessions(self) -> ListSpec:
        return ListSpec(
            name="sessions",
            title=self.tr("Séances"),
            headers=(self.tr("Date"), self.tr("Séance")),
            widths=(102, 150),
            stretch=1,
            right=(),
            row=_session_row,
            empty=self.tr("Aucune séance. « Ajouter » en ouvre une, datée d’aujourd’hui."),
            removed=self.tr("Séance retirée."),
            remove=self.tr("Retirer la séance"),
        )

    def _session_editors(self) -> dict[str, EditorSpec]:
        return {
            "topic": EditorSpec(self.tr("Objet de la séance"), LineEdit("session_topic"), wide=True),
            "day": EditorSpec(self.tr("Date"), LineEdit("session_day", self.tr("jj/mm/aaaa"))),
            "place": EditorSpec(self.tr("Lieu"), LineEdit("session_place")),
            "people_met": EditorSpec(
                self.tr("Personnes rencontrées"),
                TextArea("session_people", self.tr("Noms ou fonctions, séparés par des virgules")),
                wide=True,
            ),
            "notes": EditorSpec(
                self.tr("Notes"), TextArea("session_notes"), wide=True, note=self.tr("scellées et imprimées")
            ),
            "private_notes": EditorSpec(
                self.tr("Notes du consultant"),
                TextArea("session_private_notes"),
                wide=True,
                private=True,
                note=self.tr("ni scellées, ni imprimées"),
            ),
        }


class ExpensesView(RecordsView):
    """Invoice lines: number, who invoices, who performs, amount, three days."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(context, ExpensesPresenter(context, attempts), attempts)
        self.build(self._listed_expenses(), self._expense_editors(context))

    def _listed_expenses(self) -> ListSpec:
        return ListSpec(
            name="expenses",
            title=self.tr("Factures"),
            headers=(self.tr("Facture"), self.tr("Montant HT"), self.tr("Paiement")),
            widths=(120, 94, 104),
            stretch=0,
            right=(1,),
            row=self._expense_row,
            empty=self.tr("Aucune facture. « Ajouter » en ouvre une ; son numéro et son montant suffisent."),
            removed=self.tr("Facture retirée."),
            remove=self.tr("Retirer la facture"),
        )

    def _expense_editors(self, context: MissionContext) -> dict[str, EditorSpec]:
        phases = [(phase.code, phase.title) for phase in context.scheme.phases]
        day = self.tr("jj/mm/aaaa")
        return {
            "invoice_number": EditorSpec(self.tr("Numéro de la facture"), LineEdit("expense_number")),
            "amount": EditorSpec(
                self.tr("Montant HT"), LineEdit("expense_amount"), note=self.tr("en euros, tous frais compris")
            ),
            "phase": EditorSpec(self.tr("Phase"), Choice(phases, "expense_phase"), wide=True),
            "invoicing_provider": EditorSpec(self.tr("Prestataire qui facture"), LineEdit("expense_invoicing")),
            "performing_provider": EditorSpec(self.tr("Prestataire qui réalise"), LineEdit("expense_performing")),
            "service_day": EditorSpec(self.tr("Fin de la prestation"), LineEdit("expense_service_day", day)),
            "invoice_day": EditorSpec(self.tr("Date de la facture"), LineEdit("expense_invoice_day", day)),
            "payment_day": EditorSpec(
                self.tr("Paiement"), LineEdit("expense_payment_day", day), note=self.tr("vide : à payer")
            ),
        }

    def _expense_row(self, expense: Expense) -> CellRow:
        paid = expense.payment_day
        payment = ChipCell(self.tr("à payer"), "warn") if paid is None else TextCell(typed.day(paid), tone="text2")
        cells = (
            TextCell(expense.invoice_number, weight=500, wrap=True),
            TextCell(typed.euros(expense.amount), right=True),
            payment,
        )
        return CellRow(expense.id, cells)


def _session_row(session: Session) -> CellRow:
    return CellRow(
        session.id, (TextCell(typed.day(session.day), tone="text2"), TextCell(session.topic, weight=500, wrap=True))
    )
