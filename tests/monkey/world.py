"""The profile that the monkey plays with, and what must still be true of it afterwards."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.profile import LocalProfile
from app.domain.mission import SealedVersion, VersionKind
from app.services.closing import SealAsked, seal_version
from app.services.demo import build_demo_mission
from app.services.missions import NewMission, open_mission, read_mission, reopen_mission
from app.services.packs import DEFAULT_REFERENTIAL
from app.services.profile import Preferences
from app.services.workbench import Workbench
from app.sync.contract.canonical import sha256_of
from tests.integration.infra.rings import MemoryRing
from tests.support.explained import answer_warnings

PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of throw-away profiles
SCHEME = "occitanie-2020-2022"
OTHERS = ("Fonderie Exemple", "Tissage Exemple")


@dataclass
class World:
    """A profile with the fictional company (two sealed versions, then reopened) and two blank missions.

    Attributes:
        folder: Its folder.
        profile: The profile, not open.
        sealed: Its sealed versions before anything was pressed.
    """

    folder: Path
    profile: LocalProfile
    sealed: tuple[SealedVersion, ...]


def make_world(folder: Path) -> World:
    """Make the profile in an empty folder; it opens by itself, by its key ring."""
    profile = LocalProfile(folder, MemoryRing())
    profile.create(keyring=True, passphrase=PASSPHRASE)
    profile.preferences.keep(
        Preferences(provider_name="Cabinet Exemple", lead_consultant="Consultante", scheme_id=SCHEME)
    )
    sealed = _fill(profile.workbench())
    profile.lock()
    return World(folder, profile, sealed)


def _fill(bench: Workbench) -> tuple[SealedVersion, ...]:
    from app.packs.demo_company import shipped_demo

    library = bench.library
    scheme, referential = library.scheme(SCHEME), library.referential(DEFAULT_REFERENTIAL)
    mission_id = build_demo_mission(bench, shipped_demo())
    for asked in (SealAsked(VersionKind.DIAGNOSTIC), SealAsked(VersionKind.CORRECTION, "date corrigée")):
        answer_warnings(bench, mission_id, asked.kind)
        seal_version(
            bench.unit_of_work, mission_id, asked,
            scheme=scheme, referential=referential, write=bench.write_document, clock=lambda: datetime.now(UTC),
        )  # fmt: skip
        reopen_mission(bench.unit_of_work, mission_id, clock=bench.clock)
    for name in OTHERS:
        open_mission(
            bench.unit_of_work, NewMission(name, "", scheme, referential), clock=bench.clock, new_id=bench.new_id
        )
    with bench.unit_of_work() as uow:
        return uow.sealed.of(mission_id)


def faults_of(world: World) -> list[str]:
    """What is wrong with the profile once the window is closed: nothing, or a sentence for each fault."""
    from app.infra.slots import unlock_with_passphrase
    from app.models.storage import open_storage

    storage = open_storage(world.folder, unlock_with_passphrase(world.folder, PASSPHRASE))
    try:
        found = [] if storage.integrity_ok() else ["the database fails its integrity check"]
        rows = storage.read_missions()
        for row in rows:
            read_mission(storage.unit_of_work, row.id)
        with storage.unit_of_work() as uow:
            versions = [one for row in rows for one in uow.sealed.of(row.id)]
    finally:
        storage.close()
    found += [f"{one.mission_id} {one.version}: other bytes" for one in world.sealed if one not in versions]
    found += [
        f"{one.mission_id} {one.version}: not its hash" for one in versions if sha256_of(one.document) != one.sha256
    ]
    return found
