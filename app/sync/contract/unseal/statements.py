"""What the company stated, and the answers to the warnings, read back."""

from app.domain.de_minimis import AidReceived
from app.domain.explanations import Explanation
from app.domain.quantities import Cents
from app.sync.contract.document import SealedDocument


def aids_received_of(document: SealedDocument) -> tuple[AidReceived, ...]:
    """De minimis aid stated."""
    return tuple(
        AidReceived(one.granted_on, Cents(one.amount_cents), one.grantor, one.regulation, one.of_group, one.id)
        for one in document.aids_received
    )


def explanations_of(document: SealedDocument) -> tuple[Explanation, ...]:
    """Warnings and their sentences."""
    return tuple(Explanation(one.rule, one.subject, one.warning, one.sentence) for one in document.explanations)
