"""What the « Clôture » page shows, every text ready: checks, versions with their hash and receipt, what leaves."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from app.domain.mission import SealedVersion
from app.services.rows import Deposit
from app.ui.presenters.signing import SignatureShown

VersionChip = Literal["sealed", "deposited", "danger", "warn"]


@dataclass(frozen=True, slots=True)
class CheckShown:
    """A finding: its sentence, whether it blocks, and the page and field where it is mended.

    Attributes:
        id: Code of its rule.
        sentence: What it says.
        blocks: Whether it is to be mended before the seal.
        page: Page where it is mended.
        field: Field of that page, or empty.
        subject: What tells it from the others of its rule.
        printed: What it says in French, as the papers carry it.
        explanation: The sentence that answers it as it is typed now; not part of what the finding is.
    """

    id: str
    sentence: str
    blocks: bool
    page: str
    field: str
    subject: str = ""
    printed: str = dataclasses.field(default="", compare=False)
    explanation: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ReceiptShown:
    """A verified receipt: who signed it, with which key, when it was received."""

    server: str
    kid: str
    received: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A sealed version.

    Attributes:
        sealed: The version itself.
        title: « Version 1 · diagnostic ».
        chip: Word of its state.
        tone: Kind of the chip.
        sealed_on: When it was sealed, in words.
        fingerprint: Its SHA-256 in eight groups.
        reason: Why it was sealed, or empty.
        explanations: Each warning that was answered, with its sentence.
        deposit: Its place in the outbox, or None.
        receipt: Its verified receipt, or None.
        signatures: Evidence of its signatures, in words.
        answer: What was answered last, when it is not deposited; or empty.
    """

    sealed: SealedVersion
    title: str
    chip: str
    tone: VersionChip
    sealed_on: str
    fingerprint: tuple[str, ...]
    reason: str
    deposit: Deposit | None
    receipt: ReceiptShown | None
    answer: str
    explanations: tuple[tuple[str, str], ...] = ()
    signatures: tuple[SignatureShown, ...] = ()


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """A part of the mission, and how much of it there is."""

    icon: str
    words: str
    count: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves the laptop with a deposit, and what stays on it."""

    leaves: tuple[LeavingLine, ...]
    stays: tuple[LeavingLine, ...]
    size: str
