"""Codes of enrolment, tokens of laptops and failures in time."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.errors import DomainError
from app.sync.contract.protocol import EnrolmentRequest
from server.deposits import Arrival, receive
from server.devices import device_of, enrol, enrolled_laptops, make_code, revoke
from server.problems import Refused
from server.region import Region
from server.tables import metadata
from tests.integration.server.conftest import Hand

HERE, THERE = "192.0.2.1", "192.0.2.2"


def request(code: str) -> EnrolmentRequest:
    return EnrolmentRequest(code=code, device_name="essai")


def test_a_code_expires(region: Region, hand: Hand) -> None:
    first, second = make_code(region), make_code(region)
    hand.advance(timedelta(hours=48) - timedelta(seconds=1))
    assert enrol(region, request(first), HERE).kid == region.kid
    hand.advance(timedelta(seconds=1))
    with pytest.raises(Refused, match=r"enrolment\.refused"):
        enrol(region, request(second), HERE)


@pytest.mark.parametrize("typed", ["abcd-efgh", "oOoO-1Il1"])
def test_a_code_is_read_as_a_person_types_it(region: Region, typed: str) -> None:
    with pytest.raises(Refused, match=r"enrolment\.refused"):
        enrol(region, request(typed), HERE)
    code = make_code(region)
    misread = code.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert enrol(region, request(misread), HERE).token


def test_failures_of_one_address_make_it_wait_and_no_other(region: Region, hand: Hand) -> None:
    for _ in range(3):
        with pytest.raises(Refused, match=r"enrolment\.refused"):
            enrol(region, request("7F3K-9QWX-2MNP"), HERE)
    code = make_code(region)
    with pytest.raises(Refused, match=r"enrolment\.too_many"):
        enrol(region, request(code), HERE)
    assert enrol(region, request(code), THERE).token
    hand.advance(timedelta(minutes=15))
    assert enrol(region, request(make_code(region)), HERE).token


def test_a_revoked_laptop_opens_nothing_and_its_missions_stay(region: Region, arrival: Arrival) -> None:
    made = enrol(region, request(make_code(region, "Exemple Conseil")), HERE)
    laptop = device_of(region, made.token)
    receipt = receive(region, replace(arrival, device=laptop)).receipt

    revoke(region, laptop.id)

    with pytest.raises(Refused, match=r"token\.refused"):
        device_of(region, made.token)
    [kept] = [one for one in enrolled_laptops(region) if one.id == laptop.id]
    assert (kept.provider, kept.revoked_at) == ("Exemple Conseil", region.clock())
    colleague = device_of(region, enrol(region, request(make_code(region, "Exemple Conseil")), HERE).token)
    assert receive(region, replace(arrival, device=colleague)).receipt == receipt
    with pytest.raises(DomainError, match=r"device\.unknown"):
        revoke(region, UUID(int=0))


def test_a_token_is_in_no_file_and_no_row(region: Region) -> None:
    made = enrol(region, request(make_code(region)), HERE)
    region.database.scrub([])
    with region.database.reading() as connection:
        rows = [str(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(table.select())]
    files = b"".join(path.read_bytes() for path in region.settings.data.iterdir())
    assert made.kid in "".join(rows)
    assert made.token not in "".join(rows)
    assert made.token.encode() not in files
