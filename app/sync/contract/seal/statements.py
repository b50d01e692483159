"""What the company states, and the answers to the warnings, as the document says them."""

from typing import Any

from app.domain.de_minimis import AidReceived
from app.domain.explanations import Explanation


def aid_received_part(aid: AidReceived) -> dict[str, Any]:
    """One de minimis aid, as the document says it."""
    return {
        "id": aid.id,
        "granted_on": aid.granted_on,
        "amount_cents": aid.amount,
        "grantor": aid.grantor,
        "regulation": aid.regulation,
        "of_group": aid.of_group,
    }


def explanation_part(one: Explanation) -> dict[str, Any]:
    """One answered warning, as the document says it."""
    return {"rule": one.rule, "subject": one.subject, "warning": one.warning, "sentence": one.sentence}
