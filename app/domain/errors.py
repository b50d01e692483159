"""The two families of errors of the rules: a refusal that they foresee, and data that cannot be."""

from collections.abc import Mapping
from types import MappingProxyType


class CodedError(Exception):
    """An error known by a stable code; its sentence is in the text catalogue.

    Attributes:
        code: Dotted identifier, such as `days.not_half`.
        params: Values that the sentence needs.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = MappingProxyType(params)


class DomainError(CodedError):
    """A refusal foreseen by the rules: the user is told what, why and what to do."""


class InvalidData(CodedError):
    """Data that no rule allows: a damaged file, a wrong pack, or a fault of ours."""
