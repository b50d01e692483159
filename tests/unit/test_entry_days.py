"""Days typed in a mission: before its opening or absurdly far they are refused, and the sentence names the field."""

from datetime import date

import pytest

from app.domain.entry_days import check_entry_day, check_near_day, check_opening
from app.domain.errors import DomainError
from app.packs.texts import Texts

OPENED_ON = date(2021, 9, 6)
FIELDS = {
    "ledger_day": "Jour travaillé",
    "session_day": "Jour de la séance",
    "service_day": "Fin de la prestation",
    "invoice_day": "Date de la facture",
    "payment_day": "Date du paiement",
    "action_start": "Début de l’action",
    "action_end": "Fin de l’action",
    "decision_day": "Décision de la Région",
    "next_day": "Prochain rendez-vous",
    "heading_day": "Jour du questionnaire",
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2021, 9, 5), "date.before_opening"),
        (date(1900, 1, 1), "date.too_far"),
        (date(2200, 1, 1), "date.too_far"),
    ],
)
def test_a_day_that_cannot_be_is_refused_by_the_name_of_its_field(field: str, day: date, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_entry_day(day, field=field, opened_on=OPENED_ON)
    assert refusal.value.code == code
    assert FIELDS[field] in Texts.load().error(refusal.value)


@pytest.mark.parametrize("day", [None, OPENED_ON, date(2021, 9, 7), date(2031, 12, 31)])
def test_the_day_of_opening_and_ten_years_after_are_accepted(day: date | None) -> None:
    check_entry_day(day, field="ledger_day", opened_on=OPENED_ON)


def test_a_decision_may_precede_the_opening_and_not_by_eleven_years() -> None:
    check_near_day(date(2011, 1, 1), field="decision_day", opened_on=OPENED_ON)
    with pytest.raises(DomainError) as refusal:
        check_near_day(date(2010, 12, 31), field="decision_day", opened_on=OPENED_ON)
    assert (refusal.value.code, refusal.value.params["years"]) == ("date.too_far", 10)
    with pytest.raises(DomainError, match=r"date\.too_far"):
        check_near_day(date(2032, 1, 1), field="decision_day", opened_on=OPENED_ON)


def test_an_opening_is_neither_to_come_nor_before_any_scheme() -> None:
    for day in (OPENED_ON, date(2015, 1, 1)):
        check_opening(day, today=OPENED_ON)
    with pytest.raises(DomainError, match=r"mission\.opened_in_future"):
        check_opening(date(2021, 9, 7), today=OPENED_ON)
    with pytest.raises(DomainError) as refusal:
        check_opening(date(2014, 12, 31), today=OPENED_ON)
    assert (refusal.value.code, refusal.value.params["earliest"]) == ("mission.opened_too_early", date(2015, 1, 1))
