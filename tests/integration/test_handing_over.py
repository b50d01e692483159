"""« Transmettre »: one writer at a time, between two laptops with real files; what is private does not travel."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.attachment import AttachmentLink, FieldAudience
from app.domain.errors import DomainError, InvalidData
from app.domain.journal import EventKind, first_broken
from app.domain.mission import MissionState, VersionKind
from app.services.attachments import Source, add_attachments, save_attachment
from app.services.closing import SealAsked, seal_version
from app.services.exchange import Addressee
from app.services.handing_over import hand_over, handover_of, package_of, receive_package, take_back
from app.services.importing import import_contents
from app.services.missions import frame_mission, reopen_mission
from tests.support.desk import Desk, desk_in
from tests.support.explained import answer_warnings
from tests.support.profile import Unwatched


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    with ExitStack() as stack:
        folders = [tmp_path / name for name in ("mine", "theirs")]
        for folder in folders:
            folder.mkdir()
        first, second = (stack.enter_context(desk_in(folder)) for folder in folders)
        yield first, second


def sent(giver: Desk, taker: Desk, mission_id: UUID) -> bytes:
    """Hand a mission over, as the file that the taker opens."""
    bench = giver.workbench
    hand_over(bench.unit_of_work, mission_id, "Collègue de l’essai", clock=bench.clock)
    return written(giver, taker, mission_id)


def written(giver: Desk, taker: Desk, mission_id: UUID) -> bytes:
    bench = giver.workbench
    data = bench.exchange.write_package(package_of(bench.unit_of_work, mission_id))
    return bench.exchange.lock(data, Addressee(taker.workbench.exchange.own_key()))


def taken(taker: Desk, locked: bytes) -> bool:
    """Open the file and keep what it holds; whether the mission came back."""
    bench = taker.workbench
    data = bench.exchange.open(locked)
    assert bench.exchange.is_package(data)
    package = bench.exchange.read_package(data)
    import_contents(bench.attachments, bench.prepare_attachment, package.file, bench.exchange.package_contents(data))
    referential = bench.library.referential(package.file.mission.referential)
    return receive_package(
        bench.unit_of_work, package, referential=referential, read=bench.exchange.sealed_file, clock=bench.clock
    )


def frame(desk: Desk, mission_id: UUID, summary: str) -> None:
    bench = desk.workbench
    frame_mission(bench.unit_of_work, mission_id, lambda one: replace(one, summary=summary), clock=bench.clock)


def state(desk: Desk, mission_id: UUID) -> MissionState:
    with desk.workbench.unit_of_work() as uow:
        return uow.missions.state(mission_id)


def seal(desk: Desk, mission_id: UUID) -> None:
    bench = desk.workbench
    answer_warnings(bench, mission_id, VersionKind.DIAGNOSTIC)
    with bench.unit_of_work() as uow:
        file = uow.missions.file(mission_id)
    seal_version(
        bench.unit_of_work,
        mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=bench.library.scheme(file.mission.scheme),
        referential=bench.library.referential(file.mission.referential),
        write=bench.write_document,
        clock=bench.clock,
    )


def attach(desk: Desk, mission_id: UUID, content: bytes, audience: FieldAudience = FieldAudience.COMPANY) -> None:
    bench = desk.workbench
    source = Source("releve.txt", lambda: content)
    added = add_attachments(bench.attachment_desk, mission_id, [source], AttachmentLink(), Unwatched())
    save_attachment(bench.unit_of_work, mission_id, replace(added.kept[0], audience=audience), clock=bench.clock)


def test_a_whole_mission_goes_and_comes_back_without_what_is_private(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open_demo()
    attach(mine, mission_id, b"Shared with the company.")
    attach(mine, mission_id, b"For the consultant alone.", FieldAudience.PRIVATE)
    bench = mine.workbench
    note = "Entre nous."
    frame_mission(bench.unit_of_work, mission_id, lambda one: replace(one, private_notes=note), clock=bench.clock)
    with bench.unit_of_work() as uow:
        before = uow.missions.file(mission_id)

    assert not taken(theirs, sent(mine, theirs, mission_id))

    with theirs.workbench.unit_of_work() as uow:
        there = uow.missions.file(mission_id)
        events = uow.journal.of(mission_id)
    assert there.mission == replace(before.mission, private_notes="")
    assert [one.private_notes for one in there.sessions] == [""] * len(before.sessions)
    assert [one.name for one in there.attachments] == ["releve.txt"]
    assert theirs.workbench.attachments.read(there.attachments[0].sha256) == b"Shared with the company."
    assert (there.ledger, there.actions, there.scenarios) == (before.ledger, before.actions, before.scenarios)
    assert there.assessments == before.assessments
    assert [one.kind for one in events[-2:]] == [EventKind.HANDED_OVER, EventKind.RECEIVED]
    assert first_broken(events) is None

    frame(theirs, mission_id, "Trois gestes d’abord.")
    assert taken(mine, sent(theirs, mine, mission_id))

    with bench.unit_of_work() as uow:
        back = uow.missions.file(mission_id)
        assert first_broken(uow.journal.of(mission_id)) is None
    assert (back.mission.summary, back.mission.private_notes) == ("Trois gestes d’abord.", note)
    assert [one.private_notes for one in back.sessions] == [one.private_notes for one in before.sessions]
    assert {one.audience for one in back.attachments} == {FieldAudience.COMPANY, FieldAudience.PRIVATE}
    assert handover_of(bench.unit_of_work, mission_id) is None
    assert state(theirs, mission_id) is MissionState.AWAY


def test_what_is_away_is_read_and_not_written(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open()
    sent(mine, theirs, mission_id)
    for write in (
        lambda: frame(mine, mission_id, "encore"),
        lambda: sent(mine, theirs, mission_id),
        lambda: reopen_mission(mine.workbench.unit_of_work, mission_id, clock=mine.workbench.clock),
    ):
        with pytest.raises(DomainError) as refusal:
            write()
        assert refusal.value.code == "mission.away"
    left = handover_of(mine.workbench.unit_of_work, mission_id)
    assert left is not None
    assert left.colleague == "Collègue de l’essai"


def test_a_double_return_and_a_stale_copy_are_refused(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open()
    going = sent(mine, theirs, mission_id)
    to_me = written(mine, mine, mission_id)
    with pytest.raises(DomainError, match=r"handover\.own_file"):
        taken(mine, to_me)
    taken(theirs, going)
    with pytest.raises(DomainError, match=r"handover\.already_here"):
        taken(theirs, going)
    coming = sent(theirs, mine, mission_id)
    taken(mine, coming)
    frame(mine, mission_id, "Écrit après le retour.")
    with pytest.raises(DomainError, match=r"handover\.already_here"):
        taken(mine, coming)
    sent(mine, theirs, mission_id)
    with pytest.raises(DomainError, match=r"handover\.stale"):
        taken(mine, coming)
    with mine.workbench.unit_of_work() as uow:
        assert uow.missions.get(mission_id).summary == "Écrit après le retour."


def test_what_was_taken_back_does_not_come_back(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open()
    taken(theirs, sent(mine, theirs, mission_id))
    take_back(mine.workbench.unit_of_work, mission_id, clock=mine.workbench.clock)
    frame(mine, mission_id, "Repris ici.")
    late = sent(theirs, mine, mission_id)
    with pytest.raises(DomainError, match=r"handover\.taken_back"):
        taken(mine, late)
    sent(mine, theirs, mission_id)
    with pytest.raises(DomainError, match=r"handover\.stale"):
        taken(mine, late)
    with pytest.raises(DomainError, match=r"mission\.not_away"):
        take_back(theirs.workbench.unit_of_work, theirs.open("Autre Exemple"), clock=theirs.workbench.clock)


def test_sealed_versions_go_along_and_the_next_one_follows(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open_demo()
    attach(mine, mission_id, b"Shared with the company.")
    seal(mine, mission_id)
    reopen_mission(mine.workbench.unit_of_work, mission_id, clock=mine.workbench.clock)
    taken(theirs, sent(mine, theirs, mission_id))
    seal(theirs, mission_id)
    with mine.workbench.unit_of_work() as uow:
        first = uow.sealed.of(mission_id)
    with theirs.workbench.unit_of_work() as uow:
        versions = uow.sealed.of(mission_id)
        waiting = uow.deposits.of(mission_id)
        parts = uow.attachments.sealed_in(mission_id, 1)
    assert versions[:1] == first
    assert [one.version for one in waiting] == [1, 2]
    assert versions[1].replaces == first[0].sha256
    assert len(parts) == 1


@pytest.mark.parametrize("scheme", ["occitanie-2020-2022"])
def test_any_draft_travels_even_without_an_answer(laptops: tuple[Desk, Desk], scheme: str) -> None:
    mine, theirs = laptops
    mission_id = mine.open(scheme=scheme)
    with mine.workbench.unit_of_work() as uow:
        before = uow.missions.file(mission_id)
    taken(theirs, sent(mine, theirs, mission_id))
    with theirs.workbench.unit_of_work() as uow:
        assert uow.missions.file(mission_id) == before


def test_an_altered_or_foreign_file_is_refused_and_nothing_is_written(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open()
    locked = sent(mine, mine, mission_id)
    with pytest.raises(InvalidData, match=r"archive\.other_key"):
        taken(theirs, locked)
    with theirs.workbench.unit_of_work() as uow:
        with pytest.raises(DomainError, match=r"mission\.unknown"):
            uow.missions.get(mission_id)
        assert uow.journal.of(mission_id) == ()
