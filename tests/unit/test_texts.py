"""The text catalogue on bytes: filling, formats, and what a missing code or parameter gives."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.errors import DomainError, InvalidData
from app.packs.source import PackSource
from app.packs.texts import Texts

CATALOGUE = """
[words.half_day]
am = "matin"

[errors]
"days.double" = "Le {day:date}, le {half_day:word half_day} : déjà pris par « {who} »."
"cap" = "Plafond : {amount:money} pour {days:half_days}, soit {rate:share} de {count:plural thème|thèmes}."
"mixed" = "{day:short_date} {value:number} {allowed:list}"
"broken" = "{day:date}"

[checks]
"plain" = "Rien à dire ?"
"""


@pytest.fixture
def texts() -> Texts:
    return Texts.read(PackSource("fr.toml", CATALOGUE.encode()))


def test_a_sentence_is_filled_and_typeset(texts: Texts) -> None:
    error = DomainError("days.double", day=date(2022, 5, 12), half_day="am", who="H. Durand")

    assert texts.error(error) == (
        "Le 12\u00a0mai\u00a02022, le matin\u00a0: déjà pris par «\u202fH.\u00a0Durand\u202f»."
    )


def test_each_format(texts: Texts) -> None:
    filled = texts.sentence("cap", {"amount": 3_600_000, "days": 9, "rate": Decimal("0.5"), "count": 28})
    mixed = texts.sentence("mixed", {"day": date(2022, 1, 2), "value": 4_999, "allowed": ("a", "b", "c")})

    assert filled == ("Plafond\u00a0: 36\u00a0000\u00a0€ pour 4,5\u00a0jours, soit 50\u00a0% de 28\u00a0thèmes.")
    assert mixed == "02/01/2022 4\u00a0999 a, b ou c"


def test_a_sentence_without_parameter(texts: Texts) -> None:
    assert texts.sentence("plain") == "Rien à dire\u202f?"
    assert texts.codes == {"days.double", "cap", "mixed", "broken", "plain"}


def test_braces_in_a_value_stay_what_they_are(texts: Texts) -> None:
    written = texts.sentence("days.double", {"day": date(2022, 5, 12), "half_day": "am", "who": "{day} {0}"})

    assert "{day} {0}" in written


@pytest.mark.parametrize(
    ("code", "params", "refused"),
    [
        ("nowhere", {}, "text.missing"),
        ("broken", {}, "text.param_missing"),
        ("broken", {"day": "demain"}, "text.bad_format"),
        ("cap", {"amount": Decimal("1.5"), "days": 1, "rate": Decimal(1), "count": 1}, "text.bad_format"),
        ("days.double", {"day": date(2022, 5, 12), "half_day": "noon", "who": "x"}, "text.missing"),
    ],
)
def test_what_cannot_be_said_is_a_fault_of_ours(
    texts: Texts, code: str, params: dict[str, object], refused: str
) -> None:
    with pytest.raises(InvalidData) as refusal:
        texts.sentence(code, params)

    assert refusal.value.code == refused


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[a]\n"x" = "1"\n[b]\n"x" = "2"', "pack.duplicate"),
        ("[a]\nx = 1", "pack.wrong_type"),
        ('x = "1"', "pack.wrong_type"),
        ('[words]\nx = "1"', "pack.wrong_type"),
        ("[a", "pack.not_toml"),
    ],
)
def test_a_damaged_catalogue_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        Texts.read(PackSource("fr.toml", text.encode()))

    assert refusal.value.code == code
