"""Files on a key, from the laptop's side: its own key, the Region's, encryption, and the files of « Transmettre »."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.errors import InvalidData
from app.domain.handover import Package
from app.domain.mission import MissionFile
from app.services.attachment_ports import AttachmentStore
from app.services.exchange import Addressee
from app.services.ports import Catalogues, SecretStore
from app.services.rows import Deposit

if TYPE_CHECKING:
    from app.sync.outbox import RegionalOutbox

IDENTITY_SECRET = "exchange_identity"  # noqa: S105 the name of a secret
_RECEIPT_BEGINS = b'{"body":'


class _Profile(SecretStore, Protocol):
    """An open profile: its secrets, and its photos and files."""

    @property
    def attachments(self) -> AttachmentStore:
        """Bytes of the photos and files."""


class KeyExchange:
    """Implementation of `app.services.exchange.Exchange`.

    Args:
        profile: Where the private key is kept, with the bytes of the photos and files.
        catalogues: Packs that missions pin.
        outbox: Road to the Region.
    """

    def __init__(self, profile: _Profile, catalogues: Catalogues, outbox: "RegionalOutbox") -> None:
        self._secrets: SecretStore = profile
        self._store = profile.attachments
        self._catalogues = catalogues
        self._outbox = outbox

    def own_key(self) -> str:
        """The public key of this profile; made at the first call."""
        from app.sync.contract.envelope import recipient_of

        return recipient_of(self._identity())

    def region_key(self) -> str:
        """The public key of the Region as it was last published to this laptop, or empty."""
        return self._outbox.recipient_kept()

    def fetch_region_key(self) -> str:
        """Ask the Region for its public key, and keep it once verified.

        Raises:
            DomainError: `deposit.not_enrolled`.
            InvalidData: `recipient.unreadable`, `recipient.signature`, `key_chain.broken`.
            EnvironmentFailure: A failure of the line.
        """
        return self._outbox.fetch_recipient()

    def check(self, to: Addressee) -> None:
        """Refuse somebody to whom nothing can be encrypted. Raises `DomainError`, as `lock`."""
        from app.sync.contract.envelope import check_passphrase, checked_recipient

        if to.key:
            checked_recipient(to.key)
        else:
            check_passphrase(to.passphrase)

    def lock(self, data: bytes, to: Addressee) -> bytes:
        """Encrypt. Raises `DomainError` (`recipient.invalid`, `passphrase.too_short`)."""
        from app.sync.contract.envelope import lock, lock_with_passphrase

        return lock(data, to.key) if to.key else lock_with_passphrase(data, to.passphrase)

    def open(self, data: bytes, passphrase: str = "") -> bytes:
        """The bytes of a file, decrypted when it is encrypted.

        Raises:
            InvalidData: `archive.other_key`, `archive.passphrase_wanted`, `archive.passphrase_wrong`, `archive.damaged`.
        """
        from app.sync.contract.envelope import is_locked, unlock, unlock_with_passphrase

        if not is_locked(data):
            return data
        return unlock_with_passphrase(data, passphrase) if passphrase else unlock(data, [self._identity()])

    def write_package(self, package: Package) -> bytes:
        """Bytes of the file of a mission that leaves, with the photos and files that are here."""
        from app.sync.contract.handover import write_handover

        pinned = package.file.mission
        scheme, referential = self._catalogues.scheme(pinned.scheme), self._catalogues.referential(pinned.referential)
        files = [package.file, *(self.sealed_file(one.document) for one in package.versions)]
        cited = {one.sha256 for file in files for one in file.attachments}
        here = sorted(cited & self._store.held())
        return write_handover(package, scheme, referential, (self._store.read(sha256) for sha256 in here))

    def is_package(self, data: bytes) -> bool:
        """Whether decrypted bytes are such a file."""
        from app.sync.contract.handover import is_handover

        return is_handover(data)

    def read_package(self, data: bytes) -> Package:
        """What a colleague hands over. Raises `InvalidData`."""
        from app.sync.contract.handover import read_handover

        return read_handover(data)

    def package_contents(self, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Hash and bytes of each photo or file that came with it. Raises `InvalidData`."""
        from app.sync.contract.handover import read_handover_contents

        return read_handover_contents(data)

    def sealed_file(self, document: bytes) -> MissionFile:
        """The mission that sealed bytes hold. Raises `InvalidData`."""
        from app.sync.contract.unseal import unseal

        return unseal(document).file

    def receipt_of(self, data: bytes) -> tuple[UUID, int] | None:
        """Mission and version that a receipt says it is of; None for anything else."""
        from app.sync.contract.receipt import told_by

        if not data.startswith(_RECEIPT_BEGINS):
            return None
        try:
            body = told_by(data)
        except InvalidData:
            return None
        return body.mission_id, body.version

    def keep_receipt(self, data: bytes) -> Deposit:
        """Verify a receipt that came on a key, and note the deposit.

        Raises:
            DomainError: `deposit.not_enrolled`, `deposit.not_queued`.
            InvalidData: `receipt.unreadable`, `receipt.signature`, `receipt.mismatch`, `key_chain.broken`.
        """
        return self._outbox.keep_receipt(data)

    def _identity(self) -> str:
        from app.sync.contract.envelope import new_identity

        kept = self._secrets.secret(IDENTITY_SECRET)
        if kept is None:
            kept = new_identity().encode()
            self._secrets.keep_secret(IDENTITY_SECRET, kept)
        return kept.decode("ascii")
