"""What the company states of its de minimis aid, and what was answered to the warnings before the seal."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from app.domain.de_minimis import AidReceived
from app.domain.quantities import Cents
from app.packs.french import money, short_date
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import heading
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import prose

_DAY, _REGULATION, _AMOUNT = 72.0, 92.0, 76.0


def statements(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Both tables; nothing of what is empty. A draft has no answer to print yet: its warnings may still move."""
    file = desk.content.file
    story: list[Flowable] = []
    if file.aids_received:
        title = heading(desk, "statements.aids")
        story += [*title, aids_table(desk, file.aids_received, cut_rows=cut_rows)]
    if file.explanations and desk.content.sealed is not None:
        head = [desk.text("statements.warning"), desk.text("statements.sentence")]
        rows = [[one.warning, prose(one.sentence, "cell_bold")] for one in file.explanations]
        widths = [TEXT_WIDTH * 0.55, TEXT_WIDTH * 0.45]
        story += [*heading(desk, "statements.explained"), ruled_table(head, rows, widths, cut_rows=cut_rows)]
    return story


def aids_table(desk: Desk, aids: Sequence[AidReceived], *, cut_rows: bool) -> Flowable:
    """De minimis aid by day of grant, with its sum."""
    codes = ("granted_on", "grantor", "regulation", "amount")
    rows: list[list[Cell]] = []
    for aid in aids:
        grantor: list[Flowable] = [prose(aid.grantor, "cell")]
        if aid.of_group:
            grantor.append(desk.say("statements.of_group", "note"))
        regulation = aid.regulation or desk.text("statements.no_regulation")
        rows.append([short_date(aid.granted_on), grantor, regulation, money(aid.amount)])
    total = desk.text("statements.sum", count=len(aids))
    summed = money(Cents(sum(aid.amount for aid in aids)))
    rows.append([prose(desk.text("method.total"), "cell_bold"), total, "", prose(summed, "cell_right_bold")])
    widths = [_DAY, TEXT_WIDTH - _DAY - _REGULATION - _AMOUNT, _REGULATION, _AMOUNT]
    head = [desk.text(f"statements.{code}") for code in codes]
    return ruled_table(head, rows, widths, right={3}, strong={len(aids)}, cut_rows=cut_rows)
