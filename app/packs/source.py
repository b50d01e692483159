"""The bytes of one pack and the name under which a refusal speaks of it."""

import hashlib
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.errors import InvalidData

MAX_PACK_BYTES = 2_000_000
"""Largest pack read: the shipped ones stay under 100 000 bytes."""


@dataclass(frozen=True, slots=True)
class PackSource:
    """One pack as found, not yet trusted.

    Attributes:
        file: Short name said to the user (`occitanie-2020-2022.toml`), never a path of the machine.
        content: The bytes; their SHA-256 is what a mission pins.
    """

    file: str
    content: bytes

    @classmethod
    def read(cls, path: Path) -> "PackSource":
        """Reads a file.

        Raises:
            InvalidData: `pack.unreadable` or `pack.too_large`.
        """
        try:
            with path.open("rb") as stream:
                content = stream.read(MAX_PACK_BYTES + 1)
        except OSError:
            raise InvalidData("pack.unreadable", file=path.name) from None
        return cls(path.name, content)

    @property
    def sha256(self) -> str:
        """Lower-case hexadecimal SHA-256 of the bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def parsed(self) -> dict[str, Any]:
        """The document, numbers with a point as `Decimal`.

        Raises:
            InvalidData: `pack.too_large`, `pack.not_utf8` (with `position`, in bytes) or `pack.not_toml` (with `detail`).
        """
        if len(self.content) > MAX_PACK_BYTES:
            raise InvalidData("pack.too_large", file=self.file, longest=MAX_PACK_BYTES)
        try:
            text = self.content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InvalidData("pack.not_utf8", file=self.file, position=error.start) from None
        try:
            return tomllib.loads(text, parse_float=Decimal)
        except (tomllib.TOMLDecodeError, RecursionError, ArithmeticError, ValueError) as error:
            raise InvalidData("pack.not_toml", file=self.file, detail=str(error)) from None
