"""The page of the gallery that shows the components one beside the other."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.cells import CELL_ROLE, ROW_TONE_ROLE, BarCell, ChipCell, PairCell, StateCell, TextCell
from app.ui.tokens import STATES
from app.ui.views.kit.agenda import AgendaCell, HalfDayAgenda
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.buttons import Button, Kind
from app.ui.views.kit.chips import Chip, ChipKind, FilterChip, KeyCap
from app.ui.views.kit.choices import Check, Choice
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import DateEdit, Field, LineEdit, TextArea
from app.ui.views.kit.notices import Banner, EmptyState, IconView, Toast
from app.ui.views.kit.progress import PairBar, ProgressRing, ThinBar
from app.ui.views.kit.rail import Mark, Rail, RailEntry
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.states import StateGlyph, paint_area
from app.ui.views.kit.stepper import Stepper
from app.ui.views.kit.strip import ThemeStrip
from app.ui.views.kit.surfaces import Card, Hairline, Scroll, SvgView, row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.look import colours

WORDINGS = (
    "Je ne connais pas",
    "Je ne suis pas concerné",
    "À étudier",
    "En cours de mise en œuvre",
    "Déjà en place",
)
LEVERS = (("L1", 5), ("L2", 7), ("L3", 5), ("L4", 6), ("L5", 3), ("L6", 3))
LEVELS = (4, 4, 3, 5, 4, 2, 3, 4, 2, 4, 5, 5, 5, 4, 4, 2, 4, None, 5)


def kit_page() -> QWidget:
    """All the components in a scrolled column."""
    page = Scroll("gallery")
    page.content.setProperty("surface", "bg")
    for title, content in (
        ("Réponses", _answers()),
        ("Boutons", _buttons()),
        ("Étiquettes", _chips()),
        ("Champs", _fields()),
        ("Annonces", _notices()),
        ("Dialogue et message passager", _dialogs()),
        ("Progression et étapes", _progress()),
        ("Tableaux", _tables()),
        ("Agenda", _agenda()),
        ("Textes, barre et vide", _others()),
    ):
        page.body.addWidget(SectionTitle(title, role="title"))
        page.body.addWidget(content)
        page.body.addWidget(Hairline())
    return page


def _column(*widgets: QWidget) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    return host


def _answers() -> QWidget:
    strip = ThemeStrip(LEVERS, "gallery_strip")
    strip.set_levels([*LEVELS, *[None] * (29 - len(LEVELS))])
    strip.set_current(4)
    cards = AnswerBar(WORDINGS, "gallery_cards")
    cards.set_answer(4)
    cards.set_entry(3)
    cards.buttons[3].setObjectName("gallery_focused")
    chosen = AnswerBar(WORDINGS, "gallery_all")
    for button in chosen.buttons:
        button.setChecked(True)
    sealed = AnswerBar(WORDINGS, "gallery_sealed")
    sealed.set_answer(2)
    sealed.set_sealed(True)
    rows = AnswerBar(WORDINGS, "gallery_rows")
    rows.set_rows(True)
    rows.set_answer(5)
    rows.set_entry(1)
    glyphs = row(*[StateGlyph(level, size) for size in (14, 16, 20, 30, 60) for level in (1, 2, 3, 4, 5, None)], 0)
    return _column(strip, cards, chosen, sealed, rows, glyphs)


def _buttons() -> QWidget:
    kinds: tuple[Kind, ...] = ("primary", "plain", "ghost", "link", "danger")
    lines = []
    for state in ("rest", "off", "busy"):
        line = []
        for kind in kinds:
            button = Button("Nouvelle mission", f"gallery_{kind}_{state}", kind, icon="plus")
            if state == "off":
                button.setEnabled(False)
            elif state == "busy":
                button.set_busy(True)
            line.append(button)
        lines.append(row(*line, 0))
    mixed = row(
        Button("Précédent", "gallery_previous", icon="chevron-left"),
        Button("Suivant", "gallery_next", "primary", trailing="chevron-right"),
        Button("", "gallery_back", "ghost", "arrow-left", accessible="Retour"),
        Button("Voir le calcul", "gallery_link", "link"),
        Segmented((("in", "Entrée"), ("out", "Sortie")), "gallery_segments", "Version"),
        Segmented((("t", "Table"), ("b", "Tableau"), ("l", "Par levier")), "gallery_views", "Vue"),
        0,
    )
    return _column(*lines, mixed)


def _chips() -> QWidget:
    kinds: tuple[tuple[str, ChipKind], ...] = (
        ("Brouillon · version 2", "draft"),
        ("Scellée", "sealed"),
        ("Déposée", "deposited"),
        ("Rouverte", "reopened"),
        ("Taux 100 %", "rule"),
        ("Plafond 25 jours", "cap"),
        ("retenu", "accent"),
        ("à corriger", "danger"),
        ("à dater", "warn"),
        ("fait", "ok"),
    )
    filters = [FilterChip(text, f"gallery_filter_{text}") for text in ("État", "Dispositif : Occitanie 2020–2022")]
    filters[1].setChecked(True)
    caps = [KeyCap(text) for text in ("J", "1–5", "F1", "Échap", "Ctrl K")]
    return _column(row(*[Chip(text, kind) for text, kind in kinds], 0), row(*filters, *caps, 0))


def _fields() -> QWidget:
    plain = Field("Raison sociale", LineEdit("gallery_name", "Mécanique Durand SAS"), "Telle qu’au registre.")
    fault = Field("SIRET", LineEdit("gallery_siret"))
    fault.editor.setProperty("text", "123 456 789 00011")
    fault.set_error("La clé du SIRET est fausse : vérifiez les 14 chiffres.")
    saving = Field("Effectif", LineEdit("gallery_staff"), note="salariés, fin d’exercice")
    saving.set_saving(True)
    off = Field("Référence", LineEdit("gallery_reference"))
    off.editor.setProperty("text", "OC-26-7F3K-9")
    off.setEnabled(False)
    day = Field("Visite", DateEdit("gallery_day"))
    choice = Field("Forme", Choice((("sas", "SAS"), ("sarl", "SARL")), "gallery_form"))
    area = TextArea("gallery_area", "Ce que l’entreprise déclare")
    area.set_value("Pare-feu entre bureaux et atelier posé en mars. Reste la segmentation des automates.")
    words = Field("Justification", area, note="déclarée par l’entreprise · imprimée", key="J")
    notes = Field(
        "Notes du consultant", TextArea("gallery_notes"), "Privées : ni scellées, ni imprimées.", private=True
    )
    checked = Check("Envoyer aussi les pièces choisies", "gallery_checked")
    checked.setChecked(True)
    return _column(
        SearchField("Chercher une entreprise, un SIRET, une référence…", "gallery_search"),
        row(plain, fault, saving, spacing=16),
        row(off, day, choice, spacing=16),
        row(words, notes, spacing=16),
        row(checked, Check("Rien", "gallery_unchecked"), 0, spacing=16),
    )


def _notices() -> QWidget:
    return _column(
        Banner("info", "Les actions 3, 4 et 1 porteraient l’indice de 132 à 146.", "gallery_info", "Voir le calcul"),
        Banner("warn", "Simulation : dispositif clos le 31/12/2022.", "gallery_warn"),
        Banner(
            "danger",
            "11 thèmes sans réponse de sortie",
            "gallery_danger",
            "Répondre",
            "L4.1, puis L4.3 à L6.3. Aucun indice de sortie avant 29 réponses.",
        ),
        Banner("ok", "Reçu vérifié le 30/09/2021.", "gallery_ok"),
    )


class _Areas(QWidget):
    """The five patterns of areas."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for level in STATES:
            paint_area(painter, QRectF((level - 1) * 132, 0, 120, 32), level, colours())


def _dialogs() -> QWidget:
    dialog = Dialog(
        "Sceller la version 2 ?", "Le sceau est définitif : la version 2 ne changera plus.", "gallery_dialog"
    )
    dialog.add_button("Continuer à vérifier", "gallery_dialog_stay", safe=True)
    dialog.add_button("Sceller", "gallery_dialog_seal", "primary", accepts=True)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    host = Card(ground="sunken")
    host.setFixedHeight(150)
    Toast(host, bottom=50).say("Demi-journée du 15 mars ajoutée.", "Annuler", stays=True)
    return _column(row(dialog, host, spacing=24), _Areas())


def _progress() -> QWidget:
    rings = []
    for size in (16, 28):
        for value in (0, 7, 18, 29):
            ring = ProgressRing("Réponses", size)
            ring.set_progress(value, 29)
            rings.append(ring)
    bars = []
    for value, limit, tick, tone in ((10, 10, None, "ok"), (25, 50, 10, "accent"), (115, 120, None, "warn")):
        bar = ThinBar("Jours")
        bar.set_values(value, limit, tick, tone)
        bars.append(bar)
    pair = PairBar("Indice")
    pair.set_values(132, 180, 290)
    stepper = Stepper(
        (
            ("check", "Vérifier"),
            ("read", "Relire"),
            ("sign", "Imprimer et signer"),
            ("seal", "Sceller"),
            ("s", "Déposer"),
        ),
        "gallery_stepper",
    )
    stepper.set_states({"check": "done", "read": "current", "sign": "failed"})
    return _column(row(*rings, 0), row(*bars, pair, spacing=16), stepper)


def _tables() -> QWidget:
    listing = Table("gallery_list", "Missions", "list")
    listing.setModel(_missions())
    listing.set_widths([320, 120, 230, 116, 130])
    listing.setFixedHeight(36 + 4 * 48)
    listing.selectRow(0)
    ledger = Table("gallery_ledger", "Registre des jours", "ledger")
    ledger.setModel(_ledger())
    ledger.set_widths([110, 110, 300, 130, 80], stretch=2)
    ledger.setFixedHeight(29 * 5)
    return _column(framed(listing), framed(ledger))


def _fill(model: QStandardItemModel, rows: list[list[object]]) -> QStandardItemModel:
    for cells in rows:
        items = []
        for cell in cells:
            item = QStandardItem(getattr(cell, "text", ""))
            item.setData(cell, CELL_ROLE)
            items.append(item)
        model.appendRow(items)
    return model


def _missions() -> QStandardItemModel:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Entreprise", "État", "I2DF entrée → sortie", "Jours", "Avancement"])
    names = ("Mécanique Durand SAS", "Exemple Fonderie SAS", "Exemple Tôlerie SARL", "Exemple Tissage SAS")
    chips = (("Brouillon", "draft"), ("Déposée", "deposited"), ("Scellée", "sealed"), ("Rouverte", "reopened"))
    pairs = ((132, None), (64, 121), (112, 158), (None, None))
    days = (35, 60, 44, 1)
    rows: list[list[object]] = [
        [
            TextCell(name, "Usinage de précision · Tarbes · OC-26-7F3K-9", 600),
            ChipCell(*chip),
            PairCell(*pair, 290, "pas encore d’indice"),
            BarCell(f"{half / 2:g}".replace(".", ","), " / 30", half, 60, 10),
            TextCell("à déposer", weight=600, tone="warn") if rank == 2 else TextCell("18/29 en sortie", tone="text2"),  # noqa: PLR2004
        ]
        for rank, (name, chip, pair, half) in enumerate(zip(names, chips, pairs, days, strict=True))
    ]
    return _fill(model, rows)


def _ledger() -> QStandardItemModel:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Date", "Demi-journée", "Objet", "Réponse", "Jours"])
    rows: list[list[object]] = [
        [
            TextCell("15/03/2022", tone="text2"),
            TextCell("matin"),
            TextCell("Restitution"),
            StateCell(4),
            TextCell("0,5"),
        ],
        [
            TextCell("10/03/2022", tone="warn"),
            TextCell("apr.-midi", tone="warn"),
            TextCell("Annule : réunion reportée", tone="warn", icon="corner-down-right"),
            StateCell(None),
            TextCell("−0,5", tone="warn", weight=600, right=True),
        ],
        [
            TextCell("10/03/2022", tone="text3", strike=True),
            TextCell("apr.-midi", tone="text3"),
            TextCell("Choix du pare-feu", tone="text3", strike=True),
            StateCell(3, "À étudier"),
            TextCell("0,5", tone="text3", right=True, strike=True),
        ],
    ]
    _fill(model, rows)
    for column in range(model.columnCount()):
        model.setData(model.index(1, column), "warn_soft", ROW_TONE_ROLE)
    return model


def _agenda() -> QWidget:
    agenda = HalfDayAgenda("gallery_agenda")
    monday = date(2022, 3, 7)
    agenda.show_from(monday)
    agenda.set_today(date(2022, 3, 15))
    agenda.set_cells(
        {
            (monday + timedelta(days=1), False): AgendaCell("filled", "Cartographie du réseau", "Ph. 2", "map-pin"),
            (monday + timedelta(days=1), True): AgendaCell("filled", "Atelier automates", "Ph. 2", "map-pin"),
            (monday + timedelta(days=7), True): AgendaCell("filled", "Recette, à distance", "Ph. 2", "monitor"),
            (monday + timedelta(days=10), False): AgendaCell("planned", "Formation maintenance", "Prévu"),
        }
    )
    agenda.set_current(monday + timedelta(days=9), False)
    return agenda


def _others() -> QWidget:
    entries = (
        RailEntry("company", "Entreprise", "building-2"),
        RailEntry("days", "Séances et jours", "calendar-days"),
        RailEntry("themes", "Questionnaire", "list-checks"),
        RailEntry("plan", "Plan d’actions", "target"),
        RailEntry("close", "Clôture", "lock"),
    )
    rail = Rail(entries, "gallery_rail", "Pages")
    rail.setFixedWidth(212)
    rail.set_current("themes")
    marks = (Mark.check(), Mark.ring(60), Mark.words("18/29"), Mark.warn(1), Mark.error(2))
    for entry, mark in zip(entries, marks, strict=True):
        rail.set_mark(entry.key, mark)
    empty = EmptyState("Aucune mission ne contient « forge »", "Recherche dans 42 missions : raison sociale, SIRET.")
    empty.add_action(Button("Effacer la recherche", "gallery_empty_clear", icon="eraser"))
    empty.add_action(Button("Nouvelle mission", "gallery_empty_new", "primary", icon="plus"))
    card = Card()
    for role in ("figure", "display", "title", "lead", "body", "small", "caption", "cap"):
        card.body.addWidget(Label(f"{role} : l’entreprise paie 21 000 €", role))
    card.body.addWidget(row(IconView("info", "accent"), Label("Une note à côté de son icône", "small", "text2"), 0))
    drawing = SvgView("gallery_svg", "Un disque")
    drawing.set_svg(
        '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><circle cx="40" cy="40" r="38" fill="#3F7FBF"/></svg>'
    )
    drawing.setFixedSize(120, 120)
    return row(_column(rail, drawing), card, empty, spacing=16)
