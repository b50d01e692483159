"""Failures of the environment, told to the user while the work goes on."""

from app.domain.errors import CodedError


class EnvironmentFailure(CodedError):
    """Something outside the program failed: disk, file, key ring, network. Raised by adapters with a stable code.

    The sentence is in the text catalogue under `environment`; what was typed is never lost.
    """
