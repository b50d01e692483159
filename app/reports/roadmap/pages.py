"""What stands on every page of the papers of a mission: names, marks, identity, initials; and the instant they bear."""

from datetime import date, datetime, time

from app.reports.furniture import Furniture
from app.reports.roadmap.content import Desk

_HASH_START = 8


def made_at(desk: Desk) -> datetime:
    """Instant that the file bears: the seal, or the civil day of printing of a draft."""
    content = desk.content
    return content.sealed.sealed_at if content.sealed else datetime.combine(content.printed_on, time(), content.zone)


def day_of(desk: Desk) -> date:
    """Civil day that the paper bears."""
    return desk.local(made_at(desk)).date()


def furniture_of(desk: Desk, title: str, *, initials: bool = True) -> Furniture:
    """Head, marks and foot of a paper of the mission.

    Args:
        desk: The content with its texts.
        title: Names it in the running head and in the file.
        initials: Whether the pages of a sealed version are initialled.
    """
    mission, sealed = desk.mission, desk.content.sealed
    provider = mission.provider
    brand = desk.content.branding
    named = (brand.legal or provider.name, brand.contact or provider.contact)
    legal = " · ".join(part for part in named if part)
    fictional = (desk.text("mark.fictional_said"), desk.text("mark.fictional"))
    said = "" if mission.fictional else desk.text("mark.draft_said")
    draft = (said, desk.text("mark.draft"))
    head = (provider.name, desk.text("head.provider")) if provider.name else (desk.text("head.no_provider"), "")
    return Furniture(
        title=desk.text("doc.titled", title=title, company=mission.company.name),
        author=provider.name,
        first_head=head,
        head=(mission.company.name, title),
        fictional=fictional if mission.fictional else None,
        draft=draft if sealed is None else None,
        margin=desk.text("margin.fictional"),
        foot=(_identity_line(desk), legal),
        initials=desk.text("foot.initials") if sealed is not None and initials else None,
        page=(desk.text("foot.page"), desk.text("foot.of")),
        logo=brand.logo,
        colour=brand.colour,
    )


def _identity_line(desk: Desk) -> str:
    sealed = desk.content.sealed
    if sealed is None:
        return desk.text("foot.draft", reference=desk.mission.reference, day=desk.content.printed_on)
    return desk.text(
        "foot.sealed",
        reference=desk.mission.reference,
        version=sealed.version,
        day=desk.local(sealed.sealed_at).date(),
        start=sealed.sha256[:_HASH_START],
    )
