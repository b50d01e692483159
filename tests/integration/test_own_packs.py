"""Packs of one's own on a real folder: a referential looked at, kept once, never replaced, and joined by a bridge."""

import re
from pathlib import Path

import pytest

from app.domain.errors import DomainError, InvalidData
from app.domain.packs import PackKind, PackRef
from app.domain.referential import ThemeCode
from app.domain.referential_changes import ChangeKind, ReferentialChange
from app.domain.scheme_changes import SchemeChange, SchemeFact
from app.infra.pack_shelf import FolderShelf
from app.packs.library import FOLDERS, PackLibrary
from app.packs.offered import read_offered
from app.packs.texts import Texts
from app.resources import resource_root
from app.services.errors import EnvironmentFailure
from app.services.packs import DEFAULT_REFERENTIAL, OfferedPack, held_packs, keep_pack, look_at_pack, remove_pack
from app.services.workbench import Library, Workbench
from tests.support.desk import desk_in
from tests.unit.test_offered_referential import SHEET

SHIPPED = resource_root() / "referentials" / "jalon-default-1.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def library(own: Path) -> PackLibrary:
    return PackLibrary(resource_root(), own)


def offered(library: PackLibrary, text: str, file: str = "region.csv") -> OfferedPack:
    return look_at_pack(
        file, text.encode(), library=library, read=lambda name, content: read_offered(name, content, library)
    )


def shelf(own: Path) -> FolderShelf:
    return FolderShelf(own, FOLDERS)


def test_a_region_s_spreadsheet_is_told_then_kept_then_pinned(library: PackLibrary, own: Path) -> None:
    found = offered(library, SHEET)
    assert not own.exists()
    told = [
        Texts.load().sentence(
            f"changes.{change.kind}", {"code": change.code, "before": change.before, "after": change.after}
        )
        for change in found.changes
        if isinstance(change, ReferentialChange)
    ]
    assert len(told) == len(found.changes)
    assert len(told) == len(set(told))
    assert [
        change.after
        for change in found.changes
        if isinstance(change, ReferentialChange) and change.kind is ChangeKind.MAXIMUM
    ] == ["30"]

    keep_pack(found, library=library, shelf=shelf(own))
    keep_pack(found, library=library, shelf=shelf(own))

    assert [path.name for path in (own / "referentials").iterdir()] == ["essai.toml"]
    assert PackLibrary(resource_root(), own).referential(found.pack.header.ref) == found.pack


@pytest.mark.parametrize("identifier", ["essai", "jalon-default-1"])
def test_a_published_pack_is_never_replaced(library: PackLibrary, own: Path, identifier: str) -> None:
    keep_pack(offered(library, SHEET), library=library, shelf=shelf(own))
    before = (own / "referentials" / "essai.toml").read_bytes()
    other = SHEET.replace("pack;id;essai", f"pack;id;{identifier}").replace("Thème A.1", "Autre titre")
    with pytest.raises(DomainError) as refusal:
        keep_pack(offered(library, other), library=library, shelf=shelf(own))
    assert (refusal.value.code, refusal.value.params["pack"]) == ("pack.id_taken", identifier)
    assert [path.read_bytes() for path in (own / "referentials").iterdir()] == [before]


def test_the_shipped_pack_offered_again_changes_nothing(library: PackLibrary, own: Path) -> None:
    found = offered(library, SHIPPED.read_text("utf-8"), SHIPPED.name)
    assert found.changes == ()
    keep_pack(found, library=library, shelf=shelf(own))
    assert not own.exists()


def test_a_pack_damaged_on_the_disk_is_not_written_over(library: PackLibrary, own: Path) -> None:
    (own / "referentials").mkdir(parents=True)
    (own / "referentials" / "essai.toml").write_text("coupé", "utf-8")
    with pytest.raises(InvalidData, match="pack.not_toml"):
        keep_pack(offered(library, SHEET), library=library, shelf=shelf(own))


def test_a_folder_that_cannot_be_made_is_a_failure_of_the_environment(library: PackLibrary, own: Path) -> None:
    own.write_text("un fichier là où il faut un dossier", "utf-8")
    with pytest.raises(EnvironmentFailure, match="disk.refused"):
        keep_pack(offered(library, SHEET), library=library, shelf=shelf(own))


def bridge_text(library: Library, before_version: str = "1.0") -> str:
    """A bridge from the shipped referential to the one of the spreadsheet."""
    lines = [
        '[pack]\nkind = "bridge"\nid = "vers-essai"\nversion = "1"\ntitle = "Vers essai"\nauthor = "Projet Jalon"',
        'licence = "CC-BY-4.0"\nofficial = false\nvalid_from = 2022-01-01\nsource = "Test"',
        f'[bridge]\nbefore = "jalon-default-1"\nbefore_version = "{before_version}"\nafter = "essai"\nafter_version = "3"',
    ]
    lines += [
        f'[[theme]]\ncode = "{theme.code}"\nbecomes = {["A.1"] if theme.code == "L1.1" else []}'.replace("'", '"')
        for theme in library.referential(DEFAULT_REFERENTIAL).themes
    ]
    return "\n".join(lines)


def test_a_bridge_of_one_s_own_joins_two_pinned_referentials(library: PackLibrary, own: Path) -> None:
    keep_pack(offered(library, SHEET), library=library, shelf=shelf(own))
    before, after = library.referential().header.ref, library.referential("essai").header.ref
    assert library.bridge(before, after) is None
    (own / "bridges").mkdir()
    (own / "bridges" / "vers-essai.toml").write_text(bridge_text(library), "utf-8")

    bridge = library.bridge(before, after)

    assert bridge is not None
    assert (bridge.before, bridge.after) == (before, after)
    assert [code for code, codes in bridge.becomes.items() if codes] == ["L1.1"]
    assert library.bridge(after, before) is None
    with pytest.raises(InvalidData, match="pack.changed"):
        library.bridge(PackRef(before.id, "0.9", before.sha256), after)


def test_a_bridge_to_another_version_is_refused(library: PackLibrary, own: Path) -> None:
    keep_pack(offered(library, SHEET), library=library, shelf=shelf(own))
    (own / "bridges").mkdir()
    (own / "bridges" / "vers-essai.toml").write_text(bridge_text(library, "0.9"), "utf-8")
    before, after = library.referential().header.ref, library.referential("essai").header.ref
    with pytest.raises(InvalidData, match="pack.wrong_end"):
        library.bridge(before, after)


SCHEME = (resource_root() / "schemes" / "occitanie-2020-2022.toml").read_text("utf-8")
NEXT = SCHEME.replace('id = "occitanie-2020-2022"', 'id = "occitanie-essai"').replace("sme = 0.50", "sme = 0.40")


def test_a_scheme_of_the_same_region_is_told_against_the_one_held_then_kept(library: PackLibrary, own: Path) -> None:
    found = offered(library, NEXT, "occitanie-essai.toml")
    assert found.against == library.scheme("occitanie-2020-2022").header
    assert [(one.fact, one.subject) for one in found.changes if isinstance(one, SchemeChange)] == [
        (SchemeFact.RATE, "phase_2")
    ]
    keep_pack(found, library=library, shelf=shelf(own))
    assert [one.header.ref.id for one in library.schemes()] == [
        "demonstration-2025",
        "national-2018-2022",
        "occitanie-2020-2022",
        "occitanie-essai",
    ]


def test_a_scheme_of_another_region_has_nothing_to_be_told_against(library: PackLibrary) -> None:
    other = NEXT.replace('region_code = "76"', 'region_code = "53"')
    found = offered(library, other, "bretagne.toml")
    assert (found.against, found.changes) == (None, ())


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (NEXT.replace("sme = 0.40", "sme = 1.20"), "pack.out_of_range", ("phase[2].rates", "sme")),
        (NEXT.replace("path_cap_euros = 36000", "path_cap_euros = -1"), "pack.out_of_range", ("path_cap_euros",)),
        (re.sub('title = "Phase.2.*"', 'title = "Phase 1 :  Diagnostic et accompagnement court"', NEXT), "pack.phases_overlap", ("phase[2]", "title")),
        (NEXT.replace('code = "phase_2"', 'code = "phase_1"'), "pack.duplicate", ("phase[2]", "code")),
        (SHIPPED.read_text("utf-8").replace('code = "to_study"', 'code = "unknown"'), "pack.duplicate", ("level[3]",)),
        (SHIPPED.read_text("utf-8").replace('[[level]]\ncode = "to_study"\nlabel = "À étudier"\npoints = 3\n', ""), "pack.missing_level", ("level", "to_study")),
        (SHIPPED.read_text("utf-8").replace("points = 3", "points = -3"), "pack.out_of_range", ("level[3]", "points")),
        (SHIPPED.read_text("utf-8").replace("themes = 29", "themes = 30"), "pack.wrong_count", ("referential", "themes")),
        ((resource_root() / "guide" / "jalon-guide-1.toml").read_text("utf-8"), "pack.kind_not_taken", ("pack", "kind")),
    ],
)  # fmt: skip
def test_a_bad_pack_is_refused_by_a_sentence_that_names_the_field(
    library: PackLibrary, own: Path, text: str, code: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidData) as refusal:
        offered(library, text, "region.toml")
    assert refusal.value.code == code
    sentence = Texts.load().error(refusal.value)
    assert all(word in sentence for word in ("region.toml", *said))
    assert not own.exists()


def test_an_own_pack_that_is_damaged_never_stops_the_others(library: PackLibrary, own: Path) -> None:
    for folder in ("schemes", "referentials", "bridges"):
        (own / folder).mkdir(parents=True)
        (own / folder / "coupe.toml").write_text("[pack", "utf-8")
    assert len(library.schemes()) == 3
    assert [one.header.ref.id for one in library.referentials()] == ["jalon-default-1", "jalon-default-2"]
    one, two = library.referentials()
    assert library.bridge(one.header.ref, two.header.ref) is not None
    broken = [held for held in library.held() if held.refusal is not None]
    assert [(held.id, held.own, held.refusal and held.refusal.code) for held in broken] == [
        ("coupe", True, "pack.not_toml")
    ] * 3


def test_only_an_unused_pack_of_one_s_own_is_removed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        bench = desk.workbench
        library, own_shelf = bench.library, bench.shelf

        def remove(kind: PackKind, pack_id: str) -> None:
            remove_pack(bench.unit_of_work, kind, pack_id, library=library, shelf=own_shelf)

        keep_pack(look(bench, SHEET, "region.csv"), library=library, shelf=own_shelf)
        keep_pack(look(bench, NEXT, "occitanie-essai.toml"), library=library, shelf=own_shelf)
        mission_id = desk.open(scheme="occitanie-essai")
        rows = {(row.held.kind, row.held.id): row.missions for row in held_packs(bench.unit_of_work, library)}
        assert rows[(PackKind.SCHEME, "occitanie-essai")] == 1
        assert rows[(PackKind.REFERENTIAL, "jalon-default-1")] == 1
        assert rows[(PackKind.REFERENTIAL, "essai")] == 0

        with pytest.raises(DomainError, match="pack.in_use"):
            remove(PackKind.SCHEME, "occitanie-essai")
        with pytest.raises(DomainError, match="pack.shipped"):
            remove(PackKind.REFERENTIAL, "jalon-default-2")
        keep_pack(look(bench, bridge_text(library), "vers-essai.toml"), library=library, shelf=own_shelf)
        with pytest.raises(DomainError, match="pack.cited"):
            remove(PackKind.REFERENTIAL, "essai")
        remove(PackKind.BRIDGE, "vers-essai")
        remove(PackKind.REFERENTIAL, "essai")
        with pytest.raises(InvalidData, match="pack.absent"):
            library.referential("essai")
        assert desk.context(mission_id).scheme.header.ref.id == "occitanie-essai"


def look(bench: Workbench, text: str, file: str) -> OfferedPack:
    return look_at_pack(file, text.encode(), library=bench.library, read=bench.read_pack)


def test_the_shipped_versions_of_the_referential_are_joined_by_a_bridge() -> None:
    library = PackLibrary.shipped()
    old, new = library.referentials()
    bridge = library.bridge(old.header.ref, new.header.ref)
    assert bridge is not None
    assert len(new.themes) == len(old.themes) == 29
    assert (old.maximum, new.maximum) == (290, 290)
    assert not new.header.official
    reached = {code for codes in bridge.becomes.values() for code in codes}
    assert [code for code, codes in bridge.becomes.items() if not codes] == ["L2.4"]
    assert [theme.code for theme in new.themes if theme.code not in reached] == ["L6.4"]
    assert bridge.becomes[ThemeCode("L1.5")] == ("L1.5", "L1.6")
    assert bridge.becomes[ThemeCode("L3.4")] == bridge.becomes[ThemeCode("L3.5")] == ("L3.4",)
