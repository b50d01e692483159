"""SIREN and SIRET keys, readable references, amounts and texts as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_37_36

from app.domain.errors import DomainError
from app.domain.identifiers import REFERENCE_SPACE, check_reference, mission_reference, siren_from, siren_of, siret_from
from app.domain.quantities import cents_from, clean_text, share_of


def test_a_siret_is_read_with_or_without_spaces() -> None:
    assert siret_from("732 829 320 00074") == "73282932000074"
    assert siren_of("73282932000074") == siren_from("732829320") == "732829320"


@pytest.mark.parametrize(
    ("text", "code"),
    [("73282932000075", "siret.key"), ("7328293200007", "siret.length"), ("ABCDEFGHIJKLMN", "siret.length")],
)
def test_a_wrong_siret_is_refused(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        siret_from(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(("text", "code"), [("732829321", "siren.key"), ("73282932", "siren.length")])
def test_a_wrong_siren_is_refused(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        siren_from(text)
    assert refusal.value.code == code


@given(st.integers(0, REFERENCE_SPACE - 1), st.integers(2019, 2098))
def test_a_reference_checks_itself(number: int, year: int) -> None:
    reference = mission_reference("OC", year, number)
    assert check_reference(reference.lower()) == reference
    misread = reference[:6] + ("0" if reference[6] != "0" else "1") + reference[7:]
    with pytest.raises(DomainError, match="reference.key"):
        check_reference(misread)


def test_references_go_from_the_first_symbol_to_the_last() -> None:
    first, last = mission_reference("OC", 2026, 0), mission_reference("OC", 2026, REFERENCE_SPACE - 1)
    assert (first[:-2], last[:-2]) == ("OC-26-0000", "OC-26-ZZZZ")


def test_a_reference_is_read_however_it_was_written_down() -> None:
    reference = mission_reference("OC", 2026, 250_000)
    for written in (reference, reference.replace("-", " "), f" {reference.replace('-', '').lower()} "):
        assert check_reference(written) == reference


def test_a_reference_of_another_length_is_refused_even_with_a_right_key() -> None:
    longer = mod_37_36.calc_check_digit("OC26ABCDE")
    with pytest.raises(DomainError) as refusal:
        check_reference(f"OC26ABCDE{longer}")
    assert (refusal.value.code, refusal.value.params["text"]) == ("reference.key", f"OC26ABCDE{longer}")


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1 200", 120000),
        ("1\u202f200,50 €", 120050),
        ("0", 0),
        ("12.3", 1230),
        ("\u00a036000", 3600000),
        ("1000000000", 100_000_000_000),
    ],
)
def test_amounts_are_read_as_french_users_type_them(text: str, cents: int) -> None:
    assert cents_from(text) == cents


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-1", "amount.negative"),
        ("douze", "amount.unreadable"),
        ("nan", "amount.unreadable"),
        ("inf", "amount.unreadable"),
        ("1e30", "amount.too_large"),
        ("1 000 000 000,01", "amount.too_large"),
        ("0,001", "amount.fraction_of_cent"),
        ("", "amount.unreadable"),
    ],
)
def test_absurd_amounts_are_refused(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        cents_from(text)
    assert refusal.value.code == code


def test_rounding_is_half_up_on_each_line() -> None:
    from decimal import Decimal

    from app.domain.quantities import Cents

    assert [share_of(Cents(amount), Decimal("0.5")) for amount in (1, 3, 5)] == [1, 2, 3]


def test_texts_are_normalised_and_bounded() -> None:
    assert clean_text("  Me\u0301canique\u202e\x07\nDurand ", field="name") == "Mécanique Durand"
    assert clean_text("a\r\nb", longest=5_000, field="notes") == "a\nb"
    assert clean_text("un\u2028deux\u2029trois\ud800", longest=5_000, field="notes") == "un\ndeux\ntrois"
    with pytest.raises(DomainError, match="text.too_long"):
        clean_text("x" * 201, field="name")
