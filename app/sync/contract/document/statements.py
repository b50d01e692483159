"""What the company states, and what is answered to the warnings of the checks, in the sealed document."""

from datetime import date
from uuid import UUID

from app.sync.contract.document.base import Amount, Code, Line, Part, Text


class AidReceivedPart(Part):
    """A de minimis aid that the company states; `of_group` when another company of its group received it."""

    id: UUID
    granted_on: date
    amount_cents: Amount
    grantor: Line
    regulation: Line
    of_group: bool


class ExplanationPart(Part):
    """A warning as it was read before the seal, and the sentence that answers it."""

    rule: Code
    subject: Text
    warning: Text
    sentence: Text
