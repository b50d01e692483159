"""The pages of the gallery that show the two frames with plausible content."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.gallery_kit import LEVELS, LEVERS, WORDINGS
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import FilterChip, KeyCap
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.notices import EmptyState
from app.ui.views.kit.rail import Mark, RailEntry
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.strip import ThemeStrip
from app.ui.views.kit.surfaces import Scroll, row
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.shell import HomeShell, MissionShell

_PAGES = (
    RailEntry("company", "Entreprise", "building-2"),
    RailEntry("days", "Séances et jours", "calendar-days"),
    RailEntry("themes", "Questionnaire", "list-checks"),
    RailEntry("results", "Résultats", "radar"),
    RailEntry("plan", "Plan d’actions", "target"),
    RailEntry("funding", "Financement", "coins"),
    RailEntry("roadmap", "Feuille de route", "file-text"),
    RailEntry("close", "Clôture", "lock"),
)
_VIEWS = (
    RailEntry("all", "Toutes les missions", "folder-open"),
    RailEntry("week", "Cette semaine", "calendar-clock"),
    RailEntry("outbox", "À déposer", "inbox"),
    RailEntry("incomplete", "À compléter", "triangle-alert"),
)


def _page(*widgets: QWidget) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return host


def _scrolled(*widgets: QWidget) -> QWidget:
    page = Scroll("frame_page", (24, 16, 24, 16))
    for widget in widgets:
        page.body.addWidget(widget)
    page.body.addStretch(1)
    return page


def mission_frame() -> QWidget:
    """The frame of a mission, on a page like the questionnaire."""
    shell = MissionShell(_PAGES)
    header = shell.header
    header.set_identity(
        "Mécanique Durand SAS", "OC-26-7F3K-9 · Usinage de précision · Tarbes", "Brouillon · version 2", "draft"
    )
    header.set_answers(18, 29, "réponses de sortie")
    header.set_index("132", "I2DF d’entrée")
    header.set_days("17,5 / 30 j", 35, 60, 10)
    header.set_saved("Enregistré 14:32:07")
    for key, mark in (
        ("company", Mark.check()),
        ("days", Mark.ring(60)),
        ("themes", Mark.words("18/29")),
        ("results", Mark.ring(60)),
        ("plan", Mark.warn(1)),
        ("funding", Mark.check()),
        ("close", Mark.error(2)),
    ):
        shell.rail.set_mark(key, mark)
    shell.outbox.set_words("2 versions à déposer", "Hors réseau, tout est gardé", "cloud-off")
    shell.add_page("themes", _questionnaire(), _notes(), _footer())
    shell.show_page("themes")
    for bar in shell.findChildren(AnswerBar):
        shell.compact_changed.connect(bar.set_rows)
    names = ("frame_overview", "frame_footer_words")
    shell.hide_when_compact(*(found for found in shell.findChildren(QWidget) if found.objectName() in names))
    return shell


def _questionnaire() -> QWidget:
    strip = ThemeStrip(LEVERS, "frame_strip")
    strip.set_levels([*LEVELS, *[None] * (29 - len(LEVELS))])
    strip.set_current(4)
    counts = QWidget()
    lines = QVBoxLayout(counts)
    lines.setContentsMargins(0, 0, 12, 0)
    lines.setSpacing(1)
    lines.addWidget(Label("18 réponses sur 29", "small", weight=600))
    lines.addWidget(Label("l’indice paraîtra à 29", "small", "text3"))
    answers = AnswerBar(WORDINGS, "frame_answers")
    answers.set_answer(4)
    answers.set_entry(3)
    answers.buttons[3].setObjectName("gallery_focused")
    area = TextArea("frame_reason")
    area.set_value("Pare-feu entre bureaux et atelier posé en mars. Reste la segmentation des automates.")
    segments = Segmented((("in", "Entrée"), ("out", "Sortie")), "frame_phase", "Réponses")
    segments.set_current("out")
    title = row(Label("L1.5", "lead", "accent", 600), Label("Cybersécurité industrielle", "display"), 0, segments)
    sentence = "Protéger le système d’information et la commande des machines : cloisonnement, sauvegardes, accès."
    overview = row(counts, strip)
    overview.setObjectName("frame_overview")
    return _scrolled(
        overview,
        title,
        Label(sentence, "body", "text2", wrap=True),
        answers,
        Field("Justification", area, note="déclarée par l’entreprise · imprimée", key="J"),
    )


def _notes() -> QWidget:
    area = TextArea("frame_notes")
    area.set_value("Sauvegarde sur un seul disque, dans le même local que la baie.")
    return Field("Notes du consultant", area, "Privées : ni scellées, ni imprimées.", private=True)


def _footer() -> QWidget:
    caps = (
        KeyCap("1–5"),
        Label("répond et avance", "caption", "text2"),
        KeyCap("F1"),
        Label("raccourcis", "caption", "text2"),
    )
    words = row(16, *caps)
    words.setObjectName("frame_footer_words")
    return row(
        Button("Précédent", "frame_previous", icon="chevron-left"),
        words,
        0,
        Button("Sans réponse suivante", "frame_unanswered", "ghost", icon="skip-forward"),
        Button("Suivant", "frame_next", "primary", trailing="chevron-right"),
    )


def home_frame() -> QWidget:
    """The frame of the missions list, on an empty search."""
    shell = HomeShell(_VIEWS)
    for key, count in (("all", "42"), ("week", "3"), ("outbox", "2"), ("incomplete", "5")):
        shell.rail.set_mark(key, Mark.words(count))
    shell.rail.add_title("Vues enregistrées")
    shell.rail.add(RailEntry("aero", "Aéronautique 2022", "bookmark"))
    shell.outbox.set_words("2 versions à déposer", "Hors réseau, tout est gardé", "cloud-off")
    title = SectionTitle("Missions", "42", "display")
    title.add(Button("Importer", "frame_import", "ghost", icon="download"))
    title.add(Button("Nouvelle mission", "frame_new", "primary", icon="plus"))
    search = SearchField("Chercher une entreprise, un SIRET, une référence…", "gallery_focused")
    search.setText("exemple forge")
    on = FilterChip("Dispositif : Occitanie 2020–2022", "frame_filter")
    on.setChecked(True)
    empty = EmptyState(
        "Aucune mission ne contient « exemple forge »",
        "Recherche dans 42 missions : raison sociale, SIRET, référence, commune et personnes rencontrées.",
    )
    empty.add_action(Button("Effacer la recherche", "frame_clear", icon="eraser"))
    empty.add_action(Button("Retirer le filtre", "frame_unfilter", icon="funnel-x"))
    empty.add_action(Button("Nouvelle mission « Exemple Forge »", "frame_new_named", "primary", icon="plus"))
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(24, 14, 24, 16)
    line = QHBoxLayout()
    for widget in (search, FilterChip("État", "frame_state"), on, KeyCap("Ctrl K")):
        line.addWidget(widget)
    column.addWidget(title)
    column.addLayout(line)
    column.addWidget(empty, 1)
    shell.add_page("all", host)
    shell.show_page("all")
    return shell
