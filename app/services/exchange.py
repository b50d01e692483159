"""What the use cases of files on a key need of the outside: keys, encryption, and the files of « Transmettre »."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.handover import Package
from app.domain.mission import MissionFile
from app.services.rows import Deposit


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who a file is for: a public key such as `age1…`, or a passphrase agreed upon; a key wins."""

    key: str = ""
    passphrase: str = ""


class Exchange(Protocol):
    """Files that leave and come on a key."""

    def own_key(self) -> str:
        """The public key of this profile, that colleagues encrypt to; made at the first call."""

    def region_key(self) -> str:
        """The public key of the Region as it was last published to this laptop, or empty; no network."""

    def fetch_region_key(self) -> str:
        """Ask the Region for its public key, and keep it once its signature is verified; uses the network."""

    def check(self, to: Addressee) -> None:
        """Refuse somebody to whom nothing can be encrypted. Raises `DomainError`, as `lock`."""

    def lock(self, data: bytes, to: Addressee) -> bytes:
        """Encrypt. Raises `DomainError` (`recipient.invalid`, `passphrase.too_short`)."""

    def open(self, data: bytes, passphrase: str = "") -> bytes:
        """The bytes of a file, decrypted when it is encrypted.

        Raises `InvalidData` (`archive.other_key`, `archive.passphrase_wanted`, `archive.passphrase_wrong`, `archive.damaged`).
        """

    def write_package(self, package: Package) -> bytes:
        """Bytes of the file of a mission that leaves, not encrypted yet, with the photos and files that are here."""

    def is_package(self, data: bytes) -> bool:
        """Whether decrypted bytes are such a file."""

    def read_package(self, data: bytes) -> Package:
        """What a colleague hands over. Raises `InvalidData`."""

    def package_contents(self, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Hash and bytes of each photo or file that came with it. Raises `InvalidData`."""

    def sealed_file(self, document: bytes) -> MissionFile:
        """The mission that sealed bytes hold. Raises `InvalidData`."""

    def receipt_of(self, data: bytes) -> tuple[UUID, int] | None:
        """Mission and version that a receipt says it is of, nothing being verified yet; None for anything else."""

    def keep_receipt(self, data: bytes) -> Deposit:
        """Verify a receipt that came on a key, and note the deposit.

        Raises `DomainError` (`deposit.not_enrolled`, `deposit.not_queued`) or `InvalidData` (`receipt.*`, `key_chain.broken`).
        """
