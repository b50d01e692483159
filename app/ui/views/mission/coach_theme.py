"""What the consultant says of one theme to the coach: days of each step, priority, pin, ban; each refusal under its field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.coach import MAX_PRIORITY
from app.domain.referential import Level
from app.ui.presenters.coach import BAN, PIN, PRIORITY, CoachPresenter
from app.ui.presenters.coach_words import ALL_STEPS
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.choices import Check, Choice
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.texts import Label


class CoachTheme(Card):
    """The theme selected."""

    def __init__(self, presenter: CoachPresenter) -> None:
        super().__init__(padding=12)
        self._presenter = presenter
        self._writable = True
        self.title = Label("", "lead", weight=SEMIBOLD, wrap=True)
        self._why = Label("", "small", "text2", wrap=True)
        self.efforts: dict[Level, Field] = {}
        for level in ALL_STEPS:
            label = presenter.words.step(level)
            editor = LineEdit(f"coach_effort_{level.value}", self.tr("aucun"), label)
            self.efforts[level] = Field(presenter.words.level(level), editor)
        ranks = [(str(rank), str(rank)) for rank in range(1, MAX_PRIORITY + 1)]
        self.priority = Choice(
            [("0", self.tr("Aucune")), *ranks], "coach_priority", self.tr("Priorité de l’entreprise")
        )
        self.pin = Choice([], "coach_pin", self.tr("Épingle"))
        self.ban = Check(self.tr("Écarter ce thème"), "coach_ban")
        self._fields: dict[str, Field] = {
            PRIORITY: Field(self.tr("Priorité de l’entreprise"), self.priority),
            PIN: Field(self.tr("Épingle"), self.pin),
        }
        self._lay_out()
        self._connect()
        self.load()

    def _lay_out(self) -> None:
        self.body.addWidget(self.title)
        self.body.addWidget(self._why)
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        fields = (*self.efforts.values(), self._fields[PRIORITY])
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)
        grid.addWidget(self._fields[PIN], 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.ban, 2, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(host)

    def _connect(self) -> None:
        presenter = self._presenter
        for level, field in self.efforts.items():
            editor = field.editor
            if isinstance(editor, LineEdit):
                editor.textEdited.connect(lambda text, key=level.value: presenter.type(key, text))
                editor.editingFinished.connect(presenter.flush)
        self.priority.chosen.connect(lambda value: presenter.type(PRIORITY, value))
        self.pin.chosen.connect(lambda value: presenter.type(PIN, value))
        self.ban.clicked.connect(lambda on: presenter.type(BAN, "1" if on else ""))
        presenter.selected.connect(self.load)
        presenter.told.connect(self._tell)

    def set_writable(self, writable: bool) -> None:
        """Lock the fields of a sealed mission."""
        self._writable = writable
        self.load()

    def focus_first(self) -> None:
        """The effort of the next step, or the priority when there is no step."""
        for field in self.efforts.values():
            if field.isEnabled() and not field.isHidden():
                field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def load(self) -> None:
        """Show the theme selected."""
        presenter = self._presenter
        steps = presenter.steps(presenter.current)
        self.title.setText(presenter.words.theme(presenter.theme))
        self._why.setText(self._sentence(bool(steps)))
        for level, field in self.efforts.items():
            editor = field.editor
            if isinstance(editor, LineEdit):
                editor.set_value(presenter.text(level.value))
            field.setEnabled(self._writable and level in steps)
        self.pin.set_options(presenter.words.pins(steps))
        self.pin.set_current(presenter.text(PIN))
        self.priority.set_current(presenter.text(PRIORITY))
        self.ban.setChecked(bool(presenter.text(BAN)))
        for widget in (self.pin, self.priority, self.ban):
            widget.setEnabled(self._writable and bool(steps))
        for key in (*(level.value for level in self.efforts), PRIORITY, PIN, BAN):
            self._tell(key)

    def _sentence(self, has_steps: bool) -> str:
        if has_steps:
            return self.tr(
                "Jours de travail de chaque pas, du niveau précédent au suivant. Vide : le pas n’est pas proposé."
            )
        level = self._presenter.levels.get(self._presenter.current)
        if level is Level.NOT_CONCERNED:
            return self.tr("Déclaré non concerné : le coach n’y touche pas et ne le propose jamais.")
        if level is None:
            return self.tr("Pas encore de réponse : déclarez d’abord le niveau dans le questionnaire.")
        return self.tr("Déjà en place : aucun pas ne reste.")

    def _tell(self, key: str) -> None:
        field = self.efforts[Level(key)] if key in {level.value for level in self.efforts} else self._fields.get(key)
        if field is None and key == BAN:
            field = self._fields[PIN]
        if field is not None:
            field.set_error(self._presenter.error(key))
