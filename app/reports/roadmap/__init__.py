"""The feuille de route as a PDF.

ReportLab compiles, when it is imported, a pattern of web addresses that costs a fifteenth of a first document: here it is
compiled for the first text that may hold one.
"""

import re
from typing import Any

_compile: Any = re.compile
_OF_ADDRESSES = "xn--"
_SCHEME_END = "://"


class _Late:
    """The pattern of web addresses, compiled at its first use."""

    def __init__(self, *asked: Any) -> None:
        self._asked = asked

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds."""
        found: re.Match[str] | None = _compile(*self._asked).match(text) if _SCHEME_END in text else None
        return found


def _late(pattern: Any, flags: Any = 0) -> Any:
    return _Late(pattern, flags) if _OF_ADDRESSES in str(pattern) else _compile(pattern, flags)


re.compile = _late
try:
    import reportlab.platypus.paragraph  # noqa: F401
finally:
    re.compile = _compile
