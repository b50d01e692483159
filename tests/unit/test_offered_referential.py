"""A referential offered as a spreadsheet or as TOML: the pack that it becomes, and each refusal with its file and line."""

import pytest

from app.domain.errors import InvalidData
from app.domain.referential import Factor, Referential
from app.packs.library import PackLibrary
from app.packs.offered import read_offered
from app.packs.referentials import load_referential
from app.packs.source import PackSource
from app.packs.texts import Texts
from tests.unit.test_pack_referential import PACK

SHEET = """table;key;value;code;label;points;title;short_title;opens_accompaniment;lever;scope;factors
pack;id;essai
pack;version;3
pack;title;Essai
pack;author;Projet Jalon
pack;licence;CC-BY-4.0
pack;official;non
pack;valid_from;01/09/2021
pack;source;Test

referential;levers;2
referential;themes;3
level;;;unknown;Je ne connais pas;0
level;;;not_concerned;Je ne suis pas concerné;1
level;;;to_study;À étudier;3
level;;;in_progress;En cours de mise en œuvre;7
level;;;in_place;Déjà en place;10
lever;;;A;;;Levier A;A;oui
lever;;;B;;;Levier B;B;non
theme;;;A.1;;;Thème A.1;;;A;Portée;people_skills
theme;;;A.2;;;Thème A.2;;;A;Portée;
theme;;;B.1;;;Thème B.1;;;B;Portée;environment_energy, economics_business_models
"""
FILE = "region.csv"


def read(text: str, encoding: str = "utf-8", file: str = FILE) -> tuple[Referential, bytes]:
    pack, content = read_offered(file, text.encode(encoding), PackLibrary.shipped())
    assert isinstance(pack, Referential)
    return pack, content


def without_hash(referential: Referential) -> tuple[object, ...]:
    header = referential.header
    return (
        header.ref.id,
        header.ref.version,
        header.title,
        header.official,
        header.valid_from,
        referential.levels,
        referential.levers,
        referential.themes,
    )


def test_a_spreadsheet_gives_the_same_referential_as_the_pack() -> None:
    referential, content = read(SHEET)
    assert without_hash(referential) == without_hash(load_referential(PackSource("essai.toml", PACK.encode())))
    assert load_referential(PackSource("essai.toml", content)) == referential
    assert read(SHEET)[1] == content


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_columns_may_be_parted_otherwise(delimiter: str) -> None:
    quoted = SHEET.replace("environment_energy, economics", "environment_energy| economics")
    assert read(quoted.replace(";", delimiter)) == read(quoted)


def test_a_spreadsheet_program_may_add_a_mark_line_ends_and_empty_cells() -> None:
    saved = "\r\n".join(line + ";;" if line else ";;;" for line in SHEET.splitlines()[1:])
    head = SHEET.splitlines()[0]
    assert without_hash(read(f"\ufeff{head}\r\n{saved}\r\n")[0]) == without_hash(read(SHEET)[0])


def test_a_cell_may_hold_quotes_line_ends_and_backslashes() -> None:
    referential, _ = read(SHEET.replace("Thème A.2;;;A;Portée", 'Thème A.2;;;A;"Dit « ""tel quel"" »\n; et \\ aussi"'))
    assert referential.themes[1].scope == 'Dit « "tel quel" »\n; et \\ aussi'
    assert referential.themes[2].factors == (Factor.ENVIRONMENT_ENERGY, Factor.ECONOMICS_BUSINESS_MODELS)


def test_a_line_is_named_by_where_it_begins() -> None:
    text = SHEET.replace("Thème A.1;;;A;Portée", 'Thème A.1;;;A;"Dite\nen trois\nlignes"').replace(
        "B;Portée", "C;Portée"
    )
    with pytest.raises(InvalidData) as refusal:
        read(text.replace("A;Portée;\n", 'A;"Dite\nen deux";\n').replace("C;Portée", 'C;"Dite\nen deux"'))
    assert (refusal.value.code, refusal.value.params["file"]) == ("pack.unknown_reference", f"{FILE}:25")


def test_a_toml_pack_is_taken_as_it_is() -> None:
    referential, content = read(PACK, file="essai.toml")
    assert content == PACK.encode()
    assert referential.header.ref.id == "essai"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("table;key", "table;clef", "pack.unknown_column", 1),
        ("table;key", "table;table", "pack.duplicate_column", 1),
        (";factors\n", "\n", "pack.missing_column", 1),
        ("pack;id;essai", "paquet;id;essai", "pack.unknown_row", 2),
        ("pack;id;essai", ";id;essai", "pack.unknown_row", 2),
        ("pack;version;3", "pack;id;3", "pack.duplicate", 3),
        ("pack;version;3", "pack;;3", "pack.missing_key", 3),
        ("pack;version;3", "pack;version;", "pack.empty_text", 3),
        ("pack;title;Essai", "pack;title;Essai;A", "pack.cell_misplaced", 4),
        ("pack;official;non", "pack;official;peut-être", "pack.wrong_type", 7),
        ("01/09/2021", "31/02/2021", "pack.wrong_type", 8),
        ("pack;source;Test", "pack;source;Test\npack;note;x", "pack.unknown_key", 10),
        ("referential;levers;2", "referential;levers;3", "pack.wrong_count", 11),
        ("referential;themes;3", "referential;themes;trois", "pack.wrong_type", 12),
        ("connais pas;0", "connais pas;0,5", "pack.wrong_type", 13),
        ("connais pas;0", "connais pas;" + "9" * 5_000, "pack.wrong_type", 13),
        ("En cours de mise en œuvre;7", "En cours de mise en œuvre;-7", "pack.wrong_type", 16),
        ("level;;;in_progress", "level;;;excellent", "pack.unknown_value", 16),
        ("Levier B;B;non", "Levier B;B;", "pack.missing_key", 19),
        ("Levier B;B;non", "Levier B;B;non;A", "pack.cell_misplaced", 19),
        ("theme;;;A.2", "theme;;;A.1", "pack.duplicate", 21),
        ("A.2;;;Thème A.2;;;A;", "A.2;;;Thème A.2;;;C;", "pack.unknown_reference", 21),
        ("people_skills", "luck", "pack.unknown_value", 20),
        ("people_skills", "people_skills;x", "pack.too_many_cells", 20),
        ("Thème A.1;", 'Thème "A.1";"x"y;', "pack.not_csv", 20),
    ],
)
def test_a_refusal_names_the_line(old: str, new: str, code: str, line: int) -> None:
    assert old in SHEET
    with pytest.raises(InvalidData) as refusal:
        read(SHEET.replace(old, new, 1))
    assert (refusal.value.code, refusal.value.params["file"]) == (code, f"{FILE}:{line}")
    assert f"{FILE}:{line}" in Texts.load().error(refusal.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "pack.missing_column"),
        (";;;\n\n", "pack.missing_column"),
        (SHEET.splitlines()[0], "pack.missing_key"),
        (SHEET.replace("level;;;in_place;Déjà en place;10\n", ""), "pack.missing_level"),
        (SHEET.partition("theme;")[0], "pack.missing_key"),
        (SHEET.replace("pack;id;essai", "pack;id;../essai"), "pack.bad_id"),
        (SHEET.replace("pack;id;essai", "pack;kind;scheme\npack;id;essai"), "pack.wrong_kind"),
    ],
)
def test_what_no_line_can_be_blamed_for_is_refused_too(text: str, code: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read(text)
    assert refusal.value.code == code
    assert FILE in Texts.load().error(refusal.value)


def test_another_encoding_is_refused_at_its_place() -> None:
    with pytest.raises(InvalidData) as refusal:
        read(SHEET.replace("œ", "oe"), "cp1252")
    assert refusal.value.code == "pack.not_utf8"
    assert refusal.value.params["position"] == SHEET.index("é")
