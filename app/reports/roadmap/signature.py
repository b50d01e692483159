"""The signature page of a sealed version: two boxes, reserves, copies, identity and how to verify later."""

from reportlab.graphics.shapes import Drawing, Path
from reportlab.platypus import Flowable, PageBreak

from app.charts.figure import describe
from app.charts.marks import canvas, label, polyline, stroke
from app.domain.evidence import SURFACE, Signatory, SignatoryRole, SignatureEvidence, Stroke
from app.domain.mission import SealedVersion
from app.packs.french import short_date
from app.reports.blocks import Gap, dotted_line, qr_code, tick_box
from app.reports.furniture import PageTitle
from app.reports.roadmap.content import Desk
from app.reports.sheet import INK, STRONG_RULE, TEXT_WIDTH
from app.reports.tables import columns, ruled_table
from app.reports.tags import tagged
from app.reports.writing import prose

_HALF = (TEXT_WIDTH - 14) / 2
_BOX_HEIGHT = 120.0
_HASH_GROUP = 8
_QR_SIDE = 104.0
_PLACE_SIGNS = 28
_INK_DROP = 12.0


def signature(desk: Desk, sealed: SealedVersion) -> list[Flowable]:
    """The whole page."""
    title = desk.text("signature.title")
    mission = desk.mission
    company = (mission.company.head_name or mission.company.head_function, mission.company.name)
    if mission.company.head_name and mission.company.head_function:
        company = (mission.company.head_name, f"{mission.company.head_function}, {mission.company.name}")
    provider = (mission.provider.lead_consultant, mission.provider.name)
    boxes = [_signatory(desk, SignatoryRole.COMPANY, company), _signatory(desk, SignatoryRole.PROVIDER, provider)]
    return [
        PageBreak(),
        PageTitle("signature", title, signed=True),
        prose(title, "h1"),
        desk.say("signature.lead", "lead"),
        *([prose(desk.text("signature.reason", reason=sealed.reason), "body")] if sealed.reason else []),
        *_copy_told(desk),
        Gap(6),
        columns([[boxes[0]], [boxes[1]]], [_HALF + 14, _HALF], gutter=14),
        Gap(8),
        desk.say("signature.meaning", "small"),
        Gap(10),
        columns([_reserves(desk), _copies(desk)], [_HALF + 14, _HALF], gutter=14),
        Gap(8),
        _rule(),
        *_identity(desk, sealed),
        Gap(10),
        _rule(),
        *_verify(desk),
    ]


def _rule() -> Drawing:
    drawing = canvas(TEXT_WIDTH, 1)
    stroke(drawing, (0, 0.5), (TEXT_WIDTH, 0.5), INK.accent, width=STRONG_RULE)
    return drawing


def _copy_told(desk: Desk) -> list[Flowable]:
    """What makes this copy a signed one."""
    evidence = desk.content.evidence
    if evidence is None:
        return []
    at = desk.local(evidence.recorded_at)
    clock = f"{at.hour}\u00a0h\u00a0{at.minute:02d}"
    return [desk.say("signature.signed_copy", "body", day=at.date(), clock=clock)]


def _signatory(desk: Desk, role: SignatoryRole, names: tuple[str, str]) -> Flowable:
    """A box to sign in, or signed, with the name of who signs."""
    evidence = desk.content.evidence
    signed = evidence.by(role) if evidence is not None else None
    if signed is not None:
        names = (signed.name, signed.function)
    told: list[Flowable] = [
        desk.say(f"signature.for_{role}", "head"),
        Gap(3),
        prose(names[0] or "\u00a0", "h3_large"),
        prose(names[1], "small"),
        _writing(desk, evidence, signed),
    ]
    if desk.mission.fictional:
        told.append(desk.say("signature.fictional", "cell_bold"))
    framed = ruled_table([], [[told]], [_HALF], ruled=False)
    framed.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), STRONG_RULE, INK.accent),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ]
    )
    return framed


def _writing(desk: Desk, evidence: SignatureEvidence | None, signed: Signatory | None) -> Drawing:
    width = _HALF - 24
    drawing = canvas(width, _BOX_HEIGHT)
    top = _BOX_HEIGHT - 24
    label(drawing, (0, top), desk.text("signature.on"), INK.muted, size=8)
    label(drawing, (width * 0.45, top), desk.text("signature.at"), INK.muted, size=8)
    stroke(drawing, (0, top - 6), (width, top - 6), INK.rule, width=0.6, dash=[2, 2])
    label(drawing, (0, top - 20), desk.text("signature.sign"), INK.muted, size=8)
    stroke(drawing, (0, 4), (width, 4), INK.rule, width=0.6)
    words = (desk.text(f"signature.{code}") for code in ("on", "at", "sign"))
    if evidence is None or signed is None:
        return describe(drawing, ", ".join(words))
    label(drawing, (14, top), short_date(evidence.signed_on), INK.text, size=8)
    label(drawing, (width * 0.45 + 9, top), evidence.place[:_PLACE_SIGNS], INK.text, size=8)
    for drawn in signed.strokes:
        drawing.add(_ink(drawn, width, top - _INK_DROP))
    return describe(drawing, desk.text("signature.drawn_by", name=signed.name, day=evidence.signed_on))


def _ink(drawn: Stroke, width: float, height: float) -> Path:
    """A stroke, at the size of the box; a dot is a line of no length with round ends."""
    scale = min(width / SURFACE[0], height / SURFACE[1])
    points = [(x * scale, 6 + (SURFACE[1] - y) * scale) for x, y in drawn]
    path = polyline(points if len(points) > 1 else points * 2, INK.text, width=1.1)
    path.strokeLineCap = 1
    return path


def _reserves(desk: Desk) -> list[Flowable]:
    return [desk.say("signature.reserves", "h3"), *(dotted_line(_HALF) for _ in range(3))]


def _copies(desk: Desk) -> list[Flowable]:
    lines: list[Flowable] = []
    for code in ("signature.copy_company", "signature.copy_provider", "signature.copy_file"):
        said = columns([[tick_box()], [desk.say(code, "small")]], [18, _HALF - 18], gutter=8)
        lines += [*tagged("LI", tagged("LBody", [said])), Gap(7)]
    return [desk.say("signature.copies", "h3"), Gap(4), *tagged("L", lines)]


def _identity(desk: Desk, sealed: SealedVersion) -> list[Flowable]:
    at = desk.local(sealed.sealed_at)
    version = desk.text(
        "signature.version_text", version=sealed.version, day=at.date(), clock=f"{at.hour}\u00a0h\u00a0{at.minute:02d}"
    )
    facts = [
        (desk.text("signature.reference"), desk.mission.reference),
        (desk.text("signature.version"), version),
        (desk.text("signature.kind"), desk.text(f"signature.kind.{sealed.kind}")),
        (desk.text("signature.data"), desk.text("signature.data_text")),
    ]
    if sealed.replaces:
        facts.append((desk.text("signature.replaces"), "\n".join(_halves(sealed.replaces))))
    journal = desk.content.journal
    if journal is not None:
        length = desk.text("signature.journal_text", events=journal.events)
        facts.append((desk.text("signature.journal"), "\n".join((length, *_halves(journal.sha256)))))
    beside = TEXT_WIDTH - _QR_SIDE - 24
    rows = [[prose(name, "cell_muted"), prose(value, "cell_bold")] for name, value in facts]
    table = _unruled(rows, [beside * 0.3, beside * 0.7])
    groups = [sealed.sha256[start : start + _HASH_GROUP] for start in range(0, len(sealed.sha256), _HASH_GROUP)]
    lines = [[prose(group, "hash") for group in groups[row : row + 4]] for row in (0, 4)]
    hashes = _unruled(lines, [beside * 0.21] * 4)
    told = [table, Gap(6), desk.say("signature.hash", "cell_muted"), hashes]
    code = qr_code(qr_content(desk.mission.reference, sealed), _QR_SIDE)
    return [desk.say("signature.identity", "h2"), columns([told, [Gap(4), code]], [beside + 24, _QR_SIDE], gutter=24)]


def qr_content(reference: str, sealed: SealedVersion) -> str:
    """What the code holds: reference, version and hash, upper case so that it stays small; no web address."""
    return f"JALON:{reference.upper()}:V{sealed.version}:SHA256:{sealed.sha256.upper()}"


def _halves(digest: str) -> tuple[str, str]:
    middle = len(digest) // 2
    return digest[:middle], digest[middle:]


def _unruled(rows: list[list[Flowable]], widths: list[float]) -> Flowable:
    """Rows without rules."""
    table = ruled_table([], rows, widths, ruled=False)
    table.setStyle([("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    return table


def _verify(desk: Desk) -> list[Flowable]:
    blocks = [
        [desk.say(f"signature.{place}", "h3"), desk.say(f"signature.{place}_text", "small")]
        for place in ("on_paper", "on_screen")
    ]
    return [desk.say("signature.verify", "h2"), columns(blocks, [_HALF + 14, _HALF], gutter=14)]
