"""Makes an explanation from a rule: one of the scheme's pack, or one of the programme that no pack carries."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.packs import PackHeader
from app.domain.scheme import RuleId, Scheme
from app.ui.presenters.funding_shown import Why, WhyStep

Steps = tuple[WhyStep, ...]


@dataclass(frozen=True, slots=True)
class FigureWhy:
    """A figure of the window and its explanation; `key` names it within the mission, as `cap.path`."""

    key: str
    why: Why


@dataclass(frozen=True, slots=True)
class CommonRule:
    """A rule of the programme itself: its identifier, its sentence and its source, in French."""

    id: str
    sentence: str
    source: str


class RuleWords(QObject):
    """Explanations under one scheme."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme = scheme

    def of_scheme(self, title: str, amount: str, rule_id: RuleId, steps: Steps, conclusion: str = "") -> Why:
        """A figure made by a rule of the scheme's pack."""
        rule = self.scheme.rules[rule_id]
        source = self.tr("{0}, rubrique « {1} »").format(rule.source, rule.heading)
        return Why("", title, amount, steps, conclusion or title, rule.sentence, source, self._pack(rule.id))

    def common(self, title: str, amount: str, rule: CommonRule, steps: Steps, header: PackHeader | None = None) -> Why:
        """A figure made by a rule of the programme, with the parameters of a pack."""
        return Why("", title, amount, steps, title, rule.sentence, rule.source, self._pack(rule.id, header))

    def _pack(self, rule_id: str, header: PackHeader | None = None) -> str:
        held = header or self.scheme.header
        official = "" if held.official else self.tr(", non officiel")
        return self.tr("{0}, paquet {1}{2}, règle {3}").format(held.title, held.ref.version, official, rule_id)
