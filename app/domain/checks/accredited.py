"""Whether a name is in the list of accredited providers of the scheme."""

from app.domain import account
from app.domain.checks.model import CheckSubject


def is_accredited(name: str, subject: CheckSubject) -> bool:
    """Whether the scheme's list holds a provider; an invented company is never held against a list of real providers."""
    scheme = subject.scheme
    return subject.mission.fictional is not scheme.fictional or account.is_accredited(name, scheme)
