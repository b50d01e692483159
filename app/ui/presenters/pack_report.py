"""What an offered pack holds and what it changes, in sentences, shown before anything is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject

from app.domain.bridge import Bridge
from app.domain.packs import PackHeader
from app.domain.quantities import Cents
from app.domain.referential import Referential
from app.domain.referential_changes import ReferentialChange
from app.domain.scheme import Scheme
from app.domain.scheme_changes import UNIT_OF, FactUnit, FactValue, SchemeChange
from app.services.packs import OfferedPack
from app.ui.presenters import typed


@dataclass(frozen=True, slots=True)
class ReportShown:
    """The report of an offered pack.

    Attributes:
        title: Kind, title and version.
        facts: What it holds, against what it declares.
        against: What it was compared with, or why nothing is compared.
        changes: One sentence a difference.
        held: Sentence said when the very same pack is already here, or empty.
    """

    title: str
    facts: tuple[str, ...]
    against: str
    changes: tuple[str, ...]
    held: str


class PackReporter(QObject):
    """Writes reports; holds nothing but the texts."""

    def __init__(
        self, phrase: Callable[..., str], word: Callable[[str, str], str], parent: QObject | None = None
    ) -> None:
        """Make a reporter.

        Args:
            phrase: Sentence of a text code and its parameters.
            word: Word of a code in its group.
            parent: Owner.
        """
        super().__init__(parent)
        self._phrase, self._word = phrase, word

    def report(self, offered: OfferedPack) -> ReportShown:
        """Everything that the page says of an offered pack."""
        header = offered.pack.header
        nature = self._word("pack_kind", header.kind)
        return ReportShown(
            title=self.tr("{0} « {1} », version {2}").format(nature, header.title, header.ref.version),
            facts=(*self._holds(offered), self._identity(header)),
            against=self._against(offered),
            changes=tuple(self._change(change, offered) for change in offered.changes),
            held=self.tr("Ce paquet est déjà ici, à l’octet près : il n’y a rien à garder.") if offered.held else "",
        )

    def _holds(self, offered: OfferedPack) -> tuple[str, ...]:
        pack = offered.pack
        if isinstance(pack, Referential):
            return self._referential(pack)
        return self._scheme(pack) if isinstance(pack, Scheme) else self._bridge(pack)

    def _referential(self, pack: Referential) -> tuple[str, ...]:
        points = [spec.points for spec in pack.levels]
        counts = self.tr("{0} thèmes et {1} leviers, autant que le paquet en annonce.")
        scale = self.tr("{0} niveaux, de {1} à {2} points ; l’indice va de {3} à {4}.")
        return (
            counts.format(len(pack.themes), len(pack.levers)),
            scale.format(
                len(points), min(points), max(points), typed.number(min(points) * len(pack.themes)), pack.maximum
            ),
        )

    def _scheme(self, pack: Scheme) -> tuple[str, ...]:
        funded = (
            self.tr("L’aide à l’entreprise se calcule.")
            if pack.company_funding is not None
            else self.tr("L’aide à l’entreprise n’est pas calculable.")
        )
        counts = self.tr("Phases : {0} ; critères : {1} ; règles : {2} ; prestataires : {3}.")
        return (
            counts.format(len(pack.phases), len(pack.criteria), len(pack.rules), len(pack.providers)),
            funded,
        )

    def _bridge(self, pack: Bridge) -> tuple[str, ...]:
        lost = [code for code, codes in pack.becomes.items() if not codes]
        split = [code for code, codes in pack.becomes.items() if len(codes) > 1]
        none = self.tr("aucun")
        return (
            self.tr("De « {0} » vers « {1} » : {2} thèmes.").format(pack.before.id, pack.after.id, len(pack.becomes)),
            self.tr("Non comparables : {0}. Scindés : {1}.").format(", ".join(lost) or none, ", ".join(split) or none),
        )

    def _identity(self, header: PackHeader) -> str:
        official = self.tr("officiel") if header.official else self.tr("non officiel")
        return self.tr("{0}, {1}. SHA-256 : {2}").format(header.author, official, header.ref.sha256)

    def _against(self, offered: OfferedPack) -> str:
        if offered.against is None:
            if isinstance(offered.pack, Scheme):
                return self.tr("Premier dispositif de ce territoire sur cet ordinateur : rien à comparer.")
            return self.tr("Une passerelle ne remplace rien : elle relie deux référentiels.")
        named = f"{offered.against.title} {offered.against.ref.version}"
        if not offered.changes:
            return self.tr("Rien ne diffère de « {0} ».").format(named)
        if len(offered.changes) == 1:
            return self.tr("Une différence avec « {0} » :").format(named)
        return self.tr("{0} différences avec « {1} » :").format(len(offered.changes), named)

    def _change(self, change: ReferentialChange | SchemeChange, offered: OfferedPack) -> str:
        if isinstance(change, ReferentialChange):
            return self._phrase(f"changes.{change.kind}", code=change.code, before=change.before, after=change.after)
        kind = "changed"
        if change.before is None or change.after is None:
            kind = "added" if change.before is None else "removed"
        unit = UNIT_OF[change.fact]
        return self._phrase(
            f"changes.scheme_{kind}",
            what=self._subject(change),
            before=self._value(change.before, unit),
            after=self._value(change.after, unit),
        )

    def _subject(self, change: SchemeChange) -> str:
        parts = [self._word("scheme_fact", change.fact)]
        if change.size:
            parts.append(self._word("size_class", change.size))
        if change.subject:
            parts.append(change.subject)
        return ", ".join(parts)

    def _value(self, value: FactValue | None, unit: FactUnit) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._word("yes_no", str(value))
        if isinstance(value, date):
            return typed.day(value)
        if isinstance(value, Decimal):
            return self.tr("{0} %").format(typed.share(value))
        if isinstance(value, int):
            return self._whole(value, unit)
        return self.tr("« {0} »").format(value)

    def _whole(self, value: int, unit: FactUnit) -> str:
        if unit is FactUnit.CENTS:
            return typed.euros(Cents(value))
        if unit is FactUnit.HALF_DAYS:
            return self.tr("{0} j").format(typed.short_days(value))
        return typed.number(value)
