"""The bridge between two versions of a referential: what each theme became, or that nothing compares to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.packs import PackHeader, PackRef
from app.domain.referential import Referential, ThemeCode


@dataclass(frozen=True, slots=True)
class Bridge:
    """A whole bridge pack; its loader has checked every code against both referentials.

    Attributes:
        header: Identity of the bridge itself.
        before: Referential that it leaves.
        after: Referential that it reaches.
        becomes: For every theme of `before`, in its order, the themes of `after` that took it over; none when it is
            « non comparable ».
    """

    header: PackHeader
    before: PackRef
    after: PackRef
    becomes: Mapping[ThemeCode, tuple[ThemeCode, ...]]


def same_version(referential: Referential) -> Bridge:
    """The bridge of a referential to itself: every theme became itself."""
    pack = referential.header.ref
    becomes = MappingProxyType({theme.code: (theme.code,) for theme in referential.themes})
    return Bridge(referential.header, pack, pack, becomes)


def turned(bridge: Bridge, after: Referential) -> Bridge:
    """The same bridge walked the other way, for a questionnaire of the later version taken before one of the earlier.

    Args:
        bridge: As its pack says it.
        after: The referential that it reaches.
    """
    becomes = {
        theme.code: tuple(code for code, codes in bridge.becomes.items() if theme.code in codes)
        for theme in after.themes
    }
    return Bridge(bridge.header, bridge.after, bridge.before, MappingProxyType(becomes))
