"""The referential that a sealed document carries, as a catalogue that the domain computes with."""

from app.domain.packs import PackHeader, PackKind, PackRef
from app.domain.referential import LevelSpec, Lever, LeverCode, Referential, Theme, ThemeCode
from app.sync.contract.document import ReferentialPart, SealedDocument


def referential_of(part: ReferentialPart, document: SealedDocument) -> Referential:
    """The referential that the document carries; short titles and scopes, which it does not, are its titles."""
    header = PackHeader(
        ref=PackRef(part.id, part.version, part.sha256),
        kind=PackKind.REFERENTIAL,
        title=part.title,
        author="",
        licence="",
        official=part.official,
        valid_from=document.mission.opened_on,
        valid_until=None,
        source="",
    )
    return Referential(
        header=header,
        levels=tuple(LevelSpec(spec.level, spec.label, spec.points) for spec in part.levels),
        levers=tuple(Lever(LeverCode(one.code), one.title, one.title, False) for one in part.levers),
        themes=tuple(
            Theme(ThemeCode(one.code), LeverCode(one.lever), one.title, scope="", factors=()) for one in part.themes
        ),
    )
