"""A guide pack read from bytes, against its referential: one sheet per theme, or a refusal."""

import pytest

from app.domain.errors import InvalidData
from app.domain.referential import Referential, ThemeCode
from app.packs.guides import load_guide, referential_of_guide
from app.packs.referentials import load_referential
from app.packs.source import PackSource
from tests.unit.test_pack_referential import PACK as REFERENTIAL_PACK

HEADER = """
[pack]
kind = "guide"
id = "guide-essai"
version = "1"
title = "Guide d'essai"
author = "Projet Jalon"
licence = "CC-BY-4.0"
official = false
valid_from = 2021-09-01
source = "Test"

[guide]
referential = "essai"
"""

SHEET = """
[[sheet]]
theme = "{0}"
definition = "Définition {0}."
signs_in_place = ["Un signe", "Un autre"]
first_steps = ["Un pas"]
questions_on_site = ["Une question ?"]
limits = "Une limite."
"""

PACK = HEADER + "".join(SHEET.format(code) for code in ("B.1", "A.2", "A.1"))


@pytest.fixture
def referential() -> Referential:
    return load_referential(PackSource("essai.toml", REFERENTIAL_PACK.encode()))


def source(text: str) -> PackSource:
    return PackSource("guide.toml", text.encode())


def test_sheets_come_in_the_order_of_the_referential(referential: Referential) -> None:
    guide = load_guide(source(PACK), referential)

    assert [sheet.theme for sheet in guide.sheets] == [ThemeCode("A.1"), ThemeCode("A.2"), ThemeCode("B.1")]
    assert guide.sheets[0].definition == "Définition A.1."
    assert guide.sheets[0].signs_in_place == ("Un signe", "Un autre")
    assert referential_of_guide(source(PACK)) == "essai"


@pytest.mark.parametrize(
    ("old", "new", "code", "table", "key"),
    [
        ('theme = "A.2"', 'theme = "B.1"', "pack.duplicate", "sheet[2]", "theme"),
        ('theme = "A.2"', 'theme = "Z.9"', "pack.unknown_reference", "sheet[2]", "theme"),
        (SHEET.format("A.2"), "", "pack.missing_sheet", "document", "sheet"),
        ('referential = "essai"', 'referential = "autre"', "pack.wrong_referential", "guide", "referential"),
        ('first_steps = ["Un pas"]', "first_steps = []", "pack.empty_list", "sheet[1]", "first_steps"),
        ('first_steps = ["Un pas"]', 'first_steps = "Un pas"', "pack.wrong_type", "sheet[1]", "first_steps"),
        ('limits = "Une limite."\n', "", "pack.missing_key", "sheet[1]", "limits"),
        ('limits = "Une limite."', 'limits = "x"\nphoto = "y"', "pack.unknown_key", "sheet[1]", "photo"),
        ('kind = "guide"', 'kind = "referential"', "pack.wrong_kind", "pack", "kind"),
    ],
)
def test_a_refusal_names_file_table_and_key(
    referential: Referential, old: str, new: str, code: str, table: str, key: str
) -> None:
    assert old in PACK
    with pytest.raises(InvalidData) as refusal:
        load_guide(source(PACK.replace(old, new, 1)), referential)

    assert refusal.value.code == code
    assert (refusal.value.params["file"], refusal.value.params["table"], refusal.value.params["key"]) == (
        "guide.toml",
        table,
        key,
    )
