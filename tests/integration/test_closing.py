"""Closing on a real encrypted file: what blocks, what is sealed, what a full disk leaves, what another machine imports."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import pytest

from app.bootstrap.workbench import bind, workbench_at
from app.domain.checks import Severity
from app.domain.de_minimis import AidReceived
from app.domain.errors import CodedError, DomainError, InvalidData
from app.domain.explanations import Explanation
from app.domain.mission import MissionFile, MissionState, Seal, SealedVersion, VersionKind
from app.domain.quantities import Cents
from app.models.storage import open_storage
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import shipped_second_act
from app.services.closing import SealAsked, explain_warning, look_before_closing, seal_version
from app.services.demo import build_demo_mission, open_demo_mission, play_accompaniment, play_exit
from app.services.errors import EnvironmentFailure
from app.services.importing import import_version
from app.services.missions import frame_mission, read_mission, reopen_mission
from app.services.rows import MissionQuery, ShownState
from app.services.statements import save_aid_received
from app.services.workbench import Workbench
from app.sync.contract.unseal import unseal

AT = datetime(2021, 9, 28, 14, 42, tzinfo=UTC)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    folder = tmp_path / "profile"
    folder.mkdir()
    with workbench_at(folder, secrets.token_bytes(32), clock=lambda: AT) as opened:
        yield opened


@pytest.fixture
def mission_id(bench: Workbench) -> UUID:
    return build_demo_mission(bench, shipped_demo())


def seal(
    bench: Workbench, mission_id: UUID, kind: VersionKind = VersionKind.DIAGNOSTIC, reason: str = ""
) -> SealedVersion:
    mission = read_mission(bench.unit_of_work, mission_id).mission
    return seal_version(
        bench.unit_of_work,
        mission_id,
        SealAsked(kind, reason),
        scheme=bench.library.scheme(mission.scheme),
        referential=bench.library.referential(mission.referential),
        write=bench.write_document,
        clock=bench.clock,
    )


def without_private(file: MissionFile) -> MissionFile:
    """What the document may hold: no private note, no theme that has no answer at all."""
    return replace(
        file,
        mission=replace(file.mission, private_notes=""),
        sessions=tuple(replace(session, private_notes="") for session in file.sessions),
    )


def test_the_document_gives_back_the_whole_mission(bench: Workbench, mission_id: UUID) -> None:
    sealed = seal(bench, mission_id)
    found = unseal(sealed.document)
    assert found.sealed == sealed
    assert found.file == without_private(read_mission(bench.unit_of_work, mission_id))


def test_the_same_mission_sealed_at_the_same_instant_gives_the_same_bytes(bench: Workbench, mission_id: UUID) -> None:
    sealed = seal(bench, mission_id)
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    shuffled = replace(
        file,
        assessments=tuple(
            replace(one, answers=MappingProxyType(dict(reversed(list(one.answers.items())))))
            for one in file.assessments
        ),
    )
    again = Seal(1, sealed.kind, "", AT, "", unseal(sealed.document).journal)
    assert bench.write_document(shuffled, scheme, referential, again) == sealed.document


def test_the_complete_mission_gives_nothing_to_mend_or_explain(bench: Workbench, mission_id: UUID) -> None:
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    assert look_before_closing(file, scheme, referential, VersionKind.DIAGNOSTIC, clock=bench.clock) == ()


def test_the_second_act_gives_nothing_to_mend_or_explain_at_exit(bench: Workbench, mission_id: UUID) -> None:
    first = seal(bench, mission_id)
    act = shipped_second_act(shipped_demo())
    play_accompaniment(bench, mission_id, act)
    play_exit(bench, mission_id, act)
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    left_at = datetime(2022, 12, 12, 10, 15, tzinfo=UTC)
    assert look_before_closing(file, scheme, referential, VersionKind.EXIT, clock=lambda: left_at) == ()
    second = seal(replace(bench, clock=lambda: left_at), mission_id, VersionKind.EXIT)
    assert second.replaces == first.sha256
    assert unseal(second.document).file == without_private(read_mission(bench.unit_of_work, mission_id))


def test_an_incomplete_mission_is_not_sealed_and_says_why(bench: Workbench) -> None:
    mission_id = open_demo_mission(bench, shipped_demo())
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    found = look_before_closing(file, scheme, referential, VersionKind.DIAGNOSTIC, clock=bench.clock)
    errors = {finding.id for finding in found if finding.severity is Severity.ERROR}
    assert {"answers.entry_incomplete", "days.none", "plan.empty", "funding.no_scenario"} <= errors
    assert all(bench.phrase(finding.id, **dict(finding.params)) for finding in found)
    with pytest.raises(DomainError) as refusal:
        seal(bench, mission_id)
    assert (refusal.value.code, refusal.value.params["errors"]) == ("closing.blocked", len(errors))
    with bench.unit_of_work() as uow:
        assert uow.sealed.of(mission_id) == ()


def test_an_abandoned_mission_keeps_what_was_done_and_says_why(bench: Workbench) -> None:
    mission_id = open_demo_mission(bench, shipped_demo())
    with pytest.raises(DomainError, match="closing.reason_missing"):
        seal(bench, mission_id, VersionKind.ABANDONED)
    sealed = seal(bench, mission_id, VersionKind.ABANDONED, "L’entreprise est vendue.")
    assert unseal(sealed.document).sealed.reason == "L’entreprise est vendue."


def warn_twice(bench: Workbench, mission_id: UUID) -> tuple[Explanation, ...]:
    """Make two warnings fire; answers to them, the sentences still empty."""
    clock = bench.clock
    frame_mission(
        bench.unit_of_work,
        mission_id,
        lambda mission: replace(mission, summary="", next_day=date(2021, 9, 27)),
        clock=clock,
    )
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    found = look_before_closing(file, scheme, referential, VersionKind.DIAGNOSTIC, clock=clock)
    assert [finding.id for finding in found] == ["identity.summary", "identity.next_day"]
    return tuple(
        Explanation(finding.id, finding.subject, bench.phrase(finding.id, **dict(finding.params)), "")
        for finding in found
    )


def test_a_warning_wants_its_sentence_which_is_sealed_and_imported(
    bench: Workbench, mission_id: UUID, tmp_path: Path
) -> None:
    summary, next_day = warn_twice(bench, mission_id)
    answer = replace(next_day, sentence="Réunion tenue le 27, la suivante est à fixer.")
    explain_warning(bench.unit_of_work, mission_id, answer, clock=bench.clock)
    gone = Explanation("days.before_opening", "count=3", "Un avertissement disparu.", "Une phrase sans objet.")
    explain_warning(bench.unit_of_work, mission_id, gone, clock=bench.clock)
    with pytest.raises(DomainError) as refusal:
        seal(bench, mission_id)
    assert (refusal.value.code, refusal.value.params["warnings"]) == ("closing.unexplained", 1)
    assert "attend sa phrase" in bench.sentence(refusal.value)
    explain_warning(
        bench.unit_of_work, mission_id, replace(summary, sentence="  Dit  de vive voix. "), clock=bench.clock
    )
    sealed = seal(bench, mission_id)
    kept = read_mission(bench.unit_of_work, mission_id).explanations
    assert [(one.rule, one.sentence) for one in kept] == [
        ("identity.summary", "Dit  de vive voix."),
        ("identity.next_day", "Réunion tenue le 27, la suivante est à fixer."),
    ]
    assert unseal(sealed.document).file.explanations == kept
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with workbench_at(elsewhere, secrets.token_bytes(32), clock=lambda: AT) as other:
        file, version = other.read_archive(bench.write_archive(sealed))
        referential = other.library.referential(file.mission.referential)
        assert import_version(other.unit_of_work, file, version, referential=referential, clock=other.clock)
        assert read_mission(other.unit_of_work, mission_id).explanations == kept


def test_a_sentence_taken_back_is_wanted_again(bench: Workbench, mission_id: UUID) -> None:
    for one in warn_twice(bench, mission_id):
        for sentence in ("Vu avec la direction.", " "):
            explain_warning(bench.unit_of_work, mission_id, replace(one, sentence=sentence), clock=bench.clock)
    with pytest.raises(DomainError, match=r"closing\.unexplained") as refusal:
        seal(bench, mission_id)
    assert refusal.value.params["warnings"] == 2


def test_de_minimis_aid_is_sealed_and_what_is_not_stated_leaves_no_trace(bench: Workbench, mission_id: UUID) -> None:
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    without = bench.write_document(
        replace(file, aids_received=()), scheme, referential, Seal(1, VersionKind.DIAGNOSTIC, "", AT, "")
    )
    assert not {"aids_received", "explanations"} & set(json.loads(without))
    aid = AidReceived(date(2020, 3, 1), Cents(1_200_000), " Région ", "1407/2013", of_group=True, id=bench.new_id())
    save_aid_received(bench.unit_of_work, mission_id, aid, clock=bench.clock)
    sealed = seal(bench, mission_id)
    kept = read_mission(bench.unit_of_work, mission_id).aids_received
    assert replace(aid, grantor="Région") in kept
    assert unseal(sealed.document).file.aids_received == kept


def test_a_sealed_mission_is_read_only_until_it_is_reopened(bench: Workbench, mission_id: UUID) -> None:
    first = seal(bench, mission_id)
    with pytest.raises(DomainError, match="mission.sealed"):
        seal(bench, mission_id)
    reopen_mission(bench.unit_of_work, mission_id, clock=bench.clock)
    second = seal(bench, mission_id, VersionKind.CORRECTION, "Date de séance corrigée.")
    assert (second.version, second.replaces) == (2, first.sha256)
    with bench.unit_of_work() as uow:
        assert uow.sealed.of(mission_id) == (first, second)
        assert [one.version for one in uow.deposits.pending()] == [1, 2]


def test_a_full_disk_at_closing_leaves_the_same_draft(tmp_path: Path) -> None:
    storage = open_storage(tmp_path, secrets.token_bytes(32))
    bench = bind(storage, clock=lambda: AT, own_packs=tmp_path / "packs")
    mission_id = build_demo_mission(bench, shipped_demo())
    before = read_mission(bench.unit_of_work, mission_id)

    with storage.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(EnvironmentFailure) as failure:
        seal(bench, mission_id)
    assert failure.value.code == "disk.full"
    assert "Libérez de la place" in bench.sentence(failure.value).replace("\u00a0", " ")
    assert read_mission(bench.unit_of_work, mission_id) == before
    with bench.unit_of_work() as uow:
        assert (uow.sealed.of(mission_id), uow.deposits.of(mission_id)) == ((), ())

    with storage.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 4294967294")
    assert seal(bench, mission_id).version == 1
    assert storage.integrity_ok()
    storage.close()


def test_a_machine_that_has_nothing_imports_the_sealed_mission(
    bench: Workbench, mission_id: UUID, tmp_path: Path
) -> None:
    sealed = seal(bench, mission_id)
    archive = bench.write_archive(sealed)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with workbench_at(elsewhere, secrets.token_bytes(32), clock=lambda: AT) as other:
        file, version = other.read_archive(archive)
        referential = other.library.referential(file.mission.referential)
        assert import_version(other.unit_of_work, file, version, referential=referential, clock=other.clock)
        kept = read_mission(other.unit_of_work, mission_id)
        assert kept == without_private(read_mission(bench.unit_of_work, mission_id))
        assert kept.mission.state is MissionState.SEALED
        rows = other.missions(MissionQuery(search="durand")).rows
        assert [(row.state, row.entry_index, row.half_days) for row in rows] == [(ShownState.SEALED, 132, 10)]
        assert not import_version(other.unit_of_work, file, version, referential=referential, clock=other.clock)


def test_another_version_of_a_known_mission_is_never_merged(bench: Workbench, mission_id: UUID) -> None:
    sealed = seal(bench, mission_id)
    file, version = bench.read_archive(bench.write_archive(sealed))
    other = replace(version, sha256="0" * 64)
    referential = bench.library.referential(file.mission.referential)
    with pytest.raises(DomainError) as refusal:
        import_version(bench.unit_of_work, file, other, referential=referential, clock=bench.clock)
    assert refusal.value.code == "import.known_mission"


def test_an_archive_cut_or_altered_anywhere_is_refused_by_a_sentence(bench: Workbench, mission_id: UUID) -> None:
    archive = bench.write_archive(seal(bench, mission_id))
    wrong = [archive[:length] for length in range(0, len(archive), 331)]
    wrong += [archive[:place] + bytes([archive[place] ^ 0x55]) + archive[place + 1 :] for place in range(60, 4000, 397)]
    sentences = {refused(bench, data) for data in wrong}
    assert all(sentence.endswith(".") for sentence in sentences)
    assert bench.missions(MissionQuery()).total == 1


def refused(bench: Workbench, data: bytes) -> str:
    with pytest.raises(InvalidData) as refusal:
        bench.read_archive(data)
    error: CodedError = refusal.value
    return bench.sentence(error)
