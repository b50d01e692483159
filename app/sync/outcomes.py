"""What one attempt to deposit gave, and what follows from it: deposited, refused, tried again, or left waiting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.rows import DepositState

if TYPE_CHECKING:
    from app.sync.client import Rejected

AGAIN = frozenset({"server.unreachable", "server.timeout", "server.cut", "server.failing"})
_AGAIN_PROBLEMS = frozenset(
    {
        "server.storage",
        "server.fault",
        "request.altered",
        "request.silent",
        "request.too_fast",
        "deposit.attachments_missing",
        "attachment.offset",
        "attachment.altered",
        "attachment.unknown",
    }
)
_DOUBTFUL = ("request.", "received.")
"""What a spoilt line may make a server say of a request: believed once it is said twice in a row."""

_NOT_OF_THE_VERSION = frozenset({"token.refused", "protocol.mismatch"}) | _AGAIN_PROBLEMS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one attempt gave: a state, a code to show, the receipt once verified, whether trying again may help."""

    state: DepositState
    code: str = ""
    receipt: bytes = b""
    again: bool = False


def doubted(outcome: Outcome, said: str) -> Outcome:
    """The outcome, or one more attempt when it is a refusal that a spoilt line may have caused."""
    if outcome.state is DepositState.REFUSED and outcome.code.startswith(_DOUBTFUL) and outcome.code != said:
        return Outcome(DepositState.WAITING, outcome.code, again=True)
    return outcome


def of_rejection(rejected: "Rejected") -> Outcome:
    """What a refusal of the server means for a version: refused, or a wait when the version is not its cause."""
    code = rejected.code.value
    if code in _NOT_OF_THE_VERSION:
        return Outcome(DepositState.WAITING, code, again=code in _AGAIN_PROBLEMS)
    return Outcome(DepositState.REFUSED, code)
