"""The dates of the plan as iCalendar (RFC 5545), for the diary of the company: actions and the next meeting, no amount."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from app.domain.action_plan import Action
from app.reports.roadmap.content import Desk, RoadmapContent

_STARTED = datetime(2000, 1, 1, tzinfo=UTC)


def action_calendar(content: RoadmapContent) -> bytes:
    """The calendar as bytes, the same for the same content: taken in again, it replaces itself."""
    desk = Desk(content)
    calendar = Calendar()
    calendar.add("prodid", "-//Jalon//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", desk.text("form.calendar_name", company=desk.mission.company.name))
    for action in desk.plan.live:
        first, last = action.start or action.end, action.end or action.start
        if first is not None and last is not None:
            calendar.add_component(_event(desk, action, first, last))
    if desk.mission.next_day is not None:
        calendar.add_component(_meeting(desk, desk.mission.next_day))
    return bytes(calendar.to_ical())


def _event(desk: Desk, action: Action, first: date, last: date) -> Event:
    event = Event()
    event.add("uid", f"{action.id}@jalon")
    event.add("dtstamp", _stamp(desk))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", desk.text("form.event", rank=action.rank, title=action.title))
    told = [action.reason, desk.text("summary.owner", owner=action.owner) if action.owner else ""]
    event.add("description", "\n".join(part for part in told if part))
    event.add("transp", "TRANSPARENT")
    return event


def _meeting(desk: Desk, day: date) -> Event:
    event = Event()
    event.add("uid", f"next-{desk.mission.id}@jalon")
    event.add("dtstamp", _stamp(desk))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", desk.mission.next_step or desk.text("summary.next"))
    return event


def _stamp(desk: Desk) -> datetime:
    return desk.content.sealed.sealed_at if desk.content.sealed else _STARTED
