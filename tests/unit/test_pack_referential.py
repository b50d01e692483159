"""A referential pack read from bytes: what is accepted, and each refusal with its file, table and key."""

import hashlib
from datetime import date

import pytest

from app.domain.errors import InvalidData
from app.domain.packs import PackRef
from app.domain.referential import Factor, Level
from app.packs.referentials import load_referential
from app.packs.source import PackSource

PACK = """
[pack]
kind = "referential"
id = "essai"
version = "3"
title = "Essai"
author = "Projet Jalon"
licence = "CC-BY-4.0"
official = false
valid_from = 2021-09-01
source = "Test"

[referential]
levers = 2
themes = 3

[[level]]
code = "unknown"
label = "Je ne connais pas"
points = 0
[[level]]
code = "not_concerned"
label = "Je ne suis pas concerné"
points = 1
[[level]]
code = "to_study"
label = "À étudier"
points = 3
[[level]]
code = "in_progress"
label = "En cours de mise en œuvre"
points = 7
[[level]]
code = "in_place"
label = "Déjà en place"
points = 10

[[lever]]
code = "A"
title = "Levier A"
short_title = "A"
opens_accompaniment = true
[[lever]]
code = "B"
title = "Levier B"
short_title = "B"
opens_accompaniment = false

[[theme]]
code = "A.1"
lever = "A"
title = "Thème A.1"
scope = "Portée"
factors = ["people_skills"]
[[theme]]
code = "A.2"
lever = "A"
title = "Thème A.2"
scope = "Portée"
factors = []
[[theme]]
code = "B.1"
lever = "B"
title = "Thème B.1"
scope = "Portée"
factors = ["environment_energy", "economics_business_models"]
"""


def source(text: str) -> PackSource:
    return PackSource("essai.toml", text.encode())


def changed(old: str, new: str) -> PackSource:
    assert old in PACK
    return source(PACK.replace(old, new, 1))


def test_a_complete_pack_becomes_a_catalogue() -> None:
    referential = load_referential(source(PACK))

    assert referential.header.ref == PackRef("essai", "3", hashlib.sha256(PACK.encode()).hexdigest())
    assert referential.header.valid_from == date(2021, 9, 1)
    assert referential.header.valid_until is None
    assert [theme.code for theme in referential.themes] == ["A.1", "A.2", "B.1"]
    assert referential.themes[2].factors == (Factor.ENVIRONMENT_ENERGY, Factor.ECONOMICS_BUSINESS_MODELS)
    assert referential.maximum == 30
    assert referential.points(Level.IN_PROGRESS) == 7


@pytest.mark.parametrize(
    ("old", "new", "code", "table", "key"),
    [
        ("themes = 3", "themes = 29", "pack.wrong_count", "referential", "themes"),
        ("levers = 2", "levers = 6", "pack.wrong_count", "referential", "levers"),
        ("themes = 3", 'themes = "3"', "pack.wrong_type", "referential", "themes"),
        ("themes = 3", "themes = true", "pack.wrong_type", "referential", "themes"),
        ("themes = 3", "themes = 0", "pack.out_of_range", "referential", "themes"),
        ("themes = 3", "themes = 3\nquestions = 3", "pack.unknown_key", "referential", "questions"),
        ('code = "A.2"', 'code = "A.1"', "pack.duplicate", "theme[2]", "code"),
        ('code = "B"', 'code = "A"', "pack.duplicate", "lever[2]", "code"),
        ('code = "not_concerned"', 'code = "unknown"', "pack.duplicate", "level[2]", "code"),
        ('code = "not_concerned"', 'code = "excellent"', "pack.unknown_value", "level[2]", "code"),
        ("points = 7", "points = -1", "pack.out_of_range", "level[4]", "points"),
        ("points = 7", "points = 7.5", "pack.wrong_type", "level[4]", "points"),
        ('lever = "B"', 'lever = "C"', "pack.unknown_reference", "theme[3]", "lever"),
        ('lever = "B"', 'lever = "A"', "pack.lever_without_theme", "lever[2]", "code"),
        ('title = "Thème A.2"\n', "", "pack.missing_key", "theme[2]", "title"),
        ('title = "Thème A.2"', 'title = "  "', "pack.empty_text", "theme[2]", "title"),
        ('title = "Thème A.2"', "title = 'x'\nnote = 'y'", "pack.unknown_key", "theme[2]", "note"),
        ('factors = ["people_skills"]', 'factors = ["luck"]', "pack.unknown_value", "theme[1]", "factors"),
        ('factors = ["people_skills"]', "factors = [1]", "pack.wrong_type", "theme[1]", "factors"),
        (
            'factors = ["people_skills"]',
            'factors = ["people_skills", "people_skills"]',
            "pack.duplicate",
            "theme[1]",
            "factors",
        ),
        ("opens_accompaniment = true", "opens_accompaniment = 1", "pack.wrong_type", "lever[1]", "opens_accompaniment"),
        ('kind = "referential"', 'kind = "scheme"', "pack.wrong_kind", "pack", "kind"),
        ('kind = "referential"', 'kind = "novel"', "pack.unknown_value", "pack", "kind"),
        ('version = "3"\n', "", "pack.missing_key", "pack", "version"),
        ('version = "3"', "version = 3", "pack.wrong_type", "pack", "version"),
        ("valid_from = 2021-09-01", 'valid_from = "2021-09-01"', "pack.wrong_type", "pack", "valid_from"),
        ("valid_from = 2021-09-01", "valid_from = 2021-09-01T08:00:00", "pack.wrong_type", "pack", "valid_from"),
        (
            "valid_from = 2021-09-01",
            "valid_from = 2021-09-01\nvalid_until = 2021-08-31",
            "pack.dates_reversed",
            "pack",
            "valid_until",
        ),
        ("[referential]", "[referentiel]", "pack.missing_key", "document", "referential"),
        ("[pack]", "note = 1\n[pack]", "pack.unknown_key", "document", "note"),
    ],
)
def test_a_refusal_names_file_table_and_key(old: str, new: str, code: str, table: str, key: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(changed(old, new))

    assert refusal.value.code == code
    assert (refusal.value.params["file"], refusal.value.params["table"], refusal.value.params["key"]) == (
        "essai.toml",
        table,
        key,
    )


def test_a_count_says_what_was_declared_and_what_is_held() -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(changed("themes = 3", "themes = 29"))

    assert refusal.value.params["declared"] == 29
    assert refusal.value.params["held"] == 3


def test_a_missing_level_is_refused() -> None:
    cut = PACK.replace('[[level]]\ncode = "in_place"\nlabel = "Déjà en place"\npoints = 10\n', "")

    with pytest.raises(InvalidData) as refusal:
        load_referential(source(cut))

    assert refusal.value.code == "pack.missing_level"
    assert refusal.value.params["found"] == "in_place"


def test_a_pack_without_any_theme_is_refused() -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(source("theme = []\n" + PACK.partition("[[theme]]")[0]))

    assert (refusal.value.code, refusal.value.params["key"]) == ("pack.empty_list", "theme")


def test_bytes_that_are_not_utf8_are_refused_at_their_place() -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(PackSource("essai.toml", b'title = "\xe9"'))

    assert refusal.value.code == "pack.not_utf8"
    assert refusal.value.params["position"] == 9


@pytest.mark.parametrize("text", ["[pack", "a = 1\na = 2", "a = 1979-13-01", "a = " + "[" * 5_000])
def test_a_text_that_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(source(text))

    assert refusal.value.code == "pack.not_toml"


def test_a_pack_cut_in_the_middle_is_refused_at_every_line() -> None:
    lines = PACK.splitlines()
    for cut in range(1, len(lines) - 1):
        with pytest.raises(InvalidData):
            load_referential(source("\n".join(lines[:cut])))


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InvalidData) as refusal:
        load_referential(PackSource("essai.toml", b"#" * 2_000_001))

    assert refusal.value.code == "pack.too_large"
