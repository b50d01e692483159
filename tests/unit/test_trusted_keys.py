"""Keys that a laptop believes: the pinned one and those that it vouches for, asked for once, forgotten with the enrolment."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.errors import InvalidData
from app.services.workbench import Membership
from app.sync.contract.canonical import read_canonical
from app.sync.contract.keychain import KeyChain, KeyLink, KeyLinkBody, read_link
from app.sync.contract.receipt import key_id
from app.sync.contract.signatures import signed
from app.sync.trust import TrustedKeys

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
FIRST, SECOND, THIRD = (Ed25519PrivateKey.from_private_bytes(bytes([rank]) * 32) for rank in (1, 2, 3))


class Secrets:
    """Secrets of a profile, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def secret(self, name: str) -> bytes | None:
        """The secret of a name."""
        return self.kept.get(name)

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a secret."""
        self.kept[name] = value


def raw(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def link(signer: Ed25519PrivateKey, following: Ed25519PrivateKey, told: Ed25519PrivateKey | None = None) -> KeyLink:
    """A handing over, which may say that another key signed it."""
    body = KeyLinkBody(
        schema=1,
        signed_by=key_id(raw(told or signer)),
        kid=key_id(raw(following)),
        public_key=raw(following).hex(),
        since=AT,
    )
    return read_link(signed(body, signer))


class Server:
    """What a server publishes, and how often it was asked."""

    def __init__(self, *links: KeyLink) -> None:
        self.links = list(links)
        self.asked = 0

    def __call__(self) -> KeyChain:
        self.asked += 1
        kid = key_id(raw(FIRST))
        return KeyChain(server="essai", kid=kid, first_public_key=raw(FIRST).hex(), links=self.links)


def membership(key: Ed25519PrivateKey = FIRST) -> Membership:
    return Membership("https://essai", "essai", key_id(raw(key)), raw(key))


def test_the_pinned_key_asks_nobody() -> None:
    server = Server()
    assert TrustedKeys(Secrets()).key(key_id(raw(FIRST)), membership(), server) == raw(FIRST)
    assert server.asked == 0


def test_a_chain_is_asked_for_once_and_kept() -> None:
    secrets, server = Secrets(), Server(link(FIRST, SECOND), link(SECOND, THIRD))
    for key in (THIRD, SECOND, THIRD):
        assert TrustedKeys(secrets).key(key_id(raw(key)), membership(), server) == raw(key)
    assert server.asked == 1


def test_what_a_former_enrolment_vouched_for_is_forgotten() -> None:
    secrets = Secrets()
    TrustedKeys(secrets).key(key_id(raw(SECOND)), membership(), Server(link(FIRST, SECOND)))
    assert TrustedKeys(secrets).key(key_id(raw(SECOND)), membership(THIRD), Server()) == raw(THIRD)


def test_a_key_that_nobody_vouches_for_leaves_the_pinned_one() -> None:
    server = Server(link(SECOND, THIRD))
    assert TrustedKeys(Secrets()).key(key_id(raw(THIRD)), membership(), server) == raw(FIRST)


def test_a_link_that_lies_about_its_signer_is_refused() -> None:
    secrets, server = Secrets(), Server(link(THIRD, SECOND, told=FIRST))
    with pytest.raises(InvalidData, match=r"key_chain\.broken"):
        TrustedKeys(secrets).key(key_id(raw(SECOND)), membership(), server)
    assert secrets.kept == {}


@pytest.mark.parametrize("data", [b"", b"{}", b'{"body":{},"signature":""}'])
def test_a_link_that_does_not_read_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match=r"key_chain\.unreadable"):
        read_link(data)
    assert read_canonical(b"{}") == {}
