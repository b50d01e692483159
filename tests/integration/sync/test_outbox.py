"""The outbox against a real server: enrolment, deposit, cuts, refusals; « Déposée » only with a verified receipt."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.errors import DomainError
from app.services.errors import EnvironmentFailure
from app.services.jobs import Cancelled
from app.services.rows import DepositState
from app.sync.contract.protocol import version_path
from app.sync.contract.receipt import check_receipt, key_id, signer_of
from tests.support.lines import Relay
from tests.support.profile import Profile, Unwatched
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file, a_version


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    opened = Profile(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def enrolled(profile: Profile, regional_server: RegionalServer) -> Profile:
    profile.outbox.enrol(regional_server.url, regional_server.code(), "portable d’essai")
    return profile


def stored_versions(server: RegionalServer, mission_id: UUID) -> list[int]:
    """Numbers of the versions that the server's own file holds."""
    with closing(sqlite3.connect(f"file:{server.data / 'regional.db'}?mode=ro", uri=True)) as connection:
        query = "SELECT number FROM version WHERE mission_id = ? ORDER BY number"
        return [row[0] for row in connection.execute(query, (mission_id.hex,))]


def test_enrolment_pins_the_servers_key(profile: Profile, regional_server: RegionalServer) -> None:
    assert profile.outbox.membership() is None

    made = profile.outbox.enrol(f" {regional_server.url}/ ", regional_server.code().lower().replace("-", " "), "essai")

    assert made.public_key == regional_server.public_key()
    assert (made.url, made.server) == (regional_server.url, "Serveur régional Jalon")
    assert profile.outbox.membership() == made


def test_a_code_serves_once(profile: Profile, regional_server: RegionalServer) -> None:
    code = regional_server.code()
    first = profile.outbox.enrol(regional_server.url, code, "essai")

    for wrong in (code, "7F3K-9QWX-2MNP", "court"):
        with pytest.raises(DomainError, match=r"enrolment\.code_refused"):
            profile.outbox.enrol(regional_server.url, wrong, "essai")

    assert profile.outbox.membership() == first


def test_a_version_is_deposited_with_a_verified_receipt(enrolled: Profile, regional_server: RegionalServer) -> None:
    sealed = enrolled.seal(a_mission_file())

    done = enrolled.outbox.deposit(sealed.mission_id, 1, Unwatched())

    assert (done.state, done.attempts, done.last_code) == (DepositState.DEPOSITED, 1, "")
    assert done == enrolled.kept(sealed.mission_id)
    key = regional_server.public_key()
    body = check_receipt(done.receipt, key, mission_id=sealed.mission_id, version=1, sha256=sealed.sha256)
    assert body.funding_checked
    again = enrolled.outbox.deposit(sealed.mission_id, 1, Unwatched())
    assert again.receipt == done.receipt
    assert enrolled.kept(sealed.mission_id) == done
    assert stored_versions(regional_server, sealed.mission_id) == [1]


@pytest.mark.parametrize("cut", [None, "before_commit", "after_commit"])
def test_exactly_one_version_whatever_is_cut(
    profile: Profile, regional_server: RegionalServer, cut: str | None
) -> None:
    with Relay(regional_server.url) as relay:
        profile.outbox.enrol(relay.url, regional_server.code(), "essai")
        sealed = profile.seal(a_mission_file())
        relay.cut = cut
        waits = Unwatched()

        done = profile.outbox.deposit(sealed.mission_id, 1, waits)
        profile.outbox.close()

    assert relay.cuts == len(waits.waits) == (0 if cut is None else 1)
    assert (done.state, done.attempts) == (DepositState.DEPOSITED, 1 + relay.cuts)
    assert stored_versions(regional_server, sealed.mission_id) == [1]
    read_back = regional_server.request("GET", version_path(sealed.mission_id, 1))
    assert read_back.status_code == 401


def test_a_cut_line_is_told_and_left_waiting_when_cancelled(profile: Profile, regional_server: RegionalServer) -> None:
    with Relay(regional_server.url) as relay:
        profile.outbox.enrol(relay.url, regional_server.code(), "essai")
        sealed = profile.seal(a_mission_file())
        relay.cut = "after_commit"
        with pytest.raises(Cancelled):
            profile.outbox.deposit(sealed.mission_id, 1, Unwatched(cancel_at=1))
        kept = profile.kept(sealed.mission_id)
        assert (kept.state, kept.attempts, kept.last_code) == (DepositState.WAITING, 1, "server.cut")
        assert kept.last_attempt_at is not None

        [done] = profile.outbox.deposit_pending(Unwatched())
        profile.outbox.close()

    assert (done.state, done.attempts, done.last_code) == (DepositState.DEPOSITED, 2, "")
    assert stored_versions(regional_server, sealed.mission_id) == [1]


def test_receipts_of_a_new_key_are_believed_by_the_chain_alone(
    enrolled: Profile, regional_server: RegionalServer
) -> None:
    pinned = regional_server.public_key()
    before = enrolled.seal(a_mission_file())
    enrolled.outbox.deposit(before.mission_id, 1, Unwatched())
    for _ in range(2):
        regional_server.run("rotate-key")
    regional_server.stop()
    regional_server.start()
    after = enrolled.seal(a_mission_file())

    first = enrolled.outbox.deposit(after.mission_id, 1, Unwatched())
    again = enrolled.outbox.deposit(before.mission_id, 1, Unwatched())

    assert (first.state, again.state) == (DepositState.DEPOSITED, DepositState.DEPOSITED)
    assert signer_of(first.receipt) == key_id(regional_server.public_key()) != key_id(pinned)
    assert signer_of(again.receipt) == key_id(pinned)
    membership = enrolled.outbox.membership()
    assert membership is not None
    assert membership.public_key == pinned


def test_versions_leave_in_order(enrolled: Profile, regional_server: RegionalServer) -> None:
    file = a_mission_file()
    first = enrolled.seal(file)
    enrolled.seal(file, first)

    done = enrolled.outbox.deposit(file.mission.id, 2, Unwatched())

    assert (done.version, done.state) == (2, DepositState.DEPOSITED)
    assert enrolled.kept(file.mission.id, 1).state is DepositState.DEPOSITED
    assert stored_versions(regional_server, file.mission.id) == [1, 2]


def test_a_conflict_is_refused_told_and_holds_what_follows(
    enrolled: Profile, regional_server: RegionalServer, tmp_path: Path
) -> None:
    file = a_mission_file()
    other = Profile(tmp_path / "other")
    other.outbox.enrol(regional_server.url, regional_server.code("Exemple"), "essai")
    enrolled.outbox.enrol(regional_server.url, regional_server.code("Exemple"), "essai")
    theirs = other.seal(a_mission_file(file.mission.id))
    other.outbox.deposit(theirs.mission_id, 1, Unwatched())
    other.close()
    first = enrolled.seal(file)
    enrolled.seal(file, first)

    done = enrolled.outbox.deposit_pending(Unwatched())

    assert [(one.version, one.state, one.last_code) for one in done] == [
        (1, DepositState.REFUSED, "deposit.conflict"),
        (2, DepositState.WAITING, "deposit.earlier_waits"),
    ]
    assert [one.receipt for one in done] == [b"", b""]
    assert enrolled.kept(file.mission.id, 2).attempts == 0
    assert stored_versions(regional_server, file.mission.id) == [1]


def test_another_providers_mission_is_refused(enrolled: Profile, regional_server: RegionalServer) -> None:
    sealed = a_version(a_mission_file())
    regional_server.put(regional_server.enrol(), version_path(sealed.mission_id, 1), sealed.document)
    mine = enrolled.seal(a_mission_file(sealed.mission_id))

    done = enrolled.outbox.deposit(mine.mission_id, 1, Unwatched())

    assert (done.state, done.last_code) == (DepositState.REFUSED, "deposit.foreign")


def test_a_gap_between_the_clocks_is_told_beside_the_success(enrolled: Profile) -> None:
    enrolled.now = datetime.now(UTC) + timedelta(minutes=6)
    real, fictional = enrolled.seal(a_mission_file()), enrolled.seal(a_mission_file(fictional=True))

    done = [enrolled.outbox.deposit(one.mission_id, 1, Unwatched()) for one in (real, fictional)]

    assert [(one.state, one.last_code) for one in done] == [
        (DepositState.DEPOSITED, "clock.gap"),
        (DepositState.DEPOSITED, ""),
    ]


def test_nothing_leaves_before_the_enrolment(profile: Profile) -> None:
    sealed = profile.seal(a_mission_file())
    with pytest.raises(DomainError, match=r"deposit\.not_enrolled"):
        profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
    with pytest.raises(DomainError, match=r"deposit\.not_enrolled"):
        profile.outbox.deposit_pending(Unwatched())


def test_a_version_that_is_not_queued_is_refused(enrolled: Profile) -> None:
    with pytest.raises(DomainError, match=r"deposit\.not_queued"):
        enrolled.outbox.deposit(UUID(int=1), 1, Unwatched())


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://exemple.fr", "server.address_insecure"),
        ("http://127.0.0.1.exemple.fr", "server.address_insecure"),
        ("ftp://exemple.fr", "server.address_invalid"),
        ("exemple.fr", "server.address_invalid"),
        ("https://moi:secret@exemple.fr", "server.address_invalid"),
        ("https://exemple.fr/?a=b", "server.address_invalid"),
        ("https://", "server.address_invalid"),
        ("https://exemple.fr:port", "server.address_invalid"),
        ("", "server.address_invalid"),
    ],
)
def test_addresses_that_are_refused(profile: Profile, address: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        profile.outbox.enrol(address, "7F3K-9QWX-2MNP", "essai")
    assert refusal.value.code == code


def test_a_restarted_server_keeps_everything(profile: Profile, tmp_path: Path) -> None:
    server = RegionalServer(tmp_path / "region")
    server.start()
    profile.outbox.enrol(server.url, server.code(), "essai")
    file = a_mission_file()
    first = profile.seal(file)
    receipt = profile.outbox.deposit(first.mission_id, 1, Unwatched()).receipt

    server.stop(signal.SIGKILL)
    profile.seal(file, first)
    away = profile.outbox.deposit(first.mission_id, 2, Unwatched())
    server.start()
    back = profile.outbox.deposit(first.mission_id, 2, Unwatched())
    again = profile.outbox.deposit(first.mission_id, 1, Unwatched())
    status = server.stop()

    assert (away.state, away.attempts, away.last_code) == (DepositState.WAITING, 1, "server.unreachable")
    assert (back.state, back.attempts) == (DepositState.DEPOSITED, 2)
    assert again.receipt == receipt
    assert status == 0


def test_a_laptop_that_the_server_forgot_waits_for_a_new_code(profile: Profile, tmp_path: Path) -> None:
    server = RegionalServer(tmp_path / "region")
    server.start()
    profile.outbox.enrol(server.url, server.code(), "essai")
    sealed = profile.seal(a_mission_file())
    with closing(sqlite3.connect(server.data / "regional.db")) as connection:
        connection.execute("DELETE FROM device")
        connection.commit()
    waits = Unwatched()

    done = profile.outbox.deposit(sealed.mission_id, 1, waits)
    server.stop()

    assert (done.state, done.last_code, done.attempts) == (DepositState.WAITING, "token.refused", 1)
    assert waits.waits == []


def test_after_too_many_wrong_codes_one_has_to_wait(profile: Profile, tmp_path: Path) -> None:
    data = tmp_path / "region"
    data.mkdir()
    (data / "server.toml").write_text("# essai\nmax_failures = 2\n")
    server = RegionalServer(data)
    server.start()
    for _ in range(2):
        with pytest.raises(DomainError, match=r"enrolment\.code_refused"):
            profile.outbox.enrol(server.url, "7F3K-9QWX-2MNP", "essai")

    with pytest.raises(EnvironmentFailure) as refusal:
        profile.outbox.enrol(server.url, server.code(), "essai")
    server.stop()

    assert refusal.value.code == "server.refused"
    assert str(refusal.value.params["detail"]).startswith("Trop de codes faux")
