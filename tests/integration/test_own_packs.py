"""Packs of one's own on a real folder: a referential looked at, kept once, never replaced, and joined by a bridge."""

from pathlib import Path

import pytest

from app.domain.errors import DomainError, InvalidData
from app.domain.packs import PackRef
from app.domain.referential_changes import ChangeKind
from app.infra.pack_shelf import FolderShelf
from app.packs.library import PackLibrary
from app.packs.offered import read_offered
from app.packs.texts import Texts
from app.resources import resource_root
from app.services.errors import EnvironmentFailure
from app.services.referentials import OfferedReferential, keep_referential, look_at_referential
from tests.unit.test_offered_referential import SHEET

SHIPPED = resource_root() / "referentials" / "jalon-default-1.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def library(own: Path) -> PackLibrary:
    return PackLibrary(resource_root(), own)


def offered(library: PackLibrary, text: str, file: str = "region.csv") -> OfferedReferential:
    return look_at_referential(file, text.encode(), current=library.referential(), read=read_offered)


def test_a_region_s_spreadsheet_is_told_then_kept_then_pinned(library: PackLibrary, own: Path) -> None:
    found = offered(library, SHEET)
    assert not own.exists()
    told = [
        Texts.load().sentence(
            f"changes.{change.kind}", {"code": change.code, "before": change.before, "after": change.after}
        )
        for change in found.changes
    ]
    assert len(told) == len(set(told))
    assert [change.after for change in found.changes if change.kind is ChangeKind.MAXIMUM] == ["30"]

    keep_referential(found, library=library, shelf=FolderShelf(own))
    keep_referential(found, library=library, shelf=FolderShelf(own))

    assert [path.name for path in (own / "referentials").iterdir()] == ["essai.toml"]
    assert PackLibrary(resource_root(), own).referential(found.referential.header.ref) == found.referential


@pytest.mark.parametrize("identifier", ["essai", "jalon-default-1"])
def test_a_published_pack_is_never_replaced(library: PackLibrary, own: Path, identifier: str) -> None:
    keep_referential(offered(library, SHEET), library=library, shelf=FolderShelf(own))
    before = (own / "referentials" / "essai.toml").read_bytes()
    other = SHEET.replace("pack;id;essai", f"pack;id;{identifier}").replace("Thème A.1", "Autre titre")
    with pytest.raises(DomainError) as refusal:
        keep_referential(offered(library, other), library=library, shelf=FolderShelf(own))
    assert (refusal.value.code, refusal.value.params["pack"]) == ("pack.id_taken", identifier)
    assert [path.read_bytes() for path in (own / "referentials").iterdir()] == [before]


def test_the_shipped_pack_offered_again_changes_nothing(library: PackLibrary, own: Path) -> None:
    found = look_at_referential(SHIPPED.name, SHIPPED.read_bytes(), current=library.referential(), read=read_offered)
    assert found.changes == ()
    keep_referential(found, library=library, shelf=FolderShelf(own))
    assert not own.exists()


def test_a_pack_damaged_on_the_disk_is_not_written_over(library: PackLibrary, own: Path) -> None:
    (own / "referentials").mkdir(parents=True)
    (own / "referentials" / "essai.toml").write_text("coupé", "utf-8")
    with pytest.raises(InvalidData, match="pack.not_toml"):
        keep_referential(offered(library, SHEET), library=library, shelf=FolderShelf(own))


def test_a_folder_that_cannot_be_made_is_a_failure_of_the_environment(library: PackLibrary, own: Path) -> None:
    own.write_text("un fichier là où il faut un dossier", "utf-8")
    with pytest.raises(EnvironmentFailure, match="disk.refused"):
        keep_referential(offered(library, SHEET), library=library, shelf=FolderShelf(own))


def bridge_text(library: PackLibrary, before_version: str = "1.0") -> str:
    """A bridge from the shipped referential to the one of the spreadsheet."""
    lines = [
        '[pack]\nkind = "bridge"\nid = "vers-essai"\nversion = "1"\ntitle = "Vers essai"\nauthor = "Projet Jalon"',
        'licence = "CC-BY-4.0"\nofficial = false\nvalid_from = 2022-01-01\nsource = "Test"',
        f'[bridge]\nbefore = "jalon-default-1"\nbefore_version = "{before_version}"\nafter = "essai"\nafter_version = "3"',
    ]
    lines += [
        f'[[theme]]\ncode = "{theme.code}"\nbecomes = {["A.1"] if theme.code == "L1.1" else []}'.replace("'", '"')
        for theme in library.referential().themes
    ]
    return "\n".join(lines)


def test_a_bridge_of_one_s_own_joins_two_pinned_referentials(library: PackLibrary, own: Path) -> None:
    keep_referential(offered(library, SHEET), library=library, shelf=FolderShelf(own))
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
    keep_referential(offered(library, SHEET), library=library, shelf=FolderShelf(own))
    (own / "bridges").mkdir()
    (own / "bridges" / "vers-essai.toml").write_text(bridge_text(library, "0.9"), "utf-8")
    before, after = library.referential().header.ref, library.referential("essai").header.ref
    with pytest.raises(InvalidData, match="pack.wrong_end"):
        library.bridge(before, after)
