"""Rotation of the signing key: receipts of every key verify with the first one alone, an interruption is finished."""

from dataclasses import replace

import pytest

from app.domain.errors import InvalidData
from app.sync.contract.keychain import KeyChain, keys_vouched_for
from app.sync.contract.receipt import key_id, read_receipt, signer_of
from server.deposits import Arrival, receive
from server.keychain import next_path
from server.keys import new_key
from server.region import Region, open_region
from server.rotation import chain_of, public_key_of, rotate
from tests.support.sealed import a_mission_file, a_version


def deposited(region: Region, arrival: Arrival) -> bytes:
    """Receipt of a mission of its own, deposited now."""
    sealed = a_version(a_mission_file())
    return receive(region, replace(arrival, mission_id=sealed.mission_id, data=sealed.document)).receipt


def opened_again(region: Region) -> Region:
    return open_region(region.settings, region.clock)


def test_receipts_verify_across_rotations_with_the_first_key_alone(region: Region, arrival: Arrival) -> None:
    receipts, now = [], region
    for _ in range(3):
        receipts.append(deposited(now, arrival))
        now = rotate(now)
    receipts.append(deposited(now, arrival))
    published = KeyChain.model_validate_json(chain_of(now).model_dump_json(by_alias=True))

    first = bytes.fromhex(published.first_public_key)
    keys = keys_vouched_for(first, published.links)
    assert first == region.public_key
    assert [signer_of(one) for one in receipts] == list(keys)
    assert published.kid == now.kid == list(keys)[-1]
    for one in receipts:
        assert read_receipt(one, keys[signer_of(one)]).version == 1
        assert public_key_of(region, signer_of(one)) == keys[signer_of(one)]


def test_a_laptop_enrolled_later_trusts_from_its_own_key_on(region: Region) -> None:
    second = rotate(region)
    third = rotate(second)
    keys = keys_vouched_for(second.public_key, chain_of(third).links)
    assert list(keys) == [second.kid, third.kid]


def test_a_link_that_the_trusted_key_did_not_sign_is_refused(region: Region) -> None:
    second = rotate(region)
    [link] = chain_of(second).links
    other = new_key(region.settings.data / "autre.pem").public_key().public_bytes_raw()
    forged = [
        link.model_copy(
            update={"body": link.body.model_copy(update={"public_key": other.hex(), "kid": key_id(other)})}
        ),
        link.model_copy(update={"signature": "AAAA"}),
    ]
    for one in forged:
        with pytest.raises(InvalidData, match=r"key_chain\.broken"):
            keys_vouched_for(region.public_key, [one])
    assert list(keys_vouched_for(other, [link])) == [key_id(other)]


def test_the_key_of_the_folder_follows_and_the_old_one_is_gone(region: Region) -> None:
    second = rotate(region)
    files = {path.name: path.read_bytes() for path in region.settings.data.iterdir() if path.suffix == ".pem"}
    assert list(files) == ["signing-key.pem"]
    again = opened_again(region)
    assert (again.kid, again.public_key) == (second.kid, second.public_key)
    again.database.close()


def test_a_rotation_cut_before_the_base_knows_is_forgotten(region: Region) -> None:
    new_key(next_path(region.settings.key_path))
    again = opened_again(region)
    assert again.kid == region.kid
    assert not next_path(region.settings.key_path).exists()
    again.database.close()


def test_a_rotation_cut_after_the_base_knows_is_finished(region: Region) -> None:
    path = region.settings.key_path
    before = path.read_bytes()
    second = rotate(region)
    path.rename(next_path(path))
    path.write_bytes(before)
    path.chmod(0o600)
    again = opened_again(region)
    assert again.kid == second.kid
    again.database.close()


def test_another_key_than_the_chains_is_refused(region: Region) -> None:
    path = region.settings.key_path
    path.unlink()
    with pytest.raises(InvalidData, match=r"signing_key\.not_current"):
        opened_again(region)
    new_key(path)
    with pytest.raises(InvalidData, match=r"signing_key\.not_current"):
        opened_again(region)
    with pytest.raises(InvalidData, match=r"signing_key\.not_current"):
        rotate(replace(region, key=new_key(region.settings.data / "autre.pem")))
