"""Whether a name is in the list of accredited providers of the scheme."""

from app.domain.checks.model import CheckSubject


def _read(name: str) -> str:
    return " ".join(name.casefold().split())


def is_accredited(name: str, subject: CheckSubject) -> bool:
    """Whether the scheme's list holds a provider; capitals and spaces do not matter.

    A scheme without a list says nothing, and an invented company is never held against a list of real providers.
    """
    scheme = subject.scheme
    if not scheme.providers or subject.mission.fictional is not scheme.fictional:
        return True
    return _read(name) in {_read(listed) for listed in scheme.providers}
