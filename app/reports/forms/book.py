"""The book that a company head keeps: one HTML file without any network, ticked in a browser and sent back as a small file."""

import base64
import hashlib
from collections.abc import Iterable
from html import escape

from app.domain.action_plan import Action, ActionState
from app.packs.french import money, number, short_date
from app.reports.roadmap.content import Desk, RoadmapContent
from app.resources import resource_path

STATES = (ActionState.PLANNED, ActionState.STARTED, ActionState.DONE)
"""States that the head may tick; dropping an action is decided together."""


def book_html(content: RoadmapContent) -> bytes:
    """The book as UTF-8 bytes, the same for the same content: summary, figures and each action with its boxes to tick.

    Its policy lets its own two blocks run, named by their hash, and nothing else be fetched or run.
    """
    desk = Desk(content)
    style, script = (resource_path("book", name).read_text("utf-8") for name in ("book.css", "book.js"))
    policy = f"default-src 'none'; style-src '{_source(style)}'; script-src '{_source(script)}'; base-uri 'none'; form-action 'none'"
    title = desk.text("book.title", company=desk.mission.company.name)
    parts = [
        "<!doctype html>",
        '<html lang="fr"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style></head>",
        _body(desk),
        f"<script>{script}</script></body></html>\n",
    ]
    return "\n".join(parts).encode()


def _source(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _body(desk: Desk) -> str:
    mission, version = desk.mission, desk.content.sealed.version if desk.content.sealed else 0
    data = {"mission": str(mission.id), "reference": mission.reference, "version": str(version)}
    data["said"] = desk.text("book.saved")
    opened = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    actions = desk.plan.live
    said = desk.text("book.how") if actions else desk.text("summary.no_action")
    return "\n".join(
        [
            f"<body {opened}>",
            "<header>",
            *_head(desk),
            "</header><main>",
            f"<h2>{escape(desk.text('summary.title'))}</h2>",
            *_essential(desk),
            f"<h2>{escape(desk.text('plan.title'))}</h2>",
            _said(said),
            f'<noscript><p class="mark">{escape(desk.text("book.no_script"))}</p></noscript>',
            *(_action(desk, action) for action in actions),
            *_sending(desk, bool(actions)),
            "</main>",
        ]
    )


def _head(desk: Desk) -> list[str]:
    sealed, mission = desk.content.sealed, desk.mission
    marks = [desk.text("book.draft")] if sealed is None else []
    marks += [desk.text("book.fictional")] if mission.fictional else []
    told = [f'<p class="mark">{escape(mark)}</p>' for mark in marks]
    told.append(f"<h1>{escape(mission.company.name)}</h1>")
    told.append(_said(desk.text("book.subtitle")))
    told.append(_said(" · ".join(filter(None, (mission.reference, mission.provider.name))), "quiet"))
    if sealed is not None:
        at = desk.local(sealed.sealed_at).date()
        told.append(_said(desk.text("book.version", version=sealed.version, day=at), "quiet"))
        told.append(_said(sealed.sha256, "hash quiet"))
    return told


def _said(text: str, kind: str = "") -> str:
    given = f' class="{kind}"' if kind else ""
    return f"<p{given}>{escape(text)}</p>"


def _essential(desk: Desk) -> list[str]:
    mission, progress, view = desk.mission, desk.progress(desk.current), desk.money.chosen
    facts: list[tuple[str, str]] = []
    if progress.index is not None:
        points = desk.text("summary.points", maximum=desk.referential.maximum)
        facts.append((desk.text("book.index"), f"{number(progress.index)} {points}"))
    if view is not None and view.result is not None:
        facts.append((desk.text("book.cost"), money(view.result.invoiced)))
        facts.append((desk.text("summary.public", funders=desk.money.funders), money(view.result.grant)))
        facts.append((desk.text("summary.company"), money(view.result.company)))
    if mission.next_day is not None:
        facts.append(
            (desk.text("summary.next"), " · ".join(filter(None, (short_date(mission.next_day), mission.next_step))))
        )
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    return [*([_said(mission.summary)] if mission.summary else []), f"<dl>{lines}</dl>" if lines else ""]


def _action(desk: Desk, action: Action) -> str:
    data = f'data-id="{action.id}" data-title="{escape(action.title)}" data-was="{action.state}"'
    name = f"a{action.rank}"
    return "\n".join(
        [
            f"<fieldset {data}><legend>{escape(f'{action.rank}. {action.title}')}</legend>",
            *(_said(text, kind) for text, kind in _told(desk, action)),
            f'<div class="states">{"".join(_boxes(desk, action, name))}</div>',
            '<div class="told">',
            f'<div><label for="{name}d">{escape(desk.text("book.day"))}</label><input type="date" id="{name}d"></div>',
            f'<div><label for="{name}n">{escape(desk.text("book.note"))}</label>'
            f'<textarea id="{name}n" rows="2" maxlength="1000"></textarea></div>',
            "</div></fieldset>",
        ]
    )


def _told(desk: Desk, action: Action) -> list[tuple[str, str]]:
    days = " – ".join(short_date(day) for day in (action.start, action.end) if day is not None)
    owner = desk.text("summary.owner", owner=action.owner) if action.owner else ""
    step = action.step
    aim = " → ".join(filter(None, (step.baseline, step.target)))
    told = [
        (action.reason, ""),
        (" · ".join(filter(None, (owner, days))), "quiet"),
        (" : ".join(filter(None, (step.indicator, aim))), "quiet"),
    ]
    return [(text, kind) for text, kind in told if text]


def _boxes(desk: Desk, action: Action, name: str) -> Iterable[str]:
    for state in STATES:
        ticked = " checked" if state is action.state else ""
        words = escape(desk.word("action_state", state))
        yield f'<label><input type="radio" name="{name}" value="{state}"{ticked}>{words}</label>'


def _sending(desk: Desk, has_actions: bool) -> list[str]:
    if not has_actions:
        return []
    contact = desk.mission.provider.contact
    send = desk.text("book.send", contact=contact or desk.mission.provider.name)
    return [
        f'<section class="screen"><h2>{escape(desk.text("book.back"))}</h2>',
        _said(send),
        f'<p><button type="button" id="save">{escape(desk.text("book.save"))}</button></p>',
        '<p id="said" role="status"></p></section>',
    ]
