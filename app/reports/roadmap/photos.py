"""The photos taken with the company, six a page, each with what it shows and its place in the plan; names of the other files."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from app.domain.action_plan import Action
from app.domain.attachment import Attachment, FieldAudience
from app.packs.french import short_date
from app.reports.blocks import Gap
from app.reports.photos import Photo, photo
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import chapter, heading
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import columns, ruled_table
from app.reports.tags import tagged
from app.reports.writing import prose

_ACROSS = 2
_GUTTER = 14.0
_BOX = ((TEXT_WIDTH - _GUTTER) / _ACROSS, 150.0)
_AIR = 12.0


def photos(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The chapter; nothing when the company has no photo and no file to read."""
    told = [one for one in desk.content.file.attachments if one.audience is FieldAudience.COMPANY]
    if not told:
        return []
    shown = [(one, found) for one in told if (found := _printed(desk, one)) is not None]
    seen = {one.id for one, _ in shown}
    absent = [one for one in told if one.media_type.is_photo and one.id not in seen]
    others = [one for one in told if not one.media_type.is_photo]
    story: list[Flowable] = [PageBreak(), *chapter(desk, "photos", "photos.title")]
    if shown:
        story += [desk.say("photos.lead", "body", count=len(shown)), Gap(_AIR)]
    cells = [_cell(desk, rank, one, found) for rank, (one, found) in enumerate(shown, 1)]
    for start in range(0, len(cells), _ACROSS):
        row = cells[start : start + _ACROSS]
        row += [[]] * (_ACROSS - len(row))
        story += [columns(row, [_BOX[0] + _GUTTER, _BOX[0]], gutter=_GUTTER), Gap(_AIR)]
    return [
        *story,
        *_listed(desk, "photos.absent", absent, cut_rows=cut_rows),
        *_listed(desk, "photos.others", others, cut_rows=cut_rows),
    ]


def _printed(desk: Desk, one: Attachment) -> Photo | None:
    if not one.media_type.is_photo:
        return None
    data = desk.content.read(one.sha256)
    return None if data is None else photo(data, one.media_type, _BOX, one.caption or one.name)


def _cell(desk: Desk, rank: int, one: Attachment, found: Photo) -> list[Flowable]:
    words = desk.text("photos.caption", rank=rank, caption=one.caption or one.name)
    return [found, Gap(4), *tagged("Caption", [prose(words, "cell_bold"), prose(_about(desk, one), "note")])]


def _listed(desk: Desk, code: str, listed: Sequence[Attachment], *, cut_rows: bool) -> list[Flowable]:
    if not listed:
        return []
    head = [desk.text(f"photos.{column}") for column in ("name", "seen", "about")]
    rows = [[one.name, one.caption or "–", _about(desk, one)] for one in listed]
    widths = [136, 170, TEXT_WIDTH - 136 - 170]
    return [*heading(desk, code, count=len(listed)), ruled_table(head, rows, widths, cut_rows=cut_rows)]


def _about(desk: Desk, one: Attachment) -> str:
    """What it is about, and the actions of the plan that treat it."""
    file, link = desk.content.file, one.link
    action = next((action for action in desk.plan.all if action.id == link.action_id), None)
    if action is not None:
        return desk.text("photos.action", rank=action.rank, title=action.title)
    session = next((session for session in file.sessions if session.id == link.session_id), None)
    if session is not None:
        return desk.text("photos.session", day=short_date(session.day), topic=session.topic)
    if link.theme is None:
        return desk.text("photos.mission")
    title = desk.referential.theme(link.theme).title if link.theme in _codes(desk) else ""
    treated = [one for one in desk.plan.all if link.theme in one.themes]
    return " · ".join(part for part in (link.theme, title, _in_plan(desk, treated)) if part)


def _codes(desk: Desk) -> frozenset[str]:
    return frozenset(theme.code for theme in desk.referential.themes)


def _in_plan(desk: Desk, treated: Sequence[Action]) -> str:
    if not treated:
        return desk.text("photos.no_action")
    ranks = ", ".join(str(action.rank) for action in treated)
    return desk.text("photos.actions" if len(treated) > 1 else "photos.one_action", ranks=ranks)
