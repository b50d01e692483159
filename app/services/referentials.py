"""Use cases of a referential that a Region or the AIF offers: look at what differs, then keep it as a pack of one's own."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.errors import DomainError, InvalidData
from app.domain.referential import Referential
from app.domain.referential_changes import ReferentialChange, referential_changes
from app.services.ports import Catalogues

logger = logging.getLogger(__name__)

ReferentialReader = Callable[[str, bytes], tuple[Referential, bytes]]
"""Reads a file by its name and bytes: the referential, and the bytes of the pack that holds it. Raises `InvalidData`."""


class PackShelf(Protocol):
    """Where the packs of the user are kept, beside the shipped ones."""

    def keep_referential(self, pack_id: str, content: bytes) -> None:
        """Write a pack whole. Raises `EnvironmentFailure`."""


@dataclass(frozen=True, slots=True)
class OfferedReferential:
    """A referential read and accepted, not kept yet.

    Attributes:
        referential: The catalogue.
        content: Bytes of its TOML pack; their SHA-256 is what missions will pin.
        changes: What differs from the referential in use; none when they say the same.
    """

    referential: Referential
    content: bytes
    changes: tuple[ReferentialChange, ...]


def look_at_referential(
    file: str, content: bytes, *, current: Referential, read: ReferentialReader
) -> OfferedReferential:
    """Read a referential offered as a file, and tell what differs from the one in use; nothing is kept.

    Raises:
        InvalidData: The file is refused: its sentence names the file, the table and the key, or the line.
    """
    referential, pack = read(file, content)
    return OfferedReferential(referential, pack, referential_changes(current, referential))


def keep_referential(offered: OfferedReferential, *, library: Catalogues, shelf: PackShelf) -> None:
    """Keep an offered referential among the packs of the user; keeping the same one twice does nothing more.

    Raises:
        DomainError: `pack.id_taken` when another referential bears its identifier: a published pack never changes.
        EnvironmentFailure: The disk refused; nothing is kept.
    """
    pack = offered.referential.header.ref
    try:
        held = library.referential(pack.id).header.ref
    except InvalidData as error:
        if error.code != "pack.absent":
            raise
    else:
        if held != pack:
            raise DomainError("pack.id_taken", pack=pack.id, version=held.version)
        return
    shelf.keep_referential(pack.id, offered.content)
    logger.info("referential %s %s kept, %s", pack.id, pack.version, pack.sha256)
