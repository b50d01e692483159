"""The feuille de route as a PDF.

ReportLab compiles, when it is imported, a pattern of web addresses that costs a fifteenth of a first document and that no
page here uses: it is compiled when it is asked for.
"""

import re
from typing import Any

_compile: Any = re.compile
_OF_ADDRESSES = "xn--"


class _Late:
    """A pattern that is compiled at its first use."""

    def __init__(self, *asked: Any) -> None:
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        """What the pattern gives."""
        return getattr(_compile(*self._asked), name)


def _late(pattern: Any, flags: Any = 0) -> Any:
    return _Late(pattern, flags) if _OF_ADDRESSES in str(pattern) else _compile(pattern, flags)


re.compile = _late
try:
    import reportlab.platypus.paragraph  # noqa: F401
finally:
    re.compile = _compile
