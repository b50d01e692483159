"""Words of the index coach: a theme of its table, a pick with its numbers, what is left out, the action that is born."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.domain.assessment import AssessmentKind
from app.domain.coach import LADDER, Advice, LeftOut, Pick
from app.domain.coach_notes import CoachNotes, CoachWish
from app.domain.referential import Level, Referential, Theme
from app.ui.presenters import typed

PLURAL_HALF_DAYS = 4
"""Half-days from which days take an s: two days."""


class CoachWords(QObject):
    """Texts of the coach; holds nothing but the referential."""

    def __init__(self, referential: Referential, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._referential = referential

    def start(self, kind: AssessmentKind, index: int | None, answered: int) -> str:
        """From where the coach starts."""
        if index is None:
            total = len(self._referential.themes)
            return self.tr("{0} réponses sur {1} : l’indice n’existe pas encore").format(answered, total)
        words = self.tr("I2DF de sortie : {0}") if kind is AssessmentKind.EXIT else self.tr("I2DF d’entrée : {0}")
        return words.format(index)

    def headline(self, advice: Advice) -> str:
        """« +24 points en 30 jours : l’indice irait de 164 à 188 »."""
        if not advice.picks:
            return self.tr("Aucun pas à proposer")
        words = self.tr("+{0} en {1} : l’indice irait de {2} à {3}")
        after = advice.index + advice.points
        return words.format(self._points(advice.points), self._days(advice.effort), advice.index, after)

    def verdict(self, advice: Advice, notes: CoachNotes) -> str:
        """Whether the goal is reached, and what the proposal is."""
        if not advice.picks and not any(wish.efforts for wish in notes.wishes.values()):
            return self.tr("Donnez l’effort d’au moins une étape : le coach n’en suppose aucun.")
        if advice.reached is False and notes.goal is not None:
            words = self.tr(
                "L’objectif de {0} n’est pas atteint : voici le plus que permettent le temps et les efforts."
            )
            return words.format(self._points(notes.goal))
        if advice.reached:
            return self.tr("Objectif atteint avec le moins d’effort possible.")
        return self.tr("Le plus de points possible dans le temps donné.")

    def left_out(self, advice: Advice) -> tuple[str, ...]:
        """How many themes are not picked, reason by reason."""
        words = {
            LeftOut.NO_EFFORT: self.tr("Sans effort donné, jamais proposés : {0}"),
            LeftOut.NOT_CHOSEN: self.tr("Chiffrés, non retenus : {0}"),
            LeftOut.BANNED: self.tr("Écartés à votre demande : {0}"),
            LeftOut.IN_PLACE: self.tr("Déjà en place : {0}"),
            LeftOut.NOT_CONCERNED: self.tr("Non concernés, laissés tels quels : {0}"),
        }
        counts = Counter(advice.left_out.values())
        return tuple(words[reason].format(counts[reason]) for reason in words if counts[reason])

    def theme(self, theme: Theme) -> str:
        """« L1.5 Cybersécurité industrielle »."""
        return f"{theme.code}  {theme.title}"

    def level(self, level: Level | None) -> str:
        """Word of a level."""
        return self.tr("sans réponse") if level is None else self._referential.label(level)

    def efforts(self, steps: Sequence[Level], wish: CoachWish) -> str:
        """Days of each step still possible: « 2 · 5 · – »."""
        given = (wish.efforts.get(step) for step in steps)
        return " · ".join("–" if effort is None else typed.short_days(effort) for effort in given)

    def choice(self, wish: CoachWish) -> str:
        """Pin, ban and priority of a theme in a few words."""
        parts = []
        if wish.banned:
            parts.append(self.tr("écarté"))
        if wish.pin is not None:
            parts.append(self.tr("épinglé"))
        if wish.priority:
            parts.append(self.tr("priorité {0}").format(wish.priority))
        return ", ".join(parts)

    def pick(self, pick: Pick) -> str:
        """The numbers of a pick: levels, points of each, days, priority, pin."""
        before, after = self._referential.points(pick.before), self._referential.points(pick.after)
        words = self.tr("« {0} » ({1}) → « {2} » ({3}) : +{4}, {5}")
        parts = [
            words.format(
                self.level(pick.before),
                before,
                self.level(pick.after),
                after,
                self._points(pick.points),
                self._days(pick.effort),
            )
        ]
        if pick.priority:
            parts.append(self.tr("priorité {0}").format(pick.priority))
        if pick.pinned:
            parts.append(self.tr("épinglé"))
        return " · ".join(parts)

    def known(self, ranks: Sequence[int]) -> str:
        """Which actions of the plan already aim at the theme."""
        if not ranks:
            return ""
        words = self.tr("déjà visé par les actions {0}") if len(ranks) > 1 else self.tr("déjà visé par l’action {0}")
        return words.format(", ".join(str(rank) for rank in ranks))

    def created(self, ranks: Sequence[int]) -> str:
        """What was just put in the plan."""
        if len(ranks) == 1:
            return self.tr("Action {0} créée : à préciser dans le plan").format(ranks[0])
        return self.tr("{0} actions créées : à préciser dans le plan").format(len(ranks))

    def action_title(self, pick: Pick) -> str:
        """Title of the action that is born from a pick."""
        return self.tr("Faire avancer « {0} »").format(pick.theme.title)

    def action_reason(self, pick: Pick) -> str:
        """Why the action is proposed; the level stays the company's to declare."""
        words = self.tr("Proposé par le coach de l’indice : {0}. Le niveau reste à déclarer par l’entreprise.")
        return words.format(self.pick(pick))

    def _points(self, points: int) -> str:
        """« 1 point », « 24 points »."""
        many = self.tr("{0} points") if points > 1 else self.tr("{0} point")
        return many.format(points)

    def _days(self, half_days: int) -> str:
        """« 1,5 jour », « 12 jours »."""
        many = self.tr("{0} jours") if half_days >= PLURAL_HALF_DAYS else self.tr("{0} jour")
        return many.format(typed.short_days(half_days))

    def pins(self, steps: Sequence[Level]) -> list[tuple[str, str]]:
        """Levels that a theme may be pinned at, and none."""
        none = ("", self.tr("Pas d’épingle"))
        return [none, *((step.value, self.tr("Au moins « {0} »").format(self.level(step))) for step in steps)]

    def step(self, level: Level) -> str:
        """Label of the effort that leads to a level."""
        return self.tr("Jours pour « {0} »").format(self.level(level))


ALL_STEPS = LADDER[1:]
"""Levels that an effort may lead to."""
