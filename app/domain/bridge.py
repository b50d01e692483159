"""The bridge between two versions of a referential: what each theme became, or that nothing compares to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.packs import PackHeader, PackRef
from app.domain.referential import ThemeCode


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
