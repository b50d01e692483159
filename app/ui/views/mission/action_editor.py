"""The editor of one action: every field, each saved alone shortly after the last key, refusals under the field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.action_plan import ActionPriority, ActionState
from app.domain.referential import Referential
from app.ui.presenters.plan import PlanPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import HERE, bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import DateEdit, Field, LineEdit, TextArea
from app.ui.views.kit.surfaces import Card, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.mission.action_aids import ActionAids
from app.ui.views.mission.theme_chooser import ThemeChooser


class ActionEditor(Card):
    """Fields of the action selected.

    Signals:
        closed: Esc, or the cross.
    """

    closed = Signal()

    def __init__(self, presenter: PlanPresenter, referential: Referential, aids: ActionAids) -> None:
        super().__init__(padding=0)
        self.aids = aids
        self._presenter = presenter
        self._referential = referential
        self._shown: object = None
        self.setObjectName("action_editor")
        self.fields: dict[str, Field] = {}
        self._chooser = ThemeChooser(referential, self)
        self._lay_out()
        self._connect()
        self.load()

    def _lay_out(self) -> None:
        self.body.setSpacing(0)
        self._title = Label("", "lead", weight=SEMIBOLD)
        self.duplicate = Button("", "action_duplicate", "ghost", "copy", accessible=self.tr("Dupliquer l’action"))
        self.remove = Button("", "action_remove", "ghost", "trash-2", accessible=self.tr("Retirer l’action"))
        self.close_button = Button("", "action_close", "ghost", "x", accessible=self.tr("Fermer l’éditeur"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 6)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.duplicate, self.remove, self.close_button):
            head.addWidget(button)
        self.body.addLayout(head)
        scroll = Scroll("action_fields", (16, 4, 16, 16))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.body.setSpacing(10)
        self.body.addWidget(scroll, 1)
        self._make_fields()
        for line in (
            ("title",),
            ("themes",),
            ("owner",),
            ("start", "end"),
            ("effort", "cost"),
            ("priority", "state"),
            ("after",),
            ("reason",),
            ("gain",),
            ("indicator",),
            ("baseline", "target"),
        ):
            scroll.body.addWidget(self._line(*line))
        scroll.body.addWidget(self.aids)
        scroll.body.addStretch(1)

    def _line(self, *keys: str) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for column, key in enumerate(keys):
            grid.addWidget(self.fields[key], 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return host

    def _make_fields(self) -> None:
        fields = self.fields
        fields["title"] = Field(self.tr("Action"), LineEdit("action_title", self.tr("Ce qui sera fait")))
        fields["themes"] = self._themes_field()
        fields["owner"] = Field(self.tr("Responsable"), LineEdit("action_owner", self.tr("Personne ou fonction")))
        fields["start"] = Field(self.tr("Début"), DateEdit("action_start"))
        fields["end"] = Field(self.tr("Échéance"), DateEdit("action_end"))
        fields["effort"] = Field(self.tr("Effort, en jours"), LineEdit("action_effort", self.tr("à estimer")))
        fields["cost"] = Field(self.tr("Coût HT, en euros"), LineEdit("action_cost", self.tr("à chiffrer")))
        fields["priority"] = Field(self.tr("Priorité"), Choice(self._priorities(), "action_priority"))
        fields["state"] = Field(self.tr("État"), Choice(self._states(), "action_state"))
        fields["after"] = Field(
            self.tr("Après les actions"), LineEdit("action_after", self.tr("aucune")), note=self.tr("leurs numéros")
        )
        fields["reason"] = Field(self.tr("Pourquoi"), TextArea("action_reason"))
        fields["gain"] = Field(self.tr("Gain attendu"), LineEdit("action_gain"))
        fields["indicator"] = Field(self.tr("Indicateur"), LineEdit("action_indicator", self.tr("Ce qui sera mesuré")))
        fields["baseline"] = Field(self.tr("Départ"), LineEdit("action_baseline"))
        fields["target"] = Field(self.tr("Visée"), LineEdit("action_target"))

    def _themes_field(self) -> Field:
        self._codes = LineEdit("action_themes", self.tr("L1.5, L4.2…"), self.tr("Thèmes"))
        self._choose = Button(
            "", "action_themes_choose", "plain", "list-checks", accessible=self.tr("Choisir les thèmes dans la liste")
        )
        editor = QWidget()
        editor.setFocusProxy(self._codes)
        line = QHBoxLayout(editor)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._codes, 1)
        line.addWidget(self._choose)
        field = Field(self.tr("Thèmes"), editor, note=self.tr("au moins un"))
        self._titles = Label("", "caption", "text2", wrap=True)
        layout = field.layout()
        if layout is not None:
            layout.addWidget(self._titles)
        return field

    def _priorities(self) -> list[tuple[str, str]]:
        words = {
            ActionPriority.FIRST: self.tr("D’abord"),
            ActionPriority.CONDITIONAL: self.tr("Sous condition"),
            ActionPriority.LATER: self.tr("Plus tard"),
        }
        return [(one.value, words[one]) for one in ActionPriority]

    def _states(self) -> list[tuple[str, str]]:
        words = {
            ActionState.PLANNED: self.tr("Prévue"),
            ActionState.STARTED: self.tr("Commencée"),
            ActionState.DONE: self.tr("Terminée"),
            ActionState.DROPPED: self.tr("Abandonnée"),
        }
        return [(one.value, words[one]) for one in ActionState]

    def _connect(self) -> None:
        presenter = self._presenter
        for key in self.fields:
            editor = self.editor(key)
            if isinstance(editor, LineEdit):
                editor.textEdited.connect(lambda text, key=key: presenter.type(key, text))
                editor.editingFinished.connect(lambda key=key: self._leave(key))
            elif isinstance(editor, TextArea):
                editor.textChanged.connect(lambda key=key, area=editor: presenter.type(key, area.toPlainText()))
                editor.committed.connect(lambda _text, key=key: self._leave(key))
            elif isinstance(editor, Choice):
                editor.chosen.connect(lambda value, key=key: self._set(key, value))
        self._choose.clicked.connect(self._open_chooser)
        bind(self._codes, "Alt+Down", self._open_chooser, HERE)
        self._chooser.chosen.connect(lambda codes: self._set("themes", ", ".join(codes)))
        self._chooser.closed.connect(lambda: self._codes.setFocus(Qt.FocusReason.PopupFocusReason))
        presenter.selected.connect(self.load)
        presenter.told.connect(self._tell)
        self.duplicate.clicked.connect(presenter.duplicate)
        self.remove.clicked.connect(presenter.remove)
        self.close_button.clicked.connect(self.closed)
        bind(self, "Esc", self.closed.emit)

    def editor(self, key: str) -> QWidget:
        """Widget in which a field is typed."""
        return self._codes if key == "themes" else self.fields[key].editor

    def set_writable(self, writable: bool) -> None:
        """Lock every field of a sealed mission."""
        for field in self.fields.values():
            field.setEnabled(writable)
        self.duplicate.setEnabled(writable)
        self.remove.setEnabled(writable)

    def load(self) -> None:
        """Show the action selected; the field under the hand is left alone while the action stays the same."""
        same = self._shown == self._presenter.current
        self._shown = self._presenter.current
        self.setEnabled(self._shown is not None)
        self.aids.show_action(self._presenter.current)
        for key in self.fields:
            if not (same and self.editor(key).hasFocus()):
                self._show(key)
            self._tell(key)
        self._name()

    def _name(self) -> None:
        current = self._presenter.current
        action = next((one for one in self._presenter.actions if one.id == current), None)
        if action is None:
            self._title.setText("")
        elif self._presenter.is_new(action.id):
            self._title.setText(self.tr("Nouvelle action"))
        else:
            self._title.setText(self.tr("Action {0}").format(action.rank))
        titles = {theme.code: theme.title for theme in self._referential.themes}
        chosen = [f"{code} {titles[code]}" for code in (action.themes if action else ())]
        self._titles.setText("\n".join(chosen))
        self._titles.setVisible(bool(chosen))

    def _show(self, key: str) -> None:
        editor, text = self.editor(key), self._presenter.text(key)
        if isinstance(editor, LineEdit):
            editor.set_value(text)
            if not editor.hasFocus():
                editor.setCursorPosition(0)
        elif isinstance(editor, TextArea):
            editor.blockSignals(True)
            editor.set_value(text)
            editor.blockSignals(False)
        elif isinstance(editor, Choice):
            editor.set_current(text)

    def _set(self, key: str, text: str) -> None:
        self._presenter.type(key, text)
        self._leave(key)

    def _leave(self, key: str) -> None:
        self._presenter.flush(complete=False)
        self._show(key)

    def _tell(self, key: str) -> None:
        field = self.fields[key]
        field.set_error(self._presenter.error(key))
        field.set_saving(self._presenter.is_pending(key))
        if key == "themes":
            self._codes.setProperty("fault", bool(self._presenter.error(key)))
            self._codes.style().polish(self._codes)
            self._name()

    def _open_chooser(self) -> None:
        codes = self._codes.text().replace(",", " ").split()
        self._chooser.open_under(self._codes, codes)
