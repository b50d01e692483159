"""Two questionnaires of two versions of a referential, side by side through a bridge, never forced into one index."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.assessment import Assessment
from app.domain.bridge import Bridge
from app.domain.errors import InvalidData
from app.domain.evolution import StepKind
from app.domain.i2df import progress_of
from app.domain.referential import Level, Referential, Theme, ThemeCode


class Comparability(StrEnum):
    """Whether the two sides of a row say the same thing."""

    COMPARABLE = "comparable"
    UNANSWERED = "unanswered"
    NOT_COMPARABLE = "not_comparable"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """An assessment with the referential that it was taken with."""

    assessment: Assessment
    referential: Referential


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side of a row.

    Attributes:
        themes: Themes of this side, in their referential's order; none on the side that has no counterpart.
        levels: Declared level of each, or None.
        points: Their points, 0 to `maximum`, or None while one is not answered.
        maximum: Highest points that they can give.
    """

    themes: tuple[Theme, ...]
    levels: tuple[Level | None, ...]
    points: int | None
    maximum: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Themes that took one another over, side by side.

    Attributes:
        before: In the earlier version.
        after: In the later one.
        state: Whether they compare.
        kind: What the change is when they compare, else None. A move from or to « pas concerné » is a reclassification.
    """

    before: ComparedSide
    after: ComparedSide
    state: Comparability
    kind: StepKind | None


@dataclass(frozen=True, slots=True)
class ComparedTotal:
    """One side as a whole.

    Attributes:
        index: Its index, or None while incomplete.
        maximum: Highest index of its referential.
        compared_points: Points of its comparable themes only.
        compared_maximum: Highest points of these.
    """

    index: int | None
    maximum: int
    compared_points: int
    compared_maximum: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two questionnaires side by side.

    Attributes:
        rows: In the order of the earlier referential, then the new themes in the order of the later one.
        before: Totals of the earlier one.
        after: Totals of the later one. The two indexes are shown, never subtracted.
    """

    rows: tuple[ComparedRow, ...]
    before: ComparedTotal
    after: ComparedTotal

    def of_state(self, state: Comparability) -> tuple[ComparedRow, ...]:
        """Rows of one state, in order."""
        return tuple(row for row in self.rows if row.state is state)


def compare(before: Questionnaire, after: Questionnaire, bridge: Bridge) -> Comparison:
    """Two questionnaires of two versions, theme by theme.

    A theme that was split, or several that were merged, make one row; its change is told by the share of its highest
    points, since the two sides need not weigh the same.

    Raises:
        InvalidData: `comparison.wrong_bridge` when a questionnaire or a referential is not of the version that the bridge
            names.
    """
    for side, end in ((before, bridge.before), (after, bridge.after)):
        for found in (side.assessment.referential, side.referential.header.ref):
            if found != end:
                raise InvalidData(
                    "comparison.wrong_bridge",
                    pack=found.id,
                    version=found.version,
                    expected=end.id,
                    bridge=bridge.header.title,
                )
    rows = [_row(before, after, *codes) for codes in _linked(bridge)]
    reached = {code for codes in bridge.becomes.values() for code in codes}
    new = [theme.code for theme in after.referential.themes if theme.code not in reached]
    rows += [_row(before, after, frozenset(), frozenset({code})) for code in new]
    compared = [row for row in rows if row.state is Comparability.COMPARABLE]
    return Comparison(
        tuple(rows), _total(before, [row.before for row in compared]), _total(after, [row.after for row in compared])
    )


def _linked(bridge: Bridge) -> list[tuple[frozenset[ThemeCode], frozenset[ThemeCode]]]:
    """Themes of both sides gathered by what links them, in the order of the earlier referential."""
    groups: list[tuple[frozenset[ThemeCode], frozenset[ThemeCode]]] = []
    for code, codes in bridge.becomes.items():
        sources, targets = frozenset({code}), frozenset(codes)
        first = None
        for rank in reversed(range(len(groups))):
            if groups[rank][1] & targets:
                sources, targets = sources | groups[rank][0], targets | groups[rank][1]
                del groups[rank]
                first = rank
        groups.insert(len(groups) if first is None else first, (sources, targets))
    return groups


def _side(questionnaire: Questionnaire, codes: frozenset[ThemeCode]) -> ComparedSide:
    referential, declared = questionnaire.referential, questionnaire.assessment.levels
    themes = tuple(theme for theme in referential.themes if theme.code in codes)
    levels = tuple(declared.get(theme.code) for theme in themes)
    given = [referential.points(level) for level in levels if level is not None]
    points = sum(given) if len(given) == len(themes) else None
    return ComparedSide(themes, levels, points, len(themes) * max(spec.points for spec in referential.levels))


def _row(
    before: Questionnaire, after: Questionnaire, sources: frozenset[ThemeCode], targets: frozenset[ThemeCode]
) -> ComparedRow:
    left, right = _side(before, sources), _side(after, targets)
    if not sources:
        return ComparedRow(left, right, Comparability.NEW, None)
    if not targets:
        return ComparedRow(left, right, Comparability.NOT_COMPARABLE, None)
    if left.points is None or right.points is None:
        return ComparedRow(left, right, Comparability.UNANSWERED, None)
    share = left.points * right.maximum, right.points * left.maximum
    return ComparedRow(left, right, Comparability.COMPARABLE, _kind(set(left.levels), set(right.levels), *share))


def _kind(before: set[Level | None], after: set[Level | None], share_before: int, share_after: int) -> StepKind:
    if before == after and len(before) == 1:
        return StepKind.UNCHANGED
    if Level.NOT_CONCERNED in before ^ after:
        return StepKind.RECLASSIFICATION
    if share_before == share_after:
        return StepKind.UNCHANGED
    return StepKind.GAIN if share_after > share_before else StepKind.LOSS


def _total(questionnaire: Questionnaire, sides: Iterable[ComparedSide]) -> ComparedTotal:
    referential = questionnaire.referential
    counted = tuple(sides)
    return ComparedTotal(
        index=progress_of(questionnaire.assessment.levels, referential).index,
        maximum=referential.maximum,
        compared_points=sum(side.points or 0 for side in counted),
        compared_maximum=sum(side.maximum for side in counted),
    )
